/** Complementary suppression: which other figures must go so that the hidden ones cannot be recomputed. */

import { piecesOf } from '../system.ts'
import { priceOf, quickly } from './greedy.ts'
import { Memory } from './memory.ts'
import { optimum } from './optimum.ts'
import { firstHidden, type Task, unsafe } from './task.ts'

export type Protection = {
  /** One entry per cell of the system. */
  hidden: boolean[]
  /**
   * Cells that stay too closely known with everything hidden that may be: what is published or known already gives
   * them away, and nothing here adds to it.
   */
  exposed: number[]
}

/**
 * A cheap set of figures to hide so that no hidden cell is known more closely than its need. Tables that share nothing
 * are treated one by one: the exact search first, and the quick one where that is cut short.
 *
 * @param exactUpTo cells that may be hidden in one block, for the exact search to be tried
 * @param before what was found with other primary cells: blocks in which none changed stay as they were
 */
export function protect(task: Task, exactUpTo = 80, before?: Protection & { primary: readonly boolean[] }): Protection {
  const hidden = firstHidden(task)
  const exposed: number[] = []
  const everything = task.fixed.map((isFixed) => !isFixed)
  for (const { cells, equations } of piecesOf(task.system, everything)) {
    if (before && cells.every((cell) => before.primary[cell] === task.primary[cell])) {
      for (const cell of cells) hidden[cell] = before.hidden[cell]!
      exposed.push(...before.exposed.filter((cell) => cells.includes(cell)))
      continue
    }
    const pick = <T>(of: readonly T[]) => cells.map((cell) => of[cell]!)
    const block: Task = {
      system: { keys: pick(task.system.keys), counts: pick(task.system.counts), equations },
      primary: pick(task.primary),
      fixed: cells.map(() => false),
      unprinted: pick(task.unprinted),
      need: pick(task.need),
      price: pick(task.price),
      memory: new Memory(),
    }
    const result = protectBlock(block, exactUpTo)
    cells.forEach((cell, at) => {
      hidden[cell] = result.hidden[at]!
    })
    exposed.push(...result.exposed.map((at) => cells[at]!))
  }
  return { hidden, exposed }
}

function protectBlock(block: Task, exactUpTo: number): Protection {
  const start = firstHidden(block)
  if (unsafe(block, start, { first: true }).length === 0) return { hidden: start, exposed: [] }
  const lost = unsafe(
    block,
    block.fixed.map(() => true),
  )
  const need = [...block.need]
  for (const { cell, width } of lost) need[cell] = width
  const bounded = { ...block, need }
  const exposed = lost.map(({ cell }) => cell)
  const exact = start.length <= exactUpTo ? exactly(bounded) : null
  if (exact?.cheapest) return { hidden: exact.hidden, exposed }
  const quick = quickly(bounded)
  const better = exact !== null && priceOf(block, exact.hidden) <= priceOf(block, quick)
  return { hidden: better ? exact.hidden : quick, exposed }
}

/** The optimum protects the primary cells; when it leaves another hidden cell too closely known, that one is added to them. */
function exactly(block: Task): { hidden: boolean[]; cheapest: boolean } | null {
  let task = block
  for (let round = 0; round < 8; round++) {
    const added = optimum(task, block.need.length > 40 ? 15 : 60)
    if (added === null) return null
    const hidden = firstHidden(task)
    for (const cell of added) hidden[cell] = true
    const open = new Set(unsafe(block, hidden).map(({ cell }) => cell))
    if (open.size === 0) return { hidden, cheapest: round === 0 }
    task = { ...task, primary: task.primary.map((isPrimary, cell) => isPrimary || open.has(cell)) }
  }
  return null
}
