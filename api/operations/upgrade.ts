/** Brings stored documents to the version of this program: a verified backup first, then one step after the other, each of which may be cut short. */
import { existsSync } from 'node:fs'
import type { Keyring } from '../keys/keyring.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { backUp } from './backup.ts'
import { documentsOf, documentsVersion, setDocuments } from './documents-version.ts'

type StoreContext = { store: Store; keyring: Keyring }
type Backups = { folder: string; days: number; now: () => Date; warn?: ((sentence: string) => void) | undefined }
/** Done twice, or from the middle, it ends the same. */
type Step = (context: StoreContext) => Promise<void>

/** By the version each starts from; the first release has one version. */
const steps: Record<number, Step> = {}

/** @throws Fault when the backup cannot be made: nothing was changed */
export async function upgradeDocuments(
  context: StoreContext,
  { folder, days, now, warn }: Backups,
  all = steps,
  last = documentsVersion,
): Promise<void> {
  const { store, keyring } = context
  const from = await documentsOf(store)
  if (from === null) return setDocuments(store, last)
  if (from === last) return
  const marks = store.collection(collections.settings)
  const begun = await marks.get('upgrade')
  if (begun?.value.to !== last || !existsSync(begun.value.file ?? '')) {
    const { file } = await backUp(store, keyring, { folder, days, now: now() })
    warn?.(`Mise à jour de la base : une sauvegarde vérifiée est dans ${file}.`)
    await marks.put('upgrade', { to: last, file }, begun?.revision ?? null)
  }
  for (let version = from; version < last; version++) {
    await all[version]!(context)
    await setDocuments(store, version + 1)
  }
}
