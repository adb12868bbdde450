/** A questionnaire with many responses, read by as many threads as the machine has cores: each takes ranges of ids. */
import { availableParallelism } from 'node:os'
import type { Part } from '../../analysis/columns/columns.ts'
import { threadOf } from '../../analysis/threads/thread.ts'
import type { StoreAccess } from '../config.ts'
import { everyId, type IdRange } from '../store/store.ts'

/** `out`: ids of the responses set aside; `epoch`: of the record keys. */
export type RangeAsked = { slug: string; version: number; trial: boolean; out: string[]; epoch: number }
/** `stored`: rows of the range; `responses`: what is remembered of them by id, as JSON. */
export type RangeRead = { stored: number; responses: string; part: Omit<Part, 'ids'> }
export type RangeTasks = {
  range: { input: RangeAsked & { ids: IdRange }; note: { read: number }; output: RangeRead }
}

/** `from`: responses below which starting threads takes about what they save; `each`: responses of a range, more or less. */
export type Readers = { place: StoreAccess; from: number; each: number }

export const readersAt = (place: StoreAccess): Readers => ({ place, from: 200_000, each: 10_000 })

/**
 * The ranges in the order of the ids. Each thread opens store and keyring itself: no key travels.
 *
 * @param stored how many responses there are
 * @param read called with the number of responses read so far, in all
 * @throws Error when a thread fails
 */
export async function* readRanges(
  { place, each }: Readers,
  stored: number,
  asked: RangeAsked,
  read: (responses: number) => void,
): AsyncGenerator<RangeRead> {
  const ranges = rangesOf(Math.ceil(stored / each))
  const count = Math.min(ranges.length, availableParallelism())
  const body = new URL('./range-worker.ts', import.meta.url)
  const threads = Array.from({ length: count }, () => threadOf<RangeTasks>(body, { data: place }))
  const done = ranges.map(() => 0)
  try {
    const replies = ranges.map((ids, at) => {
      const onNote = (note: { read: number }) => {
        done[at] = note.read
        read(done.reduce((sum, one) => sum + one, 0))
      }
      return threads[at % count]!.ask('range', { ...asked, ids }, { onNote })
    })
    // of several that fail, the first is thrown
    for (const reply of replies) reply.catch(() => {})
    for (const reply of replies) yield await reply
  } finally {
    await Promise.all(threads.map((thread) => thread.close()))
  }
}

/** As many ranges of UUIDs, which are drawn evenly; together they hold every id, whatever it is. */
function rangesOf(count: number): IdRange[] {
  const bounds = Array.from({ length: count - 1 }, (_, at) =>
    Math.floor(((at + 1) * 2 ** 32) / count)
      .toString(16)
      .padStart(8, '0'),
  )
  return ['', ...bounds].map((after, at) => ({ after, upTo: bounds[at] ?? everyId.upTo }))
}
