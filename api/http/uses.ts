/** How often simplified French and reading aloud were used: two numbers, tied to no answer, since they hint at health. */

import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type * as wire from '../wire/public.ts'

export function usesIn(store: Store) {
  const collection = store.collection(collections.uses)
  return {
    async count(what: wire.Use['what']): Promise<void> {
      await collection.update(what, (before) => (before ?? 0) + 1)
    },
    async all(): Promise<wire.Uses> {
      const [aloud, easy] = await Promise.all([collection.get('aloud'), collection.get('easy')])
      return { aloud: aloud?.value ?? 0, easy: easy?.value ?? 0 }
    },
  }
}
