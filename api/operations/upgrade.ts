/** Brings stored documents to the version of this program: a verified backup first, then one step after the other, each of which may be cut short. */
import { existsSync } from 'node:fs'
import type { Ledger } from '../erasure/ledger.ts'
import type { Keyring } from '../keys/keyring.ts'
import { tombstonesIn } from '../responses/tombstones.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { backUp } from './backup.ts'
import { documentsOf, documentsVersion, setDocuments } from './documents-version.ts'

export type StoreContext = { store: Store; keyring: Keyring; ledger: Ledger }
type What = { folder: string; days: number; now: () => Date; warn?: ((sentence: string) => void) | undefined }

/** By the version it starts from. Done twice, or from the middle, a step ends the same. */
const steps: Record<number, (context: StoreContext) => Promise<void>> = { 0: tombstonesIntoLedger }

/** @throws Fault when the backup cannot be made: nothing was changed */
export async function upgradeDocuments(context: StoreContext, { folder, days, now, warn }: What): Promise<void> {
  const { store, keyring } = context
  const from = await documentsOf(store)
  if (from === documentsVersion) return
  if (!(await isUsed(store))) return setDocuments(store, documentsVersion)
  const marks = store.collection(collections.settings)
  const begun = await marks.get('upgrade')
  if (begun?.value.to !== documentsVersion || !existsSync(begun.value.file ?? '')) {
    const { file } = await backUp(store, keyring, { folder, days, now: now() })
    warn?.(`Mise à jour de la base : une sauvegarde vérifiée est dans ${file}.`)
    await marks.put('upgrade', { to: documentsVersion, file }, begun?.revision ?? null)
  }
  for (let version = from; version < documentsVersion; version++) {
    await steps[version]!(context)
    await setDocuments(store, version + 1)
  }
}

const isUsed = async (store: Store) => (await store.documents(collections.questionnaires.name).list()).length > 0

/** What was withdrawn before there was a ledger is in it too. */
async function tombstonesIntoLedger({ store, ledger }: StoreContext): Promise<void> {
  await ledger.open()
  const known = new Set((await ledger.entries()).map(({ id }) => id))
  for (const { id, value } of await tombstonesIn(store).list())
    if (!known.has(id)) await ledger.record('response', id, value.questionnaire)
}
