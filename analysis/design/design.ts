/** How the answers were obtained and weighted: declared once, used by every estimator. */
import type { Calibration } from '../estimates/calibration.ts'
import { Refusal } from './refusal.ts'

/**
 * What a stratum with a single primary unit adds to a variance:
 * `refuse` nothing is computed; `certainty` zero, for a unit that was sure to be chosen;
 * `centre` its distance to the mean of all; `average` as much as the other strata on average.
 */
export type LonelyPsu = 'refuse' | 'certainty' | 'centre' | 'average'

export type Design = {
  rows: number
  /** Units each row stands for, ≥ 0. */
  weights: Float64Array
  strata: number
  /** Stratum of each row, 0 … strata − 1; null = one stratum. */
  stratumOf: Int32Array | null
  /** Primary units (households of their children, …). */
  psus: number
  /** Primary unit of each row, 0 … psus − 1; null = each row is one. */
  psuOf: Int32Array | null
  /** Stratum of each primary unit; null = one stratum. */
  stratumOfPsu: Int32Array | null
  /** Primary units in each stratum; of a calibrated design, those with a weight: the others were left out of the sample. */
  psusIn: Float64Array
  /** 1 for the primary units that a calibrated design leaves out; null = none. */
  leftOut: Uint8Array | null
  /** Part of the stratum's primary units that answered, 0 when the population is not declared. */
  sampled: Float64Array
  lonely: LonelyPsu
  /** Weightings already applied, in order: their residuals make the variance. */
  calibrations: Calibration[]
  /** Degrees of freedom: primary units − strata, both over rows with a weight. */
  df: number
}

export type DesignSpec = {
  rows: number
  weights?: ArrayLike<number>
  /** Chances of being chosen; weight = 1 / chance. Not together with weights. */
  probabilities?: ArrayLike<number>
  strata?: ArrayLike<string | number>
  psu?: ArrayLike<string | number>
  /** Primary units of the row's stratum in the population; at most 1: the part that was sampled. */
  population?: ArrayLike<number>
  /** The labels of primary units start again in each stratum. */
  nested?: boolean
  lonely?: LonelyPsu
}

/**
 * The design of one set of rows.
 *
 * @param spec arrays of length `rows`; nothing but `rows` = every answer counts for one
 * @throws Refusal with a French sentence when weights are missing or negative, a population is smaller than its sample,
 * primary units straddle strata, or a stratum has a single primary unit and `lonely` is not chosen
 * @throws RangeError when lengths differ
 * @source Särndal, Swensson & Wretman (1992) ch. 3–4; Lumley (2010) ch. 2
 * @example
 * const { weights, df } = designOf({ rows: 3, probabilities: [0.5, 0.5, 0.25] })
 * [[...weights], df] // → [[2, 2, 4], 2]
 */
export function designOf(spec: DesignSpec): Design {
  const { rows } = spec
  for (const [name, column] of Object.entries(spec))
    if (typeof column === 'object' && column.length !== rows)
      throw new RangeError(`designOf needs ${rows} ${name}, not ${column.length}`)
  if (spec.weights && spec.probabilities)
    throw new Refusal('weights-twice', 'Donnez des poids ou des probabilités de tirage, pas les deux.')

  const stratum = spec.strata ? indexOf(spec.strata) : null
  const strata = stratum?.labels.length ?? 1
  const psu = spec.psu ? indexOf(spec.psu, spec.nested ? stratum?.codes : undefined) : null
  const psus = psu?.labels.length ?? rows
  const stratumOfPsu = stratum === null ? null : strataOfPsus(stratum.codes, psu?.codes ?? null, psus)
  const psusIn = new Float64Array(strata)
  for (let unit = 0; unit < psus; unit++) psusIn[stratumOfPsu?.[unit] ?? 0]! += 1

  const sampled = sampledParts(spec.population, stratum?.codes ?? null, psusIn)
  const lonely = spec.lonely ?? 'refuse'
  if (lonely === 'refuse' && rows > 1)
    for (let h = 0; h < strata; h++)
      if (psusIn[h] === 1 && sampled[h]! < 1)
        throw new Refusal(
          'lonely-psu',
          `La strate « ${stratum?.labels[h] ?? 'unique'} » ne compte qu’une unité : regroupez-la avec une autre strate.`,
        )
  return withWeights(
    {
      rows,
      weights: new Float64Array(0),
      strata,
      stratumOf: stratum?.codes ?? null,
      psus,
      psuOf: psu?.codes ?? null,
      stratumOfPsu,
      psusIn,
      leftOut: null,
      sampled,
      lonely,
      calibrations: [],
      df: 0,
    },
    weightsOf(spec, stratum?.codes ?? null, sampled),
  )
}

/**
 * The same design with other weights, and perhaps one more calibration.
 *
 * @example
 * withWeights(designOf({ rows: 3 }), [2, 2, 0]).df // → 1
 */
export function withWeights(design: Design, weights: Float64Array, calibration?: Calibration): Design {
  const calibrations = calibration ? [...design.calibrations, calibration] : design.calibrations
  const units = calibrations.length > 0 ? unitsIn(design, weights) : {}
  return { ...design, weights, calibrations, ...units, df: degreesOfFreedom(design, weights) }
}

/** Primary units with a weight, per stratum, and those without. */
function unitsIn({ rows, psus, psuOf, strata, stratumOfPsu }: Design, weights: Float64Array) {
  const leftOut = new Uint8Array(psus).fill(1)
  for (let row = 0; row < rows; row++) if (weights[row] !== 0) leftOut[psuOf?.[row] ?? row] = 0
  const psusIn = new Float64Array(strata)
  for (let unit = 0; unit < psus; unit++) if (leftOut[unit] === 0) psusIn[stratumOfPsu?.[unit] ?? 0]! += 1
  return { psusIn, leftOut: leftOut.includes(1) ? leftOut : null }
}

/** Primary units − strata among the rows with a weight (and inside `domain` when given). */
export function degreesOfFreedom(design: Design, weights = design.weights, domain: Uint8Array | null = null): number {
  const { psuOf, stratumOf } = design
  if (psuOf === null && stratumOf === null && domain === null) {
    let rows = 0
    for (let row = 0; row < design.rows; row++) if (weights[row] !== 0) rows += 1
    return Math.max(0, rows - 1)
  }
  const units = new Uint8Array(design.psus)
  const strata = new Uint8Array(design.strata)
  for (let row = 0; row < design.rows; row++)
    if (weights[row] !== 0 && domain?.[row] !== 0) {
      units[psuOf?.[row] ?? row] = 1
      strata[stratumOf?.[row] ?? 0] = 1
    }
  let df = 0
  for (const used of units) df += used
  for (const used of strata) df -= used
  return df
}

function indexOf(labels: ArrayLike<string | number>, within?: Int32Array) {
  const codes = new Int32Array(labels.length)
  const known = new Map<string | number, number>()
  for (let row = 0; row < labels.length; row++) {
    const label = within ? `${within[row]} ${labels[row]}` : labels[row]!
    let code = known.get(label)
    if (code === undefined) {
      code = known.size
      known.set(label, code)
    }
    codes[row] = code
  }
  return { codes, labels: [...known.keys()] }
}

function strataOfPsus(stratumOf: Int32Array, psuOf: Int32Array | null, psus: number): Int32Array {
  if (psuOf === null) return stratumOf
  const strata = new Int32Array(psus).fill(-1)
  for (let row = 0; row < psuOf.length; row++) {
    const unit = psuOf[row]!
    if (strata[unit] !== -1 && strata[unit] !== stratumOf[row])
      throw new Refusal(
        'clusters-not-nested',
        'Une même unité primaire figure dans deux strates : numérotez les unités strate par strate.',
      )
    strata[unit] = stratumOf[row]!
  }
  return strata
}

function sampledParts(population: ArrayLike<number> | undefined, stratumOf: Int32Array | null, psusIn: Float64Array) {
  const sampled = new Float64Array(psusIn.length)
  if (!population) return sampled
  const declared = new Float64Array(psusIn.length).fill(Number.NaN)
  for (let row = 0; row < population.length; row++) {
    const h = stratumOf?.[row] ?? 0
    const size = population[row]!
    if (!(size > 0) || (!Number.isNaN(declared[h]!) && declared[h] !== size))
      throw new Refusal('population-varies', 'La population d’une strate doit être un seul nombre, le même partout.')
    declared[h] = size
  }
  const areParts = declared.every((size) => Number.isNaN(size) || size <= 1)
  for (let h = 0; h < psusIn.length; h++) {
    const part = areParts && psusIn[h]! > 1 ? declared[h]! : psusIn[h]! / declared[h]!
    if (part > 1 + 1e-9)
      throw new Refusal('population-too-small', 'Une strate compte plus de réponses que sa population déclarée.')
    sampled[h] = part
  }
  return sampled
}

function weightsOf(spec: DesignSpec, stratumOf: Int32Array | null, sampled: Float64Array): Float64Array {
  const { rows, weights, probabilities, population } = spec
  const checked = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const h = stratumOf?.[row] ?? 0
    const weight = weights ? weights[row]! : probabilities ? 1 / probabilities[row]! : population ? 1 / sampled[h]! : 1
    if (!Number.isFinite(weight)) throw new Refusal('weights-missing', 'Il manque le poids d’au moins une réponse.')
    if (weight < 0) throw new Refusal('weights-negative', 'Un poids ne peut pas être négatif.')
    checked[row] = weight
  }
  return checked
}
