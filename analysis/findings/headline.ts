/** The one figure a finding is about, as it may be published, and the answers that come near it. */
import type { Figures } from '../disclosure/published-figure.ts'
import { rules } from '../disclosure/rules.ts'
import { aboveMost, minority, mostly } from '../disclosure/words.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Led, Measured } from '../measures/measure.ts'
import type { NoFinding } from './finding.ts'
import { estimateOf } from './presentation.ts'

/** The headline of a settled measure as it may be published. */
export function headlineOf({ headline, summary, tables }: Measured, figures: Figures): Estimate | NoFinding {
  const raw = tables.flatMap((one) => one.figures).find((one) => one.key === headline?.key)
  if (headline === null || raw === undefined || raw.base.cell.people === 0)
    return { value: null, why: 'not-asked', base: 0 }
  const own = estimateOf(figures(headline.table, headline.key))
  const estimate = summary?.(figures) ?? own
  if (estimate.value !== null) return estimate
  return { ...(own.value === null && own.why === 'waiting' ? own : estimate), base: null }
}

/** A figure, but below the floor of the strength rules: the number of answers, and nothing else. */
export const floorOf = ({ base }: Estimate): NoFinding => ({ value: null, why: 'too-few', base })

/** The weights take the headline out of the interval of the answers as they came. */
export function isMoved({ headline, summary }: Measured, figures: Figures): boolean {
  if (headline === null || summary) return false
  const figure = figures(headline.table, headline.key)
  return figure.state === 'published' && figure.isMoved
}

/**
 * The answer that words put first: more than half gave it, and fewer than half each of the others; or nearly all, and fewer each
 * of the others.
 */
export function firstInWords({ headline, rivals }: Measured, figures: Figures): Led | null {
  const [first, ...others] = rivals
  if (first === undefined || headline?.key !== first.key) return null
  const own = figures(first.table, first.key)
  if (own.state !== 'in-words' || ![mostly, aboveMost].includes(own.words)) return null
  const isBelow = ({ table, key }: Measured['rivals'][number]) => {
    const figure = figures(table, key)
    if (figure.state === 'in-words') return figure.words === minority
    return figure.state === 'published' && own.words === aboveMost && figure.estimate.high < rules.mostSensitive
  }
  return others.every(isBelow) ? first : null
}
