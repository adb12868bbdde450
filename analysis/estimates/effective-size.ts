/** How many independent answers an estimate is worth. */
import { tQuantile } from '../distributions/t.ts'

/**
 * Kish's effective size (Σw)² / Σw².
 *
 * @example
 * kish(3 + 1, 9 + 1) // → 1.6
 */
export function kish(sumWeights: number, sumSquares: number): number {
  return sumSquares === 0 ? 0 : (sumWeights * sumWeights) / sumSquares
}

/**
 * Kish's design effect of the weights, 1 + cv².
 *
 * @example
 * weightEffect([3, 1]) // → 1.25
 */
export function weightEffect(weights: ArrayLike<number>): number {
  let n = 0
  let sum = 0
  let squares = 0
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!
    if (weight === 0) continue
    n += 1
    sum += weight
    squares += weight * weight
  }
  return n === 0 ? Number.NaN : n / kish(sum, squares)
}

export type EffectiveSize = {
  kish: number
  /** p(1 − p) / variance; NaN when the share is 0 or 1. */
  design: number
  /** The same for the degrees of freedom: × (t₍n−1₎ / t₍df₎)². */
  adjusted: number
  /** min(adjusted, n); Kish × the same factor when there is no variance. */
  used: number
  /** min(used, Kish, n): what the interval of a share is worth. */
  least: number
}

/**
 * Effective sizes of a share.
 *
 * @param p share in [0, 1]
 * @param variance of the share, in its square
 * @param n answers in the base, unweighted; df degrees of freedom of the design
 * @param level of the interval, 0.95
 * @source Korn & Graubard (1998), Survey Methodology 24; Kish (1965); Franco et al. (2019)
 * @example
 * effectiveSize(0.5, 0.005, 100, 80, 99).least // → 50
 */
export function effectiveSize(
  p: number,
  variance: number,
  n: number,
  kishSize: number,
  df: number,
  level = 0.95,
): EffectiveSize {
  const tail = (1 - level) / 2
  const factor = n > 1 ? (tQuantile(tail, n - 1) / tQuantile(tail, df)) ** 2 : 1
  const design = p > 0 && p < 1 && variance > 0 ? (p * (1 - p)) / variance : Number.NaN
  const adjusted = design * factor
  const used = Number.isNaN(design) ? kishSize * factor : Math.min(adjusted, n)
  return { kish: kishSize, design, adjusted, used, least: Math.min(used, kishSize, n) }
}
