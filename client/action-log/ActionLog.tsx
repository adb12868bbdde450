/** The action log: which page stands at which address under /carnet. */
import { type ReactNode, useEffect } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { Inside } from '../parts/staff/Inside.tsx'
import { useMe } from '../parts/staff/me.ts'
import { heldDesk } from './device/held.ts'
import { installWorker } from './device/offline.ts'
import { EntryDetails } from './EntryDetails.tsx'
import { Importing } from './Importing.tsx'
import { LogPage } from './LogPage.tsx'
import { NoteTaking } from './NoteTaking.tsx'
import './action-log.css'
import './noting.css'

export function ActionLog() {
  useEffect(() => void installWorker(), [])
  return (
    <Switch>
      <Route path="/carnet/noter">
        <EvenOffline>
          <NoteTaking />
        </EvenOffline>
      </Route>
      <Route path="/carnet">
        <EvenOffline>
          <LogPage />
        </EvenOffline>
      </Route>
      <Route path="/carnet/importer">
        <Inside>
          <Importing />
        </Inside>
      </Route>
      <Route path="/carnet/:id">
        {({ id }) => (
          <Inside>
            <EntryDetails key={id} id={id} />
          </Inside>
        )}
      </Route>
      <Route>
        <Redirect to="/carnet" replace />
      </Route>
    </Switch>
  )
}

/** Without a network nobody can say who is here: what is noted waits on the device, and the server asks when it leaves. */
function EvenOffline({ children }: { children: ReactNode }) {
  const me = useMe()
  return me === null && heldDesk.get() !== null ? children : <Inside>{children}</Inside>
}
