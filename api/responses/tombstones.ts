/** Responses withdrawn by their person: only the id stays, so that a late retry brings none back. */
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'

export const tombstonesIn = (store: Store) => store.collection(collections.tombstones)

/** Unchecked: that there is one is all that counts. */
export const wasWithdrawn = async (store: Store, id: string): Promise<boolean> =>
  (await store.documents(collections.tombstones.name).get(id)) !== null

/** Writes the tombstone first: whatever happens next, the response can only go, with what waits of it. @returns how many were there */
export async function removeWithTombstone(store: Store, id: string, questionnaire: string): Promise<number> {
  await tombstonesIn(store).put(id, { questionnaire }, null)
  const isAside = await store.documents(collections.kioskQuarantine.name).remove(id)
  const isGone = await store.responses.remove(id)
  return Number(isGone || isAside)
}
