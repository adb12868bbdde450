/**
 * Wilson's interval of a share.
 *
 * @param p share in [0, 1]
 * @param n effective answers, > 0, need not be whole
 * @param quantile of the normal (or t) distribution, 1.96 for 95 %
 * @returns [low, high] inside [0, 1]
 * @source Wilson (1927), JASA 22
 * @example
 * wilson(0.5, 100, 1.96) // → [0.404, 0.596]
 */
export function wilson(p: number, n: number, quantile: number): [low: number, high: number] {
  const square = quantile * quantile
  const centre = (p + square / (2 * n)) / (1 + square / n)
  const half = (quantile / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))
  return [p === 0 ? 0 : Math.max(0, centre - half), p === 1 ? 1 : Math.min(1, centre + half)]
}
