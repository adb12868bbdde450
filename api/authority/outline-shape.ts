/** The shape of stored outlines: GeoJSON, one feature a commune, known by its INSEE code. */
import * as z from 'zod'

const point = z.tuple([z.number(), z.number()]).rest(z.number())
const ring = z.array(point).min(4)
export const Geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
])
export const Outlines = z.object({
  type: z.literal('FeatureCollection'),
  source: z.string(),
  licence: z.string(),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ code: z.string() }),
      geometry: Geometry,
    }),
  ),
})
export type Outlines = z.infer<typeof Outlines>

type Ring = z.infer<typeof ring>

/**
 * With each ring turned as maps draw it: the outer one clockwise, its holes the other way. Files hold both (RFC 7946, 3.1.6); a hole
 * that turns as its outer ring would be filled.
 */
export const asDrawn = (outlines: Outlines): Outlines => ({
  ...outlines,
  features: outlines.features.map((feature) => ({ ...feature, geometry: geometryAsDrawn(feature.geometry) })),
})

const geometryAsDrawn = (geometry: z.infer<typeof Geometry>): z.infer<typeof Geometry> =>
  geometry.type === 'Polygon'
    ? { ...geometry, coordinates: polygonAsDrawn(geometry.coordinates) }
    : { ...geometry, coordinates: geometry.coordinates.map(polygonAsDrawn) }

const polygonAsDrawn = (rings: Ring[]): Ring[] =>
  rings.map((points, at) => (isClockwise(points) === (at === 0) ? points : points.toReversed()))

/** By the shoelace formula, in degrees: communes are small. */
const isClockwise = (points: Ring): boolean =>
  points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length]!
    return sum + (nextX - x) * (nextY + y)
  }, 0) > 0
