/** Regularised incomplete beta function, both tails. */
import { deviancePart, stirlingRemainder } from './lgamma.ts'

/** x^a y^b / B(a, b) with y = 1 − x, by the saddle-point form. */
function kernel(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const stirling = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b)
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(stirling - deviancePart(a, n * x) - deviancePart(b, n * y))
}

/** Continued fraction 26.5.8, by Lentz; converges fast below the mean. */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300
  let c = 1
  let d = 1 - ((a + b) * x) / (a + 1)
  if (Math.abs(d) < tiny) d = tiny
  d = 1 / d
  let value = d
  for (let k = 1; k < 100_000; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k))
    d = 1 + even * d
    if (Math.abs(d) < tiny) d = tiny
    c = 1 + even / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    value *= d * c
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1))
    d = 1 + odd * d
    if (Math.abs(d) < tiny) d = tiny
    c = 1 + odd / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    const step = d * c
    value *= step
    // A step may stay one rounding away from 1 for ever: going on would only add up the roundings.
    if (Math.abs(step - 1) <= 2 * Number.EPSILON) break
  }
  return value
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
