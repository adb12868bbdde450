/** The share of a design without margins, in many groups at once: nine figures in ten of a survey, in one pass over the rows. */
import type { Design } from '../design/design.ts'

/** Group of each row, 0 … size − 1; negative = in none of them. */
export type Groups = { codes: ArrayLike<number>; size: number }

/** What `shareEstimate` asks for; `variance` is the linearised one, in the square of the share. */
export type ShareSums = { value: number; variance: number; base: number; sumWeights: number; sumSquares: number }

/** May `sumsIn` read this design? */
export const isPlain = ({ calibrations }: Design): boolean => calibrations.length === 0

/**
 * The same figures as `meanOf` and `varianceOf` give together for each group taken as a domain.
 *
 * @param hits one per row in [0, 1], NaN = not in the base; @param groups null = everybody in one
 * @returns one entry per group, null where the base is empty
 * @throws RangeError when lengths differ
 * @source as covariance.ts: n/(n − 1) · Σ t², t = a primary unit's Σ weight · (hit − share) / Σ weight; these add up to 0
 * @example
 * sumsIn([1, 0, 1], designOf({ rows: 3 }), { codes: [0, 0, 1], size: 2 }).map(({ value }) => value) // → [0.5, 1]
 */
export function sumsIn(hits: ArrayLike<number>, design: Design, groups: Groups | null): (ShareSums | null)[] {
  const { rows, weights, psuOf } = design
  if (hits.length !== rows) throw new RangeError(`an estimate needs ${rows} values, not ${hits.length}`)
  if (groups !== null && groups.codes.length !== rows)
    throw new RangeError(`an estimate needs a group for each of ${rows} rows`)
  const size = groups?.size ?? 1
  const codes = groups?.codes ?? null
  const sums = emptySums(size)
  const { base, weight, square } = sums
  const unit = psuOf === null ? null : openUnit(sums, size)
  const order = rowsByUnit(design)
  for (let place = 0; place < rows; place++) {
    const row = order === null ? place : order[place]!
    const at = codes === null ? 0 : codes[row]!
    const hit = hits[row]!
    const own = weights[row]!
    if (at < 0 || Number.isNaN(hit) || own === 0) continue
    base[at]! += 1
    weight[at]! += own
    square[at]! += own * own
    if (unit === null) addUnit(sums, at, own * hit, own)
    else unit.add(psuOf![row]!, at, own * hit, own)
  }
  unit?.close()
  return Array.from({ length: size }, (_, at) => (base[at] === 0 ? null : shareFrom(sums, at, design)))
}

/** Per group: rows, Σ weight, Σ weight², then over primary units Σ g, Σ g², Σ g·a, Σ a² (g: weighted hits, a: weight). */
export type Sums = Record<'base' | 'weight' | 'square' | 'hit' | 'hits2' | 'both' | 'asked2', Float64Array>

const emptySums = (size: number): Sums => ({
  base: new Float64Array(size),
  weight: new Float64Array(size),
  square: new Float64Array(size),
  hit: new Float64Array(size),
  hits2: new Float64Array(size),
  both: new Float64Array(size),
  asked2: new Float64Array(size),
})

/** A primary unit's weighted hits and its weight in one group. */
function addUnit(sums: Sums, at: number, given: number, asked: number): void {
  sums.hit[at]! += given
  sums.hits2[at]! += given * given
  sums.both[at]! += given * asked
  sums.asked2[at]! += asked * asked
}

/** Gathers the rows of one unit, group by group, until the next unit begins. */
function openUnit(sums: Sums, size: number) {
  const given = new Float64Array(size)
  const asked = new Float64Array(size)
  const touched = new Int32Array(size)
  let many = 0
  let current = -1
  function close(): void {
    for (let index = 0; index < many; index++) {
      const at = touched[index]!
      addUnit(sums, at, given[at]!, asked[at]!)
      given[at] = 0
      asked[at] = 0
    }
    many = 0
  }
  return {
    add(unit: number, at: number, hit: number, weight: number): void {
      if (unit !== current) {
        close()
        current = unit
      }
      if (asked[at] === 0) touched[many++] = at
      given[at]! += hit
      asked[at]! += weight
    },
    close,
  }
}

const orders = new WeakMap<Int32Array, { order: Int32Array | null }>()

/** Rows with those of one primary unit side by side; null = they are so already. */
function rowsByUnit({ rows, psuOf: units }: Design): Int32Array | null {
  if (units === null) return null
  const known = orders.get(units)
  if (known) return known.order
  const isSorted = units.every((unit, row) => row === 0 || unit >= units[row - 1]!)
  const order = isSorted ? null : Int32Array.from({ length: rows }, (_, row) => row)
  order?.sort((a, b) => units[a]! - units[b]! || a - b)
  orders.set(units, { order })
  return order
}

/** What the sums of one group come to. */
function shareFrom(sums: Sums, at: number, { psusIn: n }: Design): ShareSums {
  const sumWeights = sums.weight[at]!
  const value = sums.hit[at]! / sumWeights
  const squares = sums.hits2[at]! - 2 * value * sums.both[at]! + value * value * sums.asked2[at]!
  const factor = n > 1 ? n / (n - 1) : 1
  // a share of 0 or 1 has no spread: not even the dust of the subtraction
  const variance = value === 0 || value === 1 ? 0 : (factor * Math.max(0, squares)) / sumWeights ** 2
  return { value, variance, base: sums.base[at]!, sumWeights, sumSquares: sums.square[at]! }
}
