/** The headline of a finding, weighted to the margins entered: the same people under the same key. */

import { type Weighed, weightedDesign } from '../design/weigh.ts'
import type { Figures } from '../disclosure/published.ts'
import type { FigureTable } from '../disclosure/table.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Measured, Subject } from '../measures/measure.ts'
import { amount, and, interval, typeset } from '../text/format.ts'
import { estimateOf } from './presentation.ts'

export type WeightedHeadline = { estimate: Estimate; sentence: string }

/** A table of one figure for disclosure control; null when nothing is weighted, or the headline has no weighted form. */
export function weightedTable(subject: Subject, { headline, tables }: Measured, weighed: Weighed): FigureTable | null {
  const table = tables.find(({ id }) => id === headline?.table)
  const figure = table?.figures.find(({ key }) => key === headline?.key)
  if (weighed.weighting === null || !table || !figure?.under) return null
  const estimate = figure.under(weightedDesign(subject.table, weighed.weighting))
  return {
    ...table,
    id: `${table.id}/redresse`,
    weighted: true,
    figures: [{ ...figure, estimate }],
    cells: [],
    sums: [],
  }
}

/** What is published of it; null when that is nothing. */
export function weightedHeadline(
  table: FigureTable | null,
  weighed: Weighed,
  figures: Figures,
): WeightedHeadline | null {
  const figure = table?.figures[0]
  if (!table || !figure || weighed.weighting === null) return null
  const estimate = estimateOf(figures(table.id, figure.key))
  if (estimate.value === null) return null
  const by = and(weighed.margins.map(({ variable }) => variable.toLowerCase()))
  const words = `Redressé (${by}) : ${amount(estimate.value, estimate.unit)} (${interval(estimate)}).`
  return { estimate, sentence: typeset(words) }
}

/** Weighting takes the figure out of its own interval: it depends on who answered. */
export const isMoved = (own: Estimate, weighted: Estimate): boolean =>
  weighted.value < own.low || weighted.value > own.high
export const movedLimit = 'Le redressement change nettement ce chiffre : il dépend de qui a répondu.'
