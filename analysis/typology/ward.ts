/** Hierarchical clustering by Ward's criterion, of points with masses. */

/** Points × dimensions, point after point. */
export type Points = { size: number; dimensions: number; cells: Float64Array }

/** Two groups put together: `a` and `b` are points (below `size`) or earlier merges (`size` + their place). */
export type Merge = { a: number; b: number; loss: number }

/**
 * Each merge puts the two groups together whose union loses least between-group inertia: m₁m₂/(m₁+m₂)·d², m = mass ÷ total.
 *
 * @param masses of the points, > 0
 * @returns size − 1 merges, the least loss first; the losses add up to the inertia of the points
 * @source Ward (1963), JASA 58; nearest-neighbour chain: Murtagh (1983), The Computer Journal 26
 * @example
 * const points = { size: 3, dimensions: 1, cells: [0, 1, 5] }
 * ward(points, [1, 1, 1]).map(({ loss }) => loss) // → [0.167, 4.5]
 */
export function ward({ size, dimensions, cells }: Points, masses: ArrayLike<number>): Merge[] {
  const total = Array.from(masses).reduce((sum, mass) => sum + mass, 0)
  const centres = Array.from({ length: size }, (_, at) =>
    Float64Array.from(cells.slice(at * dimensions, (at + 1) * dimensions)),
  )
  const weight = Array.from(masses, (mass) => mass / total)
  // a group lives at the place of one of its points; its name is that of its last merge
  const name = Array.from({ length: size }, (_, at) => at)
  const isAlive = new Uint8Array(size).fill(1)
  const lossOf = (a: number, b: number) => {
    let distance = 0
    for (let d = 0; d < dimensions; d++) distance += (centres[a]![d]! - centres[b]![d]!) ** 2
    return ((weight[a]! * weight[b]!) / (weight[a]! + weight[b]!)) * distance
  }
  const nearest = (of: number, before: number): number => {
    let [best, at] = [Number.POSITIVE_INFINITY, -1]
    if (before >= 0) [best, at] = [lossOf(of, before), before]
    for (let other = 0; other < size; other++)
      if (isAlive[other] && other !== of && other !== before) {
        const loss = lossOf(of, other)
        if (loss < best) [best, at] = [loss, other]
      }
    return at
  }
  const found: { a: number; b: number; loss: number; at: number }[] = []
  const chain: number[] = []
  while (found.length < size - 1) {
    if (chain.length === 0) chain.push(isAlive.indexOf(1))
    const last = chain.at(-1)!
    const before = chain.at(-2) ?? -1
    const next = nearest(last, before)
    if (next !== before) {
      chain.push(next)
      continue
    }
    chain.length -= 2
    const [into, from] = [Math.min(last, next), Math.max(last, next)]
    const loss = lossOf(into, from)
    const mass = weight[into]! + weight[from]!
    for (let d = 0; d < dimensions; d++)
      centres[into]![d] = (weight[into]! * centres[into]![d]! + weight[from]! * centres[from]![d]!) / mass
    weight[into] = mass
    isAlive[from] = 0
    found.push({ a: name[into]!, b: name[from]!, loss, at: found.length })
    name[into] = size + found.length - 1
  }
  return inOrder(found, size)
}

/** The chain finds merges out of order: sorted by what they lose, with the names of earlier ones put right. */
function inOrder(found: readonly (Merge & { at: number })[], size: number): Merge[] {
  const sorted = found.toSorted((one, other) => one.loss - other.loss || one.at - other.at)
  const place = new Int32Array(found.length)
  for (const [rank, { at }] of sorted.entries()) place[at] = rank
  const renamed = (group: number) => (group < size ? group : size + place[group - size]!)
  return sorted.map(({ a, b, loss }) => ({ a: renamed(a), b: renamed(b), loss }))
}

/**
 * The groups that are left before the last `count` − 1 merges.
 *
 * @returns group of each point, numbered in the order of their first points
 */
export function cut(merges: readonly Merge[], size: number, count: number): Int32Array {
  const parent = Int32Array.from({ length: size + merges.length }, (_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root]!
    return root
  }
  for (const [rank, { a, b }] of merges.slice(0, size - count).entries()) {
    parent[rootOf(a)] = size + rank
    parent[rootOf(b)] = size + rank
  }
  const numbers = new Map<number, number>()
  return Int32Array.from({ length: size }, (_, at) => {
    const root = rootOf(at)
    if (!numbers.has(root)) numbers.set(root, numbers.size)
    return numbers.get(root)!
  })
}
