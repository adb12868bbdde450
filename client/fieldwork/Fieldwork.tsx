/** The fieldwork: which page stands at which address under /terrain. */
import { Redirect, Route, Switch } from 'wouter'
import { Inside } from '../parts/staff/Inside.tsx'
import { FieldworkTabs } from './FieldworkTabs.tsx'
import { List } from './List.tsx'
import './fieldwork.css'

export function Fieldwork() {
  return (
    <Inside>
      <Switch>
        <Route path="/terrain" component={List} />
        <Route path="/terrain/:slug/:tab">
          {({ slug, tab }) => <FieldworkTabs key={slug} slug={slug} tab={tab} />}
        </Route>
        <Route path="/terrain/:slug">{({ slug }) => <Redirect to={`/terrain/${slug}/calendrier`} replace />}</Route>
        <Route>
          <Redirect to="/terrain" replace />
        </Route>
      </Switch>
    </Inside>
  )
}
