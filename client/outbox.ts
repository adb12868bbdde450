/** What stays on the device: answers being given (per version) and sheets waiting for the network; 7 days at most. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Sheet } from '../surveys/response.ts'

/** Answers begun and not sent yet. */
export type Draft = {
  /** Id of the sheet to be, made at the start. */
  id: string
  questionnaire: string
  version: number
  channel: string
  /** The twelve words given with the receipt; they leave the device with the draft. */
  code: string[]
  drawn: Record<string, string>
  data: Record<string, unknown>
  /** Screen the person was at. */
  screen: string
  savedAt: number
}
type Waiting = { sheet: Sheet; savedAt: number }

interface Places extends DBSchema {
  drafts: { key: string; value: Draft }
  waiting: { key: string; value: Waiting }
}

export const keptDays = 7
const keptMs = keptDays * 24 * 3_600_000

let opened: Promise<IDBPDatabase<Places> | null> | undefined

/** The database of this device; null when the browser keeps nothing (private mode, storage full). */
function places() {
  opened ??= openDB<Places>('answers', 1, {
    upgrade(database) {
      database.createObjectStore('drafts', { keyPath: 'questionnaire' })
      database.createObjectStore('waiting', { keyPath: 'sheet.id' })
    },
  }).then(
    async (database) => {
      await dropOld(database)
      return database
    },
    () => null,
  )
  return opened
}

async function dropOld(database: IDBPDatabase<Places>) {
  const oldest = Date.now() - keptMs
  for (const draft of await database.getAll('drafts'))
    if (draft.savedAt < oldest) await database.delete('drafts', draft.questionnaire)
  for (const { sheet, savedAt } of await database.getAll('waiting'))
    if (savedAt < oldest) await database.delete('waiting', sheet.id)
}

/** @returns false when this device could not keep it: the person must be told */
async function kept(write: (database: IDBPDatabase<Places>) => Promise<unknown>): Promise<boolean> {
  const database = await places()
  if (database === null) return false
  return write(database).then(
    () => true,
    () => false,
  )
}

export const drafts = {
  all: async () => (await places())?.getAll('drafts') ?? [],
  of: async (slug: string) => (await places())?.get('drafts', slug),
  /** The draft of this questionnaire from now on: the one another tab has begun, or this one. */
  async begin(draft: Draft): Promise<Draft> {
    let begun = draft
    await kept(async (database) => {
      const change = database.transaction('drafts', 'readwrite')
      begun = (await change.store.get(draft.questionnaire)) ?? draft
      await change.store.put(begun)
      await change.done
    })
    return begun
  },
  keep: (draft: Draft) => kept((database) => database.put('drafts', draft)),
  drop: (slug: string) => kept((database) => database.delete('drafts', slug)),
  /** The draft a sheet was made from; another one, begun since, stays. */
  dropSent: (sheet: Sheet) =>
    kept(async (database) => {
      const change = database.transaction('drafts', 'readwrite')
      if ((await change.store.get(sheet.questionnaire))?.id === sheet.id) await change.store.delete(sheet.questionnaire)
      await change.done
    }),
}

export const waiting = {
  all: async () => (await (await places())?.getAll('waiting'))?.map(({ sheet }) => sheet) ?? [],
  /** Resolves once the device has it on disk. */
  keep: (sheet: Sheet) =>
    kept(async (database) => {
      const change = database.transaction('waiting', 'readwrite', { durability: 'strict' })
      await change.store.put({ sheet, savedAt: Date.now() })
      await change.done
    }),
  drop: (id: string) => kept((database) => database.delete('waiting', id)),
}
