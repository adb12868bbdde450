/** The quick search for complementary cells, for blocks too large to search exactly. */

import { piecesOf } from '../system.ts'
import { Flow } from './flow.ts'
import { firstHidden, type Task, unsafe } from './task.ts'

/**
 * A safe pattern, grown cell by cell along the cheapest circulations, then thinned as long as it stays safe. Four orders
 * are tried (fewer in very large blocks); the cheapest result wins.
 *
 * @param task whose needs can all be met
 * @source Fischetti & Salazar (2000), JASA 95:916; the loop « add, attack, repeat » of sdcTable’s SIMPLEHEURISTIC
 */
export function quickly(task: Task): boolean[] {
  const flow = new Flow(task)
  try {
    const attempts = task.need.length > 200 ? [0] : task.need.length > 100 ? [0, 1] : [0, 1, 2, 3]
    const results = attempts.map((attempt) => thin(task, grow(task, flow, attempt), attempt))
    return results.reduce((best, hidden) => (priceOf(task, hidden) < priceOf(task, best) ? hidden : best))
  } finally {
    flow.dispose()
  }
}

const isAdded = ({ primary, unprinted, fixed }: Task, cell: number) =>
  !(primary[cell] || unprinted[cell] || fixed[cell])

/** Figures lost beyond the primary ones. */
export const priceOf = (task: Task, hidden: readonly boolean[]): number =>
  hidden.reduce((sum, isHidden, cell) => (isHidden && isAdded(task, cell) ? sum + task.price[cell]! : sum), 0)

function grow(task: Task, flow: Flow, attempt: number): boolean[] {
  const hidden = firstHidden(task)
  const { counts } = task.system
  const rank = (cell: number) => (attempt % 2 === 0 ? -counts[cell]! : counts[cell]!)
  // what is hidden only grows here: a cell once safe stays safe
  const safe = new Set<number>()
  for (;;) {
    const open = unsafe(task, hidden, { first: task.need.length > 100, safe }).map(({ cell }) => cell)
    if (open.length === 0) return hidden
    const cell = open.sort((a, b) => rank(a) - rank(b) || a - b)[0]!
    const whole = task.need[cell]!
    const down = Math.min(counts[cell]!, whole)
    const both: [number, number][] = [
      [whole - down, down],
      [whole, 0],
    ]
    const found = (attempt < 2 ? both : both.reverse())
      .values()
      .map(([up, low]) => flow.around(cell, hidden, up, low))
      .find((used) => used?.some((other) => !hidden[other]))
    for (const other of found ?? [nextTo(task, hidden, cell)]) hidden[other] = true
  }
}

/** No circulation helps (the only ways lead through zeros): the cheapest figure that shares an equation with a hidden one. */
function nextTo(task: Task, hidden: readonly boolean[], cell: number): number {
  const candidates = new Set<number>()
  for (const { terms } of task.system.equations)
    if (terms.some(([other]) => hidden[other]))
      for (const [other] of terms) if (!(hidden[other] || task.fixed[other])) candidates.add(other)
  const next = [...candidates].sort((a, b) => task.price[a]! - task.price[b]! || a - b)[0]
  if (next === undefined) throw new Error(`no figure left to hide beside ${task.system.keys[cell]}`)
  return next
}

/** Takes back every addition that turns out not to be needed, dearest first. */
function thin(task: Task, hidden: boolean[], attempt: number): boolean[] {
  const { counts } = task.system
  const order = attempt % 2 === 0 ? 1 : -1
  const added = [...hidden.keys()].filter((cell) => hidden[cell] && isAdded(task, cell))
  added.sort((a, b) => task.price[b]! - task.price[a]! || order * (counts[b]! - counts[a]!))
  for (const cell of added) {
    // the pattern was safe: only what this cell is tied to can become unsafe
    const only = tiedTo(task, hidden, cell)
    hidden[cell] = false
    if (unsafe(task, hidden, { first: true, hasty: true, only }).length > 0) hidden[cell] = true
  }
  return hidden
}

/** Hidden cells in the same piece as this one. */
function tiedTo({ system }: Task, hidden: readonly boolean[], cell: number): boolean[] {
  const tied = hidden.map(() => false)
  for (const one of piecesOf(system, hidden).find(({ cells }) => cells.includes(cell))?.cells ?? []) tied[one] = true
  return tied
}
