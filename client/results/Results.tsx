/** The dashboard: which page stands at which address under /analyse. */
import { Redirect, Route, Switch } from 'wouter'
import { Inside } from '../parts/staff/Inside.tsx'
import { Committee } from './committee/Committee.tsx'
import { Explorer } from './explorer/Explorer.tsx'
import { FindingPage } from './finding/FindingPage.tsx'
import { ToDecide } from './finding/ToDecide.tsx'
import { MapPage } from './map/MapPage.tsx'
import { Action } from './plan/Action.tsx'
import { Calendar } from './plan/Calendar.tsx'
import { FollowUp } from './plan/FollowUp.tsx'
import { Objective } from './plan/Objective.tsx'
import { Overview } from './plan/Overview.tsx'
import { Publications } from './publications/Publications.tsx'
import { ReadinessPage } from './publications/ReadinessPage.tsx'
import { Registered } from './registered/Registered.tsx'
import { SeriesPage } from './registered/SeriesPage.tsx'
import { Typologies } from './typology/Typologies.tsx'
import { TypologyPage } from './typology/TypologyPage.tsx'
import './results.css'

export function Analyse() {
  return (
    <Inside>
      <Switch>
        <Route path="/analyse" component={Overview} />
        <Route path="/analyse/comite" component={Committee} />
        <Route path="/analyse/carte" component={MapPage} />
        <Route path="/analyse/suivi" component={FollowUp} />
        <Route path="/analyse/action/:number">{({ number }) => <Action key={number} number={number} />}</Route>
        <Route path="/analyse/calendrier" component={Calendar} />
        <Route path="/analyse/releves" component={Registered} />
        <Route path="/analyse/releves/:id">{({ id }) => <SeriesPage key={id} id={id} />}</Route>
        <Route path="/analyse/objectif/:number">{({ number }) => <Objective key={number} number={number} />}</Route>
        <Route path="/analyse/:slug/resultat/:indicator">
          {({ slug, indicator }) => <FindingPage key={`${slug}/${indicator}`} slug={slug} indicator={indicator} />}
        </Route>
        <Route path="/analyse/:slug/questions">{({ slug }) => <Explorer key={slug} slug={slug} />}</Route>
        <Route path="/analyse/:slug/typologies">{({ slug }) => <Typologies key={slug} slug={slug} />}</Route>
        <Route path="/analyse/:slug/typologies/:number">
          {({ slug, number }) => <TypologyPage key={`${slug}/${number}`} slug={slug} number={number} />}
        </Route>
        <Route path="/analyse/:slug/decider">{({ slug }) => <ToDecide key={slug} slug={slug} />}</Route>
        <Route path="/analyse/:slug/publier">{({ slug }) => <ReadinessPage key={slug} slug={slug} />}</Route>
        <Route path="/analyse/:slug/publications">{({ slug }) => <Publications key={slug} slug={slug} />}</Route>
        <Route>
          <Redirect to="/analyse" replace />
        </Route>
      </Switch>
    </Inside>
  )
}
