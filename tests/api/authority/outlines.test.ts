import { readFileSync } from 'node:fs'
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

/** Square degrees, rings that turn clockwise less those that do not: what a path fills. */
const filled = ({ geometry: { type, coordinates } }: Outlines['features'][number]) =>
  (type === 'Polygon' ? coordinates : coordinates.flat()).reduce(
    (sum, ring) =>
      sum +
      ring.reduce((own, [x, y], at) => {
        const [nextX, nextY] = ring[(at + 1) % ring.length]!
        return own + ((nextX - x) * (nextY + y)) / 2
      }, 0),
    0,
  )

test('a commune is drawn as itself whichever way its ring turns', () => {
  expect(filled(against.features[0]!)).toBeLessThan(0)
  expect(asDrawn(against).features.map((feature) => filled(feature) > 0)).toEqual(shipped.features.map(() => true))
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
  expect(filled(asDrawn(several).features[0]!)).toBeCloseTo(0.01 - 0.0001 + 0.0025, 6)
})
