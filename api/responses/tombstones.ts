/** Responses withdrawn by their person: only the id stays, so that a late retry brings none back. */
import type { Store } from '../store/store.ts'

/** DocumentCollection `tombstones`, by id of the response. */
type Tombstone = { questionnaire: string }

export const tombstonesIn = (store: Store) => store.collection<Tombstone>('tombstones')

export const wasWithdrawn = async (store: Store, id: string): Promise<boolean> =>
  (await tombstonesIn(store).get(id)) !== null

/** The stone is laid first: whatever happens next, the response can only go. @returns how many were there */
export async function bury(store: Store, id: string, questionnaire: string): Promise<number> {
  await tombstonesIn(store).put(id, { questionnaire }, null)
  return Number(await store.responses.remove(id))
}
