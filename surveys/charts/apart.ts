/** One rule for sentences, maps and their tables: which zones differ from the other zones that have a figure, together. */
import { peopleUnits } from './known.ts'

/** Under a table whose groups are compared two by two. */
export const noPairText = 'Aucun écart entre ces groupes n’est établi.'

/** A published figure with the ends of its interval at 95 %. */
type Shown = { value: number; low: number; high: number; base: number; unit: string }

/** Of the standard normal, 1 − 0.05 / (2 m) for m = 1, 2, … comparisons left. */
const quantiles = [
  1.96, 2.241, 2.394, 2.498, 2.576, 2.638, 2.69, 2.734, 2.773, 2.807, 2.838, 2.865, 2.891, 2.914, 2.935, 2.955, 2.974,
  2.991, 3.008, 3.023, 3.038, 3.052, 3.065, 3.078,
]
/**
 * Each zone against the others together by their bases, by what their intervals tell: groups of other people. The whole would hold the
 * zone itself, so that two intervals that meet are no test.
 *
 * @param zones that have a figure, without the whole
 * @returns one per zone, at 5 % for all of them together: 1 above the others, −1 below, 0 where the gap is not established; null where nothing can be compared
 * @source Holm (1979)
 */
export function sidesIn(zones: readonly Shown[]): (-1 | 0 | 1 | null)[] {
  const distances = zones.map((own) => distanceOf(own, zones))
  const farthest = distances
    .flatMap((distance) => (distance === null ? [] : Math.abs(distance)))
    .toSorted((a, b) => b - a)
  const within = farthest.findIndex(
    (distance, rank) => distance <= quantiles[Math.min(farthest.length - rank, quantiles.length) - 1]!,
  )
  const apart = within === -1 ? farthest : farthest.slice(0, within)
  return distances.map((distance) =>
    distance === null ? null : !apart.includes(Math.abs(distance)) ? 0 : distance > 0 ? 1 : -1,
  )
}

/**
 * From the others to a zone, in standard errors of the difference: the sides of the intervals that face each other, since that of « 0 % » has one side.
 *
 * @returns null where there are no others, or where figures are no shares nor means
 * @source Zou & Donner (2008), MOVER; Newcombe (1998) for shares
 */
function distanceOf(own: Shown, zones: readonly Shown[]): number | null {
  const others = zones.filter((one) => one !== own)
  const people = others.reduce((sum, { base }) => sum + base, 0)
  // totals are compared with nothing: a zone is a part of them
  if (people === 0 || peopleUnits.has(own.unit)) return null
  const value = others.reduce((sum, one) => sum + (one.value * one.base) / people, 0)
  const isBelow = own.value < value
  const error = (one: Shown, isUp: boolean) => (isUp ? one.high - one.value : one.value - one.low) / quantiles[0]!
  const variance = others.reduce(
    (sum, one) => sum + ((one.base / people) * error(one, !isBelow)) ** 2,
    error(own, isBelow) ** 2,
  )
  return (own.value - value) / Math.sqrt(variance)
}
