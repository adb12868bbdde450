/** Calibration: the weights nearest to the old ones that meet known totals, by Newton's method on the dual. */

import { crossProducts } from '../estimates/calibration.ts'
import { symmetricInverse, times } from '../estimates/matrix.ts'
import { type Design, withWeights } from './design.ts'
import { type Distance, distances } from './distance.ts'
import { Refusal } from './refusal.ts'
import { largestGap, type Target, type Weighting, weightingOf } from './weighting.ts'

export type CalibrateOptions = {
  distance: Distance
  /** Least and greatest ratio new / old weight; needed by `logit`, optional for `linear`. */
  bounds?: [low: number, high: number]
  /** Margins to report on; the totals themselves are what is met. */
  targets?: readonly Target[]
}

/**
 * Calibration on totals of auxiliary columns.
 *
 * @param columns one array per total, one number per row, usually a first column of 1
 * @param totals population total of each column, in the column's unit
 * @returns weights = old · g(xᵀλ) that meet every total to 1e-6, within the bounds; both designs, diagnostics, warnings
 * @throws Refusal `calibration-impossible` when no weights within the bounds can meet them
 * @throws RangeError for a logit without bounds
 * @source Deville & Särndal (1992), JASA 87, cases 1, 2, 6, 7; Newton with step halving on the concave dual
 * @example
 * const [everybody, children] = [[1, 1, 1], [1, 2, 3]]
 * calibrate(designOf({ rows: 3 }), [everybody, children], [30, 66], { distance: 'linear' }).weighted.weights // → [7, 10, 13]
 */
export function calibrate(
  design: Design,
  columns: readonly Float64Array[],
  totals: readonly number[],
  { distance, bounds, targets = [] }: CalibrateOptions,
): Weighting {
  const old = design.weights
  const { ratio, slope, dual } = distances(distance, bounds)
  const size = columns.length
  // Columns on very different scales (1 and 600 000) would cost the inverse its digits.
  const scales = columns.map((column) => Math.max(...[1e-300], largest(column)))
  const scaled = columns.map((column, j) => column.map((x) => x / scales[j]!))
  const wanted = totals.map((total, j) => total / scales[j]!)

  let multipliers: Float64Array = new Float64Array(size)
  let state = evaluate(multipliers)
  for (let round = 0; round < 200 && state.gap > 1e-14; round++) {
    const curvature = crossProducts(
      scaled,
      Float64Array.from(old, (weight, row) => weight * slope(state.inner[row]!)),
    )
    const step = times(symmetricInverse(curvature), state.missing)
    let length = 1
    let next = evaluate(multipliers.map((value, j) => value + step[j]!))
    while (length > 1e-10 && !(next.dual >= state.dual - 1e-12 * Math.abs(state.dual))) {
      length /= 2
      next = evaluate(multipliers.map((value, j) => value + length * step[j]!))
    }
    if (length <= 1e-10 || next.gap === state.gap) break
    multipliers = next.multipliers
    state = next
  }
  if (!(state.gap <= largestGap))
    throw new Refusal(
      'calibration-impossible',
      bounds
        ? 'Aucun calage ne respecte ces marges dans ces bornes : élargissez les bornes, regroupez des classes ou retirez une marge.'
        : 'Aucun calage ne respecte ces marges avec ces réponses : regroupez des classes ou retirez une marge.',
    )
  const weights = Float64Array.from(old, (weight, row) => weight * ratio(state.inner[row]!))
  const after = withWeights(design, weights, { kind: 'columns', columns: [...columns], regression: old, weights })
  return weightingOf(design, after, targets)

  function evaluate(at: Float64Array) {
    const inner = new Float64Array(design.rows)
    const missing = Float64Array.from(wanted)
    let value = 0
    for (let j = 0; j < size; j++) value += at[j]! * wanted[j]!
    for (let row = 0; row < design.rows; row++) {
      let u = 0
      for (let j = 0; j < size; j++) u += scaled[j]![row]! * at[j]!
      inner[row] = u
      value -= old[row]! * dual(u)
      const weight = old[row]! * ratio(u)
      for (let j = 0; j < size; j++) missing[j]! -= weight * scaled[j]![row]!
    }
    let gap = 0
    for (let j = 0; j < size; j++) {
      const size = Math.abs(missing[j]!) / Math.max(Math.abs(wanted[j]!), 1e-12)
      gap = size > gap || Number.isNaN(size) ? size : gap
    }
    return { multipliers: at, inner, missing, gap, dual: value }
  }
}

function largest(column: Float64Array): number {
  let most = 0
  for (const x of column) most = Math.max(most, Math.abs(x))
  return most
}

/** Columns and totals of margins: 1 everywhere, then every class but the first of each margin. */
export function columnsOfMargins(
  targets: readonly Target[],
  rows: number,
): { columns: Float64Array[]; totals: number[] } {
  const columns = [new Float64Array(rows).fill(1)]
  const totals = [targets[0]!.population.reduce((a, b) => a + b, 0)]
  for (const { classes, population } of targets)
    for (let k = 1; k < population.length; k++) {
      columns.push(Float64Array.from(classes.codes, (code) => (code === k ? 1 : 0)))
      totals.push(population[k]!)
    }
  return { columns, totals }
}
