/** The designer: the list of questionnaires, and the room of one. */
import { useCallback } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { Loading } from '../parts/Loading.tsx'
import { Inside } from '../parts/staff/Inside.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { isTab, tabHref } from './addresses.ts'
import { deviceCopies } from './draft/device-copy.ts'
import { List } from './list/List.tsx'
import { Room } from './Room.tsx'
import './design.css'

export function Design() {
  return (
    <Inside>
      <Switch>
        <Route path="/concevoir" component={List} />
        <Route path="/concevoir/:slug/:tab">
          {({ slug, tab }) =>
            isTab(tab) ? <Opened key={slug} slug={slug} tab={tab} /> : <Redirect to={tabHref(slug, 'page')} replace />
          }
        </Route>
        <Route path="/concevoir/:slug">{({ slug }) => <Redirect to={tabHref(slug, 'page')} replace />}</Route>
        <Route>
          <Redirect to="/concevoir" replace />
        </Route>
      </Switch>
    </Inside>
  )
}

/** A draft, its copy on this device, and the measures an indicator may name. */
async function opened(slug: string) {
  const [room, { measures }] = await Promise.all([
    call('GET /api/design/:slug', { params: { slug } }),
    call('GET /api/design'),
  ])
  return { room, measures, deviceCopy: await deviceCopies.get(slug, room.me.login) }
}

function Opened({ slug, tab }: { slug: string; tab: Parameters<typeof tabHref>[1] }) {
  const [loaded, again] = useLoaded(useCallback(() => opened(slug), [slug]))
  if (loaded && 'value' in loaded)
    return (
      <Room
        key={`${loaded.value.room.revision}-${loaded.value.room.draft?.state}`}
        start={loaded.value}
        tab={tab}
        reload={again}
      />
    )
  return (
    <StaffFrame title="Questionnaire">
      <Loading loaded={loaded} again={again}>
        {() => null}
      </Loading>
    </StaffFrame>
  )
}
