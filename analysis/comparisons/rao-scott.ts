/** Are two questions linked? Rao–Scott's test of a weighted crosstab. */
import type { Design } from '../design/design.ts'
import { Refusal } from '../design/refusal.ts'
import { fUpper } from '../distributions/f.ts'
import { covariance, type Variance, varianceFor } from '../estimates/covariance.ts'
import { generalisedEigenvalues, type Matrix, zeros } from '../estimates/matrix.ts'
import { isPlain } from '../estimates/plain-share.ts'

export type RaoScott = {
  /** Rows and columns that occur, as codes, ascending. */
  rows: number[]
  columns: number[]
  /** Weighted part of each cell, row after row; sum 1. */
  cells: Float64Array
  /** Answers to both questions, unweighted. */
  base: number
  /** Pearson's X² on the weighted parts, for `base` answers. */
  pearson: number
  /** Design effects of the independent contrasts, greatest first. */
  effects: number[]
  /** X² over the sum of the effects; F on (df1, df2) under independence. */
  f: number
  df1: number
  df2: number
  p: number
}

/**
 * Second-order Rao–Scott test of independence.
 *
 * @param rowCodes, columnCodes answer of each row to either question, ≥ 0; negative = missing, outside the table
 * @param design of the same rows; ν = its degrees of freedom; raked → HC3 variance
 * @param within 1 inside, 0 outside; null = everybody
 * @returns null when nobody answered both, or when the contrasts have no variance
 * @throws Refusal `one-class` when one of the questions has a single answer
 * @source Rao & Scott (1984), Annals of Statistics 12; F(d₀, d₀ν), d₀ = (Σδ)²/Σδ²: Thomas & Rao (1987)
 * @example
 * const [garde, zone] = [[0, 0, 0, 1, 1, 1, 1, 0], [0, 0, 0, 0, 1, 1, 1, 1]]
 * const { f, p } = raoScott(garde, zone, designOf({ rows: 8 }))
 * [f, p] // → [1.75, 0.227]
 */
export function raoScott(
  rowCodes: ArrayLike<number>,
  columnCodes: ArrayLike<number>,
  design: Design,
  within: Uint8Array | null = null,
  variance: Variance = varianceFor(design),
): RaoScott | null {
  const table = crosstab(rowCodes, columnCodes, design, within)
  if (table === null) return null
  const { rows, columns, cells, base } = table
  if (rows.length < 2 || columns.length < 2)
    throw new Refusal('one-class', 'Il faut au moins deux réponses différentes à chaque question pour les croiser.')
  const effects = effectsOf(cells, rows.length, columns.length, covarianceOf(table, design, variance), base)
  if (effects === null || design.df < 1) return null
  const sum = effects.reduce((a, b) => a + b, 0)
  const squares = effects.reduce((a, b) => a + b * b, 0)
  if (!(sum > 0)) return null
  const x2 = pearson(cells, rows.length, columns.length, base)
  const df1 = (sum * sum) / squares
  const df2 = df1 * design.df
  const f = x2 / sum
  return { rows, columns, cells, base, pearson: x2, effects, f, df1, df2, p: fUpper(f, df1, df2) }
}

type Crosstab = NonNullable<ReturnType<typeof crosstab>>

/** Weighted parts of the cells, and the cell of each row; codes that never occur are left out. */
function crosstab(
  rowCodes: ArrayLike<number>,
  columnCodes: ArrayLike<number>,
  design: Design,
  within: Uint8Array | null,
) {
  const { weights } = design
  const inside = (row: number) => within?.[row] !== 0 && rowCodes[row]! >= 0 && columnCodes[row]! >= 0
  const occurring = (codes: ArrayLike<number>) => {
    const found = new Set<number>()
    for (let row = 0; row < design.rows; row++) if (inside(row) && weights[row] !== 0) found.add(codes[row]!)
    return [...found].sort((a, b) => a - b)
  }
  const rows = occurring(rowCodes)
  const columns = occurring(columnCodes)
  const rowPlace = new Map(rows.map((code, place) => [code, place]))
  const columnPlace = new Map(columns.map((code, place) => [code, place]))
  const cellOf = new Int32Array(design.rows).fill(-1)
  const cells = new Float64Array(rows.length * columns.length)
  let base = 0
  let total = 0
  for (let row = 0; row < design.rows; row++) {
    if (!inside(row) || weights[row] === 0) continue
    cellOf[row] = rowPlace.get(rowCodes[row]!)! * columns.length + columnPlace.get(columnCodes[row]!)!
    cells[cellOf[row]!]! += weights[row]!
    total += weights[row]!
    base += 1
  }
  if (base === 0) return null
  for (let cell = 0; cell < cells.length; cell++) cells[cell]! /= total
  return { rows, columns, cells, base, cellOf, total }
}

/** Covariance of the weighted parts of the cells. */
function covarianceOf({ cells, cellOf, total }: Crosstab, design: Design, variance: Variance): Matrix {
  if (isPlain(design) && design.psuOf === null && design.leftOut === null)
    return plainCovariance(cells, cellOf, total, design)
  return covariance(design, scoresOf({ cells, cellOf, total }), variance)
}

/** Per cell, what each row adds to the error of its weighted part. */
const scoresOf = ({ cells, cellOf, total }: Pick<Crosstab, 'cells' | 'cellOf' | 'total'>): Float64Array[] =>
  Array.from(cells, (part, cell) =>
    Float64Array.from(cellOf, (of) => (of < 0 ? 0 : ((of === cell ? 1 : 0) - part) / total)),
  )

/**
 * The same where each row is a primary unit, in one pass: Σ w² (e − p)(e − p)ᵀ / W² from the sums of w² in each
 * cell, e = the cell of the row. The weighted scores add up to 0.
 */
function plainCovariance(cells: Float64Array, cellOf: Int32Array, total: number, design: Design): Matrix {
  const size = cells.length
  const squares = new Float64Array(size)
  for (let row = 0; row < design.rows; row++)
    if (cellOf[row]! >= 0) squares[cellOf[row]!]! += design.weights[row]! * design.weights[row]!
  const all = squares.reduce((sum, one) => sum + one, 0)
  const units = design.psusIn
  const factor = (units > 1 ? units / (units - 1) : 1) / (total * total)
  const matrix = zeros(size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const own = i === j ? squares[i]! : 0
      const crossed = squares[i]! * cells[j]! + squares[j]! * cells[i]! - all * cells[i]! * cells[j]!
      matrix.cells[i * size + j] = factor * (own - crossed)
    }
  return matrix
}

/**
 * X² = n Σ (p − p₊)² / p₊ against independence.
 *
 * @example
 * pearson([0.4, 0.1, 0.1, 0.4], 2, 2, 100) // → 36
 */
export function pearson(cells: Float64Array, rows: number, columns: number, n: number): number {
  const { rowParts, columnParts } = margins(cells, rows, columns)
  let sum = 0
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const expected = rowParts[i]! * columnParts[j]!
      sum += (cells[i * columns + j]! - expected) ** 2 / expected
    }
  return n * sum
}

function margins(cells: Float64Array, rows: number, columns: number) {
  const rowParts = new Float64Array(rows)
  const columnParts = new Float64Array(columns)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      rowParts[i]! += cells[i * columns + j]!
      columnParts[j]! += cells[i * columns + j]!
    }
  return { rowParts, columnParts }
}

/**
 * Eigenvalues of (Cᵀ D⁻¹ C / n)⁻¹ (Cᵀ D⁻¹ V D⁻¹ C), D = diagonal of the cells, C = the interaction contrasts
 * (cell terms of a log-linear model less their projection on rows and columns).
 */
function effectsOf(cells: Float64Array, rows: number, columns: number, v: Matrix, n: number): number[] | null {
  const size = cells.length
  const contrasts: Float64Array[] = []
  for (let a = 1; a < rows; a++)
    for (let b = 1; b < columns; b++) {
      const contrast = new Float64Array(size)
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++)
          contrast[i * columns + j] = ((i === a ? 1 : 0) - 1 / rows) * ((j === b ? 1 : 0) - 1 / columns)
      contrasts.push(contrast)
    }
  const inverse = cells.map((part) => (part > 0 ? 1 / part : 0))
  const numerator = zeros(contrasts.length)
  const denominator = zeros(contrasts.length)
  const scaled = contrasts.map((contrast) => contrast.map((c, cell) => c * inverse[cell]!))
  for (let a = 0; a < contrasts.length; a++)
    for (let b = 0; b < contrasts.length; b++) {
      let top = 0
      let bottom = 0
      for (let i = 0; i < size; i++) {
        bottom += contrasts[a]![i]! * scaled[b]![i]!
        let inner = 0
        for (let j = 0; j < size; j++) inner += v.cells[i * size + j]! * scaled[b]![j]!
        top += scaled[a]![i]! * inner
      }
      numerator.cells[a * contrasts.length + b] = top
      denominator.cells[a * contrasts.length + b] = bottom / n
    }
  return generalisedEigenvalues(numerator, denominator)
}
