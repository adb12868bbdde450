/** The dashboard: which page stands at which address under /analyse. */
import { Redirect, Route, Switch } from 'wouter'
import { Inside } from '../admin/Staff.tsx'
import { Explorer } from './Explorer.tsx'
import { Fieldwork } from './Fieldwork.tsx'
import { FindingPage } from './FindingPage.tsx'
import { Objective } from './Objective.tsx'
import { Overview } from './Overview.tsx'
import { Publications } from './Publications.tsx'
import './analyse.css'

export function Analyse() {
  return (
    <Inside>
      <Switch>
        <Route path="/analyse" component={Overview} />
        <Route path="/analyse/objectif/:number">{({ number }) => <Objective key={number} number={number} />}</Route>
        <Route path="/analyse/:slug/resultat/:indicator">
          {({ slug, indicator }) => <FindingPage key={`${slug}/${indicator}`} slug={slug} indicator={indicator} />}
        </Route>
        <Route path="/analyse/:slug/questions">{({ slug }) => <Explorer key={slug} slug={slug} />}</Route>
        <Route path="/analyse/:slug/terrain">{({ slug }) => <Fieldwork key={slug} slug={slug} />}</Route>
        <Route path="/analyse/:slug/publications">{({ slug }) => <Publications key={slug} slug={slug} />}</Route>
        <Route>
          <Redirect to="/analyse" replace />
        </Route>
      </Switch>
    </Inside>
  )
}
