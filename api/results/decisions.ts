/** What the committee decided on a finding, and when: added to, never changed. */
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
