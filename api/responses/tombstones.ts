/** Sheets withdrawn by their person: only the id stays, so that neither a late retry nor an older backup brings one back. */
import type { Store } from '../store/store.ts'

/** DocumentCollection `tombstones`, by id of the sheet. */
type Tombstone = { questionnaire: string }

const tombstones = (store: Store) => store.collection<Tombstone>('tombstones')

export const wasWithdrawn = async (store: Store, id: string): Promise<boolean> =>
  (await tombstones(store).get(id)) !== null

/** The stone is laid first: whatever happens next, the sheet can only go. */
export async function bury(store: Store, id: string, questionnaire: string): Promise<void> {
  await tombstones(store).put(id, { questionnaire }, null)
  await store.responses.remove(id)
}

/**
 * After an older backup was put back: what had been withdrawn goes again.
 *
 * @param from the store whose stones are read: the restored one itself, or the one it takes the place of
 * @returns how many sheets went
 */
export async function buryAgain(store: Store, from: Store = store): Promise<number> {
  let gone = 0
  for (const { id, value } of await tombstones(from).list()) {
    if (from !== store) await tombstones(store).put(id, value, null)
    if (await store.responses.remove(id)) gone++
  }
  return gone
}
