/** The pages of the staff that nobody begins with: which page stands at which address under /gerer. */
import { type ComponentType, lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { Shipped } from '../design/versions/Shipped.tsx'
import { Paper } from '../entry/Paper.tsx'
import { Inside } from '../parts/staff/Inside.tsx'
import { ActorPage } from '../results/directory/ActorPage.tsx'
import { Directory } from '../results/directory/Directory.tsx'
import { Importing } from '../results/directory/Importing.tsx'
import { Young } from '../results/young/Young.tsx'
import { Access } from './accounts/Access.tsx'
import { Join } from './accounts/Join.tsx'
import { Team } from './accounts/Team.tsx'
import { AuthorityHome } from './authority/AuthorityHome.tsx'
import { AuthorityTable } from './authority/AuthorityTable.tsx'
import { OtherAuthority } from './authority/OtherAuthority.tsx'
import { Export } from './export/Export.tsx'
import { Kiosks } from './kiosks/Kiosks.tsx'
import { Parameters } from './opening/Parameters.tsx'
import { AllQuestionnaires } from './questionnaires/AllQuestionnaires.tsx'
import { Hub } from './questionnaires/Hub.tsx'
import { Reach } from './reach/Reach.tsx'
import { Settings } from './settings/Settings.tsx'
import { Table } from './tables/Table.tsx'
import { Tables } from './tables/Tables.tsx'
import { Journal } from './today/Journal.tsx'
import { Unreadable } from './today/Unreadable.tsx'
import { Vigilance } from './vigilance/Vigilance.tsx'

// typing asks for the survey engine: only those who type load it
const Entry = lazy(async () => ({ default: (await import('../entry/Entry.tsx')).Entry }))

export function Pages() {
  return (
    <Switch>
      <Route path="/installation" component={Join} />
      <Route path="/invitation" component={Join} />
      <Route path="/gerer/questionnaires">{inside(AllQuestionnaires)}</Route>
      <Route path="/gerer/questionnaires/:slug">
        {({ slug }) => (
          <Inside>
            <Hub key={slug} slug={slug} />
          </Inside>
        )}
      </Route>
      <Route path="/gerer/questionnaires/:slug/precisions">
        {({ slug }) => (
          <Inside>
            <Parameters key={slug} slug={slug} />
          </Inside>
        )}
      </Route>
      <Route path="/gerer/questionnaires/:slug/nouveautes">
        {({ slug }) => (
          <Inside>
            <Shipped key={slug} slug={slug} />
          </Inside>
        )}
      </Route>
      <Route path="/gerer/papier">{inside(Paper)}</Route>
      <Route path="/gerer/saisie">{inside(Entry)}</Route>
      <Route path="/gerer/export">{inside(Export)}</Route>
      <Route path="/gerer/vigilance">{inside(Vigilance)}</Route>
      <Route path="/gerer/tables">{inside(Tables)}</Route>
      <Route path="/gerer/tables/:kind">{({ kind }) => <Inside>{<Table key={kind} kind={kind} />}</Inside>}</Route>
      <Route path="/gerer/collectivite">{inside(AuthorityHome)}</Route>
      <Route path="/gerer/collectivite/autre">{inside(OtherAuthority)}</Route>
      <Route path="/gerer/collectivite/:name">
        {({ name }) => (
          <Inside>
            <AuthorityTable key={name} name={name} />
          </Inside>
        )}
      </Route>
      <Route path="/gerer/annuaire">{inside(Directory)}</Route>
      <Route path="/gerer/annuaire/importer">{inside(Importing)}</Route>
      <Route path="/gerer/annuaire/:id">
        {({ id }) => (
          <Inside>
            <ActorPage key={id} id={id} />
          </Inside>
        )}
      </Route>
      <Route path="/gerer/jeunes">{inside(Young)}</Route>
      <Route path="/gerer/bornes">{inside(Kiosks)}</Route>
      <Route path="/gerer/comptes">{inside(Team)}</Route>
      <Route path="/gerer/reglages">{inside(Settings)}</Route>
      <Route path="/gerer/journal">{inside(Journal)}</Route>
      <Route path="/gerer/coordonnees">{inside(Reach)}</Route>
      <Route path="/gerer/illisibles">{inside(Unreadable)}</Route>
      <Route path="/gerer/sessions">{inside(Access)}</Route>
      <Route>
        <Redirect to="/gerer" replace />
      </Route>
    </Switch>
  )
}

const inside = (Page: ComponentType) => (
  <Inside>
    <Page />
  </Inside>
)
