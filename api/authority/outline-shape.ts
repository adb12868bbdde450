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
