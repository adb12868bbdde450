/** Is the mean different in two groups? */
import { type Design, degreesOfFreedom } from '../design/design.ts'
import { tQuantile, tTwoSided } from '../distributions/t.ts'
import { type Variance, varianceFor, varianceOf } from '../estimates/covariance.ts'
import { differenceOf, meanOf } from '../estimates/linear.ts'

export type TTest = { difference: number; error: number; low: number; high: number; t: number; df: number; p: number }

/**
 * Design-based t test of mean(second) − mean(first); degrees of freedom: those of the rows used, less one (regression on the group).
 *
 * @param values one per row, NaN = missing
 * @param first, second 1 inside, 0 outside, one per row
 * @param level of the interval, 0.95
 * @returns in the values' unit; null when a group is empty, no degree of freedom is left, or there is no spread
 * @source Lumley (2010) ch. 2; the conventions of R survey's svyttest()
 * @example
 * const test = tTest([1, 2, 3, 7, 8, 9], [1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], designOf({ rows: 6 }))
 * [test.difference, test.df] // → [6, 4]
 */
export function tTest(
  values: ArrayLike<number>,
  first: Uint8Array,
  second: Uint8Array,
  design: Design,
  level = 0.95,
  variance: Variance = varianceFor(design),
): TTest | null {
  const a = meanOf(values, design, first)
  const b = meanOf(values, design, second)
  if (a === null || b === null) return null
  const used = Uint8Array.from(first, (inside, row) => ((inside || second[row]) && !Number.isNaN(values[row]!) ? 1 : 0))
  const df = degreesOfFreedom(design, design.weights, used) - 1
  const { value: difference, scores } = differenceOf(b, a)
  const error = Math.sqrt(varianceOf(design, scores, variance))
  if (df < 1 || !(error > 1e-10 * Math.max(Math.abs(a.value), Math.abs(b.value)))) return null
  const half = tQuantile(1 - (1 - level) / 2, df) * error
  const t = difference / error
  return { difference, error, low: difference - half, high: difference + half, t, df, p: tTwoSided(t, df) }
}
