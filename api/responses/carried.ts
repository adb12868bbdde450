/** Answers begun on one device, to go on with on another: encrypted by the first, opened by the second, unreadable here. */
import { createHash } from 'node:crypto'
import type { AppContext } from '../context.ts'
import { sums } from '../http/cache.ts'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'

const lifetimeMs = 7 * 24 * 3_600_000
const hourMs = 3_600_000
/** Of all copies together: some twenty thousand as people make them. One address fills less than half of it in seven days. */
export const mostCharacters = 256 * 1024 * 1024
/** Hexadecimal: an id begins with a letter or a digit. */
const idOf = (proof: string) => createHash('sha256').update(proof).digest('hex')

export function carriedIn(
  { store, now, stopwatch }: Pick<AppContext, 'store' | 'now' | 'stopwatch'>,
  most = mostCharacters,
) {
  const collection = store.collection(collections.carriedAnswers)
  const isOver = (until: string) => until <= now().toISOString()
  const all = 'all'
  const taken = sums(
    async () => new Map([[all, (await collection.list()).reduce((sum, { value }) => sum + value.sealed.length, 0)]]),
    hourMs,
    stopwatch,
  )

  return {
    /** Takes the place of what waited under the same words. @returns the whole hour until which it waits, so that no minute is stored @throws Problem carried-full */
    async save(proof: string, sealed: string): Promise<string> {
      const until = new Date(Math.ceil((now().getTime() + lifetimeMs) / hourMs) * hourMs).toISOString()
      const before = (await collection.get(idOf(proof)))?.value.sealed.length ?? 0
      if (!(await taken.add(all, sealed.length - before, most))) throw new Problem('carried-full')
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
