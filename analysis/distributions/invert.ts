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
