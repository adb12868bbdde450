/** The one figure a finding is about, as it may be published, and the answers that come near it. */

import { policies } from '../disclosure/policy.ts'
import type { Figures } from '../disclosure/published.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Measured } from '../measures/measure.ts'
import type { NoFinding } from './finding.ts'
import { estimateOf } from './presentation.ts'
import type { Rival } from './sentence.ts'

/** No figure; `sentence`: of its own, when it is not for want of answers. */
export type NoHeadline = NoFinding & { sentence?: string }

/** The headline as it may be published; without a figure, the sentence that says so. */
export function headlineOf({ headline, tables }: Measured, figures: Figures): Estimate | NoHeadline {
  const raw = tables.flatMap((one) => one.figures).find((one) => one.key === headline?.key)
  if (headline === null || raw === undefined) return noHeadline('not-asked', 0)
  const figure = figures(headline.table, headline.key)
  const estimate = estimateOf(figure)
  if (estimate.value !== null) return estimate
  const base = raw.base?.count ?? raw.count
  if (base === 0) return noHeadline('not-asked', 0)
  if (base < policies.document.least) return noHeadline('too-few', null)
  if (figure.secret) return { value: null, why: 'secret', base: null, sentence: figure.why }
  return noHeadline(estimate.why, base)
}

const noHeadline = (why: NoFinding['why'], base: number | null): NoHeadline => ({ value: null, why, base })

/** Shown by disclosure control, but below the floor of the strength rules: the number of answers, and nothing else. */
export const floorOf = ({ base }: Estimate): NoHeadline => noHeadline('too-few', base)

export function rivalsOf({ headline, rivals }: Measured, figures: Figures): Rival[] {
  return rivals.flatMap(({ label, key }) => {
    const estimate = estimateOf(figures(headline!.table, key))
    return estimate.value === null ? [] : [{ label, estimate }]
  })
}
