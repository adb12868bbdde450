/** How much of a total one answer makes: disclosure control hides a mean that a single person carries (85 %). */

/**
 * @param numbers one a row, NaN = no answer
 * @param mask rows counted are 1; null = all
 * @returns part of the sum of absolute values that the largest single answer brings, 0 to 1
 */
export function largestPart(numbers: Float64Array, mask: Uint8Array | null): number {
  let sum = 0
  let largest = 0
  for (let row = 0; row < numbers.length; row++) {
    const size = Math.abs(numbers[row]!)
    if (mask?.[row] === 0 || Number.isNaN(size)) continue
    sum += size
    largest = Math.max(largest, size)
  }
  return sum === 0 ? 0 : largest / sum
}
