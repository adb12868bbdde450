/** How precisely a figure is printed: no more than it is worth, and never enough to count people back. */

import type { Estimate, MaybeEstimate } from '../estimates/estimate.ts'
import type { Policy } from './policy.ts'
import type { Figure } from './table.ts'

/** 0.0541 and 0.01 → 0.05; without the noise of binary fractions. */
const toStep = (value: number, step: number) => Number((Math.round(value / step) * step).toPrecision(12))

/** Three significant digits. */
const short = (value: number) => Number(value.toPrecision(3))

/**
 * An estimate as it may be printed: value and interval on the same grid.
 *
 * @returns shares in whole percents; totals to the step of their size; means and quantiles to three significant digits;
 *   counts as they are; effectiveBase rounded down to a whole number
 */
export function rounded(estimate: MaybeEstimate, shape: Figure['shape'], policy: Policy): MaybeEstimate {
  if (estimate.value === null) return { ...estimate }
  const grid = gridOf(estimate, shape, policy)
  return {
    ...estimate,
    value: grid(estimate.value),
    low: grid(estimate.low),
    high: grid(estimate.high),
    effectiveBase: Math.floor(estimate.effectiveBase),
  }
}

function gridOf({ value }: Estimate, shape: Figure['shape'], policy: Policy): (value: number) => number {
  if (shape === 'count') return (number) => number
  if (shape === 'share') return (number) => toStep(number, policy.shareStep)
  if (shape !== 'total') return short
  const { step } = policy.totalSteps.find(({ below }) => Math.abs(value) < below)!
  return (number) => toStep(number, step)
}
