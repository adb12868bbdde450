/** The random id a store shares with its keyring: by it the start distinguishes an empty base beside a used keyring from a new one. */
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'

const settings = (store: Pick<Store, 'collection'>) => store.collection(collections.settings)

export const identityOf = async (store: Pick<Store, 'collection'>): Promise<string | null> =>
  (await settings(store).get('keyring'))?.value.id ?? null

/** Gives the store this id unless it has one; returns the one it has. */
export async function identified(store: Pick<Store, 'collection'>, id: string): Promise<string> {
  await settings(store).put('keyring', { id }, null)
  return (await identityOf(store)) ?? id
}
