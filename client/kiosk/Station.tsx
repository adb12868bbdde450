/** The kiosk in service: it waits, it serves one person after the other, and behind a PIN it belongs to the staff. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PublishedQuestionnaire } from '../../api/wire/public.ts'
import { forgetComfort, resetComfort } from '../parts/comfort.ts'
import { OutOfService } from './OutOfService.tsx'
import { isReloadable, lookForNewVersion, takeNewVersion } from './offline/worker.ts'
import { heartbeat, openQuestionnaires, withQuestionnaires } from './orders.ts'
import { library, type Tablet } from './queue/database.ts'
import { drain } from './queue/drain.ts'
import { StaffPanel } from './StaffPanel.tsx'
import { Attract } from './visit/Attract.tsx'
import { holdTheScreen } from './visit/quiet.ts'
import { Visit } from './visit/Visit.tsx'

const beatMs = 60_000

type Props = { first: Tablet; firstQuestionnaires: PublishedQuestionnaire[] }

export function Station({ first, firstQuestionnaires }: Props) {
  const [current, setCurrent] = useState(first)
  const [questionnaires, setQuestionnaires] = useState(firstQuestionnaires)
  const [at, setAt] = useState<'attract' | 'visit' | 'staff' | 'gone'>('attract')
  const latest = useRef(current)
  latest.current = current
  const place = useRef(at)
  place.current = at

  useEffect(holdTheScreen, [])
  useEffect(() => {
    forgetComfort()
    void resetComfort()
  }, [])
  const beat = useCallback(async () => {
    await drain()
    const after = await withQuestionnaires(await heartbeat(latest.current))
    const fetched = await library.all()
    // what a person is shown does not change under their finger
    if (place.current === 'visit') return
    setCurrent(after)
    setQuestionnaires(fetched)
    await lookForNewVersion()
    if (place.current === 'attract') await takeNewVersion()
  }, [])
  useEffect(() => {
    const go = () => void beat().catch(() => {})
    go()
    const timer = setInterval(go, beatMs)
    addEventListener('online', go)
    return () => {
      clearInterval(timer)
      removeEventListener('online', go)
    }
  }, [beat])

  const start = useCallback(() => setAt('visit'), [])
  const leave = useCallback(() => {
    const isFresh = isReloadable()
    flushSync(() => setAt(isFresh ? 'gone' : 'attract'))
    scrollTo(0, 0)
    // a page loaded anew: not even the memory of the browser holds anything of the person
    if (isFresh) location.reload()
    else void resetComfort()
  }, [])
  const toStaff = useCallback(() => setAt('staff'), [])

  if (at === 'gone') return null
  if (at === 'staff') return <StaffPanel tablet={current} beat={beat} leave={leave} />
  if (current.isRevoked) return <OutOfService staff={toStaff} />
  if (at === 'visit')
    return <Visit tablet={current} questionnaires={openQuestionnaires(questionnaires, current)} leave={leave} />
  return <Attract questionnaires={openQuestionnaires(questionnaires, current)} start={start} staff={toStaff} />
}
