/** Copies the draft being written onto this device until the server has it: a lost network or session loses nothing. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

export type DeviceCopy = {
  slug: string
  /** Revision it was written on. */
  revision: number
  questionnaire: Questionnaire
  /** What the server had at that revision: what both started from, when somebody has changed it since. Absent from the oldest. */
  base?: Questionnaire
  /** Login of who wrote it: a shared computer shows it to nobody else. */
  by: string
  at: number
}
interface Schema extends DBSchema {
  drafts: { key: [string, string]; value: DeviceCopy }
}

let opened: Promise<IDBPDatabase<Schema> | null> | undefined

/** Null when the browser stores nothing. */
function database() {
  opened ??= openDB<Schema>('design', 1, {
    upgrade(base) {
      base.createObjectStore('drafts', { keyPath: ['slug', 'by'] })
    },
  }).catch(() => null)
  return opened
}

export const deviceCopies = {
  get: async (slug: string, by: string): Promise<DeviceCopy | null> =>
    (await (await database())?.get('drafts', [slug, by])) ?? null,
  async put(draft: DeviceCopy): Promise<void> {
    await (await database())?.put('drafts', draft)
  },
  async drop(slug: string, by: string): Promise<void> {
    await (await database())?.delete('drafts', [slug, by])
  },
}
