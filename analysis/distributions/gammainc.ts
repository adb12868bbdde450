/** Regularised incomplete gamma function, both tails. */
import { continuedFraction } from './continued-fraction.ts'
import { deviancePart, stirlingRemainder } from './lgamma.ts'

/** x^a e^−x / Γ(a), by the saddle-point form, so that large a keep their digits. */
function kernel(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingRemainder(a) - deviancePart(a, x))
}

/**
 * P(a, x) and Q(a, x) = 1 − P(a, x), each exact in its own small tail.
 *
 * @param a shape > 0
 * @param x ≥ 0, Infinity allowed
 * @throws RangeError outside that domain
 * @source Abramowitz & Stegun (1964) 6.5.29 (series), 6.5.31 (fraction); Loader (2000) for the front factor
 */
export function gammainc(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`gammainc needs a > 0 and x ≥ 0, not ${a} and ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= x / (a + k)
      sum += term
    }
    const lower = kernel(a, x) * sum
    return { lower, upper: 1 - lower }
  }
  const upper = kernel(a, x) * fraction(a, x)
  return { lower: 1 - upper, upper }
}

const fraction = (a: number, x: number) =>
  1 /
  continuedFraction(
    (k) => -k * (k - a),
    (k) => x + 1 - a + 2 * k,
  )
