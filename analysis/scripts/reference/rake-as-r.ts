/** R's rake() with its own stopping rule: it looks at the cross-table, not at the margins, and may stop early. */

import { type Classes, cross } from '../../design/classes.ts'
import { type Design, withWeights } from '../../design/design.ts'
import type { Target } from '../../design/weighting.ts'

/**
 * @param movement units below which no cell of the cross-table may move in a round
 * @returns the weights R gives, with the projections R makes: ten rounds of unweighted means, each margin on the weights
 * it had after its own step of the last round
 */
export function rakeAsR(design: Design, targets: readonly Target[], rounds: number, movement: number): Design {
  const { rows } = design
  const variables: Classes[] = targets.map(({ classes }) => classes)
  const { cellOf, cells } = cross(variables, rows)
  const steps: Float64Array[] = []
  let weights = design.weights
  let before = cellSums(weights)
  for (let round = 0; round < rounds; round++) {
    targets.forEach(({ classes, population }, margin) => {
      const sums = new Float64Array(population.length)
      for (let row = 0; row < rows; row++) sums[classes.codes[row]!]! += weights[row]!
      weights = weights.map((weight, row) => {
        const code = classes.codes[row]!
        return weight === 0 ? 0 : (weight * population[code]!) / sums[code]!
      })
      steps[margin] = weights
    })
    const after = cellSums(weights)
    const moved = after.reduce((most, sum, cell) => Math.max(most, Math.abs(sum - before[cell]!)), 0)
    if (moved < movement) break
    before = after
  }
  const regression = design.weights.map((weight) => (weight === 0 ? 0 : 1))
  let raked = withWeights(design, weights)
  for (let sweep = 0; sweep < 10; sweep++)
    variables.forEach((classes, margin) => {
      const single = cross([classes], rows)
      raked = withWeights(raked, weights, {
        kind: 'classes',
        ...single,
        regression,
        weights: steps[margin]!,
        sweeps: 1,
      })
    })
  return raked

  function cellSums(of: Float64Array): Float64Array {
    const sums = new Float64Array(cells)
    for (let row = 0; row < rows; row++) sums[cellOf[row]!]! += of[row]!
    return sums
  }
}
