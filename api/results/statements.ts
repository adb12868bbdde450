/** What documents have published of a questionnaire, publications and reports alike: each is checked against all before it. */

import { freeze, reopen } from '../../analysis/disclosure/publication.ts'
import { baseShown } from '../../analysis/disclosure/rules.ts'
import { type Assessed, assessStudy } from '../../analysis/findings/assessment.ts'
import { dayOf } from '../../surveys/days.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { ReadStudy } from '../responses/read-study.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Statement, StoredSnapshot } from './collections.ts'
import { frozenStudy } from './frozen-study.ts'

export type { Statement }

/** Collection `reports`, by `slug@number`: what the reports of the command line published. */
export function reportsIn(store: Store) {
  const collection = store.collection(collections.reports)
  const idOf = (slug: string, number: number) => `${slug}@${String(number).padStart(6, '0')}`
  async function all(slug: string): Promise<Statement[]> {
    const stored = await collection.list(`${slug}@`)
    for (const { value } of stored) await reopen(value.document)
    return stored.map(({ value }) => value)
  }
  return {
    /** Oldest first. */
    all,
    /** False when another report was written meanwhile. */
    save: async (slug: string, statement: Statement): Promise<boolean> =>
      (await collection.put(idOf(slug, (await all(slug)).length + 1), statement, null)) !== 'changed',
  }
}

/** Of several lists of statements, those about the same kind of answers (trial responses are other people), oldest first. */
export const inOrder = (study: Pick<ReadStudy, 'trial'>, ...lists: readonly Statement[][]): Statement[] =>
  lists
    .flat()
    .filter(({ surveyed }) => surveyed.trial === study.trial)
    .toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1))

/** All that may be published of the responses of a snapshot. */
export async function statementOf(
  { study, name }: { study: ReadStudy; name: string },
  id: string,
  at: string,
): Promise<Statement> {
  const { published, questionnaire: _, ...assessed } = assessStudy(study)
  const { zones, responses } = study
  return {
    ...assessed,
    madeAt: at,
    zoning: { name: zones.name, provisional: zones.provisional, date: zones.date, source: zones.source },
    document: await freeze(published, { id, date: dayOf(at), snapshot: name, responses: baseShown(responses) }),
  }
}

/**
 * What a report publishes today: the last statement again where answers, tables and version are the same or too few responses came
 * since, else a new one.
 *
 * @param before statements on the same kind of responses, oldest first
 * @param withAside the study counts what a person has set aside: a new statement says so
 * @returns `next`: the snapshot to insert with it; `isNew`: to be stored; `late`: why an earlier one is published again
 */
export async function statementToday(
  store: Store,
  study: ReadStudy,
  before: readonly Statement[],
  at: string,
  withAside = false,
): Promise<{ statement: Statement; isNew: boolean; late: string | null; next: StoredSnapshot | null }> {
  const id = `rapport du ${dayOf(at)} (${before.length + 1})`
  const last = before.at(-1)
  const frozen = await frozenStudy(store, study, at, last?.document ?? null)
  if ('refused' in frozen) {
    // nothing is large enough to be published: the report says so
    const statement = last ?? (await statementOf({ study, name: study.digest }, id, at))
    return { statement, isNew: false, late: last ? frozen.refused : null, next: null }
  }
  const same = before.findLast(({ document }) => document.snapshot === frozen.name)
  if (same) return { statement: same, isNew: false, late: null, next: null }
  const statement = await statementOf(frozen, id, at)
  if (withAside && frozen.next !== null) statement.surveyed.withAside = true
  return { statement, isNew: true, late: null, next: frozen.next }
}

/** A statement as a report reads it. */
export const assessedOf = (questionnaire: Questionnaire, statement: Statement): Omit<Assessed, 'published'> => ({
  questionnaire,
  ...statement,
})
