/** Which results everybody may read: one decision of the staff at a time, with who took it and when; nothing is public without one. */
import { collections } from '../../store/collections.ts'
import { historyIn } from '../../store/history.ts'
import type { Store } from '../../store/store.ts'
import type { PublicResults } from '../collections.ts'

export type OpenedResults = ReturnType<typeof openedIn>

export function openedIn(store: Store) {
  const decisions = historyIn(store.collection(collections.publicResults))
  return {
    /** The last decision on a questionnaire; null = there was none. */
    last: async (slug: string): Promise<PublicResults | null> => (await decisions.of(slug)).at(-1) ?? null,

    /** The last decision on each questionnaire that had one. */
    all: async (): Promise<{ slug: string; last: PublicResults }[]> =>
      (await decisions.all()).flatMap(({ id, history }) => {
        const last = history.at(-1)
        return last ? [{ slug: id, last }] : []
      }),

    note: (slug: string, decision: PublicResults) => decisions.add(slug, () => decision),
  }
}
