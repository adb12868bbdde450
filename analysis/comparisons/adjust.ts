/** Adjusted p-values for several comparisons made at once. */

type Adjustment = 'holm' | 'BH'

/**
 * @param p p-values in [0, 1]; NaN stays NaN and is not counted
 * @param method `holm` (default): no false difference, with 95 % confidence; `BH`: at most 5 % of the differences shown are false
 * @returns one adjusted p-value per p-value, in the same order
 * @source Holm (1979); Benjamini & Hochberg (1995)
 * @example
 * adjust([0.01, 0.04, 0.03]) // → [0.03, 0.06, 0.06]
 */
export function adjust(p: readonly number[], method: Adjustment = 'holm'): number[] {
  const known = p.map((value, at) => ({ value, at })).filter(({ value }) => !Number.isNaN(value))
  const n = known.length
  const sorted = known.sort((a, b) => a.value - b.value)
  const ascending = sorted.map(({ value }) => value)
  const adjusted = new Array<number>(p.length).fill(Number.NaN)
  const values = n === 0 ? [] : methods[method](ascending)
  sorted.forEach(({ at }, rank) => {
    adjusted[at] = Math.min(1, values[rank]!)
  })
  return adjusted
}

/** Each takes the sorted p-values. */
const methods: Record<Adjustment, (p: number[]) => number[]> = {
  holm: (p) => fromSmallest(p.map((value, rank) => value * (p.length - rank))),
  BH: (p) => fromLargest(p.map((value, rank) => (value * p.length) / (rank + 1))),
}

function fromSmallest(values: number[]): number[] {
  let most = 0
  return values.map((value) => {
    most = Math.max(most, value)
    return most
  })
}

function fromLargest(values: number[]): number[] {
  let least = 1
  return values
    .reverse()
    .map((value) => {
      least = Math.min(least, value)
      return least
    })
    .reverse()
}
