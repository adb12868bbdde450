/** The copies of the keyring that were proved to open the store: two are asked for, and again after a rotation. */
import { createHash } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { VerifiedCopy } from './collections.ts'
import { isInside } from './place.ts'

export const wantedCopies = 2

export function copiesIn(store: Store) {
  const copies = store.collection(collections.keyringCopies)
  return {
    async note(copy: VerifiedCopy): Promise<void> {
      const id = createHash('sha256').update(copy.name).digest('hex').slice(0, 32)
      await copies.update(id, () => copy)
    },

    /** Those that hold this master. */
    async of(master: string): Promise<VerifiedCopy[]> {
      return (await copies.list()).map(({ value }) => value).filter(({ masters }) => masters.includes(master))
    },
  }
}

/** False for the keyring in use itself, for a file beside it and for one among the data: what takes one away takes both. */
export function isElsewhere(copy: string, keyringPath: string, dataDir: string): boolean {
  const real = realpathSync(copy)
  if (isInside(real, dataDir)) return false
  const used = statSync(keyringPath, { throwIfNoEntry: false })
  const own = statSync(real)
  if (used && used.dev === own.dev && used.ino === own.ino) return false
  return !used || dirname(real) !== dirname(realpathSync(keyringPath))
}
