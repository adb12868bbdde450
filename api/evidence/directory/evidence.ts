/** The directory of actors as evidence under the objectives that the staff have named. */
import { directoryItems } from '../../../analysis/evidence/directory.ts'
import { dayOf } from '../../../surveys/days.ts'
import type { EvidenceSource } from '../source.ts'
import { directoryIn, isStale } from './directory.ts'

export const directoryEvidence: EvidenceSource = {
  kind: 'registered',
  async items({ context }) {
    const directory = directoryIn(context)
    const { serves } = await directory.current()
    if (serves.length === 0) return []
    const actors = (await directory.shown()).map(({ value }) => ({
      card: value.card,
      day: value.checkedAt === null ? null : dayOf(value.checkedAt),
      isStale: isStale(value, context.now()),
    }))
    return directoryItems(actors, serves, await directory.isOpen())
  },
}
