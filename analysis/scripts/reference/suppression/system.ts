/** Every count of a publication and every equation between them: what an attacker has to work with. */

/** low ≤ Σ coefficient × count ≤ high. An addition is the row total − parts = 0. */
export type Equation = { terms: readonly (readonly [cell: number, coefficient: number])[]; low: number; high: number }

export type System = {
  keys: readonly string[]
  /** True counts; for a count that we do not know either (hidden in an earlier publication), one that is possible. */
  counts: readonly number[]
  equations: readonly Equation[]
}

/** One part of a system that stands on its own: cells tied together by equations, numbered from 0. */
export type Piece = { cells: number[]; equations: Equation[] }

/**
 * The unknowns of a system, once everything that is not hidden is put in as a number, cut into pieces that share nothing.
 *
 * @param hidden one entry per cell of the system
 * @returns pieces whose equations use positions in `cells`; a hidden cell in no equation is a piece of its own
 */
export function piecesOf(system: System, hidden: readonly boolean[]): Piece[] {
  const leader = new Int32Array(system.keys.length).map((_, cell) => cell)
  const find = (cell: number): number => {
    let root = cell
    while (leader[root] !== root) root = leader[root]!
    leader[cell] = root
    return root
  }
  const left: Equation[] = []
  for (const equation of system.equations) {
    let published = 0
    const terms: [number, number][] = []
    for (const [cell, coefficient] of equation.terms)
      if (hidden[cell]) terms.push([cell, coefficient])
      else published += coefficient * system.counts[cell]!
    if (terms.length === 0) continue
    left.push({ terms, low: equation.low - published, high: equation.high - published })
    for (const [cell] of terms) leader[find(cell)] = find(terms[0]![0])
  }
  const pieces = new Map<number, Piece>()
  const place = new Int32Array(system.keys.length)
  hidden.forEach((isHidden, cell) => {
    if (!isHidden) return
    const root = find(cell)
    const piece = pieces.get(root) ?? { cells: [], equations: [] }
    pieces.set(root, piece)
    place[cell] = piece.cells.push(cell) - 1
  })
  for (const { terms, low, high } of left)
    pieces
      .get(find(terms[0]![0]))!
      .equations.push({ terms: terms.map(([cell, coefficient]) => [place[cell]!, coefficient]), low, high })
  return [...pieces.values()]
}

/** The row of an addition. */
export const addition = (total: number, parts: readonly number[]): Equation => ({
  terms: [[total, 1], ...parts.map((part) => [part, -1] as const)],
  low: 0,
  high: 0,
})
