/** The backups of a store, as the store remembers them: which there are, how long each stands, and which is the last to hold an answer. */
import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Backup } from './collections.ts'

export type { Backup }

const dayMs = 24 * 3_600_000

export const backupsIn = (store: Store) => store.collection(collections.backups)

export const expiryOf = (at: string, days: number): string =>
  new Date(new Date(at).getTime() + days * dayMs).toISOString()

/** @returns when the last backup that may hold what was there between these two instants expires; null when none does */
export async function lastExpiry(store: Store, since: string, until = '9999'): Promise<string | null> {
  const holding = (await backupsIn(store).list()).filter(({ value }) => value.at >= since && value.at <= until)
  return (
    holding
      .map(({ value }) => value.expires)
      .toSorted()
      .at(-1) ?? null
  )
}

/** The newest one that was verified. */
export async function lastVerified(store: Store): Promise<Backup | null> {
  const verified = (await backupsIn(store).list()).filter(({ value }) => value.verified && value.master !== null)
  return (
    verified
      .map(({ value }) => value)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .at(-1) ?? null
  )
}

/** Notes the copies an opening left beside the base: they hold answers too, and expire like backups. */
export async function noteShapeCopies(store: Store, days: number): Promise<void> {
  for (const { file, at, bytes } of store.shapeCopies()) {
    const name = `shape-${at.replace(/[^0-9]/g, '')}`
    const backup = { at, file, machine: hostname(), master: null, expires: expiryOf(at, days), bytes, verified: true }
    await backupsIn(store).put(name, backup, null)
  }
}

/** Deletes the files of this machine whose time is over. @returns how many */
export async function deleteExpired(store: Store, now: string): Promise<number> {
  let deleted = 0
  for (const { id, value } of await backupsIn(store).list()) {
    if (value.expires > now || value.machine !== hostname()) continue
    rmSync(value.file, { force: true })
    if (await backupsIn(store).remove(id)) deleted++
  }
  return deleted
}
