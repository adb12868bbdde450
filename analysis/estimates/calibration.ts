/** A weighting that was applied, as the variance sees it: a regression whose residuals are what is left to chance. */
import { symmetricInverse, zeros } from './matrix.ts'

/** Post-stratification or raking: rows fall into the cells of the crossed margins. */
export type Calibration = {
  cellOf: Int32Array
  cells: number
  /** Per margin, the class of each cell. */
  classOf: Int32Array[]
  /** Per margin, its number of classes. */
  classes: number[]
  /** Weight of each row in the regression. */
  regression: Float64Array
  /** Weights that came out of this weighting. */
  weights: Float64Array
  /** Rounds of projection on the margins in turn; 0 = until nothing moves. */
  sweeps: number
}

/**
 * Takes out of weighted scores what the calibration already knows; in place.
 *
 * @param weighted weight × score of each row; becomes weight of the calibration × residual of (weighted / that weight)
 * @source Deville & Särndal (1992), JASA 87, eq. 3.4; for raking, the residual of the regression on the margins
 * @example
 * const cells = cross([classesOf('Zone', ['nord', 'nord', 'sud'])], 3)
 * const weighted = Float64Array.of(1, 3, 5)
 * takeResiduals({ ...cells, regression: [1, 1, 1], weights: [1, 1, 1], sweeps: 1 }, weighted)
 * weighted // → [-1, 1, 0]
 */
export function takeResiduals(calibration: Calibration, weighted: Float64Array): void {
  const { cellOf, cells, regression, weights } = calibration
  const sums = new Float64Array(cells)
  const sizes = new Float64Array(cells)
  for (let row = 0; row < cellOf.length; row++) {
    const weight = weights[row]!
    if (weight === 0) continue
    const cell = cellOf[row]!
    sizes[cell]! += regression[row]!
    sums[cell]! += (regression[row]! * weighted[row]!) / weight
  }
  const fit = cellFit(calibration, sums, sizes)
  for (let row = 0; row < weighted.length; row++) weighted[row]! -= weights[row]! * fit[cellOf[row]!]!
}

/**
 * Regression on the margins when rows of one cell share their fitted value.
 *
 * @param sums per cell Σ regression weight × score
 * @param sizes per cell Σ regression weight
 * @returns fitted score of each cell
 */
export function cellFit(
  { cells, classOf, classes, sweeps }: Pick<Calibration, 'cells' | 'classOf' | 'classes' | 'sweeps'>,
  sums: Float64Array,
  sizes: Float64Array,
): Float64Array {
  const fit = new Float64Array(cells)
  let scale = 0
  for (let cell = 0; cell < cells; cell++)
    if (sizes[cell]! > 0) scale = Math.max(scale, Math.abs(sums[cell]! / sizes[cell]!))
  const last = classOf.length === 1 ? 1 : sweeps || 1000
  for (let sweep = 0; sweep < last; sweep++) {
    let moved = 0
    for (let margin = 0; margin < classOf.length; margin++) {
      const of = classOf[margin]!
      const top = new Float64Array(classes[margin]!)
      const bottom = new Float64Array(classes[margin]!)
      for (let cell = 0; cell < cells; cell++) {
        top[of[cell]!]! += sums[cell]! - sizes[cell]! * fit[cell]!
        bottom[of[cell]!]! += sizes[cell]!
      }
      for (let k = 0; k < top.length; k++) {
        if (bottom[k]! > 0) top[k]! /= bottom[k]!
        moved = Math.max(moved, Math.abs(top[k]!))
      }
      for (let cell = 0; cell < cells; cell++) fit[cell]! += top[of[cell]!]!
    }
    if (moved <= 1e-15 * scale) break
  }
  return fit
}

/**
 * How much each row draws the regression towards itself, in [0, 1]: the h of HC3.
 *
 * @source MacKinnon & White (1985), Journal of Econometrics 29
 * @example
 * const cells = cross([classesOf('Zone', ['nord', 'nord', 'sud'])], 3)
 * leverages({ ...cells, regression: [1, 1, 1] }) // → [0.5, 0.5, 1]
 */
export function leverages(calibration: Calibration): Float64Array {
  const { regression } = calibration
  const rows = regression.length
  const h = new Float64Array(rows)
  const sizes = new Float64Array(calibration.cells)
  for (let row = 0; row < rows; row++) sizes[calibration.cellOf[row]!]! += regression[row]!
  const perCell = cellLeverages(calibration, sizes)
  for (let row = 0; row < rows; row++) h[row] = regression[row]! * perCell[calibration.cellOf[row]!]!
  return h
}

/** xᵀ(XᵀQX)⁻¹x of each cell; times the row's regression weight it is the row's leverage. */
function cellLeverages(
  { cells, classOf, classes }: Pick<Calibration, 'cells' | 'classOf' | 'classes'>,
  sizes: Float64Array,
): Float64Array {
  const offsets = classes.map((_, margin) => classes.slice(0, margin).reduce((a, b) => a + b, 0))
  const total = zeros(classes.reduce((a, b) => a + b, 0))
  const placesOf = (cell: number) => classOf.map((of, margin) => offsets[margin]! + of[cell]!)
  for (let cell = 0; cell < cells; cell++) {
    const places = placesOf(cell)
    for (const i of places) for (const j of places) total.cells[i * total.size + j]! += sizes[cell]!
  }
  const inverse = symmetricInverse(total)
  return Float64Array.from({ length: cells }, (_, cell) => {
    const places = placesOf(cell)
    let h = 0
    for (const i of places) for (const j of places) h += inverse.cells[i * total.size + j]!
    return h
  })
}
