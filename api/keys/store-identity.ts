/** The random id a store shares with its keyring: by it the start distinguishes an empty base beside a used keyring from a new one. */
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'

/** Document `keyring` of the settings. Without `format` the keys are still in the keyring file. */
export type StoreIdentity = { id: string; format?: 2 }

const settings = (store: Pick<Store, 'collection'>) => store.collection(collections.settings)

export async function identityOf(store: Pick<Store, 'collection'>): Promise<StoreIdentity | null> {
  const { id, format } = (await settings(store).get('keyring'))?.value ?? {}
  return id === undefined ? null : { id, ...(format === 2 ? { format } : {}) }
}

/** Gives the store this id unless it has one; returns the one it has. */
export async function identified(store: Pick<Store, 'collection'>, identity: StoreIdentity): Promise<StoreIdentity> {
  await settings(store).put('keyring', identity, null)
  return (await identityOf(store)) ?? identity
}

/** Notes that the keys of this store are in the store. */
export async function markMigrated(store: Pick<Store, 'collection'>, id: string): Promise<void> {
  await settings(store).update('keyring', (known) => (known?.format === 2 ? null : { id, format: 2 }))
}
