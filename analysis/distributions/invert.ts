/** Inverse of a monotone function over the non-negative doubles. */

const word = new BigUint64Array(1)
const float = new Float64Array(word.buffer)

function doubleOf(bits: bigint): number {
  word[0] = bits
  return float[0]!
}

function bitsOf(value: number): bigint {
  float[0] = value
  return word[0]!
}

/**
 * The smallest double in [0, `top`] where `reached` holds, by halving the ordered bits of the doubles:
 * 64 evaluations, whatever the scale, no starting value, no failure to converge.
 *
 * @param reached false, then true, as its argument grows; taken to hold at `top`
 */
export function firstWhere(reached: (x: number) => boolean, top: number): number {
  let low = 0n
  let high = bitsOf(top)
  if (reached(0)) return 0
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (reached(doubleOf(middle))) high = middle
    else low = middle
  }
  return doubleOf(high)
}

/**
 * Quantile of a distribution on [0, top]: solved in whichever tail is the smaller, so that neither loses its digits.
 *
 * @param tails both tails at x
 * @param p probability in [0, 1]
 * @throws RangeError when p is outside [0, 1]
 */
export function quantileOf(tails: (x: number) => { lower: number; upper: number }, p: number, top: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile needs a probability in [0, 1], not ${p}`)
  if (p === 0) return 0
  if (p === 1) return top
  const q = 1 - p
  return p <= 0.5 ? firstWhere((x) => tails(x).lower >= p, top) : firstWhere((x) => tails(x).upper <= q, top)
}
