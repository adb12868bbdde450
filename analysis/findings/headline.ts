/** The one figure a finding is about, as it may be published, and the answers that come near it. */
import type { Figures } from '../disclosure/published-figure.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Measured } from '../measures/measure.ts'
import type { NoFinding } from './finding.ts'
import { estimateOf } from './presentation.ts'
import { leadersOf, type Rival } from './ties.ts'

/** The headline of a settled measure as it may be published. */
export function headlineOf({ headline, summary, tables }: Measured, figures: Figures): Estimate | NoFinding {
  const raw = tables.flatMap((one) => one.figures).find((one) => one.key === headline?.key)
  if (headline === null || raw === undefined || raw.base.cell.people === 0)
    return { value: null, why: 'not-asked', base: 0 }
  const estimate = summary?.(figures) ?? estimateOf(figures(headline.table, headline.key))
  return estimate.value === null ? { ...estimate, base: null } : estimate
}

/** A figure, but below the floor of the strength rules: the number of answers, and nothing else. */
export const floorOf = ({ base }: Estimate): NoFinding => ({ value: null, why: 'too-few', base })

/** The weights take the headline out of the interval of the answers as they came. */
export function isMoved({ headline, summary }: Measured, figures: Figures): boolean {
  if (headline === null || summary) return false
  const figure = figures(headline.table, headline.key)
  return figure.state === 'published' && figure.isMoved
}

/** Answers that may be the most frequent one, in the order of their published shares; none where the headline is no ranking. */
export function leadersIn({ rivals }: Measured, figures: Figures): Rival[] {
  const shown = rivals.flatMap(({ table, key, ...led }) => {
    const estimate = estimateOf(figures(table, key))
    return estimate.value === null ? [] : [{ ...led, estimate }]
  })
  return rivals[0] ? leadersOf(shown, figures.precision(rivals[0].table)) : []
}
