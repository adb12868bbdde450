/** Who is at work here: asked from the api, shared by all staff pages; and where they were when their session ended. */
import { useEffect, useSyncExternalStore } from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { setAuthority } from '../../../surveys/authority/in-force.ts'
import { call } from './staffApi.ts'

export type Me = staff.Me
let me: Me | null = null
const listeners = new Set<() => void>()

/** Asks again, after anything that changes who one is. */
export async function refreshMe(): Promise<Me> {
  const answer = await call('GET /api/me')
  // before any page of the staff is drawn: they read the plan and the territory as they draw
  if (answer.stage === 'open') await takeAuthority()
  me = answer
  for (const listener of listeners) listener()
  return me
}

/** The server gave a session, and the browser shows none: some keep no Secure cookie over http, or no cookie at all. */
export class SessionNotKept extends Error {}

/** Asks who one is, right after a session was given. @throws SessionNotKept, Refusal, Cut */
export async function confirmSession(): Promise<void> {
  const { stage } = await refreshMe()
  if (stage === 'none') throw new SessionNotKept()
}

/** Puts in force here what is in force on the server. */
export async function takeAuthority(): Promise<void> {
  setAuthority((await call('GET /api/authority')).authority)
}

/** What a link that is handed over begins with: the public address, else the one this page came from. */
export const useLinkOrigin = (): string => useMe()?.publicAddress || location.origin

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let asked: Promise<unknown> | null = null

/** Asks the api, once for all who want to know. */
export function askMe(): void {
  if (me || asked) return
  asked = refreshMe()
    .catch(() => {})
    .finally(() => {
      asked = null
    })
}

/** Null until the api has answered. */
export function useMe(): Me | null {
  const known = useSyncExternalStore(subscribe, () => me)
  useEffect(askMe, [])
  return known
}

const place = 'come-back'

/** Where to go after logging in: the staff page one was on, never an address from outside. */
export function comeBackTo(path: string): void {
  sessionStorage.setItem(place, path)
}

export function wayBack(): string {
  const path = sessionStorage.getItem(place) ?? ''
  sessionStorage.removeItem(place)
  return /^\/(gerer|analyse|concevoir|terrain)(\/[a-z0-9-]+)*$/.test(path) ? path : '/gerer'
}
