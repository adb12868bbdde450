/** What the committee decided on a finding, and when: added to, never changed. */
import { objectiveOf } from '../../surveys/authority/plan.ts'
import { wordsOn } from '../authority/versions.ts'
import type { DataContext } from '../data-context.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Decision } from './collections.ts'

export type { Decision }

export type Decisions = ReturnType<typeof decisionsIn>

export function decisionsIn(store: Store) {
  const collection = store.collection(collections.decisions)
  const idOf = (slug: string, indicator: string) => `${slug}@${indicator}`
  return {
    /** Oldest first. */
    history: async (slug: string, indicator: string): Promise<Decision[]> =>
      (await collection.get(idOf(slug, indicator)))?.value.history ?? [],

    async add(slug: string, indicator: string, decision: Decision): Promise<void> {
      await collection.update(idOf(slug, indicator), (before) => ({ history: [...(before?.history ?? []), decision] }))
    },
  }
}

/** A decision shows the words its objective had on its day, when an amendment has changed them since. */
export async function withWordsThen(
  { authority }: DataContext,
  objective: number,
  taken: readonly Decision[],
): Promise<(Decision & { wordsThen: string | null })[]> {
  const versions = taken.length === 0 ? [] : await authority.history()
  const today = objectiveOf(objective)?.title ?? null
  return taken.map((decision) => {
    const then = wordsOn(versions, objective, decision.date)
    return { ...decision, wordsThen: then === today ? null : then }
  })
}
