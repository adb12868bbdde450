/** Who is at work here: asked from the api, shared by all staff pages. */
import { useEffect, useSyncExternalStore } from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { call } from './staffApi.ts'

export type Me = staff.Me
let me: Me | null = null
const listeners = new Set<() => void>()

/** Asks again, after anything that changes who one is. */
export async function refreshMe(): Promise<Me> {
  me = await call('GET /api/me')
  for (const listener of listeners) listener()
  return me
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Null until the api has answered. */
export function useMe(): Me | null {
  const known = useSyncExternalStore(subscribe, () => me)
  useEffect(() => {
    if (!me) refreshMe().catch(() => {})
  }, [])
  return known
}
