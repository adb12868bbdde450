/** Estimates with their scores: value, and what each row adds to its error. Everything else is built on these. */
import type { Design } from '../design/design.ts'

export type Linear = {
  value: number
  /** Error ≈ Σ weight · score; 0 outside the domain and where the answer is missing. */
  scores: Float64Array
  /** Rows counted: inside the domain, answered, with a weight. */
  base: number
  /** Σ weight and Σ weight² over the base. */
  sumWeights: number
  sumSquares: number
}

/**
 * Weighted mean over a domain (Hájek).
 *
 * @param values one number per row, NaN = not in the base
 * @param domain 1 inside, 0 outside, one per row; null = everybody. Rows outside keep a score of 0: they are never dropped
 * @returns null when the base is empty
 * @throws RangeError when lengths differ
 * @source Särndal, Swensson & Wretman (1992) 5.7–5.8
 * @example
 * meanOf([1, 0, NaN], designOf({ rows: 3, weights: [3, 1, 5] })).value // → 0.75
 */
export function meanOf(values: ArrayLike<number>, design: Design, domain: Uint8Array | null = null): Linear | null {
  const linear = totalOf(values, design, domain)
  if (linear === null) return null
  const mean = linear.value / linear.sumWeights
  const { scores } = linear
  for (let row = 0; row < scores.length; row++) {
    const value = values[row]!
    scores[row] = domain?.[row] === 0 || Number.isNaN(value) ? 0 : (value - mean) / linear.sumWeights
  }
  return { ...linear, value: mean }
}

/** Weighted total over a domain (Horvitz–Thompson); missing answers count for nothing. Shapes as `meanOf`. */
function totalOf(values: ArrayLike<number>, design: Design, domain: Uint8Array | null = null): Linear | null {
  const { rows, weights } = design
  if (values.length !== rows) throw new RangeError(`an estimate needs ${rows} values, not ${values.length}`)
  if (domain !== null && domain.length !== rows) throw new RangeError(`an estimate needs a domain of ${rows} rows`)
  const scores = new Float64Array(rows)
  let base = 0
  let sumWeights = 0
  let sumSquares = 0
  let total = 0
  for (let row = 0; row < rows; row++) {
    const value = values[row]!
    if (domain?.[row] === 0 || Number.isNaN(value)) continue
    scores[row] = value
    const weight = weights[row]!
    if (weight === 0) continue
    base += 1
    sumWeights += weight
    sumSquares += weight * weight
    total += weight * value
  }
  return base === 0 ? null : { value: total, scores, base, sumWeights, sumSquares }
}

/**
 * a − b, with the scores of both: their covariance is in it.
 *
 * @example
 * const design = designOf({ rows: 2 })
 * differenceOf(meanOf([4, 6], design), meanOf([1, 2], design)).value // → 3.5
 */
export function differenceOf(a: Linear, b: Linear): Linear {
  return {
    value: a.value - b.value,
    scores: a.scores.map((score, row) => score - b.scores[row]!),
    base: a.base + b.base,
    sumWeights: a.sumWeights + b.sumWeights,
    sumSquares: a.sumSquares + b.sumSquares,
  }
}
