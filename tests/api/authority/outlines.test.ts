import { readFileSync } from 'node:fs'
import { geoArea } from 'd3-geo'
import { expect, test } from 'vitest'
import { asDrawn, Outlines } from '../../../api/authority/outline-shape.ts'

const shipped = Outlines.parse(
  JSON.parse(readFileSync(new URL('../../../authorities/tarn-agout/outlines.geojson', import.meta.url), 'utf8')),
)
/** As RFC 7946 wants them, and some files do: the outer ring against the clock. */
const against: Outlines = {
  ...shipped,
  features: shipped.features.map((feature) => ({
    ...feature,
    geometry: {
      ...feature.geometry,
      coordinates: JSON.parse(JSON.stringify(feature.geometry.coordinates), (_, value) =>
        Array.isArray(value?.[0]) && typeof value[0][0] === 'number' ? value.toReversed() : value,
      ),
    },
  })),
}

test('a commune is drawn as itself whichever way its ring turns, not as all the rest of the world', () => {
  const whole = 4 * Math.PI
  expect(geoArea(against.features[0]!)).toBeGreaterThan(whole / 2)
  expect(asDrawn(against).features.map((feature) => geoArea(feature) < whole / 1e6)).toEqual(
    shipped.features.map(() => true),
  )
  expect(asDrawn(shipped)).toEqual(shipped)
})

test('a hole stays a hole, and a commune of several parts has each of them', () => {
  const square = (size: number) => [
    [1, 43],
    [1 + size, 43],
    [1 + size, 43 + size],
    [1, 43 + size],
    [1, 43],
  ]
  const hole = square(0.01).map(([x, y]) => [x! + 0.02, y! + 0.02])
  const parts = [[square(0.1), hole], [square(0.05).map(([x, y]) => [x! + 1, y!])]]
  const several = Outlines.parse({
    ...shipped,
    features: [
      { type: 'Feature', properties: { code: '81000' }, geometry: { type: 'MultiPolygon', coordinates: parts } },
    ],
  })
  const squareDegrees = geoArea(asDrawn(several).features[0]!) * (180 / Math.PI) ** 2
  expect(squareDegrees / Math.cos((43.05 * Math.PI) / 180)).toBeCloseTo(0.01 - 0.0001 + 0.0025, 4)
})
