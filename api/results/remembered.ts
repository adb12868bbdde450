/** What was worked out of each sheet, kept in memory by the sheet's seal: a sheet seen before is not opened again. */
import type { Response } from '../../surveys/answers/response.ts'
import type { DataContext } from '../data-context.ts'
import { openKept } from '../keys/encryption.ts'
import { lookAt, sheetsOf } from '../responses/incremental-reader.ts'

/** @returns what `of` made of each sheet of a questionnaire, in the order of their ids */
export function rememberedIn<T>(context: DataContext, of: (response: Response) => Promise<T>) {
  const known = new Map<string, Map<string, { digest: string; made: T }>>()
  return async (slug: string): Promise<T[]> => {
    const before = known.get(slug) ?? new Map<string, { digest: string; made: T }>()
    const { responses } = context.store
    const { there, fresh } = await lookAt(responses, slug, before)
    const made = new Map<string, { digest: string; made: T }>()
    for await (const block of sheetsOf(responses, fresh))
      for (const row of block)
        made.set(row.id, { digest: row.digest, made: await of(await openKept(row, context.keyring)) })
    const now = new Map(
      there.flatMap(({ id }) => {
        const own = made.get(id) ?? before.get(id)
        return own ? [[id, own] as const] : []
      }),
    )
    known.set(slug, now)
    return [...now.values()].map((one) => one.made)
  }
}
