/** What was worked out of each sheet, kept in memory by the sheet's seal: a sheet seen before is not opened again. */
import type { Response } from '../../surveys/response.ts'
import type { House } from '../house.ts'
import { openKept } from '../seal.ts'

/** @returns what `of` made of each sheet of a questionnaire, in the order of their ids */
export function rememberedIn<T>(house: House, of: (response: Response) => Promise<T>) {
  const known = new Map<string, Map<string, { digest: string; made: T }>>()
  return async (slug: string): Promise<T[]> => {
    const before = known.get(slug)
    const now = new Map<string, { digest: string; made: T }>()
    for await (const block of house.store.responses.blocks(slug))
      for (const row of block) {
        const seen = before?.get(row.id)
        now.set(
          row.id,
          seen?.digest === row.digest ? seen : { digest: row.digest, made: await of(openKept(row, house.keyring)) },
        )
      }
    known.set(slug, now)
    return [...now.values()].map(({ made }) => made)
  }
}
