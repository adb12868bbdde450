/** Puts a new master in the place of the current one. Former masters stay in the file: earlier backups need them. */

import { Fault } from '../../cli/fault.ts'
import type { Backup } from '../operations/collections.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { type Disk, type KeyringFile, readKeyringFile, replaceKeyringFile } from './keyring-file.ts'
import { locked } from './keyring-lock.ts'
import { type Master, newMaster } from './master.ts'
import { isQuestionnaire, type Use, type WrappedKeys, wrappedKeysIn } from './wrapped-keys.ts'

export type Rotation = {
  master: string
  /** False when an earlier rotation, cut short, was finished instead. */
  isNew: boolean
  rewrapped: number
  /** Questionnaires whose new responses get a new key. */
  renewed: number
}

type Options = {
  /** New responses get new keys too: whoever had the former master may have the former keys. */
  withData?: boolean
  now: Date
  disk?: Disk
}

/** Cut short at any step, the file opens everything, and the same command finishes what is left. */
export function rotated(path: string, store: Store, { withData = false, now, disk }: Options): Promise<Rotation> {
  return locked(path, async () => {
    const file = readKeyringFile(path)
    const keys = wrappedKeysIn(store, file.store)
    const isPending = (await keys.list()).some(({ master }) => master !== file.masters.at(-1)!.id)
    const next = isPending ? file : withNewMaster(file, now.toISOString())
    // on the disk before any key relies on it
    if (!isPending) replaceKeyringFile(path, next, disk)
    const rewrapped = await rewrapAll(keys, next)
    const renewed = withData ? await renewAll(keys, next.masters.at(-1)!) : 0
    return { master: next.masters.at(-1)!.id, isNew: !isPending, rewrapped, renewed }
  })
}

function withNewMaster(file: KeyringFile, at: string): KeyringFile {
  const retired = file.masters.map((master) => ({ ...master, retiredAt: master.retiredAt ?? at }))
  return { ...file, masters: [...retired, newMaster(at)] }
}

async function rewrapAll(keys: WrappedKeys, { masters }: KeyringFile): Promise<number> {
  const current = masters.at(-1)!
  for (let rewrapped = 0; ; ) {
    const left = (await keys.list()).filter(({ master }) => master !== current.id)
    if (left.length === 0) return rewrapped
    for (const entry of left) {
      const from = masters.find(({ id }) => id === entry.master)
      if (!from)
        throw new Fault(
          'Une clé de la base est protégée par une clé maîtresse que ce trousseau n’a pas : remettez le trousseau le plus récent, puis recommencez.',
        )
      if (await keys.rewrap(entry, from, current)) rewrapped++
    }
  }
}

async function renewAll(keys: WrappedKeys, master: Master): Promise<number> {
  const last = new Map<Use, number>()
  for (const { use, number } of await keys.list()) if (isQuestionnaire(use)) last.set(use, number)
  // a number that is taken was renewed by somebody else just now
  for (const [use, number] of last) await keys.insert(use, number + 1, master)
  return last.size
}

/** The last backup that each master is needed for; null when none is known. */
export async function lastBackups(store: Store): Promise<Map<string, Backup>> {
  const backups = (await store.collection(collections.backups).list()).map(({ value }) => value)
  return new Map(
    backups
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .flatMap((backup) => (backup.master ? [[backup.master, backup]] : [])),
  )
}
