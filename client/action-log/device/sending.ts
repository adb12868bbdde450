/** Sends what was noted: at once when there is a network, by itself later when there is none. */
import { useEffect, useSyncExternalStore } from 'react'
import type { actionLog } from '../../../api/wire/public.ts'
import { isWorthRetrying, Refusal } from '../../parts/api.ts'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { type Waiting, waiting } from './held.ts'

export type Sent =
  | { outcome: 'taken'; taken: actionLog.EntryTaken }
  /** It is on the disk of the device, and leaves by itself. */
  | { outcome: 'waiting' }

const put = ({ id, entry, revision, isAnother }: Waiting) =>
  call('PUT /api/action-log/:entry', { params: { entry: id }, body: { entry, revision, isAnother } })

/** A session that is over is no refusal of the entry: it waits for the next one. */
const isPassing = (error: unknown) =>
  isWorthRetrying(error) || (error instanceof Refusal && error.code === 'session-over')

/** @throws Refusal when the entry itself is refused; DOMException when this browser stores nothing and there is no network */
export async function send(item: Waiting): Promise<Sent> {
  try {
    const taken = await put(item)
    await waiting.drop(item.id).catch(() => {})
    return { outcome: 'taken', taken }
  } catch (error) {
    if (!isPassing(error)) throw error
    await waiting.put({ ...item, problem: '', like: null })
    return { outcome: 'waiting' }
  }
}

/** Sends what waits, one window at a time. What is refused stays, with the reason; a cut ends the round. */
export const drain = (): Promise<void> => navigator.locks.request('action-log-drain', drainNow)

async function drainNow(): Promise<void> {
  for (const item of await waiting.all()) {
    if (item.problem !== '' || item.like !== null) continue
    try {
      const { like } = await put(item)
      if (like) await waiting.put({ ...item, like })
      else await waiting.drop(item.id)
    } catch (error) {
      if (isPassing(error)) return
      await waiting.put({ ...item, problem: sentenceOf(error) })
    }
  }
}

/** Time between two tries while something waits. */
const tryMs = 20_000

/** What waits on this device; while something does, it is sent as soon as the network is back. */
export function useWaiting(): readonly Waiting[] {
  const items = useSyncExternalStore(waiting.subscribe, waiting.shown)
  const count = items.length
  useEffect(() => {
    if (count === 0) return
    const now = () => void drain().catch(() => {})
    now()
    addEventListener('online', now)
    const timer = setInterval(now, tryMs)
    return () => {
      removeEventListener('online', now)
      clearInterval(timer)
    }
  }, [count])
  return items
}
