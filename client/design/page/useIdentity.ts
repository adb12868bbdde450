/** What stays the same element when its code changes: a rename must neither take the focus away nor swallow a click. */
import { useMemo } from 'react'
import { renamedPath } from '../draft/renamed.ts'

export type Identity = ReturnType<typeof identity>

export const useIdentity = () => useMemo(identity, [])

function identity() {
  const known = new Map<string, number>()
  let next = 0
  return {
    /** @param path of an element, as it is now */
    of(path: string): number {
      const own = known.get(path) ?? next++
      known.set(path, own)
      return own
    },
    /** The element of one path goes under another, and all that stands in it. */
    renamed(from: string, to: string): void {
      for (const [path, own] of [...known]) {
        const now = renamedPath(path, from, to)
        if (now === path) continue
        known.delete(path)
        known.set(now, own)
      }
    },
  }
}
