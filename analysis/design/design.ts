/** How the answers were obtained and weighted: declared once, used by every estimator. */
import type { Calibration } from '../estimates/calibration.ts'
import { Refusal } from './refusal.ts'

export type Design = {
  rows: number
  /** Units each row stands for, ≥ 0. */
  weights: Float64Array
  /** Primary units (households of their children, …). */
  psus: number
  /** Primary unit of each row, 0 … psus − 1; null = each row is one. */
  psuOf: Int32Array | null
  /** Primary units that count; of a calibrated design, those with a weight: the others were left out of the sample. */
  psusIn: number
  /** 1 for the primary units that a calibrated design leaves out; null = none. */
  leftOut: Uint8Array | null
  /** Weightings already applied, in order: their residuals make the variance. */
  calibrations: Calibration[]
  /** Degrees of freedom: primary units with a weight, less one. */
  df: number
}

/**
 * The design of one set of rows.
 *
 * @param spec arrays of length `rows`; nothing but `rows` = every answer counts for one
 * @throws Refusal with a French sentence when weights are missing or negative
 * @throws RangeError when lengths differ
 * @source Särndal, Swensson & Wretman (1992) ch. 3–4; Lumley (2010) ch. 2
 * @example
 * const { weights, df } = designOf({ rows: 3, weights: [2, 2, 4] })
 * [[...weights], df] // → [[2, 2, 4], 2]
 */
export function designOf(spec: {
  rows: number
  weights?: ArrayLike<number>
  psu?: ArrayLike<string | number>
}): Design {
  const { rows } = spec
  for (const [name, column] of Object.entries(spec))
    if (typeof column === 'object' && column.length !== rows)
      throw new RangeError(`designOf needs ${rows} ${name}, not ${column.length}`)
  const psu = spec.psu ? indexOf(spec.psu) : null
  const psus = psu?.size ?? rows
  const psuOf = psu?.codes ?? null
  const bare = { rows, weights: new Float64Array(0), psus, psuOf, psusIn: psus, leftOut: null, calibrations: [], df: 0 }
  return withWeights(bare, checked(spec.weights ?? new Float64Array(rows).fill(1)))
}

/**
 * The same design with other weights, and perhaps one more calibration.
 *
 * @example
 * withWeights(designOf({ rows: 3 }), [2, 2, 0]).df // → 1
 */
export function withWeights(design: Design, weights: Float64Array, calibration?: Calibration): Design {
  const calibrations = calibration ? [...design.calibrations, calibration] : design.calibrations
  const unused = withoutWeight(design, weights)
  const left = unused.reduce((sum, one) => sum + one, 0)
  const psusIn = design.psus - left
  const units = calibrations.length > 0 ? { psusIn, leftOut: left > 0 ? unused : null } : {}
  return { ...design, weights, calibrations, ...units, df: Math.max(0, psusIn - 1) }
}

/** 1 for each primary unit none of whose rows has a weight. */
function withoutWeight({ rows, psus, psuOf }: Design, weights: Float64Array): Uint8Array {
  const unused = new Uint8Array(psus).fill(1)
  for (let row = 0; row < rows; row++) if (weights[row] !== 0) unused[psuOf?.[row] ?? row] = 0
  return unused
}

function indexOf(labels: ArrayLike<string | number>) {
  const codes = new Int32Array(labels.length)
  const known = new Map<string | number, number>()
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!
    let code = known.get(label)
    if (code === undefined) {
      code = known.size
      known.set(label, code)
    }
    codes[row] = code
  }
  return { codes, size: known.size }
}

function checked(weights: ArrayLike<number>): Float64Array {
  const all = Float64Array.from(weights)
  if (!all.every(Number.isFinite)) throw new Refusal('weights-missing', 'Il manque le poids d’au moins une réponse.')
  if (all.some((weight) => weight < 0)) throw new Refusal('weights-negative', 'Un poids ne peut pas être négatif.')
  return all
}
