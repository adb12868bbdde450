/** Has a figure changed between two waves of a questionnaire? */
import type { Design } from '../design.ts'
import { tQuantile, tTwoSided } from '../distributions/t.ts'
import { varianceFor, varianceOf } from '../estimates/covariance.ts'
import { type Linear, meanOf } from '../estimates/linear.ts'

export type Wave = { values: ArrayLike<number>; design: Design; domain?: Uint8Array | null }

export type Change = { change: number; error: number; low: number; high: number; t: number; df: number; p: number }

/**
 * Mean of the later wave less mean of the earlier one, the waves being answered independently.
 *
 * @param earlier, later values one per row of their own design, NaN = missing; zeros and ones for shares
 * @returns in the values' unit, with a 95 % interval on Welch–Satterthwaite degrees of freedom;
 * null when a wave has less than 2 answers or nothing to tell the spread from
 * @source Satterthwaite (1946), Biometrics Bulletin 2
 */
export function compareWaves(earlier: Wave, later: Wave): Change | null {
  const [before, after] = [earlier, later].map(({ values, design, domain }) => {
    const linear = meanOf(values, design, domain ?? null)
    if (linear === null || linear.base < 2 || design.df < 1) return null
    return { linear, df: design.df, variance: varianceOf(design, linear.scores, varianceFor(design)) }
  }) as [Part | null, Part | null]
  if (before === null || after === null) return null
  const variance = before.variance + after.variance
  const change = after.linear.value - before.linear.value
  const error = Math.sqrt(variance)
  if (!(error > 1e-10 * Math.max(Math.abs(before.linear.value), Math.abs(after.linear.value)))) return null
  const df = variance ** 2 / (before.variance ** 2 / before.df + after.variance ** 2 / after.df)
  const half = tQuantile(0.975, df) * error
  const t = change / error
  return { change, error, low: change - half, high: change + half, t, df, p: tTwoSided(t, df) }
}

type Part = { linear: Linear; df: number; variance: number }
