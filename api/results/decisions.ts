/** What the committee decided on a finding, and when: added to, never changed. */
import { Problem } from '../http/problems.ts'
import type { Store } from '../store/store.ts'

export type Decision = {
  text: string /** ISO day. */
  date: string
  by: string
  at: string /** Publication it was taken on. */
  publication: number
}

export type Decisions = ReturnType<typeof decisionsIn>

export function decisionsIn(store: Store) {
  const collection = store.collection<{ history: Decision[] }>('decisions')
  const idOf = (slug: string, indicator: string) => `${slug}@${indicator}`
  return {
    /** Oldest first. */
    history: async (slug: string, indicator: string): Promise<Decision[]> =>
      (await collection.get(idOf(slug, indicator)))?.value.history ?? [],

    async add(slug: string, indicator: string, decision: Decision): Promise<void> {
      const kept = await collection.get(idOf(slug, indicator))
      const history = [...(kept?.value.history ?? []), decision]
      if ((await collection.put(idOf(slug, indicator), { history }, kept?.revision ?? null)) === 'changed')
        throw new Problem('changed-meanwhile')
    },
  }
}
