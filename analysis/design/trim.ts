/** Trimming: extreme weights cut, the excess shared, and the margins met again. */

import { type Classes, cross } from './classes.ts'
import { type Design, withWeights } from './design.ts'
import type { Margin } from './margin.ts'
import { raked, targetsOf } from './rake.ts'
import { Refusal } from './refusal.ts'
import { fewestAnswers, type Weighting, weightingOf } from './weighting.ts'

export type Limits = { lower?: number; upper?: number }

const impossible = () =>
  new Refusal('trimming-impossible', 'Tous les poids sont hors des limites : élargissez les limites des poids.')

/**
 * Cuts the weights to the limits and shares what was cut equally among those never cut, so that their sum stays.
 * Margins met before are no longer met: `trimToMargins` preserves them.
 *
 * @param limits in the unit of the weights
 * @param untilInside repeat while the sharing pushes others outside
 * @throws Refusal `trimming-impossible` when no weight is left inside
 * @source Potter (1990); the equal sharing of R survey's trimWeights()
 * @example
 * trim(designOf({ rows: 3, weights: [1, 1, 4] }), { upper: 3 }).weights // → [1.5, 1.5, 3]
 */
export function trim(
  design: Design,
  { lower = 0, upper = Number.POSITIVE_INFINITY }: Limits,
  untilInside = false,
): Design {
  const touched = new Uint8Array(design.rows)
  let weights = design.weights
  for (;;) {
    const cut = weights.map((weight) => Math.min(upper, Math.max(lower, weight)))
    let excess = 0
    let moved = false
    for (let row = 0; row < cut.length; row++) {
      excess += weights[row]! - cut[row]!
      if (cut[row] !== weights[row]) {
        touched[row] = 1
        moved = true
      }
    }
    if (!moved) break
    const inside = touched.filter((one) => one === 0).length
    if (inside === 0) throw impossible()
    weights = cut.map((weight, row) => (touched[row] ? weight : weight + excess / inside))
    if (!untilInside) break
  }
  return withWeights(design, weights)
}

/**
 * Cuts the weights of a raked design and rakes again, in turn, until both limits and margins hold.
 *
 * @param design already weighted; its last calibration stays the one of the variance, with the new weights
 * @returns weights inside the limits (to 1e-9) that meet the margins to 1e-6
 * @throws Refusal `trimming-impossible` when limits and margins cannot hold together
 * @source Izrael, Battaglia & Frankel (2009), SAS Global Forum 247
 * @example
 * const zone = classesOf('Zone', ['nord', 'nord', 'sud'])
 * const inZones = { variable: 'Zone', unit: 'households', date: '2026-01-01', source: 'INSEE', totals: { nord: 30, sud: 10 } }
 * trimToMargins(designOf({ rows: 3, weights: [25, 5, 10] }), [zone], [inZones], { upper: 20 }, 1).weighted.weights // → [20, 10, 10]
 */
export function trimToMargins(
  design: Design,
  variables: readonly Classes[],
  margins: readonly Margin[],
  { lower = 0, upper = Number.POSITIVE_INFINITY }: Limits,
  minimumAnswers = fewestAnswers,
): Weighting {
  const targets = targetsOf(design, variables, margins, minimumAnswers)
  const cells = cross([...variables], design.rows)
  let weights = design.weights
  for (let round = 0; round < 500; round++) {
    const cut = weights.map((weight) => (weight === 0 ? 0 : Math.min(upper, Math.max(lower, weight))))
    weights = raked({ rows: design.rows, weights: cut }, cells, targets)
    const outside = weights.some((w) => w !== 0 && (w > upper * (1 + 1e-9) || w < lower * (1 - 1e-9)))
    if (!outside) {
      const last = design.calibrations.at(-1)
      const trimmed = last
        ? { ...design, calibrations: [...design.calibrations.slice(0, -1), { ...last, weights }] }
        : design
      return weightingOf(design, withWeights(trimmed, weights), targets)
    }
  }
  throw new Refusal(
    'trimming-impossible',
    'Les marges ne peuvent pas être respectées avec des poids dans ces limites : élargissez les limites ou regroupez des classes.',
  )
}
