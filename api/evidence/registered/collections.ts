/** What is stored of registered figures: series of other sources, each save a version. */
import * as z from 'zod'
import type { ValueState } from '../../../analysis/evidence/series.ts'
import { always, collectionRow, wordOf } from '../../store/collection-row.ts'
import { aboutSeries } from '../../wire/evidence.ts'

export const SeriesVersion = z.object({
  number: z.number(),
  ...aboutSeries,
  /** Cells as they were typed, so that they can be opened and mended. */
  cells: z.array(z.array(z.string())),
  values: z.array(
    z.object({
      period: z.string(),
      value: z.number().nullable(),
      state: wordOf<ValueState>(),
      day: z.string().nullable(),
      note: z.string(),
    }),
  ),
  /** Withdrawn: its figures are no evidence any more. */
  withdrawn: z.boolean(),
  /** Why it was corrected or withdrawn; '' for the first version. */
  reason: z.string(),
  savedAt: z.string(),
  savedBy: z.string(),
})
export type SeriesVersion = z.infer<typeof SeriesVersion>

export const registeredCollections = {
  registeredSeries: collectionRow({
    name: 'registered-series',
    /** Oldest first. */
    schema: z.object({ history: z.array(SeriesVersion) }),
    holds: 'Chiffres relevés dans d’autres sources (Caf, INSEE, services), version par version.',
    personal: 'Identifiant de qui a enregistré ; les chiffres sont des totaux du territoire.',
    why: 'Dire, sous chaque objectif du plan, ce que les registres en disent, et d’où cela vient.',
    ...always,
  }),
}
