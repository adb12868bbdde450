/** Shares of many questions by group, with their raked errors, in one pass over the rows. */
import type { Design } from '../design/design.ts'
import { type Calibration, cellFit } from './calibration.ts'
import { varianceOf } from './covariance.ts'
import { kish } from './effective-size.ts'
import type { MaybeEstimate } from './estimate.ts'
import { meanOf } from './linear.ts'
import { shareEstimate } from './share.ts'

/** Code of each row, 0 … size − 1; negative = not in the base. */
export type Codes = { codes: Int8Array | Int16Array | Int32Array; size: number }

/** `shares[group][category]`. */
export type ShareTable = { shares: MaybeEstimate[][]; bases: Float64Array }

/**
 * Share of each answer in each group, with the interval of `share`, for several questions at once.
 *
 * With answers that fall into classes, rows as primary units and a calibration on classes, an estimate and its error only
 * need Σ1, Σq, Σw and Σw² per group × answer × cell of the margins: one pass over the rows. Other designs take the
 * general path of `share`, with the same figures.
 *
 * @param questions answers of each row, one entry per question
 * @param group group of each row
 * @param design of the same rows
 * @returns one table per question, fractions in [0, 1]; refusals as `share`
 * @throws RangeError when lengths differ
 * @example
 * const [table] = shareTables([{ codes: [0, 1, 1, 1], size: 2 }], { codes: [0, 0, 1, 1], size: 2 }, designOf({ rows: 4 }))
 * table.shares.map((group) => group.map(({ value }) => value)) // → [[0.5, 0.5], [0, 1]]
 */
export function shareTables(questions: readonly Codes[], group: Codes, design: Design): ShareTable[] {
  for (const { codes } of [...questions, group])
    if (codes.length !== design.rows)
      throw new RangeError(`shareTables needs ${design.rows} codes, not ${codes.length}`)
  const cells = cellsOf(design)
  if (cells === null) return questions.map((question) => generalTable(question, group, design))
  const whole = accumulate(
    { codes: new Int8Array(design.rows), size: 1 },
    { codes: new Int8Array(design.rows), size: 1 },
    design,
    cells,
  )
  return questions.map((question) => tableOf(question, group, design, cells, whole))
}

type CellSpace = Pick<Calibration, 'cellOf' | 'cells' | 'regression'> & {
  /** Weight and regression weight of each cell, where all its rows have the same; null = rows of a cell differ. */
  alike: Pick<Sums, 'weight' | 'regression'> | null
  /** Fits the first cells; rows that no margin knows are in a last one, which nothing fits. */
  calibration: Calibration | null
}

/** Are sums per class of the margins enough for this design? */
export const isOnePass = (design: Design): boolean => cellsOf(design) !== null

/** null when the one-pass path does not apply. */
function cellsOf(design: Design): CellSpace | null {
  const { calibrations, rows, psuOf } = design
  if (psuOf !== null || calibrations.length > 1) return null
  const [calibration] = calibrations
  if (calibration === undefined) {
    const none = new Int32Array(rows)
    return spaceIn(design, { cellOf: none, cells: 1, regression: design.weights, calibration: null })
  }
  const known = spaces.get(design)
  if (known !== undefined) return known
  const space = spaceOf(design, calibration)
  spaces.set(design, space)
  return space
}

const spaces = new WeakMap<Design, CellSpace | null>()

/** null when a weight changed since the calibration. */
function spaceOf(design: Design, calibration: Calibration): CellSpace | null {
  const { weights } = design
  const { cellOf, cells, regression } = calibration
  if (calibration.weights === weights) return spaceIn(design, { cellOf, cells, regression, calibration })
  const isChanged = weights.some((weight, row) => calibration.weights[row] !== 0 && calibration.weights[row] !== weight)
  if (isChanged) return null
  return spaceIn(design, {
    cellOf: cellOf.map((cell, row) => (calibration.weights[row] === 0 ? cells : cell)),
    cells: cells + 1,
    regression: regression.map((own, row) => (calibration.weights[row] === 0 ? 0 : own)),
    calibration,
  })
}

/** Raking gives one weight to all rows of a cell that began with one: counting them is then enough, in a third of the time. */
function spaceIn({ weights, rows }: Design, space: Omit<CellSpace, 'alike'>): CellSpace {
  const weight = new Float64Array(space.cells).fill(-1)
  const regression = new Float64Array(space.cells)
  for (let row = 0; row < rows; row++) {
    const cell = space.cellOf[row]!
    if (weight[cell] === -1) {
      weight[cell] = weights[row]!
      regression[cell] = space.regression[row]!
    } else if (weight[cell] !== weights[row] || regression[cell] !== space.regression[row])
      return { ...space, alike: null }
  }
  return { ...space, alike: { weight, regression } }
}

type Sums = { count: Float64Array; regression: Float64Array; weight: Float64Array; square: Float64Array }

/** Rows of a block, so that the small loop is compiled early and runs compiled. */
const blockRows = 8192

function accumulate(question: Codes, group: Codes, design: Design, space: CellSpace): Sums {
  const size = group.size * question.size * space.cells
  const sums: Sums = {
    count: new Float64Array(size),
    regression: new Float64Array(size),
    weight: new Float64Array(size),
    square: new Float64Array(size),
  }
  for (let from = 0; from < design.rows; from += blockRows) {
    const to = Math.min(design.rows, from + blockRows)
    if (space.alike) countBlock(sums.count, question, group, space, from, to)
    else addBlock(sums, question, group, design.weights, space, from, to)
  }
  if (space.alike) weigh(sums, space.cells, space.alike)
  return sums
}

function countBlock(count: Float64Array, question: Codes, group: Codes, space: CellSpace, from: number, to: number) {
  const answers = question.codes
  const groups = group.codes
  const { cellOf, cells } = space
  for (let row = from; row < to; row++) {
    const k = answers[row]!
    const g = groups[row]!
    if (k >= 0 && g >= 0) count[(g * question.size + k) * cells + cellOf[row]!]! += 1
  }
}

function weigh({ count, regression, weight, square }: Sums, cells: number, alike: NonNullable<CellSpace['alike']>) {
  for (let at = 0; at < count.length; at++) {
    const w = alike.weight[at % cells]!
    // a row without a weight is in no base
    if (w === 0) count[at] = 0
    regression[at] = count[at]! * alike.regression[at % cells]!
    weight[at] = count[at]! * w
    square[at] = count[at]! * w * w
  }
}

function addBlock(
  sums: Sums,
  question: Codes,
  group: Codes,
  weights: Float64Array,
  space: CellSpace,
  from: number,
  to: number,
) {
  const { count, regression, weight, square } = sums
  const answers = question.codes
  const groups = group.codes
  const { cellOf, cells, regression: pull } = space
  for (let row = from; row < to; row++) {
    const k = answers[row]!
    const g = groups[row]!
    const w = weights[row]!
    if (k < 0 || g < 0 || w === 0) continue
    const at = (g * question.size + k) * cells + cellOf[row]!
    count[at]! += 1
    regression[at]! += pull[row]!
    weight[at]! += w
    square[at]! += w * w
  }
}

function tableOf(question: Codes, group: Codes, design: Design, space: CellSpace, whole: Sums): ShareTable {
  const sums = accumulate(question, group, design, space)
  const { cells } = space
  const bases = new Float64Array(group.size)
  const shares: MaybeEstimate[][] = []
  for (let g = 0; g < group.size; g++) {
    const from = g * question.size * cells
    const inGroup = mergeAnswers(sums, from, question.size, cells)
    const base = total(inGroup.count)
    const sumWeights = total(inGroup.weight)
    bases[g] = base
    const size = kish(sumWeights, total(inGroup.square))
    shares.push(
      Array.from({ length: question.size }, (_, k): MaybeEstimate => {
        if (base < 2 || design.df < 1) return { value: null, why: 'too-few', base }
        const yes = from + k * cells
        let hit = 0
        for (let cell = 0; cell < cells; cell++) hit += sums.weight[yes + cell]!
        const p = hit / sumWeights
        const variance = varianceOfShare(p, sumWeights, sums, yes, inGroup, whole, space, design)
        return shareEstimate(p, variance, base, size, design.df)
      }),
    )
  }
  return { shares, bases }
}

function mergeAnswers(sums: Sums, from: number, answers: number, cells: number): Sums {
  const merge = (of: Float64Array) => {
    const merged = new Float64Array(cells)
    for (let k = 0; k < answers; k++)
      for (let cell = 0; cell < cells; cell++) merged[cell]! += of[from + k * cells + cell]!
    return merged
  }
  return {
    count: merge(sums.count),
    regression: merge(sums.regression),
    weight: merge(sums.weight),
    square: merge(sums.square),
  }
}

/** Rows score (1 − p)/W when they gave the answer, −p/W when they gave another, 0 outside the group; residual = score − fit of the cell. */
function varianceOfShare(
  p: number,
  sumWeights: number,
  sums: Sums,
  yes: number,
  inGroup: Sums,
  whole: Sums,
  space: CellSpace,
  { psusIn: units }: Design,
) {
  const { cells } = space
  const score = [(1 - p) / sumWeights, -p / sumWeights] as const
  const fit = new Float64Array(cells)
  if (space.calibration) {
    const pulled = new Float64Array(cells)
    for (let cell = 0; cell < cells; cell++) {
      const hit = sums.regression[yes + cell]!
      pulled[cell] = hit * score[0] + (inGroup.regression[cell]! - hit) * score[1]
    }
    fit.set(cellFit(space.calibration, pulled, whole.regression))
  }
  let squares = 0
  let sum = 0
  for (let cell = 0; cell < cells; cell++) {
    const [w, w2] = [sums.weight[yes + cell]!, sums.square[yes + cell]!]
    const [others, others2] = [inGroup.weight[cell]! - w, inGroup.square[cell]! - w2]
    const [outside, outside2] = [
      whole.weight[cell]! - inGroup.weight[cell]!,
      whole.square[cell]! - inGroup.square[cell]!,
    ]
    const [hit, miss, out] = [score[0] - fit[cell]!, score[1] - fit[cell]!, -fit[cell]!]
    squares += w2 * hit * hit + others2 * miss * miss + outside2 * out * out
    sum += w * hit + others * miss + outside * out
  }
  return (units / (units - 1)) * Math.max(0, squares - (sum * sum) / units)
}

function total(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

function generalTable(question: Codes, group: Codes, design: Design): ShareTable {
  const bases = new Float64Array(group.size)
  const shares = Array.from({ length: group.size }, (_, g) => {
    const inside = Uint8Array.from(group.codes, (code) => (code === g ? 1 : 0))
    return Array.from({ length: question.size }, (_, k): MaybeEstimate => {
      const hits = Float64Array.from(question.codes, (code) => (code < 0 ? Number.NaN : code === k ? 1 : 0))
      const linear = meanOf(hits, design, inside)
      bases[g] = linear?.base ?? 0
      if (linear === null || linear.base < 2 || design.df < 1) return { value: null, why: 'too-few', base: bases[g]! }
      const { value, scores, base, sumWeights, sumSquares } = linear
      return shareEstimate(value, varianceOf(design, scores), base, kish(sumWeights, sumSquares), design.df)
    })
  })
  return { shares, bases }
}
