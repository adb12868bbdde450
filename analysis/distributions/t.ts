/** Student's t distribution, any positive number of degrees of freedom, Infinity = normal. */
import { betainc } from './betainc.ts'
import { firstWhere } from './invert.ts'
import { normalQuantile, normalUpper } from './normal.ts'

/** P(|T| > |t|) and P(|T| ≤ |t|). */
function twoSided(t: number, df: number): { outside: number; inside: number } {
  const square = t * t
  if (square === Number.POSITIVE_INFINITY) return { outside: 0, inside: 1 }
  const { lower, upper } = betainc(df / 2, 0.5, df / (df + square), square / (df + square))
  return { outside: lower, inside: upper }
}

/** P(|T| > |t|): the p-value of a two-sided test; df > 0. */
export function tTwoSided(t: number, df: number): number {
  return df === Number.POSITIVE_INFINITY ? 2 * normalUpper(Math.abs(t)) : twoSided(t, df).outside
}

const remembered = new Map<string, number>()

/**
 * t with P(T ≤ t) = p.
 *
 * @param p probability in [0, 1]; 0 and 1 give ∓Infinity
 * @param df degrees of freedom > 0, Infinity allowed
 * @throws RangeError outside that domain
 * @source inversion of Abramowitz & Stegun (1964) 26.7.1
 */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) throw new RangeError(`tQuantile needs p in [0, 1] and df > 0, not ${p}, ${df}`)
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p)
  if (p === 0.5) return 0
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const key = `${p} ${df}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const inside = Math.abs(2 * p - 1)
  const outside = 2 * Math.min(p, 1 - p)
  const size = firstWhere(
    outside < 0.5 ? (t) => twoSided(t, df).outside <= outside : (t) => twoSided(t, df).inside >= inside,
    Number.POSITIVE_INFINITY,
  )
  const t = p < 0.5 ? -size : size
  // Analyses ask for the same few quantiles again and again; a long-lived process must not collect them for ever.
  if (remembered.size > 10_000) remembered.clear()
  remembered.set(key, t)
  return t
}
