/** Differences between groups: every pair, on their joint covariance, adjusted for their number. */
import type { Design } from '../design/design.ts'
import { tQuantile, tTwoSided } from '../distributions/t.ts'
import { covariance, type Variance, varianceFor } from '../estimates/covariance.ts'
import { domainsOf } from '../estimates/domains.ts'
import { type Linear, meanOf } from '../estimates/linear.ts'
import type { Matrix } from '../estimates/matrix.ts'
import { type Adjustment, adjust } from './adjust.ts'

export type Pair = {
  a: number
  b: number
  /** Mean in a less mean in b, in the values' unit (points of share for zeros and ones). */
  difference: number
  error: number
  low: number
  high: number
  t: number
  p: number
  adjusted: number
}

export type Pairwise = { groups: number[]; means: number[]; covariance: Matrix; df: number; pairs: Pair[] }

/**
 * All differences between the means of the groups that have at least 2 answers and a spread.
 *
 * @param values one per row, NaN = missing; zeros and ones for shares
 * @param groupCodes group of each row, negative = in none
 * @param design of the same rows; raked → HC3 variance
 * @returns pairs in the order of the codes, with 95 % t intervals (not adjusted) and p adjusted by `method`;
 * null with less than 2 such groups or no degree of freedom
 * @throws RangeError when lengths differ
 * @source joint covariance of domain means: Särndal et al. (1992) 5.8; Holm (1979)
 * @example
 * pairwise([1, 2, 3, 7, 8, 9], [0, 0, 0, 1, 1, 1], designOf({ rows: 6 })).pairs[0].difference // → -6
 */
export function pairwise(
  values: ArrayLike<number>,
  groupCodes: ArrayLike<number>,
  design: Design,
  method: Adjustment = 'holm',
  variance: Variance = varianceFor(design),
): Pairwise | null {
  const groups: number[] = []
  const means: Linear[] = []
  for (const { group, inside } of domainsOf(groupCodes)) {
    const mean = meanOf(values, design, inside)
    if (mean === null || mean.base < 2) continue
    groups.push(group)
    means.push(mean)
  }
  if (groups.length < 2 || design.df < 1) return null
  const joint = covariance(
    design,
    means.map((mean) => mean.scores),
    variance,
  )
  const quantile = tQuantile(0.975, design.df)
  const at = (i: number, j: number) => joint.cells[i * joint.size + j]!
  const pairs: Pair[] = []
  for (let i = 0; i < groups.length; i++)
    for (let j = i + 1; j < groups.length; j++) {
      const difference = means[i]!.value - means[j]!.value
      const error = Math.sqrt(at(i, i) + at(j, j) - 2 * at(i, j))
      const isEstimable = error > 1e-10 * Math.max(Math.abs(means[i]!.value), Math.abs(means[j]!.value))
      const t = isEstimable ? difference / error : Number.NaN
      pairs.push({
        a: groups[i]!,
        b: groups[j]!,
        difference,
        error: isEstimable ? error : Number.NaN,
        low: isEstimable ? difference - quantile * error : Number.NaN,
        high: isEstimable ? difference + quantile * error : Number.NaN,
        t,
        p: isEstimable ? tTwoSided(t, design.df) : Number.NaN,
        adjusted: Number.NaN,
      })
    }
  const adjusted = adjust(
    pairs.map((pair) => pair.p),
    method,
  )
  return {
    groups,
    means: means.map((mean) => mean.value),
    covariance: joint,
    df: design.df,
    pairs: pairs.map((pair, index) => ({ ...pair, adjusted: adjusted[index]! })),
  }
}
