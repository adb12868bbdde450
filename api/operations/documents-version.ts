/** Which version the stored documents are of; absent while a store is new. */
import { Fault } from '../../cli/fault.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'

/** Grows with each step of `upgrade.ts`. */
export const documentsVersion = 1

const versionIn = (store: Store) => store.collection(collections.settings)

export const documentsOf = async (store: Store): Promise<number | null> =>
  (await versionIn(store).get('documents'))?.value.version ?? null

/** @throws Fault when a later version of this program has written the documents: not a byte may be changed then */
export async function refuseNewer(store: Store): Promise<void> {
  if (((await documentsOf(store)) ?? 0) > documentsVersion) throw new Fault(newer)
}

/** Another process may have moved it on: it never goes back. */
export async function setDocuments(store: Store, version: number): Promise<void> {
  await versionIn(store).update('documents', (known) => ((known?.version ?? 0) >= version ? null : { version }))
}

const newer =
  'Cette base a été faite par une version plus récente de ce programme : installez cette version, ou restaurez une sauvegarde plus ancienne dans une base vide ; rien n’a été modifié.'
