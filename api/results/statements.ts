/** What documents have published of a questionnaire, publications and reports alike: each is checked against all before it. */

import { policies } from '../../analysis/disclosure/policy.ts'
import { type Publication, refusal } from '../../analysis/disclosure/publication.ts'
import type { Assessed } from '../../analysis/findings/assessment.ts'
import { carried } from '../../analysis/findings/carried.ts'
import { dayOf } from '../../surveys/days.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { ReadStudy } from '../responses/studies.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Statement, StoredStatement } from './collections.ts'

export type { Statement }

const unsaid: Statement['answered'] = {
  grids: [],
  sentences: [
    'Cette publication ne dit pas qui a répondu : elle est plus ancienne que cette partie. La prochaine le dira.',
  ],
}

/** A statement read again: the oldest ones say neither who answered nor what changed. */
export const readAgain = <Stored extends StoredStatement>(
  stored: Stored,
): Stored & Pick<Statement, 'answered' | 'waves'> => ({
  ...stored,
  answered: stored.answered ?? unsaid,
  waves: stored.waves ?? null,
})

/** Disclosure control and the solver come with it: the first publication read loads them, not the start. */
export const reopened = async (document: Publication): Promise<Publication> =>
  (await import('../../analysis/disclosure/gate.ts')).reopen(document)

/** Collection `reports`, by `slug@number`: what the reports of the command line published. */
export function reportsIn(store: Store) {
  const collection = store.collection(collections.reports)
  const idOf = (slug: string, number: number) => `${slug}@${String(number).padStart(6, '0')}`
  async function all(slug: string): Promise<Statement[]> {
    const stored = await collection.list(`${slug}@`)
    for (const { value } of stored) await reopened(value.document)
    return stored.map(({ value }) => readAgain(value))
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

/** All that may be published of these answers beside everything published before. @throws RangeError too soon after the last one */
export async function statementOf(study: ReadStudy, before: readonly Statement[], id: string, at: string) {
  const { freeze } = await import('../../analysis/disclosure/gate.ts')
  const { assessStudy } = await import('../../analysis/findings/assessment.ts')
  const documents = before.map(({ document }) => document)
  const { published, questionnaire: _, ...assessed } = assessStudy(study, study.digest, documents)
  const { zones, digest, responses } = study
  const state = { id, date: dayOf(at), snapshot: digest, responses }
  const statement: Statement = {
    ...assessed,
    findings: carried(
      assessed.findings,
      before.map(({ findings, document }) => ({ findings, day: document.date })),
    ),
    madeAt: at,
    zoning: { name: zones.name, provisional: zones.provisional, date: zones.date, source: zones.source },
    document: await freeze(published, state),
  }
  return { statement, state }
}

/**
 * What a report says today: the last statement again where the answers are the same or too few came since, else a new one.
 *
 * @param withAside the study counts what a person has set aside: a new statement says so
 * @returns `isNew`: to be saved, so that the next one is checked against it; `late`: why an earlier one is reported again
 */
export async function statementToday(
  study: ReadStudy,
  before: readonly Statement[],
  at: string,
  withAside = false,
): Promise<{ statement: Statement; isNew: boolean; late: string | null }> {
  const { digest: snapshot, responses } = study
  const last = before.at(-1)
  const same = before.findLast(({ document }) => document.snapshot === snapshot)
  if (same) return { statement: same, isNew: false, late: null }
  const late = refusal(
    { snapshot, responses },
    before.map(({ document }) => document),
    policies.document,
  )
  if (late !== null && last) return { statement: last, isNew: false, late }
  const { statement } = await statementOf(study, before, `rapport du ${dayOf(at)} (${before.length + 1})`, at)
  if (withAside) statement.surveyed.withAside = true
  return { statement, isNew: true, late: null }
}

/** A statement as a report reads it. */
export const assessedOf = (questionnaire: Questionnaire, statement: Statement): Omit<Assessed, 'published'> => ({
  questionnaire,
  ...statement,
})
