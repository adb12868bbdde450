import { expect, test } from 'vitest'
import { mapClasses, mapLevel, wordsOn, zoneDrawing } from '../../../surveys/charts/zone-map.ts'
import { type Feature, piecesOf, ringsOf } from '../../../surveys/charts/zone-shapes.ts'

/** A square of side one, its lower left corner at x, y. */
const square = (code: string, x: number, y: number): Feature => ({
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ],
    ],
  },
})
// « sud » is in two pieces: one square alone, two squares together; « nord » lies between them
const row = [square('a', 0, 0), square('n', 1, 0), square('b', 2, 0), square('c', 3, 0)]
const zoneOf = (code: string) => (code === 'n' ? 'nord' : 'sud')

test('every piece of a zone is known, the largest first: a zone is named there, never on another zone', () => {
  expect(piecesOf(row, zoneOf)).toEqual([
    { zone: 'sud', communes: [2, 3] },
    { zone: 'sud', communes: [0] },
    { zone: 'nord', communes: [1] },
  ])
  expect(piecesOf(row, () => null)).toEqual([])
})

test('classes do not move with the figures shown: 21 and 25 % are always one shade', () => {
  const level = (value: number, all: number[]) => mapLevel(value, all, true)
  expect(level(0.21, [0.21, 0.25])).toBe(level(0.25, [0.21, 0.25]))
  expect(level(0.21, [0.21, 0.9])).toBe(level(0.21, [0.21, 0.25]))
  expect(mapClasses([], true).map(({ text }) => text)).toEqual(['< 20 %', '20–40 %', '40–60 %', '60–80 %', '≥ 80 %'])
  expect(mapLevel(null, [], true)).toBe(0)
  // 45 % and 85 % once had the darkest shade both
  expect([0, 0.1, 0.2, 0.45, 0.6, 0.85, 1].map((value) => level(value, []))).toEqual([0, 1, 2, 3, 4, 5, 5])
  // other numbers: fifths of a round end
  expect(mapClasses([12, 47], false).map(({ end }) => end)).toEqual([10, 20, 30, 40, Number.POSITIVE_INFINITY])
  expect([9, 10, 47].map((value) => mapLevel(value, [12, 47], false))).toEqual([1, 2, 5])
})

// a piece of « sud » that touches « nord » had no name
test('a zone has its figure on its largest piece, and its name on every piece; a drawing without names has the figure there', () => {
  const rings = (zone: string) =>
    row.filter(({ properties: { code } }) => zoneOf(code) === zone).flatMap((one) => ringsOf(one))
  const { zones } = zoneDrawing(['sud', 'nord'].map((name) => ({ name, rings: rings(name) })))
  const said = (hasNames: boolean) => zones.map((zone) => wordsOn(zone, '40 %', hasNames).map(({ text }) => text))
  expect(said(true)).toEqual([
    ['40 %', 'sud', 'sud'],
    ['40 %', 'nord'],
  ])
  expect(said(false)).toEqual([['40 %', '40 %'], ['40 %']])
})
