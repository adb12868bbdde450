/** Answers begun on one device, to go on with on another: encrypted by the first, opened by the second, unreadable here. */
import { createHash } from 'node:crypto'
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'

const lifetimeMs = 7 * 24 * 3_600_000
const hourMs = 3_600_000
/** Hexadecimal: an id begins with a letter or a digit. */
const idOf = (proof: string) => createHash('sha256').update(proof).digest('hex')

export function carriedIn({ store, now }: Pick<AppContext, 'store' | 'now'>) {
  const collection = store.collection(collections.carriedAnswers)
  const isOver = (until: string) => until <= now().toISOString()

  return {
    /** Takes the place of what waited under the same words. @returns the whole hour until which it waits, so that no minute is stored */
    async save(proof: string, sealed: string): Promise<string> {
      const until = new Date(Math.ceil((now().getTime() + lifetimeMs) / hourMs) * hourMs).toISOString()
      await collection.update(idOf(proof), () => ({ sealed, until }))
      return until
    },

    /** null once its time is over, purged or not. */
    async read(proof: string): Promise<{ sealed: string; until: string } | null> {
      const stored = await collection.get(idOf(proof))
      return stored && !isOver(stored.value.until) ? stored.value : null
    },

    async erase(proof: string): Promise<void> {
      await collection.remove(idOf(proof))
    },

    /** What was saved again meanwhile stays. */
    async sweep(): Promise<void> {
      for (const { id, revision, value } of await collection.list())
        if (isOver(value.until)) await collection.remove(id, revision)
    },
  }
}
