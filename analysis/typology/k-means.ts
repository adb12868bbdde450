/** k-means on points with masses, from groups that are there already. */
import type { Points } from './ward.ts'

export type Groups = { codes: Int32Array; centres: Float64Array[] }

/** Rounds at most; nothing moves long before. */
const mostRounds = 50

/**
 * Moves each point to the nearest centre and the centres to the middle of their points, until nothing moves.
 *
 * @param codes group of each point, 0 … count − 1
 * @param masses of the points; a point of mass 0 goes with the nearest centre and moves none
 * @source Forgy (1965); as the last step of a hierarchical clustering: Lebart, Morineau & Piron (1995) § 2.3
 * @example
 * const points = { size: 4, dimensions: 1, cells: [0, 1, 10, 11] }
 * [...consolidated(points, [1, 1, 1, 1], [0, 1, 1, 1], 2).codes] // → [0, 0, 1, 1]
 */
export function consolidated(
  points: Points,
  masses: ArrayLike<number>,
  codes: ArrayLike<number>,
  count: number,
): Groups {
  let own: Int32Array = Int32Array.from(codes)
  let centres = centresOf(points, masses, own, count, null)
  for (let round = 0; round < mostRounds; round++) {
    const next = nearestOf(points, centres)
    const isSame = next.every((code, at) => code === own[at])
    own = next
    if (isSame) break
    centres = centresOf(points, masses, own, count, centres)
  }
  return { codes: own, centres }
}

/** Group of the nearest centre of each point. */
export function nearestOf({ size, dimensions, cells }: Points, centres: readonly Float64Array[]): Int32Array {
  const codes = new Int32Array(size)
  for (let at = 0; at < size; at++) {
    let best = Number.POSITIVE_INFINITY
    for (let group = 0; group < centres.length; group++) {
      let distance = 0
      for (let d = 0; d < dimensions; d++) distance += (cells[at * dimensions + d]! - centres[group]![d]!) ** 2
      // a hair nearer is no nearer: rounding must not decide
      if (distance < best - 1e-12) {
        best = distance
        codes[at] = group
      }
    }
  }
  return codes
}

/** An empty group stays where it was. */
function centresOf(
  { size, dimensions, cells }: Points,
  masses: ArrayLike<number>,
  codes: Int32Array,
  count: number,
  before: readonly Float64Array[] | null,
): Float64Array[] {
  const sums = Array.from({ length: count }, () => new Float64Array(dimensions))
  const totals = new Float64Array(count)
  for (let at = 0; at < size; at++) {
    const [group, mass] = [codes[at]!, masses[at]!]
    totals[group]! += mass
    for (let d = 0; d < dimensions; d++) sums[group]![d]! += mass * cells[at * dimensions + d]!
  }
  return sums.map((sum, group) =>
    totals[group]! > 0 ? sum.map((part) => part / totals[group]!) : (before?.[group] ?? sum),
  )
}
