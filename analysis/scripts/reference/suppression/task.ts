/** A system together with what must be hidden, what may be, and how well. */

import { Memory } from './memory.ts'
import { Polytope } from './polytope.ts'
import { Model } from './solver.ts'
import { type Equation, type Piece, piecesOf, type System } from './system.ts'

export type Task = {
  system: System
  /** Must be hidden, and known no closer than its `need`. */
  primary: readonly boolean[]
  /** Cannot be hidden: published before, or known outside. */
  fixed: readonly boolean[]
  /** Never printed: hidden from the start, at no price. */
  unprinted: readonly boolean[]
  /** Least width (hi − lo) when hidden; 0: whatever. */
  need: readonly number[]
  /** Figures lost when the cell is hidden. */
  price: readonly number[]
  /** Solutions seen so far, when several searches go through the same system. */
  memory?: Memory
}

/** What is hidden before anything is added. */
export const firstHidden = (task: Task): boolean[] =>
  task.primary.map((isPrimary, cell) => !task.fixed[cell] && (isPrimary || task.unprinted[cell]!))

export type Watch = Pick<Task, 'system' | 'need' | 'memory'>

/**
 * Hidden cells that an attacker would know too closely.
 *
 * @param hidden the pattern; @param only cells to look at (default: all that are hidden); @param first stop at the first; @param hasty call
 *   unsafe what only a longer search over whole counts could prove safe; @param safe cells that a pattern within this one
 *   leaves wide enough: not looked at again, and added to
 * @returns each with the width left to it, over whole counts
 */
export function unsafe(
  { system, need, memory = new Memory() }: Watch,
  hidden: readonly boolean[],
  {
    only,
    first = false,
    hasty = false,
    safe,
  }: { only?: readonly boolean[]; first?: boolean; hasty?: boolean; safe?: Set<number> } = {},
): { cell: number; width: number }[] {
  const found: { cell: number; width: number }[] = []
  const { least, most } = memory.extremes(hidden, system.counts)
  const isOpen = (cell: number) =>
    need[cell]! > 0 && (only?.[cell] ?? true) && !safe?.has(cell) && most[cell]! - least[cell]! < need[cell]!
  for (const { cells, equations } of suspectFirst(piecesOf(system, hidden), memory.suspect)) {
    const open = [...cells.keys()].filter((at) => isOpen(cells[at]!))
    if (open.length === 0) continue
    const plain = first ? plainlyKnown(equations, new Set(open), (at) => need[cells[at]!]!) : null
    if (plain !== null) {
      memory.suspect = cells[plain.at]!
      return [{ cell: cells[plain.at]!, width: plain.width }]
    }
    const truth = cells.map((cell) => system.counts[cell]!)
    const polytope = new Polytope(equations, truth)
    const look = (point: Float64Array) => memory.keep(cells, point, system.counts)
    if (cells.includes(memory.suspect))
      open.sort((a, b) => Number(cells[b] === memory.suspect) - Number(cells[a] === memory.suspect))
    for (const at of open) {
      const cell = cells[at]!
      const width =
        widthOf(polytope, at, need[cell]!, look) ??
        (hasty ? 0 : null) ??
        wholeWidth({ cells, equations }, at, truth, need[cell]!, look)
      if (width >= need[cell]!) {
        safe?.add(cell)
        continue
      }
      found.push({ cell, width })
      memory.suspect = cell
      if (first) return found
    }
  }
  return found
}

/** A cell that one equation alone gives away: alone in it, or with others of the same sign whose sum is small. */
function plainlyKnown(
  equations: readonly Equation[],
  open: ReadonlySet<number>,
  needOf: (at: number) => number,
): { at: number; width: number } | null {
  for (const { terms, low, high } of equations) {
    const sign = Math.sign(terms[0]![1])
    if (!terms.every(([, coefficient]) => coefficient === sign)) continue
    const sum = terms.length === 1 ? high - low : sign > 0 ? high : -low
    for (const [at] of terms) if (open.has(at) && sum < needOf(at)) return { at, width: sum }
  }
  return null
}

const suspectFirst = (pieces: Piece[], suspect: number): Piece[] =>
  pieces.sort((a, b) => Number(b.cells.includes(suspect)) - Number(a.cells.includes(suspect)))

/** null: real counts would leave enough room, but no whole ones were seen on the way. */
function widthOf(polytope: Polytope, at: number, need: number, look: (point: Float64Array) => void): number | null {
  if (polytope.isFixed(at)) return 0
  const wide = () => polytope.most[at]! - polytope.least[at]! >= need
  if (wide()) return need
  const high = polytope.walk(at, 1, need)
  polytope.show(look)
  if (wide()) return need
  const low = polytope.walk(at, -1, need)
  polytope.show(look)
  return wide() || Math.floor(high + 1e-6) - Math.ceil(low - 1e-6) < need
    ? polytope.most[at]! - polytope.least[at]!
    : null
}

/** The same by branch and bound; it remembers its solutions, so that it is rarely asked twice. */
function wholeWidth(
  { cells, equations }: Piece,
  at: number,
  truth: readonly number[],
  need: number,
  look: (point: Float64Array) => void,
): number {
  const model = new Model(
    equations,
    new Float64Array(cells.length),
    new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY),
  )
  try {
    let width = 0
    for (const direction of [-1, 1]) {
      const found = model.minimise([[at, direction]], true)
      if (found === 'unbounded') return Number.POSITIVE_INFINITY
      if (found === 'infeasible') throw new Error('no whole counts satisfy the equations')
      look(found.point.map(Math.round))
      width += Math.abs(Math.round(found.point[at]!) - truth[at]!)
      if (width >= need) break
    }
    return width
  } finally {
    model.dispose()
  }
}
