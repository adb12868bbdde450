/** The saved tables: each save is a dated version with its source; the newest is the one used. */

import { collections } from '../store/collections.ts'
import type { Store, Stored } from '../store/store.ts'
import type { TableVersion } from './collections.ts'

export type { TableVersion }

const idOf = (kind: string, number: number) => `${kind}@${String(number).padStart(6, '0')}`

export type Tables = ReturnType<typeof tablesIn>

export function tablesIn(store: Store) {
  const collection = store.collection(collections.tables)
  const versions = async (kind: string): Promise<Stored<TableVersion>[]> => collection.list(`${kind}@`)
  return {
    /** Newest first. */
    history: async (kind: string): Promise<TableVersion[]> =>
      (await versions(kind)).map(({ value }) => value).reverse(),

    current: async (kind: string): Promise<TableVersion | null> => (await versions(kind)).at(-1)?.value ?? null,

    /** The newest version of each kind that has one. */
    async all(): Promise<Map<string, TableVersion>> {
      return new Map((await collection.list()).map(({ value }) => [value.kind, value]))
    },

    /** Every version of every kind. */
    saved: async (): Promise<TableVersion[]> => (await collection.list()).map(({ value }) => value),

    /** Null when somebody saved another version since `after` was read. */
    async save(after: number, version: Omit<TableVersion, 'number'>): Promise<TableVersion | null> {
      const number = after + 1
      const saved = { ...version, number }
      return (await collection.put(idOf(version.kind, number), saved, null)) === 'changed' ? null : saved
    },
  }
}
