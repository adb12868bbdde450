/** Raking: weights brought to several margins in turn until all are met. */

import { type Cells, type Classes, cross, populationOf } from './classes.ts'
import { type Design, withWeights } from './design.ts'
import { assertSameUnit, type Margin, type MarginUnit } from './margin.ts'
import { Refusal } from './refusal.ts'
import { fewestAnswers, type Target, type Weighting, weightingOf } from './weighting.ts'

const mostRounds = 2000

export type RakeOptions = {
  minimumAnswers?: number
  /** Projection rounds of the variance; 0 = until nothing moves. */
  sweeps?: number
}

/**
 * Raking on any number of margins that count the same unit.
 *
 * @param variables classes of each margin's variable, in the order of `margins`
 * @param unit what one answer is
 * @returns weights that meet every margin to 1e-6, both designs, diagnostics, warnings
 * @throws Refusal in French: another unit, totals that differ, a class missing, empty or below 5 answers, margins not met
 * @source Deming & Stephan (1940), Annals of Mathematical Statistics 11; variance from the residuals of the unweighted
 * regression on the margins, as R survey's rake()
 * @example
 * const zone = classesOf('Zone', ['nord', 'nord', 'sud', 'sud'])
 * const inZones = { variable: 'Zone', unit: 'households', date: '2026-01-01', source: 'INSEE', totals: { nord: 30, sud: 10 } }
 * rake(designOf({ rows: 4 }), [zone], [inZones], 'households', { minimumAnswers: 1 }).weighted.weights // → [15, 15, 5, 5]
 */
export function rake(
  design: Design,
  variables: readonly Classes[],
  margins: readonly Margin[],
  unit: MarginUnit,
  options: RakeOptions = {},
): Weighting {
  assertSameUnit(margins, unit)
  const targets = targetsOf(design, variables, margins, options.minimumAnswers ?? fewestAnswers)
  assertSameTotal(margins)
  const cells = cross([...variables], design.rows)
  const weights = raked(design, cells, targets)
  const after = withWeights(design, weights, {
    ...cells,
    regression: design.weights.map((weight) => (weight === 0 ? 0 : 1)),
    weights,
    sweeps: options.sweeps ?? 0,
  })
  return weightingOf(design, after, targets)
}

/** The population of each variable's classes, checked. */
export function targetsOf(
  design: Design,
  variables: readonly Classes[],
  margins: readonly Pick<Margin, 'totals'>[],
  minimumAnswers: number,
): Target[] {
  if (variables.length !== margins.length) throw new RangeError('a weighting needs one margin per variable')
  return variables.map((classes, index) => ({
    classes,
    population: populationOf(classes, margins[index]!.totals, design.weights, minimumAnswers),
  }))
}

/** Margins that count different numbers of people cannot all be met. */
export function assertSameTotal(margins: readonly Margin[]): void {
  const sums = margins.map(({ totals }) => Object.values(totals).reduce((a, b) => a + b, 0))
  for (let m = 1; m < sums.length; m++)
    if (Math.abs(sums[m]! / sums[0]! - 1) > 1e-6)
      throw new Refusal(
        'margins-differ',
        `Les marges se contredisent : « ${margins[0]!.variable} » compte ${sums[0]} en tout, « ${margins[m]!.variable} » ${sums[m]}.`,
      )
}

/**
 * Iterative proportional fitting on the cells of the crossed margins; whether the margins are met is for the caller to test.
 *
 * @returns one weight per row
 */
export function raked(
  { weights, rows }: Pick<Design, 'weights' | 'rows'>,
  { cellOf, cells, classOf, classes }: Cells,
  targets: readonly Pick<Target, 'population'>[],
): Float64Array {
  const start = new Float64Array(cells)
  for (let row = 0; row < rows; row++) start[cellOf[row]!]! += weights[row]!
  const now = start.slice()
  const factors = new Float64Array(cells).fill(1)
  const still = 1e-13 * targets[0]!.population.reduce((a, b) => a + b, 0)
  let previous = now.slice()
  for (let round = 0; round < mostRounds; round++) {
    for (let margin = 0; margin < classOf.length; margin++) {
      const of = classOf[margin]!
      const sums = new Float64Array(classes[margin]!)
      for (let cell = 0; cell < cells; cell++) sums[of[cell]!]! += now[cell]!
      const { population } = targets[margin]!
      for (let cell = 0; cell < cells; cell++) {
        const sum = sums[of[cell]!]!
        if (sum === 0) continue
        const factor = population[of[cell]!]! / sum
        now[cell]! *= factor
        factors[cell]! *= factor
      }
    }
    let moved = 0
    for (let cell = 0; cell < cells; cell++) moved = Math.max(moved, Math.abs(now[cell]! - previous[cell]!))
    if (moved < still) break
    previous = now.slice()
  }
  const result = new Float64Array(rows)
  for (let row = 0; row < rows; row++) result[row] = weights[row]! * factors[cellOf[row]!]!
  return result
}
