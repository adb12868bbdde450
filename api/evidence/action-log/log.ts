/** The action log in the store: noted once, corrected with its history, removed with a reason; nothing is ever lost from it. */
import { mask } from '../../../analysis/text/mask.ts'
import { type LogEntry, seriesOf } from '../../../surveys/action-log/entry.ts'
import { ages, origins } from '../../../surveys/action-log/rows.ts'
import { actions, objectives } from '../../../surveys/authority/plan.ts'
import { collections } from '../../store/collections.ts'
import type { Store, Stored } from '../../store/store.ts'
import { type LoggedDocument, type StoredEntry, typedOf } from './collections.ts'

export type Author = { by: string; name: string; at: string }
export type Logged = Stored<LoggedDocument>
export type Saved =
  | { outcome: 'new' | 'same' | 'corrected'; revision: number }
  /** Somebody corrected it meanwhile, or it was removed. */
  | { outcome: 'changed' }
  /** Another entry has the same activity, commune and day. */
  | { outcome: 'asked'; like: Logged }

/** A row that was read in a table: under which id, over which revision (null = a new entry). */
export type TableRow = { id: string; entry: LogEntry; revision: number | null; outcome: string }

export type ActionLog = ReturnType<typeof actionLogIn>

export function actionLogIn(store: Store) {
  const documents = store.collection(collections.actionLog)

  /** What is in the log, the newest day first; removed entries are left out. */
  const all = async (): Promise<Logged[]> =>
    (await documents.list())
      .filter(({ value }) => value.removed === null)
      .toSorted((a, b) => b.value.entry.day.localeCompare(a.value.entry.day) || a.id.localeCompare(b.id))

  return {
    all,
    /** Removed entries included. */
    everything: (): Promise<Logged[]> => documents.list(),
    get: (id: string): Promise<Logged | null> => documents.get(id),

    /**
     * Notes an entry, or corrects it.
     *
     * @param revision of what is corrected; null = a new one, which sent again is `same`
     * @param isAnother the person said that it is not the one it resembles
     */
    async save(
      id: string,
      entry: LogEntry,
      author: Author,
      { revision, isAnother }: { revision: number | null; isAnother: boolean },
    ): Promise<Saved> {
      const found = await documents.get(id)
      if (revision === null) {
        if (found) return { outcome: 'same', revision: found.revision }
        const like = isAnother ? null : alike(await all(), id, entry)
        if (like) return { outcome: 'asked', like }
        const value = { ...read(storedOf(entry)), ...author, history: [], removed: null, exit: null }
        const made = await documents.put(id, value, null)
        return made === 'changed' ? { outcome: 'same', revision: 1 } : { outcome: 'new', revision: made }
      }
      if (!found || found.revision !== revision || found.value.removed !== null) return { outcome: 'changed' }
      const stored = storedOf(entry, found.value.entry)
      if (JSON.stringify(stored) === JSON.stringify(found.value.entry)) return { outcome: 'same', revision }
      const history = [...found.value.history, { ...author, before: found.value.entry }]
      const made = await documents.put(id, { ...found.value, ...read(stored), history }, revision)
      return made === 'changed' ? { outcome: 'changed' } : { outcome: 'corrected', revision: made }
    },

    /**
     * Stores the rows of a table that was read: new ones and corrections; the others are left out.
     *
     * @returns how many were stored
     */
    async saveAll(rows: readonly TableRow[], author: Author): Promise<number> {
      const wanted = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'corrected')
      let stored = 0
      // together, the store writes them to the disk in groups
      for (let from = 0; from < wanted.length; from += 100)
        await Promise.all(
          wanted.slice(from, from + 100).map(async ({ id, entry, revision }) => {
            const before = revision === null ? null : ((await documents.get(id))?.value ?? null)
            const value = before
              ? {
                  ...before,
                  ...read(storedOf(entry, before.entry)),
                  history: [...before.history, { ...author, before: before.entry }],
                }
              : { ...read(storedOf(entry)), ...author, history: [], removed: null, exit: null }
            if ((await documents.put(id, value, revision)) !== 'changed') stored++
          }),
        )
      return stored
    },

    /** @returns false when there is no such entry, or when it was removed before */
    async remove(id: string, author: Author, why: string): Promise<boolean> {
      const found = await documents.get(id)
      if (!found || found.value.removed !== null) return false
      await documents.update(id, (before) => before && { ...before, removed: { ...author, why } })
      if (found.value.exit !== null) await store.collection(collections.exitAnswers).remove(found.value.exit)
      return true
    },

    /** Notes the code of the exit questions, unless it has one. @returns the code it has now */
    async giveExit(id: string, code: string): Promise<string | null> {
      const document = await documents.update(id, (before) => before && { ...before, exit: before.exit ?? code })
      return document?.value.exit ?? null
    },
  }
}

const read = (entry: StoredEntry) => ({ entry, hasName: mask(entry.note).found.length > 0 })

/** Another entry of the same activity, commune and day. */
export const alike = (all: readonly Logged[], id: string, entry: LogEntry): Logged | null =>
  all.find(
    (other) =>
      other.id !== id && other.value.entry.day === entry.day && seriesOf(other.value.entry) === seriesOf(entry),
  ) ?? null

/**
 * @param before the entry that is corrected: what it served stays in the words of then
 * @returns with the words of the plan beside its numbers
 */
export function storedOf(entry: LogEntry, before?: StoredEntry): StoredEntry {
  const titleOf = (
    number: number,
    known: readonly { number: number; title: string }[],
    then: { number: number; title: string }[],
  ) => ({
    number,
    title: (then.find((one) => one.number === number) ?? known.find((one) => one.number === number))?.title ?? '',
  })
  const { objectives: served, action, ...rest } = tidied(entry)
  return {
    ...rest,
    objectives: served.map((number) => titleOf(number, objectives(), before?.objectives ?? [])),
    action: action === null ? null : titleOf(action, actions(), before?.action ? [before.action] : []),
  }
}

const tidied = (entry: LogEntry): LogEntry => ({
  ...entry,
  activity: entry.activity.trim().replace(/\s+/g, ' '),
  why: entry.why.trim(),
  pilot: entry.pilot.trim(),
  partners: [...new Set(entry.partners.map((partner) => partner.trim()).filter((partner) => partner !== ''))],
  ages: inOrder(ages, entry.ages),
  origins: inOrder(origins, entry.origins),
  note: entry.note.trim(),
  objectives: [...new Set(entry.objectives)].toSorted((a, b) => a - b),
})

/** The classes that were counted, in the order of their rows, so that the same counts are the same text. */
const inOrder = <Name extends string>(names: readonly Name[], counts: Partial<Record<Name, number>>) =>
  Object.fromEntries(names.flatMap((name) => (counts[name] === undefined ? [] : [[name, counts[name]]]))) as Partial<
    Record<Name, number>
  >

export const typedEntries = (all: readonly Logged[]) =>
  all.map(({ id, value }) => ({ id, entry: typedOf(value.entry) }))
