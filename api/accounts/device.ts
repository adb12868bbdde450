/** Devices that have logged in before: their tries are counted apart, so that nobody else's failures make them wait. */

import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { hashOfSecret, newSecret } from './secret.ts'

export const deviceDays = 180
const dayMs = 24 * 60 * 60_000

export function devicesIn(store: Store, now: () => Date) {
  const collection = store.collection(collections.devices)
  const isOld = (at: number) => now().getTime() - at > deviceDays * dayMs
  return {
    async remember(login: string): Promise<string> {
      const secret = newSecret()
      await collection.put(hashOfSecret(secret), { login, at: now().getTime() }, null)
      return secret
    },

    async knows(login: string, secret: string | null): Promise<boolean> {
      const stored = secret === null ? null : await collection.get(hashOfSecret(secret))
      return stored !== null && stored.value.login === login && !isOld(stored.value.at)
    },

    async forgetAll(login: string): Promise<void> {
      const theirs = (await collection.list()).filter(({ value }) => value.login === login || isOld(value.at))
      await Promise.all(theirs.map(({ id }) => collection.remove(id)))
    },
  }
}

/** « Firefox sous Windows »: enough for a person to know their own session, too little to follow anybody. */
export function deviceName(userAgent: string): string {
  const first = (rows: [RegExp, string][], otherwise: string) =>
    rows.find(([pattern]) => pattern.test(userAgent))?.[1] ?? otherwise
  const browser = first(
    [
      [/Edg\//, 'Edge'],
      [/Firefox\//, 'Firefox'],
      [/Chrome\/|Chromium\//, 'Chrome'],
      [/Safari\//, 'Safari'],
    ],
    'Navigateur',
  )
  const system = first(
    [
      [/Windows/, 'Windows'],
      [/Android/, 'Android'],
      [/iPhone|iPad/, 'iOS'],
      [/Mac OS/, 'macOS'],
      [/Linux|X11/, 'Linux'],
    ],
    'un autre système',
  )
  return `${browser} sous ${system}`
}
