/** The χ² distribution, any positive number of degrees of freedom. */
import { gammainc } from './gammainc.ts'
import { quantileOf } from './invert.ts'

/** P(X > x), exact in the far tail; x ≥ 0, df > 0. */
export function chi2Upper(x: number, df: number): number {
  return gammainc(df / 2, Math.max(0, x) / 2).upper
}

/** P(X ≤ x); x ≥ 0, df > 0. */
export function chi2Lower(x: number, df: number): number {
  return gammainc(df / 2, Math.max(0, x) / 2).lower
}

/** x with P(X ≤ x) = p; p in [0, 1], df > 0. */
export function chi2Quantile(p: number, df: number): number {
  return quantileOf((x) => gammainc(df / 2, x / 2), p, Number.POSITIVE_INFINITY)
}
