/** The beta distribution on [0, 1]. */
import { betainc } from './betainc.ts'
import { quantileOf } from './invert.ts'

/** P(X ≤ x); a, b > 0. */
export function betaLower(x: number, a: number, b: number): number {
  return betainc(a, b, x).lower
}

/**
 * x with P(X ≤ x) = p.
 *
 * @param p probability in [0, 1]
 * @param a ≥ 0: 0 puts all mass at 0
 * @param b ≥ 0: 0 puts all mass at 1
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (a === 0) return 0
  if (b === 0) return 1
  return quantileOf((x) => betainc(a, b, x), p, 1)
}
