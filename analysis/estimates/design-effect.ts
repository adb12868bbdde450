/** Design effect: how many times the variance of a simple random sample of the same size. */
import type { Design } from '../design/design.ts'

/**
 * Variance of the mean in a simple random sample: s²_w / n, times 1 − n/N̂ unless drawn with replacement.
 *
 * @param values one per row, NaN = not in the base
 * @param domain 1 inside, 0 outside; null = everybody
 * @param replacement leave out the finite population factor
 * @returns in the square of the values' unit; NaN with less than 2 answers, or when n exceeds N̂
 * @source Kish (1965) ch. 8; conventions of R survey's svymean(deff = )
 * @example
 * simpleVariance([1, 1, 0, 0], designOf({ rows: 4 }), null, true) // → 0.083
 */
export function simpleVariance(
  values: ArrayLike<number>,
  design: Design,
  domain: Uint8Array | null,
  replacement: boolean,
): number {
  const { weights } = design
  const inside = (row: number) => domain?.[row] !== 0 && !Number.isNaN(values[row]!) && weights[row] !== 0
  let n = 0
  let size = 0
  let total = 0
  for (let row = 0; row < design.rows; row++)
    if (inside(row)) {
      n += 1
      size += weights[row]!
      total += weights[row]! * values[row]!
    }
  let squares = 0
  for (let row = 0; row < design.rows; row++)
    if (inside(row)) squares += weights[row]! * (values[row]! - total / size) ** 2
  const variance = squares / size / (n - 1)
  if (replacement) return variance
  return n > size ? Number.NaN : variance * (1 - n / size)
}
