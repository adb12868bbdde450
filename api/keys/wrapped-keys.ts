/** The keys of the store, each wrapped by a master and bound to its store, its use and its id. */

import { hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { collections } from '../store/collections.ts'
import type { Store, Stored } from '../store/store.ts'
import type { WrappedKey } from './collections.ts'
import { type Master, unwrap, wrap } from './master.ts'

/** What keys serve besides the responses of a questionnaire. */
export const purposes = [
  'audit',
  'accounts',
  'vigilance',
  'kiosks',
  'contacts',
  'visits',
  'invitations',
  'heard',
] as const
export type Purpose = (typeof purposes)[number]

/** What a key serves: `purpose/audit`, `questionnaire/familles`. */
export type Use = `purpose/${Purpose}` | `questionnaire/${string}`

export type KeyEntry = WrappedKey & { use: Use; number: number; revision: number }

/** What encrypts the responses of a questionnaire and tells them apart. */
/** `records`: of the record keys, which give published counts their noise. */
export type QuestionnaireKey = { id: string; encryption: Uint8Array; digest: Uint8Array; records: Uint8Array }

export type WrappedKeys = ReturnType<typeof wrappedKeysIn>

const boundTo = (store: string, use: Use, id: string) => JSON.stringify([store, use, id])

export const isQuestionnaire = (use: Use) => use.startsWith('questionnaire/')
/** The questionnaire, or the purpose. */
export const nameOfUse = (use: Use) => use.slice(use.indexOf('/') + 1)

/** @param storeId random id shared with the keyring */
export function wrappedKeysIn(store: Pick<Store, 'collection'>, storeId: string) {
  const collection = store.collection(collections.keys)
  const rowOf = (use: Use, number: number) => `${use}/${String(number).padStart(6, '0')}`

  return {
    /** Ordered by use, then from the first made to the newest. */
    async list(use?: Use): Promise<KeyEntry[]> {
      return (await collection.list(use === undefined ? '' : `${use}/`)).map(entryOf)
    },

    /** @throws Error when the master is another one, or the entry was altered */
    open: ({ wrapped, use, id }: KeyEntry, master: Master): Uint8Array =>
      unwrap(wrapped, boundTo(storeId, use, id), master),

    /** Durable when it resolves; false when another instance had inserted this number before. */
    async insert(
      use: Use,
      number: number,
      master: Master,
      { id, root, madeAt }: { id: string; root: Uint8Array; madeAt: string } = newRoot(),
    ): Promise<boolean> {
      const wrapped = wrap(root, boundTo(storeId, use, id), master)
      return (await collection.put(rowOf(use, number), { id, madeAt, master: master.id, wrapped }, null)) !== 'changed'
    },

    /** Wraps a key anew; the key itself stays. False when another instance was faster. */
    async rewrap(entry: KeyEntry, from: Master, to: Master): Promise<boolean> {
      const bound = boundTo(storeId, entry.use, entry.id)
      const wrapped = wrap(unwrap(entry.wrapped, bound, from), bound, to)
      const { use, number, revision, id, madeAt } = entry
      return (await collection.put(rowOf(use, number), { id, madeAt, master: to.id, wrapped }, revision)) !== 'changed'
    },
  }
}

function entryOf({ id: row, revision, value }: Stored<WrappedKey>): KeyEntry {
  const cut = row.lastIndexOf('/')
  return { ...value, use: row.slice(0, cut) as Use, number: Number(row.slice(cut + 1)), revision }
}

const newRoot = () => ({ id: randomUUID() as string, root: randomBytes(32), madeAt: new Date().toISOString() })

export function keyOfRoot(id: string, root: Uint8Array): QuestionnaireKey {
  const derived = (use: string) => new Uint8Array(hkdfSync('sha256', root, Buffer.alloc(0), use, 32))
  return { id, encryption: derived('seal'), digest: derived('digest'), records: derived('records') }
}
