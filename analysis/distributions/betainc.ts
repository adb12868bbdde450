/** Regularised incomplete beta function, both tails. */
import { continuedFraction } from './continued-fraction.ts'
import { deviancePart, stirlingRemainder } from './lgamma.ts'

/** x^a y^b / B(a, b) with y = 1 − x, by the saddle-point form. */
function kernel(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const stirling = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b)
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(stirling - deviancePart(a, n * x) - deviancePart(b, n * y))
}

/** Continued fraction 26.5.8; converges fast below the mean. */
function fraction(a: number, b: number, x: number): number {
  const numerator = (k: number) => {
    const m = k >> 1
    return k % 2 === 0
      ? (m * (b - m) * x) / ((a + k - 1) * (a + k))
      : (-(a + m) * (a + b + m) * x) / ((a + k - 1) * (a + k))
  }
  return 1 / continuedFraction(numerator, () => 1)
}

/**
 * I_x(a, b) and 1 − I_x(a, b), each exact in its own small tail.
 *
 * @param a shape > 0
 * @param b shape > 0
 * @param x in [0, 1]
 * @param y 1 − x when the caller knows it more exactly than the subtraction would
 * @throws RangeError outside that domain
 * @source Abramowitz & Stegun (1964) 26.5.8; Loader (2000) for the front factor
 */
export function betainc(a: number, b: number, x: number, y: number = 1 - x): { lower: number; upper: number } {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(y >= 0))
    throw new RangeError(`betainc needs a, b > 0 and x in [0, 1], not ${a}, ${b}, ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (y === 0) return { lower: 1, upper: 0 }
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = (kernel(a, b, x, y) * fraction(a, b, x)) / a
    return { lower, upper: 1 - lower }
  }
  const upper = (kernel(a, b, x, y) * fraction(b, a, y)) / b
  return { lower: 1 - upper, upper }
}
