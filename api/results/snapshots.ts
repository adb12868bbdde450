/** Snapshots of a questionnaire as they are stored, and the secret of its record keys. */
import { createHash } from 'node:crypto'
import type { Arrival } from '../../analysis/disclosure/membership.ts'
import type { RecordSecret } from '../../analysis/disclosure/record-key.ts'
import type { ZoneTable } from '../../surveys/authority/territory.ts'
import type { DataContext } from '../data-context.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { StoredSnapshot } from './collections.ts'

export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
export const zonesName = (zones: ZoneTable): string => hashOf(zones.rows)

export function snapshotsIn(store: Store) {
  const collection = store.collection(collections.snapshots)
  const prefixOf = (slug: string, trial: boolean) => `${slug}@${trial ? 'trial' : 'live'}@`
  const idOf = (slug: string, trial: boolean, number: number) =>
    `${prefixOf(slug, trial)}${String(number).padStart(6, '0')}`
  return {
    /** Oldest first; trial responses are other people. */
    async all(slug: string, trial: boolean): Promise<StoredSnapshot[]> {
      return (await collection.list(prefixOf(slug, trial))).map(({ value }) => value)
    },
    /** False when another process was faster. */
    insert: async (slug: string, trial: boolean, snapshot: StoredSnapshot): Promise<boolean> =>
      (await collection.put(idOf(slug, trial, snapshot.number), snapshot, null)) !== 'changed',
  }
}

/**
 * The secret of the record keys of a questionnaire: from the first key it ever had, so that no rotation changes the noise; zones
 * drawn afresh after a publication begin another epoch.
 */
export async function recordSecretOf(
  { store, keyring }: Pick<DataContext, 'store' | 'keyring'>,
  slug: string,
  trial: boolean,
  zones: ZoneTable,
): Promise<RecordSecret> {
  const last = (await snapshotsIn(store).all(slug, trial)).at(-1)
  return recordSecretAt(keyring, slug, last === undefined ? 0 : last.epoch + Number(last.zones !== zonesName(zones)))
}

export async function recordSecretAt(
  keyring: DataContext['keyring'],
  slug: string,
  epoch: number,
): Promise<RecordSecret> {
  const [first] = await keyring.keysOf(slug)
  // without a key there is no response to count
  return { key: first?.records ?? new Uint8Array(32), epoch }
}

/** The responses of a study as it stands for disclosure control. */
export type Members = {
  tokens: string[]
  arrivals: Arrival[]
  /** SHA-256 of what each one answered, texts not read yet included, hexadecimal. */
  contents: string[]
  /** What stands for it under the key of the questionnaire. */
  digests: string[]
}
