/** Adjusted p-values for several comparisons made at once. */

export type Adjustment = 'holm' | 'BH' | 'BY' | 'bonferroni' | 'hochberg' | 'hommel'

/**
 * @param p p-values in [0, 1]; NaN stays NaN and is not counted
 * @param method `holm` (default): no false difference, with 95 % confidence; `BH`: at most 5 % of the differences shown are false
 * @returns one adjusted p-value per p-value, in the same order
 * @source Holm (1979); Hochberg (1988); Hommel (1988); Benjamini & Hochberg (1995); Benjamini & Yekutieli (2001)
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
  bonferroni: (p) => p.map((value) => value * p.length),
  holm: (p) => fromSmallest(p.map((value, rank) => value * (p.length - rank))),
  hochberg: (p) => fromLargest(p.map((value, rank) => value * (p.length - rank))),
  BH: (p) => fromLargest(p.map((value, rank) => (value * p.length) / (rank + 1))),
  BY: (p) => {
    const harmonic = p.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0)
    return fromLargest(p.map((value, rank) => (value * harmonic * p.length) / (rank + 1)))
  },
  hommel: (p) => {
    const n = p.length
    const smallest = Math.min(...p.map((value, rank) => (n * value) / (rank + 1)))
    const q = new Array<number>(n).fill(smallest)
    const adjusted = [...q]
    for (let m = n - 1; m > 1; m--) {
      const first = n - m + 1
      let least = Number.POSITIVE_INFINITY
      for (let j = 2; j <= m; j++) least = Math.min(least, (m * p[first + j - 2]!) / j)
      for (let i = 0; i < first; i++) q[i] = Math.min(m * p[i]!, least)
      for (let i = first; i < n; i++) q[i] = q[n - m]!
      for (let i = 0; i < n; i++) adjusted[i] = Math.max(adjusted[i]!, q[i]!)
    }
    return adjusted.map((value, i) => Math.max(value, p[i]!))
  },
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
