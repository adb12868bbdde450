/** Which version the stored documents are of; absent in stores from before versions were numbered. */
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'

/** Grows with each step of `upgrade.ts`. */
export const documentsVersion = 1

const versionIn = (store: Store) => store.collection(collections.settings)

export async function documentsOf(store: Store): Promise<number> {
  return (await versionIn(store).get('documents'))?.value.version ?? 0
}

/** Another process may have moved it on: it never goes back. */
export async function setDocuments(store: Store, version: number): Promise<void> {
  await versionIn(store).update('documents', (known) => ((known?.version ?? 0) >= version ? null : { version }))
}
