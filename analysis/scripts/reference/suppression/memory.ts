/** Solutions seen during a search: what was once possible proves many later patterns safe without solving anything. */

type Witness = { cells: Int32Array; values: Float64Array }

const capacity = 200

/**
 * Whole-number solutions of one system, each as its differences from the truth. A solution stays possible under any
 * pattern that hides all the cells in which it differs.
 */
export class Memory {
  /** The cell that failed last: the first to look at next time. */
  suspect = -1
  #witnesses: Witness[] = []
  #next = 0

  /** Keeps a solution given by the cells of a piece and their counts there. */
  keep(cells: readonly number[], point: Float64Array, truth: readonly number[]): void {
    const different = cells.map((_, at) => at).filter((at) => point[at] !== truth[cells[at]!])
    if (different.length === 0) return
    this.#witnesses[this.#next] = {
      cells: Int32Array.from(different, (at) => cells[at]!),
      values: Float64Array.from(different, (at) => point[at]!),
    }
    this.#next = (this.#next + 1) % capacity
  }

  /** Smallest and largest count of each cell over the solutions that a pattern allows. */
  extremes(hidden: readonly boolean[], truth: readonly number[]): { least: Float64Array; most: Float64Array } {
    const least = Float64Array.from(truth)
    const most = Float64Array.from(truth)
    for (const { cells, values } of this.#witnesses) {
      if (!cells.every((cell) => hidden[cell])) continue
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at]!
        if (values[at]! < least[cell]!) least[cell] = values[at]!
        if (values[at]! > most[cell]!) most[cell] = values[at]!
      }
    }
    return { least, most }
  }
}
