/** Remembers what was computed of each response by its digest, so that a known response is not decrypted again. */
import type { Response } from '../../surveys/answers/response.ts'
import type { DataContext } from '../data-context.ts'
import { lookAt, responsesOf } from '../responses/incremental-reader.ts'
import { unreadableIn } from '../responses/unreadable.ts'

/** @returns what `of` made of each readable response of a questionnaire, in the order of their ids */
export function rememberedIn<T>(context: DataContext, of: (response: Response) => Promise<T>) {
  type Made = ReadonlyMap<string, { digest: string; made: T }>
  const known = new Map<string, { mark: string | null; made: Made }>()
  return async (slug: string): Promise<T[]> => {
    const before = known.get(slug) ?? { mark: null, made: new Map() }
    const { responses } = context.store
    const { there, fresh, mark } = await lookAt(responses, slug, before.made, before.mark)
    const made = new Map(before.made)
    for (const id of fresh) made.delete(id)
    let read = 0
    const { open } = unreadableIn(context)
    for await (const block of responsesOf(responses, fresh))
      for (const row of block) {
        const response = await open(row)
        if (!response) continue
        made.set(row.id, { digest: row.digest, made: await of(response) })
        read += 1
      }
    const now: Made = new Map(
      (there ?? [...made.keys()].toSorted()).flatMap((id) => {
        const own = made.get(id)
        return own ? [[id, own] as const] : []
      }),
    )
    known.set(slug, { mark: read === fresh.length ? mark : null, made: now })
    return [...now.values()].map((one) => one.made)
  }
}
