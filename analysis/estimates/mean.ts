/** Means, totals, ratios and differences, with t intervals. */
import type { Design } from '../design/design.ts'
import { tQuantile } from '../distributions/t.ts'
import { varianceFor, varianceOf } from './covariance.ts'
import { kish } from './effective-size.ts'
import type { Estimate, MaybeEstimate } from './estimate.ts'
import { differenceOf, type Linear, meanOf, ratioOf, totalOf } from './linear.ts'

type Unit = Estimate['unit']
type Domain = Uint8Array | null

/**
 * Mean of the answers, with its 95 % interval on the design's degrees of freedom.
 *
 * @param values one per row, in `unit`; NaN = not in the base
 * @param design of the same rows; raked → HC3 variance
 * @param domain 1 inside, 0 outside, one per row; null = everybody
 * @returns in `unit`. Less than 2 answers → `too-few`; all alike → `no-variance` (never ± 0)
 * @throws RangeError when lengths differ
 * @source Särndal, Swensson & Wretman (1992) 5.7; HC3: MacKinnon & White (1985)
 * @example
 * const { value, low, high } = mean([10, 20, 30], designOf({ rows: 3 }), 'minutes')
 * [value, low, high] // → [20, -4.841, 44.841]
 */
export function mean(values: ArrayLike<number>, design: Design, unit: Unit, domain: Domain = null): MaybeEstimate {
  return withInterval(meanOf(values, design, domain), design, unit)
}

/**
 * Total over the population; a missing answer counts for nothing. Shapes and refusals as `mean`.
 *
 * @example
 * total([1, 2, 2], designOf({ rows: 3, weights: [10, 10, 20] }), 'children').value // → 70
 */
export function total(values: ArrayLike<number>, design: Design, unit: Unit, domain: Domain = null): MaybeEstimate {
  return withInterval(totalOf(values, design, domain), design, unit)
}

/**
 * Total of `numerator` over total of `denominator`, where both are known. Shapes and refusals as `mean`.
 *
 * @example
 * ratio([30, 40], [1, 2], designOf({ rows: 2 }), 'euros').value // → 23.333
 */
export function ratio(
  numerator: ArrayLike<number>,
  denominator: ArrayLike<number>,
  design: Design,
  unit: Unit,
  domain: Domain = null,
): MaybeEstimate {
  return withInterval(ratioOf(numerator, denominator, design, domain), design, unit)
}

/**
 * Mean in `a` less mean in `b`, by their joint covariance. Shapes and refusals as `mean`.
 *
 * @example
 * difference([1, 2, 3, 5], designOf({ rows: 4 }), 'hours', [0, 0, 1, 1], [1, 1, 0, 0]).value // → 2.5
 */
export function difference(values: ArrayLike<number>, design: Design, unit: Unit, a: Domain, b: Domain): MaybeEstimate {
  const left = meanOf(values, design, a)
  const right = meanOf(values, design, b)
  if (left === null || right === null || left.base < 2 || right.base < 2)
    return { value: null, why: 'too-few', base: (left?.base ?? 0) + (right?.base ?? 0) }
  return withInterval(differenceOf(left, right), design, unit)
}

/**
 * An estimate on t quantiles from its scores.
 *
 * @example
 * const design = designOf({ rows: 3 })
 * withInterval(differenceOf(meanOf([4, 6, 9], design), meanOf([1, 2, 3], design)), design, 'score').low // → 0.539
 */
export function withInterval(linear: Linear | null, design: Design, unit: Unit): MaybeEstimate {
  if (linear === null) return { value: null, why: 'too-few', base: 0 }
  const { value, base } = linear
  if (base < 2 || design.df < 1) return { value: null, why: 'too-few', base }
  const kind = varianceFor(design)
  const error = Math.sqrt(varianceOf(design, linear.scores, kind))
  if (!isSpread(error, value)) return { value: null, why: 'no-variance', base }
  const half = tQuantile(0.975, design.df) * error
  return {
    value,
    low: value - half,
    high: value + half,
    base,
    effectiveBase: Math.min(base, kish(linear.sumWeights, linear.sumSquares)),
    unit,
    method: kind === 'hc3' ? 't de Student, variance HC3' : 't de Student, variance linéarisée',
  }
}

/** True when the scores vary: answers all alike, or a figure the margins fix, leave rounding alone. */
export function isSpread(error: number, value: number): boolean {
  return error > 1e-10 * Math.abs(value) && error > 0
}
