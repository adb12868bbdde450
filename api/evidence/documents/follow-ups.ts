/** Where each action of the plan stands: added to, never changed. */
import { collections } from '../../store/collections.ts'
import type { Store } from '../../store/store.ts'
import type { StoredFollowUp } from './collections.ts'

export function followUpsIn(store: Store) {
  const collection = store.collection(collections.followUps)
  return {
    /** Oldest first. */
    history: async (action: number): Promise<StoredFollowUp[]> =>
      (await collection.get(String(action)))?.value.history ?? [],

    async add(action: number, followUp: StoredFollowUp): Promise<void> {
      await collection.update(String(action), (before) => ({ history: [...(before?.history ?? []), followUp] }))
    },
  }
}
