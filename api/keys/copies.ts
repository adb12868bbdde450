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
    /**
     * One file counts once, whatever it is called; and one name is one file, the last.
     *
     * @param path of the copy, links followed
     * @returns the other name under which this file was noted; null when there was none
     */
    async note(copy: VerifiedCopy, path: string): Promise<string | null> {
      const id = idOf(path)
      const before = (await copies.list()).find((one) => one.id === id)?.value.name ?? null
      for (const { id: other, value } of await copies.list())
        if (other !== id && value.name === copy.name) await copies.remove(other)
      await copies.update(id, () => copy)
      return before === copy.name ? null : before
    },

    /** Those that hold this master. */
    async of(master: string): Promise<VerifiedCopy[]> {
      return (await copies.list()).map(({ value }) => value).filter(({ masters }) => masters.includes(master))
    },
  }
}

/** What a file keeps when it is called otherwise or read by fewer: its place on the disk, and when it was written. */
function idOf(path: string): string {
  const { dev, ino, birthtimeMs, mtimeMs } = statSync(path)
  return createHash('sha256').update([dev, ino, birthtimeMs, mtimeMs].join()).digest('hex').slice(0, 32)
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
