/** Where points of the earth stand on a drawing. */
import type { Ring } from './zone-shapes.ts'

/**
 * North up, the outlines as wide as `width`, four units of room around them.
 *
 * @returns height of the outlines; `at`: [from the left, from the top] of a [longitude, latitude] in degrees
 */
export function planeOf(rings: readonly Ring[], width: number) {
  const points = rings.flat()
  const [west, east] = ends(points.map(([longitude]) => longitude))
  const [south, north] = ends(points.map(([, latitude]) => latitude))
  // a degree of longitude is shorter than a degree of latitude
  const across = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / ((east - west) * across)
  return {
    height: Math.round((north - south) * scale),
    at: ([longitude, latitude]: readonly [number, number]): [number, number] => [
      (longitude - west) * across * scale + 4,
      (north - latitude) * scale + 4,
    ],
  }
}

/** Least and greatest, of more values than a call takes arguments. */
export const ends = (values: readonly number[]): [number, number] => [
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
]
