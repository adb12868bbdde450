/** The cheapest set with a member in each of some sets: the small puzzle inside the exact search. */

type Search = { price: readonly number[]; best: number; chosen: number[] | null; left: number }

/**
 * @param demands sets of cells, each to be met; @param price by cell, > 0; @param steps search steps before giving up
 * @returns the cheapest cells that meet all demands; null when the search was cut short
 */
export function cheapestHitting(
  demands: readonly (readonly number[])[],
  price: readonly number[],
  steps = 5_000,
): number[] | null {
  const search: Search = { price, best: Number.POSITIVE_INFINITY, chosen: null, left: steps }
  descend(demands, [], 0, new Set(), search)
  return search.left > 0 ? search.chosen : null
}

function descend(
  demands: readonly (readonly number[])[],
  taken: number[],
  spent: number,
  barred: Set<number>,
  search: Search,
): void {
  if (search.left-- <= 0) return
  if (demands.length === 0) {
    if (spent < search.best) {
      search.best = spent
      search.chosen = [...taken]
    }
    return
  }
  const open = demands.map((demand) => demand.filter((cell) => !barred.has(cell)))
  if (spent + leastPrice(open, search.price) >= search.best) return
  const shortest = open.reduce((a, b) => (b.length < a.length ? b : a))
  const closed = new Set(barred) // a cell tried and given up stays out of the branches that follow
  for (const cell of shortest.toSorted((a, b) => search.price[a]! - search.price[b]!)) {
    descend(
      open.filter((demand) => !demand.includes(cell)),
      [...taken, cell],
      spent + search.price[cell]!,
      closed,
      search,
    )
    closed.add(cell)
  }
}

/** Demands that share nothing each need a cell of their own: no solution costs less than this. */
function leastPrice(demands: readonly (readonly number[])[], price: readonly number[]): number {
  const met = new Set<number>()
  let total = 0
  for (const demand of demands.toSorted((a, b) => a.length - b.length)) {
    if (demand.some((cell) => met.has(cell))) continue
    for (const cell of demand) met.add(cell)
    total += Math.min(...demand.map((cell) => price[cell]!))
  }
  return total
}
