/** Weighted quantiles, with Woodruff's interval. */
import type { Design } from '../design/design.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { varianceOf } from './covariance.ts'
import { effectiveSize, kish } from './effective-size.ts'
import type { Estimate, MaybeEstimate } from './estimate.ts'
import { type Linear, meanOf } from './linear.ts'
import { wilson } from './wilson.ts'

/** Answers in order, and the weight cumulated up to each; ties keep the order of the rows. */
export type WeightedSteps = { values: Float64Array; cumulative: Float64Array; total: number }

/** Picks the value at cumulated share p. */
export type QuantileRule = (steps: WeightedSteps, p: number) => number

/** Limits of the share `linear`, turned into limits of the quantile. */
export type ShareLimits = (linear: Linear, design: Design) => [low: number, high: number]

/** @returns null when nobody in the domain answered */
export function stepsOf(values: ArrayLike<number>, design: Design, domain: Uint8Array | null): WeightedSteps | null {
  const rows: number[] = []
  for (let row = 0; row < design.rows; row++)
    if (domain?.[row] !== 0 && !Number.isNaN(values[row]!) && design.weights[row] !== 0) rows.push(row)
  if (rows.length === 0) return null
  rows.sort((a, b) => values[a]! - values[b]!)
  let total = 0
  const cumulative = Float64Array.from(rows, (row) => {
    total += design.weights[row]!
    return total
  })
  return { values: Float64Array.from(rows, (row) => values[row]!), cumulative, total }
}

/** Smallest answer with at least the share p at or below it; sums of weights are compared to 1e-12. */
export const inverseOfCumulative: QuantileRule = ({ values, cumulative, total }, p) => {
  const wanted = p * total * (1 - 1e-12)
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! >= wanted) high = middle
    else low = middle + 1
  }
  return values[low]!
}

/** Quantile and its Woodruff limits; a limit outside [0, 1] is NaN. */
export function woodruff(
  values: ArrayLike<number>,
  p: number,
  design: Design,
  domain: Uint8Array | null,
  rule: QuantileRule,
  limits: ShareLimits,
): { value: number; low: number; high: number; linear: Linear } | null {
  const steps = stepsOf(values, design, domain)
  if (steps === null) return null
  const value = rule(steps, p)
  const linear = meanOf(
    Float64Array.from(values, (x) => (Number.isNaN(x) ? Number.NaN : x <= value ? 1 : 0)),
    design,
    domain,
  )
  if (linear === null) return null
  const [low, high] = limits(linear, design)
  return {
    value,
    low: low >= 0 ? rule(steps, low) : Number.NaN,
    high: high <= 1 ? rule(steps, high) : Number.NaN,
    linear,
  }
}

const wilsonLimits: ShareLimits = (linear, design) => {
  const size = effectiveSize(
    linear.value,
    varianceOf(design, linear.scores),
    linear.base,
    kish(linear.sumWeights, linear.sumSquares),
    design.df,
  )
  return wilson(Math.min(1, linear.value), size.least, normalQuantile(0.975))
}

/**
 * Weighted quantile of the answers: the smallest answer with at least the share `p` at or below it, with Woodruff's
 * 95 % interval: the Wilson limits of the share at or below the quantile, mapped back by the same rule.
 *
 * @param values one per row, in `unit`; NaN = not in the base
 * @param p in (0, 1); 0.5 = median
 * @param design of the same rows
 * @param domain 1 inside, 0 outside, one per row; null = everybody
 * @returns in `unit`. Less than 2 answers → `too-few`; all alike → `no-variance`
 * @throws RangeError when p is not in (0, 1) or lengths differ
 * @source Woodruff (1952), JASA 47; Hyndman & Fan (1996), definition 1
 * @example
 * const { value, low, high } = quantile([10, 20, 30, 40, 50], 0.5, designOf({ rows: 5 }), 'minutes')
 * [value, low, high] // → [30, 20, 50]
 */
export function quantile(
  values: ArrayLike<number>,
  p: number,
  design: Design,
  unit: Estimate['unit'],
  domain: Uint8Array | null = null,
): MaybeEstimate {
  if (!(p > 0 && p < 1)) throw new RangeError(`quantile needs p between 0 and 1, not ${p}`)
  const steps = stepsOf(values, design, domain)
  const base = meanOf(values, design, domain)?.base ?? 0
  if (steps === null || base < 2 || design.df < 1) return { value: null, why: 'too-few', base }
  if (steps.values[0] === steps.values.at(-1)) return { value: null, why: 'no-variance', base }
  const { value, low, high, linear } = woodruff(values, p, design, domain, inverseOfCumulative, wilsonLimits)!
  return {
    value,
    low,
    high,
    base,
    effectiveBase: Math.min(base, kish(linear.sumWeights, linear.sumSquares)),
    unit,
    method: 'Woodruff sur l’intervalle de Wilson',
  }
}
