/** What was heard: which page stands at which address under /ecoute. */
import { Redirect, Route, Switch } from 'wouter'
import { Inside } from '../parts/staff/Inside.tsx'
import { Checking } from './Checking.tsx'
import { EncounterPage, NewEncounter } from './EncounterPage.tsx'
import { Encounters } from './Encounters.tsx'
import { Observe } from './Observe.tsx'
import { Places } from './Places.tsx'
import './heard.css'

export function Heard() {
  return (
    <Inside>
      <Switch>
        <Route path="/ecoute" component={Encounters} />
        <Route path="/ecoute/nouvelle" component={NewEncounter} />
        <Route path="/ecoute/rencontre/:id">{({ id }) => <EncounterPage key={id} id={id} />}</Route>
        <Route path="/ecoute/citations" component={Checking} />
        <Route path="/ecoute/lieux" component={Places} />
        <Route path="/ecoute/lieux/noter" component={Observe} />
        <Route>
          <Redirect to="/ecoute" replace />
        </Route>
      </Switch>
    </Inside>
  )
}
