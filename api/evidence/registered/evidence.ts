/** Registered figures as evidence under their objectives. */
import { seriesItem } from '../../../analysis/evidence/series.ts'
import type { EvidenceSource } from '../source.ts'
import { registeredIn, seriesOf } from './series.ts'

export const registeredEvidence: EvidenceSource = {
  kind: 'registered',
  items: async ({ context }) =>
    (await registeredIn(context.store).all())
      .filter(({ current }) => !current.withdrawn)
      .flatMap(({ id, current }) =>
        current.objectives.flatMap((objective) => seriesItem(seriesOf(id, current), objective) ?? []),
      ),
}
