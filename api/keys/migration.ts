/**
 * Takes the keys of a keyring of the former format into the store. Each step may be the last of its process: the former
 * file stays as it is, and opens everything, until every key it holds is durable in the store and was read back.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Fault } from '../../cli/fault.ts'
import type { Store } from '../store/store.ts'
import {
  type Disk,
  type FormerFile,
  formerMaster,
  type KeyringFile,
  mastersOf,
  readKeyringFile,
  replaceKeyringFile,
} from './keyring-file.ts'
import { locked } from './keyring-lock.ts'
import { decrypted, type Master } from './master.ts'
import { markMigrated } from './store-identity.ts'
import { refuseUnopened, unopenedKeys } from './unopened.ts'
import { type Purpose, type Use, type WrappedKeys, wrappedKeysIn } from './wrapped-keys.ts'

const pauseMs = 20

/** @throws Fault when the file has keys that do not open, or lacks a key that the store uses; nothing is changed then */
export function migrated(
  path: string,
  store: Store,
  { disk, isLenient = false }: { disk?: Disk | undefined; isLenient?: boolean } = {},
): Promise<KeyringFile> {
  return locked(path, async () => {
    for (;;) {
      const former = readKeyringFile(path)
      // another process was faster
      if (former.format === 2) return former
      const roots = rootsOf(former, path)
      const keys = wrappedKeysIn(store, former.id)
      const known = new Set(former.keys.map(({ id }) => id))
      const unopened = await unopenedKeys(store, keys, mastersOf(former))
      const missing = isLenient ? [] : unopened.missing.filter(({ key }) => !known.has(key))
      refuseUnopened(path, { ...unopened, missing })

      const master = formerMaster(former)
      for (const root of roots) await insertOnce(keys, root, master)
      await readBack(keys, roots, master)
      await markMigrated(store, former.id)
      // a server of the former version may have added a key meanwhile
      if (JSON.stringify(readKeyringFile(path)) !== JSON.stringify(former)) continue
      const file: KeyringFile = { format: 2, id: former.id, store: former.id, masters: [master] }
      replaceKeyringFile(path, file, disk)
      return file
    }
  })
}

type Root = { use: Use; id: string; root: Uint8Array; madeAt: string }

export function rootsOf({ keys, master }: FormerFile, path: string): Root[] {
  try {
    return keys.map(({ id, questionnaire, madeAt, wrapped }) => ({
      use: useOf(questionnaire),
      id,
      madeAt,
      root: decrypted(wrapped, id, Buffer.from(master, 'base64url')),
    }))
  } catch {
    throw new Fault(
      `Le trousseau de clés ${path} est abîmé : une de ses clés ne s’ouvre plus. Remettez-le à sa place depuis sa copie ; rien n’a été modifié.`,
    )
  }
}

const useOf = (name: string): Use =>
  name.startsWith('~') ? `purpose/${name.slice(1) as Purpose}` : `questionnaire/${name}`

async function insertOnce(keys: WrappedKeys, { use, ...root }: Root, master: Master): Promise<void> {
  for (;;) {
    const there = await keys.list(use)
    if (there.some(({ id }) => id === root.id)) return
    if (!(await keys.insert(use, (there.at(-1)?.number ?? 0) + 1, master, root))) await pause(pauseMs)
  }
}

async function readBack(keys: WrappedKeys, roots: Root[], master: Master): Promise<void> {
  const entries = new Map((await keys.list()).map((entry) => [entry.id, entry]))
  for (const { id, root } of roots) {
    const entry = entries.get(id)
    if (!entry || !Buffer.from(keys.open(entry, master)).equals(root))
      throw new Error('a key of the former keyring was not read back from the store')
  }
}
