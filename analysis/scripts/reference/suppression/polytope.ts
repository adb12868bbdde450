/**
 * What an attacker can still believe about hidden counts, explored from the truth: a bounded simplex for the tens of
 * unknowns of a table. It serves the search; the verdict is HiGHS’s (audit.ts).
 */

import type { Equation } from './system.ts'

/** Coefficients are small fractions: anything below is the noise of their sums. */
const small = 1e-7

/**
 * All the vectors of counts ≥ 0 that satisfy the equations, and the extreme values seen so far of each count.
 *
 * `least` and `most` only ever come from whole-number solutions: most − least ≥ k proves that a cell is protected.
 */
export class Polytope {
  readonly least: Float64Array
  readonly most: Float64Array
  #columns: number
  #wholeColumns: number
  #rows: Float64Array[] = []
  #tableau: Float64Array[] = []
  #pivots = 0
  #basic: number[] = []
  #rowOf: Int32Array
  #filled: Int32Array
  #point: Float64Array
  #lower: Float64Array
  #upper: Float64Array

  /** @param point counts that satisfy the equations; @param lower, upper what is known of each count (default 0, none) */
  constructor(equations: readonly Equation[], point: readonly number[], lower?: Float64Array, upper?: Float64Array) {
    const ranges = equations.filter((equation) => equation.low < equation.high)
    this.#wholeColumns = point.length
    this.#columns = point.length + ranges.length
    this.#point = new Float64Array(this.#columns)
    this.#lower = new Float64Array(this.#columns)
    this.#upper = new Float64Array(this.#columns).fill(Number.POSITIVE_INFINITY)
    this.#point.set(point)
    if (lower) this.#lower.set(lower)
    if (upper) this.#upper.set(upper)
    this.#rowOf = new Int32Array(this.#columns).fill(-1)
    this.#filled = new Int32Array(this.#columns + 1)
    this.least = Float64Array.from(point)
    this.most = Float64Array.from(point)
    let slack = point.length
    for (const { terms, low, high } of equations) {
      const row = new Float64Array(this.#columns + 1)
      for (const [cell, coefficient] of terms) row[cell] = row[cell]! + coefficient
      row[this.#columns] = low < high ? 0 : low
      if (low < high) {
        row[slack] = -1
        this.#lower[slack] = low
        this.#upper[slack] = high
        this.#point[slack] = terms.reduce((sum, [cell, coefficient]) => sum + coefficient * point[cell]!, 0)
        slack++
      }
      this.#rows.push(row)
    }
    this.#reduce(this.#byRoom())
  }

  /** Cells far from their bounds become basic first, so that the first steps are long. */
  #byRoom(): number[] {
    const room = (cell: number) =>
      Math.min(this.#point[cell]! - this.#lower[cell]!, this.#upper[cell]! - this.#point[cell]!)
    return [...this.#point.keys()].sort((a, b) => room(b) - room(a) || a - b)
  }

  /** Reduced row echelon form, the first independent ones of `order` basic. The last column is the right-hand side. */
  #reduce(order: readonly number[]): void {
    const rows = this.#rows.map((row) => row.slice())
    this.#tableau = rows
    this.#basic = []
    this.#rowOf.fill(-1)
    let done = 0
    for (const column of order) {
      let best = -1
      for (let row = done; row < rows.length; row++)
        if (Math.abs(rows[row]![column]!) > (best < 0 ? small : Math.abs(rows[best]![column]!) + small)) best = row
      if (best < 0) continue
      const swapped = rows[best]!
      rows[best] = rows[done]!
      rows[done] = swapped
      this.#pivot(done, column)
      done++
      if (done === rows.length) break
    }
    rows.length = done
    this.#pivots = 0
  }

  /** Starts again from the equations with the same basic cells, before rounding errors add up. */
  #refresh(): void {
    this.#reduce([...this.#basic])
    for (const [row, cell] of this.#basic.entries()) {
      const coefficients = this.#tableau[row]!
      let value = coefficients[this.#columns]!
      for (let column = 0; column < this.#columns; column++)
        if (column !== cell && coefficients[column] !== 0) value -= coefficients[column]! * this.#point[column]!
      this.#point[cell] = Math.min(this.#upper[cell]!, Math.max(this.#lower[cell]!, value))
    }
  }

  #pivot(row: number, column: number): void {
    const pivotRow = this.#tableau[row]!
    const scale = 1 / pivotRow[column]!
    // rows of additions are mostly empty: only what is in the pivot row changes the others
    const filled = this.#filled
    let many = 0
    for (let c = 0; c <= this.#columns; c++) {
      if (pivotRow[c] === 0) continue
      pivotRow[c] = pivotRow[c]! * scale
      filled[many++] = c
    }
    for (let r = 0; r < this.#tableau.length; r++) {
      const other = this.#tableau[r]!
      const factor = other[column]!
      if (r === row || Math.abs(factor) < small) continue
      for (let at = 0; at < many; at++) {
        const c = filled[at]!
        const value = other[c]! - factor * pivotRow[c]!
        other[c] = Math.abs(value) < 1e-10 ? 0 : value
      }
      other[column] = 0
    }
    const leaving = this.#basic[row]
    if (leaving !== undefined) this.#rowOf[leaving] = -1
    this.#basic[row] = column
    this.#rowOf[column] = row
  }

  /** Counts that the equations alone give away, whatever their signs. */
  isFixed(cell: number): boolean {
    const row = this.#rowOf[cell]!
    if (row < 0) return this.#lower[cell] === this.#upper[cell]
    return this.#tableau[row]!.every(
      (value, column) => column >= this.#columns || column === cell || Math.abs(value) < small,
    )
  }

  /**
   * Walks to the largest (`direction` 1) or smallest (−1) value of a count.
   *
   * @param enough stops as soon as most − least reaches this
   * @returns the extreme value, ±Infinity when nothing bounds it; when stopped early, the value reached
   */
  walk(cell: number, direction: 1 | -1, enough = Number.POSITIVE_INFINITY): number {
    for (let step = 0; step < 5_000; step++) {
      if (this.most[cell]! - this.least[cell]! >= enough) return this.#point[cell]!
      const entering = this.#entering(cell, direction, step > 50)
      if (entering === null) return this.#point[cell]!
      if (!this.#move(entering.column, entering.way)) {
        if (direction > 0) this.most[cell] = Number.POSITIVE_INFINITY
        return direction * Number.POSITIVE_INFINITY
      }
    }
    throw new RangeError('walk did not end: the equations are badly scaled')
  }

  /** Hands over the solution it stands on, when it is one of whole counts. */
  show(look: (point: Float64Array) => void): void {
    const point = this.#point.slice(0, this.#wholeColumns)
    if (point.every((value) => value === Math.round(value))) look(point)
  }

  #entering(cell: number, direction: 1 | -1, careful: boolean): { column: number; way: 1 | -1 } | null {
    const row = this.#rowOf[cell]!
    if (row < 0) return this.#mayMove(cell, direction) ? { column: cell, way: direction } : null
    let best: { column: number; way: 1 | -1 } | null = null
    let bestGain = small
    const coefficients = this.#tableau[row]!
    for (let column = 0; column < this.#columns; column++) {
      const gain = Math.abs(coefficients[column]!)
      if (column === cell || gain <= bestGain) continue
      const way = -direction * coefficients[column]! > 0 ? 1 : -1
      if (!this.#mayMove(column, way)) continue
      best = { column, way }
      if (careful) return best // Bland’s rule: never turns in circles
      bestGain = gain
    }
    return best
  }

  #mayMove(column: number, way: 1 | -1): boolean {
    return way > 0
      ? this.#point[column]! < this.#upper[column]! - small
      : this.#point[column]! > this.#lower[column]! + small
  }

  /** Moves a nonbasic count as far as the others allow; false when nothing stops it. */
  #move(column: number, way: 1 | -1): boolean {
    let length = way > 0 ? this.#upper[column]! - this.#point[column]! : this.#point[column]! - this.#lower[column]!
    let blocking = -1
    for (let row = 0; row < this.#tableau.length; row++) {
      const slope = -this.#tableau[row]![column]! * way
      if (Math.abs(slope) < small) continue
      const cell = this.#basic[row]!
      const room = slope > 0 ? this.#upper[cell]! - this.#point[cell]! : this.#point[cell]! - this.#lower[cell]!
      const limit = Math.max(0, room / Math.abs(slope))
      const isTie = blocking >= 0 && limit < length + small && cell < this.#basic[blocking]!
      if (limit < length - small || isTie) {
        length = Math.min(length, limit)
        blocking = row
      }
    }
    if (length === Number.POSITIVE_INFINITY) return false
    this.#point[column] = this.#point[column]! + way * length
    for (let row = 0; row < this.#tableau.length; row++) {
      const cell = this.#basic[row]!
      this.#point[cell] = this.#point[cell]! - this.#tableau[row]![column]! * way * length
    }
    if (blocking >= 0) this.#pivot(blocking, column)
    if (blocking >= 0 && ++this.#pivots > 200) this.#refresh()
    if (length > small) this.#remember()
    return true
  }

  #remember(): void {
    for (let cell = 0; cell < this.#wholeColumns; cell++) {
      const whole = Math.round(this.#point[cell]!)
      if (Math.abs(this.#point[cell]! - whole) > 1e-6) return
      this.#point[cell] = whole
    }
    for (let cell = 0; cell < this.#wholeColumns; cell++) {
      if (this.#point[cell]! < this.least[cell]!) this.least[cell] = this.#point[cell]!
      if (this.#point[cell]! > this.most[cell]!) this.most[cell] = this.#point[cell]!
    }
  }
}
