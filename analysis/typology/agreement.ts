/** How far two divisions of the same people into classes agree. */

/**
 * Rand's index less what chance gives: 1 = the same division, 0 = no more in common than two drawn at random.
 *
 * @param one, other class of each person
 * @param counts how often each person counts; null = once
 * @source Hubert & Arabie (1985), Journal of Classification 2
 * @example
 * adjustedRand([0, 0, 1, 2], [0, 0, 1, 1]) // → 0.571
 */
export function adjustedRand(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  counts: ArrayLike<number> | null = null,
): number {
  const { both, first, second, total } = crossed(one, other, counts)
  const pairs = (n: number) => (n * (n - 1)) / 2
  const sum = (values: Iterable<number>) => [...values].reduce((all, n) => all + pairs(n), 0)
  const [a, b] = [sum(first.values()), sum(second.values())]
  const expected = (a * b) / pairs(total)
  const most = (a + b) / 2
  return most === expected ? 1 : (sum(both.values()) - expected) / (most - expected)
}

/**
 * For each class of the first division, the class of the other one that is most like it: people in both ÷ people in either.
 *
 * @param classes number of classes of the first division
 * @returns Jaccard's index of each class, in [0, 1]; NaN for a class nobody is in
 * @source Hennig (2007), Computational Statistics & Data Analysis 52, as in R fpc::clusterboot
 * @example
 * closest([0, 0, 0, 1], [0, 0, 1, 1], 2) // → [0.667, 0.5]
 */
export function closest(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  classes: number,
  counts: ArrayLike<number> | null = null,
): number[] {
  const { both, first, second } = crossed(one, other, counts)
  return Array.from({ length: classes }, (_, own) => {
    const size = first.get(own) ?? 0
    if (size === 0) return Number.NaN
    const likeness = [...second].map(([code, many]) => {
      const shared = both.get(own * width + code) ?? 0
      return shared / (size + many - shared)
    })
    return Math.max(...likeness)
  })
}

/** More classes than anybody describes. */
const width = 1024

function crossed(one: ArrayLike<number>, other: ArrayLike<number>, counts: ArrayLike<number> | null) {
  const both = new Map<number, number>()
  const first = new Map<number, number>()
  const second = new Map<number, number>()
  const add = (to: Map<number, number>, at: number, many: number) => to.set(at, (to.get(at) ?? 0) + many)
  let total = 0
  for (let at = 0; at < one.length; at++) {
    const many = counts === null ? 1 : counts[at]!
    if (many === 0) continue
    total += many
    add(both, one[at]! * width + other[at]!, many)
    add(first, one[at]!, many)
    add(second, other[at]!, many)
  }
  return { both, first, second, total }
}
