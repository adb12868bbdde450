/** How often simplified French and reading aloud were used: two numbers, tied to no answer, since they hint at health. */
import type { Store } from './store/store.ts'
import type * as wire from './wire.ts'

export function usesIn(store: Store) {
  const shelf = store.shelf<number>('uses')
  return {
    async count(what: wire.Use['what']): Promise<void> {
      for (;;) {
        const kept = await shelf.get(what)
        if ((await shelf.put(what, (kept?.value ?? 0) + 1, kept?.revision ?? null)) !== 'changed') return
      }
    },
    async all(): Promise<wire.Uses> {
      const [aloud, easy] = await Promise.all([shelf.get('aloud'), shelf.get('easy')])
      return { aloud: aloud?.value ?? 0, easy: easy?.value ?? 0 }
    },
  }
}
