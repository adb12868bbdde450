/** The fewest figures to hide, exactly: for the tables of a survey, small enough, and to measure the quick search. */

import { cheapestHitting } from './hitting.ts'
import { firstHidden, type Task, unsafe } from './task.ts'

/**
 * Cheapest additional cells that protect every primary one. Each failed pattern is grown to a largest failing one; every
 * solution must take a cell outside it. The cheapest set that meets all these demands, once it does not fail, is the
 * optimum.
 *
 * @param limit demands to collect before giving up
 * @returns cells to add; null: no pattern protects them all, or the search was cut short
 * @source implicit hitting sets; the demands are the bridgeless inequalities of Fischetti & Salazar (2000) in words
 */
export function optimum(task: Task, limit = 2_000): number[] | null {
  const start = firstHidden(task)
  const candidates = [...start.keys()].filter(
    (cell) => !start[cell] && !task.fixed[cell] && task.system.counts[cell] !== 0,
  )
  const fails = (hidden: readonly boolean[]) => unsafe(task, hidden, { only: task.primary, first: true }).length > 0
  const withCells = (cells: readonly number[]) => {
    const hidden = [...start]
    for (const cell of cells) hidden[cell] = true
    return hidden
  }
  if (fails(withCells(candidates))) return null
  const demands: number[][] = []
  while (demands.length <= limit) {
    const chosen = cheapestHitting(demands, task.price)
    if (chosen === null) return null
    const hidden = withCells(chosen)
    if (!fails(hidden)) return chosen
    for (const cell of candidates) {
      if (hidden[cell]) continue
      hidden[cell] = true
      if (!fails(hidden)) hidden[cell] = false
    }
    demands.push(candidates.filter((cell) => !hidden[cell]))
    candidates.push(candidates.shift()!) // another order next time: more varied demands
  }
  return null
}
