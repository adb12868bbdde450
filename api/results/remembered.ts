/** Remembers what was computed of each response by its digest, so that a known response is not decrypted again. */
import type { Response } from '../../surveys/answers/response.ts'
import type { DataContext } from '../data-context.ts'
import { lookAt, responsesOf } from '../responses/incremental-reader.ts'
import { unreadableIn } from '../responses/unreadable.ts'

/** @returns what `of` made of each readable response of a questionnaire, in the order of their ids */
export function rememberedIn<T>(context: DataContext, of: (response: Response) => Promise<T>) {
  const known = new Map<string, Map<string, { digest: string; made: T }>>()
  return async (slug: string): Promise<T[]> => {
    const before = known.get(slug) ?? new Map<string, { digest: string; made: T }>()
    const { responses } = context.store
    const { there, fresh } = await lookAt(responses, slug, before)
    const made = new Map<string, { digest: string; made: T }>()
    const { open } = unreadableIn(context)
    for await (const block of responsesOf(responses, fresh))
      for (const row of block) {
        const response = await open(row)
        if (response) made.set(row.id, { digest: row.digest, made: await of(response) })
      }
    const isFresh = new Set(fresh)
    const now = new Map(
      there.flatMap(({ id }) => {
        const own = made.get(id) ?? (isFresh.has(id) ? undefined : before.get(id))
        return own ? [[id, own] as const] : []
      }),
    )
    known.set(slug, now)
    return [...now.values()].map((one) => one.made)
  }
}
