/** Proves what a copy of the keyring decrypts: every key of the store, and one response of each. */

import type { Store } from '../store/store.ts'
import { responseOpensWith } from './encryption.ts'
import { type KeyringFile, mastersOf } from './keyring-file.ts'
import { frenchUse } from './unopened.ts'
import { type KeyEntry, keyOfRoot, type Use, wrappedKeysIn } from './wrapped-keys.ts'

export type CopyReport = {
  isWhole: boolean
  /** The copy belongs to this store. */
  isOwn: boolean
  /** Ids of the masters it lacks and that the keyring in use has. */
  lacksMasters: string[]
  /** Every questionnaire, and what else is encrypted. */
  uses: { use: Use; name: string; opens: boolean }[]
}

/**
 * @param identity id of the store
 * @param needed masters of the keyring in use
 */
export async function verifiedCopy(
  store: Store,
  identity: string,
  copy: KeyringFile,
  needed: readonly string[] = [],
): Promise<CopyReport> {
  const isOwn = copy.store === identity
  const masters = mastersOf(copy)
  const keys = wrappedKeysIn(store, identity)
  const entries = await keys.list()
  const roots = new Map(entries.map((entry) => [entry.id, rootIn(entry)]))

  function rootIn(entry: KeyEntry): Uint8Array | null {
    const master = masters.get(entry.master)
    try {
      return master ? keys.open(entry, master) : null
    } catch {
      return null
    }
  }

  const opens = new Map<Use, boolean>()
  const note = (use: Use, isOpen: boolean) => opens.set(use, (opens.get(use) ?? true) && isOpen)
  for (const { id, use } of entries) note(use, roots.get(id) !== null)
  for (const { key, questionnaire, id } of await store.responses.keySamples()) {
    const root = roots.get(key)
    const row = root ? await store.responses.get(id) : null
    // a response withdrawn just now leaves the key itself as the proof
    note(
      `questionnaire/${questionnaire}`,
      Boolean(root) && (row === null || responseOpensWith(row, keyOfRoot(key, root!))),
    )
  }
  const uses = [...opens].map(([use, isOpen]) => ({ use, name: frenchUse(use), opens: isOpen }))
  const lacksMasters = needed.filter((id) => !masters.has(id))
  return { isWhole: isOwn && lacksMasters.length === 0 && uses.every((use) => use.opens), isOwn, lacksMasters, uses }
}
