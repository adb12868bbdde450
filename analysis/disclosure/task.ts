/** A system together with what must be hidden, what may be, and how well. */

import { auditBounds } from './audit.ts'
import { Polytope } from './polytope.ts'
import { piecesOf, type System } from './system.ts'

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
}

/** What is hidden before anything is added. */
export const firstHidden = (task: Task): boolean[] =>
  task.primary.map((isPrimary, cell) => !task.fixed[cell] && (isPrimary || task.unprinted[cell]!))

/**
 * Hidden cells that an attacker would know too closely.
 *
 * @param hidden the pattern; @param only cells to look at (default: all that are hidden)
 * @returns each with the width left to it, over whole counts
 */
export function unsafe(
  { system, need }: Pick<Task, 'system' | 'need'>,
  hidden: readonly boolean[],
  { only, first = false }: { only?: readonly boolean[]; first?: boolean } = {},
): { cell: number; width: number }[] {
  const found: { cell: number; width: number }[] = []
  for (const { cells, equations } of piecesOf(system, hidden)) {
    const watched = [...cells.keys()].filter((at) => need[cells[at]!]! > 0 && (only?.[cells[at]!] ?? true))
    if (watched.length === 0) continue
    const polytope = new Polytope(
      equations,
      cells.map((cell) => system.counts[cell]!),
    )
    for (const at of watched) {
      const cell = cells[at]!
      const width = widthOf(polytope, at, need[cell]!) ?? wholeWidth(system, hidden, cell)
      if (width >= need[cell]!) continue
      found.push({ cell, width })
      if (first) return found
    }
  }
  return found
}

/** null: real counts would leave enough room, but no whole ones were seen on the way. */
function widthOf(polytope: Polytope, at: number, need: number): number | null {
  if (polytope.isFixed(at)) return 0
  const high = polytope.walk(at, 1, need)
  if (polytope.most[at]! - polytope.least[at]! >= need) return need
  const low = polytope.walk(at, -1, need)
  const seen = polytope.most[at]! - polytope.least[at]!
  return seen >= need || Math.floor(high + 1e-6) - Math.ceil(low - 1e-6) < need ? seen : null
}

function wholeWidth(system: System, hidden: readonly boolean[], cell: number): number {
  const bounds = auditBounds(system, hidden).find((bound) => bound.cell === cell)!
  return bounds.hi - bounds.lo
}
