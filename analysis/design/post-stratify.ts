/** Post-stratification: one variable, or several crossed, brought to its population. */

import { type Classes, classTotals, cross, populationOf } from './classes.ts'
import { type Design, withWeights } from './design.ts'
import { fewestAnswers, type Weighting, weightingOf } from './weighting.ts'

/**
 * @param classes of the same rows as the design; no row may be missing
 * @param totals population of each category, in units of the answers
 * @param options.minimumAnswers 5 by default
 * @returns weights that meet the population exactly, both designs, diagnostics
 * @throws Refusal when a class is missing, empty, unknown or too small
 * @source Holt & Smith (1979); variance from the residuals on the class means
 * @example
 * const zone = classesOf('Zone', ['nord', 'nord', 'sud'])
 * postStratify(designOf({ rows: 3 }), zone, { nord: 30, sud: 10 }, { minimumAnswers: 1 }).weighted.weights // → [15, 15, 10]
 */
export function postStratify(
  design: Design,
  classes: Classes,
  totals: Readonly<Record<string, number>>,
  options: { minimumAnswers?: number } = {},
): Weighting {
  const { weights: old, rows } = design
  const population = populationOf(classes, totals, old, options.minimumAnswers ?? fewestAnswers)
  const sums = classTotals(classes, old)
  const weights = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const code = classes.codes[row]!
    weights[row] = old[row] === 0 ? 0 : (old[row]! * population[code]!) / sums[code]!
  }
  const after = withWeights(design, weights, {
    ...cross([classes], rows),
    regression: old,
    weights,
    sweeps: 1,
  })
  return weightingOf(design, after, [{ classes, population }])
}
