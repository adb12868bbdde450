/** The backups of a store, as the store remembers them: which there are, how long each stands, and which is the last to hold an answer. */
import { existsSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Backup } from './collections.ts'

export type { Backup }

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Beyond this, whoever began one has stopped. */
export const longestMs = 2 * hourMs

export const backupsIn = (store: Store) => store.collection(collections.backups)

export const expiryOf = (at: string, days: number): string =>
  new Date(new Date(at).getTime() + days * dayMs).toISOString()

/**
 * What came while a backup was being made may be in it: on a server responses are copied last, and in no single instant.
 *
 * @returns when the last backup that may hold what was there between these two instants expires; null when none does
 */
export async function lastExpiry(store: Store, since: string, until = '9999'): Promise<string | null> {
  const holding = (await backupsIn(store).list()).filter(({ value: { at } }) => endOf(at) >= since && at <= until)
  return (
    holding
      .map(({ value }) => value.expires)
      .toSorted()
      .at(-1) ?? null
  )
}

/** When one begun then has ended, or never will. */
const endOf = (at: string) => new Date(new Date(at).getTime() + longestMs).toISOString()

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

/**
 * Deletes the files whose time is over and that are here, whatever the name of the machine was: a container made anew has another.
 *
 * @returns how many
 */
export async function deleteExpired(store: Store, now: string): Promise<number> {
  let deleted = 0
  for (const { id, value } of await backupsIn(store).list()) {
    if (value.expires > now || !isHere(value)) continue
    rmSync(value.file, { force: true })
    if (await backupsIn(store).remove(id)) deleted++
  }
  return deleted
}

/** A file of this machine that is gone is not elsewhere. */
const isHere = ({ file, machine }: Backup) => machine === hostname() || existsSync(file)

/** Those whose time is over and that no machine deletes: each has had a day to delete its own. */
export async function leftElsewhere(store: Store, now: Date): Promise<Backup[]> {
  const since = new Date(now.getTime() - dayMs).toISOString()
  const stored = await backupsIn(store).list()
  return stored.map(({ value }) => value).filter((backup) => backup.expires < since && !isHere(backup))
}

/** A person has destroyed this file, where this machine cannot. @returns false when none of that name is known elsewhere */
export async function destroyedElsewhere(store: Store, file: string): Promise<boolean> {
  let isKnown = false
  for (const { id, value } of await backupsIn(store).list())
    if (value.file === file && !isHere(value)) isKnown = (await backupsIn(store).remove(id)) || isKnown
  return isKnown
}

/** What waits for a person, in one sentence; null when nothing does. */
export async function leftElsewhereText(store: Store, now: Date): Promise<string | null> {
  const left = await leftElsewhere(store, now)
  if (left.length === 0) return null
  const files = left.map(({ file, machine }) => `${file}, faite sur ${machine}`).join('\u202f; ')
  return `Ce serveur ne peut pas effacer ${left.length === 1 ? 'une sauvegarde' : `${left.length} sauvegardes`} dont le temps est passé\u202f: ${files}. Détruisez ${left.length === 1 ? 'ce fichier' : 'ces fichiers'}, puis dites-le par «\u202fnpm run backup -- --destroyed FICHIER\u202f».`
}
