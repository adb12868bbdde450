/** The cheapest way to blur one cell: a circulation of counts through its table that touches few other figures. */

import { type Equation, piecesOf } from '../system.ts'
import { Model } from './solver.ts'
import type { Task } from './task.ts'

/**
 * For each cell two non-negative moves, up (even positions) and down (odd ones), such that every equation still holds.
 * The moves that an optimal circulation uses are the cells to hide.
 */
export class Flow {
  #models = new Map<number, { model: Model; cells: number[] }>()
  #task: Task

  constructor(task: Task) {
    this.#task = task
    const { system, fixed } = task
    for (const { cells, equations } of piecesOf(
      system,
      fixed.map((isFixed) => !isFixed),
    )) {
      const moves: Equation[] = equations.map(({ terms, low, high }) => {
        const now = terms.reduce((sum, [at, coefficient]) => sum + coefficient * system.counts[cells[at]!]!, 0)
        return {
          terms: terms.flatMap(([at, coefficient]) => [
            [2 * at, coefficient] as const,
            [2 * at + 1, -coefficient] as const,
          ]),
          low: low - now,
          high: high - now,
        }
      })
      const upper = new Float64Array(2 * cells.length).fill(Number.POSITIVE_INFINITY)
      cells.forEach((cell, at) => {
        upper[2 * at + 1] = system.counts[cell]!
        // a zero is printed as such: hiding it would protect nothing that people could not guess
        if (system.counts[cell] === 0 && !task.primary[cell] && !task.unprinted[cell]) upper[2 * at] = 0
      })
      const entry = { model: new Model(moves, new Float64Array(2 * cells.length), upper), cells }
      for (const cell of cells) this.#models.set(cell, entry)
    }
  }

  /**
   * Cells through which `cell` can move up by `up` and down by `down`.
   *
   * @param reluctance extra price factor by cell, to look for other ways
   * @returns cells to hide with it (already hidden ones included); null when no circulation exists
   */
  around(
    cell: number,
    hidden: readonly boolean[],
    up: number,
    down: number,
    reluctance?: readonly number[],
  ): number[] | null {
    const used = new Set<number>()
    if (down > 0 && !this.#push(cell, hidden, -down, used, reluctance)) return null
    if (up > 0 && !this.#push(cell, hidden, up, used, reluctance)) return null
    return [...used]
  }

  #push(
    cell: number,
    hidden: readonly boolean[],
    by: number,
    used: Set<number>,
    reluctance?: readonly number[],
  ): boolean {
    const { model, cells } = this.#models.get(cell)!
    const { system, price } = this.#task
    const target = cells.indexOf(cell)
    const size = Math.abs(by)
    const [forced, barred] = by > 0 ? [2 * target, 2 * target + 1] : [2 * target + 1, 2 * target]
    const costs: [number, number][] = []
    cells.forEach((other, at) => {
      if (other === cell || hidden[other] || used.has(other)) return
      // a cell too small to carry the whole move would call for a second one beside it
      const crowded = system.counts[other]! < size ? 1.5 : 1
      const cost = (price[other]! + 0.01 * Math.log1p(system.counts[other]!)) * crowded * (reluctance?.[other] ?? 1)
      costs.push([2 * at, cost], [2 * at + 1, cost])
    })
    model.between(forced, size, size)
    model.between(barred, 0, 0)
    const result = model.minimise(costs)
    model.between(2 * target, 0, Number.POSITIVE_INFINITY)
    model.between(2 * target + 1, 0, system.counts[cell]!)
    if (typeof result === 'string') return false
    cells.forEach((other, at) => {
      if (result.point[2 * at]! > 1e-7 || result.point[2 * at + 1]! > 1e-7) used.add(other)
    })
    return true
  }

  dispose(): void {
    for (const { model } of new Set(this.#models.values())) model.dispose()
  }
}
