/** Shares of the answers, with the interval that is shown everywhere. */
import type { Design } from '../design/design.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { varianceOf } from './covariance.ts'
import { effectiveSize, kish } from './effective-size.ts'
import type { MaybeEstimate } from './estimate.ts'
import { type Linear, meanOf } from './linear.ts'
import { isPlain, type ShareSums, sumsIn } from './plain-share.ts'
import { wilson } from './wilson.ts'

export const shareMethod = 'Wilson, n effectif = min(plan, Kish, n)'

/**
 * Share of the base that said yes, with its 95 % Wilson interval.
 *
 * @param hits one per row: 1 yes, 0 no, NaN = not in the base (not asked, blank, nsp, refus)
 * @param design weights, primary units and calibrations of the same rows
 * @param domain 1 inside, 0 outside, one per row; null = everybody
 * @returns fractions in [0, 1]; base unweighted. Nobody, or nothing that shows the spread → `too-few`. A share of 0 or 1
 * keeps an interval: the effective size is then Kish's
 * @throws RangeError when lengths differ
 * @source Wilson (1927); n effective = min(df-adjusted design size, Kish, n): Franco et al. (2019), Korn & Graubard (1998)
 * @example
 * share([1, 1, 1, 0], designOf({ rows: 4 })).value // → 0.75
 */
export function share(hits: ArrayLike<number>, design: Design, domain: Uint8Array | null = null): MaybeEstimate {
  if (isPlain(design)) {
    const groups = domain && { codes: domain, size: 2 }
    return shareOfSums(sumsIn(hits, design, groups)[groups ? 1 : 0]!, design)
  }
  const linear = meanOf(hits, design, domain)
  return linear === null ? { value: null, why: 'too-few', base: 0 } : shareOf(linear, design)
}

/**
 * The share from the sums that `sumsIn` returns for one group.
 *
 * @example
 * shareOfSums(sumsIn([1, 1, 1, 0], designOf({ rows: 4 }), null)[0], designOf({ rows: 4 })).value // → 0.75
 */
export function shareOfSums(sums: ShareSums | null, design: Design): MaybeEstimate {
  if (sums === null || sums.base < 2 || design.df < 1) return { value: null, why: 'too-few', base: sums?.base ?? 0 }
  return shareEstimate(sums.value, sums.variance, sums.base, kish(sums.sumWeights, sums.sumSquares), design.df)
}

/**
 * The same from a mean of zeros and ones already computed.
 *
 * @example
 * shareOf(meanOf([1, 1, 1, 0], designOf({ rows: 4 })), designOf({ rows: 4 })).effectiveBase // → 3
 */
export function shareOf(linear: Linear, design: Design): MaybeEstimate {
  const { value, base } = linear
  if (base < 2 || design.df < 1) return { value: null, why: 'too-few', base }
  return shareEstimate(
    value,
    varianceOf(design, linear.scores),
    base,
    kish(linear.sumWeights, linear.sumSquares),
    design.df,
  )
}

/**
 * The share and its interval from its parts.
 *
 * @example
 * const { low, high } = shareEstimate(0.5, 0.0025, 100, 100, 99)
 * [low, high] // → [0.404, 0.596]
 */
export function shareEstimate(p: number, variance: number, base: number, kishSize: number, df: number): MaybeEstimate {
  const value = Math.min(1, Math.max(0, p))
  const { least } = effectiveSize(value, variance, base, kishSize, df)
  const [low, high] = wilson(value, least, z95)
  return { value, low, high, base, effectiveBase: least, unit: 'share', method: shareMethod }
}

const z95 = normalQuantile(0.975)
