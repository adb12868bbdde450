/** How often simplified French and reading aloud were used: two numbers, tied to no answer, since they hint at health. */
import type { Store } from '../store/store.ts'
import type * as wire from '../wire/public.ts'

export function usesIn(store: Store) {
  const collection = store.collection<number>('uses')
  return {
    async count(what: wire.Use['what']): Promise<void> {
      for (;;) {
        const kept = await collection.get(what)
        if ((await collection.put(what, (kept?.value ?? 0) + 1, kept?.revision ?? null)) !== 'changed') return
      }
    },
    async all(): Promise<wire.Uses> {
      const [aloud, easy] = await Promise.all([collection.get('aloud'), collection.get('easy')])
      return { aloud: aloud?.value ?? 0, easy: easy?.value ?? 0 }
    },
  }
}
