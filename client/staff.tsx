/** The staff come in: they log in and see the first page; the other pages come after it. */
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { askSite } from './parts/site.ts'
import { Inside, Moment } from './parts/staff/Inside.tsx'
import { askMe } from './parts/staff/me.ts'
import { Login } from './staff/accounts/Login.tsx'
import { Today } from './staff/today/Today.tsx'

const Pages = lazy(async () => ({ default: (await import('./staff/Pages.tsx')).Pages }))

// before the first page is drawn, which then is drawn with the answers
askMe()
askSite().catch(() => {})

export function Staff() {
  return (
    <Switch>
      <Route path="/connexion" component={Login} />
      <Route path="/gerer">
        <Inside>
          <Today />
        </Inside>
      </Route>
      <Route>
        <Suspense fallback={<Moment />}>
          <Pages />
        </Suspense>
      </Route>
    </Switch>
  )
}
