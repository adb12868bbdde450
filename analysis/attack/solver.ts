/** HiGHS, the linear-programming solver, in the few words this folder needs. A tool of analysts: nothing that serves loads it. */

import loadHighs from 'highs'

// the package describes itself as CommonJS: its types hide the default export one level too deep
const highs = await (loadHighs as unknown as typeof loadHighs.default)()
const { modelStatus, variableType } = highs.constants

/** low ≤ Σ coefficient × count ≤ high. */
export type Equation = { terms: readonly (readonly [cell: number, coefficient: number])[]; low: number; high: number }

type Optimum = { value: number; point: Float64Array }

/** One model held in memory: same equations, many questions. */
export class Model {
  #model: ReturnType<typeof highs.createModel>
  #size: number

  constructor(equations: readonly Equation[], lower: Float64Array, upper: Float64Array) {
    this.#size = lower.length
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const { terms } of equations) {
      for (const [cell, coefficient] of terms) {
        indices.push(cell)
        values.push(coefficient)
      }
      starts.push(indices.length)
    }
    this.#model = highs.createModel({
      numCols: this.#size,
      numRows: equations.length,
      colCost: new Float64Array(this.#size),
      colLower: lower,
      colUpper: upper,
      rowLower: Float64Array.from(equations, (equation) => equation.low),
      rowUpper: Float64Array.from(equations, (equation) => equation.high),
      matrix: {
        format: 'csr',
        numRows: equations.length,
        numCols: this.#size,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    })
    this.#model.options.set({ output_flag: false, presolve: 'off' })
  }

  #run(): Optimum | 'unbounded' | 'infeasible' {
    this.#model.run()
    const status = this.#model.getModelStatus()
    if (status === modelStatus.optimal)
      return { value: this.#model.getObjectiveValue(), point: Float64Array.from(this.#model.getSolution().colValue!) }
    if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return 'unbounded'
    if (status === modelStatus.infeasible) return 'infeasible'
    throw new Error(`the solver stopped with status ${status}`)
  }

  /** Smallest value of Σ cost × count; `costs` by cell, the others are 0. */
  minimise(
    costs: readonly (readonly [cell: number, cost: number])[],
    whole = false,
  ): Optimum | 'unbounded' | 'infeasible' {
    const all = { kind: 'range', from: 0, to: this.#size - 1 } as const
    const isFew = costs.length < 8
    if (isFew) for (const [cell, cost] of costs) this.#model.changeColCost(cell, cost)
    else this.#model.changeColsCost(all, spread(costs, this.#size))
    if (whole) this.#model.changeColsIntegrality(all, new Int32Array(this.#size).fill(variableType.integer))
    const result = this.#run()
    if (whole) this.#model.changeColsIntegrality(all, new Int32Array(this.#size).fill(variableType.continuous))
    if (isFew) for (const [cell] of costs) this.#model.changeColCost(cell, 0)
    else this.#model.changeColsCost(all, new Float64Array(this.#size))
    return result
  }

  /** What may be believed of a cell from now on. */
  between(cell: number, lower: number, upper: number): void {
    this.#model.changeColsBounds({ kind: 'range', from: cell, to: cell }, [lower], [upper])
  }

  dispose(): void {
    this.#model.dispose()
  }
}

function spread(costs: readonly (readonly [cell: number, cost: number])[], size: number): Float64Array {
  const all = new Float64Array(size)
  for (const [cell, cost] of costs) all[cell] = cost
  return all
}
