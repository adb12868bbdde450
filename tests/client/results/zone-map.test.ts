import { expect, onTestFinished, test, vi } from 'vitest'
import { map, mapClasses, mapLevel } from '../../../client/parts/charts/map.ts'
import { clearest } from '../../../client/parts/charts/map-names.ts'
import type { Place } from '../../../client/parts/charts/specs.ts'
import { type Feature, piecesOf, zoneEdges } from '../../../surveys/charts/zone-shapes.ts'

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

test('a border is drawn between two zones and around the territory, not between two communes of a zone', () => {
  const edges = zoneEdges(row, zoneOf).map((ends) =>
    ends
      .map((end) => end.join())
      .toSorted()
      .join(' '),
  )
  expect(edges).toContain('1,0 1,1')
  expect(edges).toContain('2,0 2,1')
  expect(edges).toContain('4,0 4,1')
  expect(edges).not.toContain('3,0 3,1')
  // four squares have 13 sides, of which one is within a zone
  expect(edges).toHaveLength(12)
})

test('every piece of a zone is known, the largest first: a zone is named there, never on another zone', () => {
  expect(piecesOf(row, zoneOf)).toEqual([
    { zone: 'sud', communes: [2, 3] },
    { zone: 'sud', communes: [0] },
    { zone: 'nord', communes: [1] },
  ])
  expect(piecesOf(row, () => null)).toEqual([])
})

test('a name stands where no border crosses it', () => {
  // a narrow place close by, a wide one further: the label is 80 pixels wide
  const points = [
    { x: 50, y: 20 },
    { x: 50, y: 200 },
  ]
  const ends: [number, number][] = [
    [60, 25],
    [50, 5],
    [50, 260],
    [120, 200],
  ]
  const size = { halfWidth: 40, halfHeight: 18 }
  expect(clearest(points, ends, size)).toEqual({ x: 50, y: 200, ...size })
  expect(clearest([points[0]!], ends, size)).toEqual({ ...points[0], ...size })
})

// at 1024 pixels « Saint-Sulpice-la-Pointe » lay over « Nord »
test('no name lies over another: it stands elsewhere in its zone, or is left to the list', () => {
  const size = { halfWidth: 40, halfHeight: 18 }
  const points = [
    { x: 50, y: 20 },
    { x: 50, y: 80 },
  ]
  const nord = { x: 60, y: 30, ...size }
  expect(clearest(points, [[50, 79]], size, [nord])).toEqual({ x: 50, y: 80, ...size })
  expect(clearest([points[0]!], [], size, [nord])).toBeNull()
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

test('a zone pressed on the map is named by any of its pieces; what lies outside presses nothing', () => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
  onTestFinished(() => void vi.unstubAllGlobals())
  const place = (name: string) => ({ name, value: 0.4, text: '40 %', short: '40 %', isHatched: false, side: null })
  const places = new Map(row.map(({ properties: { code } }) => [code, place(zoneOf(code))]))
  const colours = { ink: '', muted: '', line: '', accent: '', surface: '', font: '', size: 14 }
  const shades = { needed: [], covered: [], regular: [], lacking: [] }
  const pressed: string[] = []
  const onPress = (zone: string) => pressed.push(zone)
  const spec = { kind: 'map', outlines: { features: row }, isShare: true, shown: null, places, onPress } as const
  const { onClick } = map(spec, { ...colours, shades, secretBackground: '', secretLine: '' }, 700).options
  for (const hits of [[{ index: 1 }], [{ index: 3 }], []]) onClick({}, hits)
  expect(pressed).toEqual(['nord', 'sud'])
})

// the pointer lit one commune of a zone; a piece of « sud » that touches « nord » had no name
test('every piece of a zone is named, and the zone under the pointer is outlined whole, with its figure on each', () => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
  onTestFinished(() => void vi.unstubAllGlobals())
  const far = [square('a', 0, 0), square('n', 1, 0), square('m', 2, 0), square('b', 3, 0), square('c', 4, 0)]
  const place = (name: string) => ({ name, value: 0.4, text: '40 %', short: '40 %', isHatched: false, side: null })
  const places = new Map(far.map(({ properties: { code } }) => [code, place(/[abc]/.test(code) ? 'sud' : 'nord')]))
  const colours = { ink: '', muted: '', line: '', accent: '', surface: '', font: '', size: 14 }
  const shades = { needed: [], covered: [], regular: [], lacking: [] }
  const spec = { kind: 'map', outlines: { features: far }, isShare: true, shown: null, places } as const
  const { plugins } = map(spec, { ...colours, shades, secretBackground: '', secretLine: '' }, 700)
  const drawn = (pointed: number | null) => {
    const [said, thick]: [string[], { lines: number; width: number }[]] = [[], []]
    const ctx = {
      ...{ lineWidth: 0, save() {}, restore() {}, beginPath: () => thick.push({ lines: 0, width: ctx.lineWidth }) },
      ...{ moveTo() {}, stroke() {}, strokeText() {}, measureText: () => ({ width: 60 }) },
      lineTo: () => void thick.at(-1)!.lines++,
      fillText: (text: string) => said.push(text),
    }
    const projection = ([x, y]: [number, number]) => [x * 100, y * 100]
    const data = far.map((_, at) => ({ getCenterPoint: () => ({ x: at * 100 + 50, y: 50 }) }))
    const chart = { ctx, width: 700, height: 480, scales: { projection: { projection } } }
    Object.assign(chart, {
      getActiveElements: () => (pointed === null ? [] : [{ index: pointed }]),
      getDatasetMeta: () => ({ data }),
    })
    for (const { id, afterDatasetsDraw } of plugins)
      if (id === 'borders' || id === 'names') (afterDatasetsDraw as unknown as (chart: object) => void)(chart)
    return { said: said.toSorted(), around: thick.at(-1)!.lines }
  }
  expect(drawn(null)).toEqual({ said: ['40 %', '40 %', 'nord', 'sud', 'sud'], around: 0 })
  // four sides of one square, six of two
  expect(drawn(0)).toEqual({ said: ['40 %', '40 %', '40 %', 'nord', 'sud', 'sud'], around: 10 })
})

/** What the map writes under its zones. */
function legendOf(over: Partial<Place>, width = 700): string[] {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
  onTestFinished(() => void vi.unstubAllGlobals())
  const place = { name: 'nord', value: 0.4, text: '40 %', short: '40 %', isHatched: false, side: null, ...over }
  const places = new Map(row.map(({ properties: { code } }) => [code, place]))
  const colours = { ink: '', muted: '', line: '', accent: '', surface: '', font: '', size: 14 }
  const shades = { needed: [], covered: [], regular: [], lacking: [] }
  const spec = { kind: 'map', outlines: { features: row }, isShare: true, shown: null, places } as const
  const { plugins } = map(spec, { ...colours, shades, secretBackground: '', secretLine: '' }, width)
  const said: string[] = []
  const ctx = { save() {}, restore() {}, fillRect() {}, strokeRect() {}, measureText: () => ({ width: 60 }) }
  const chart = { ctx: { ...ctx, fillText: (text: string) => said.push(text) }, width, height: 480, options: {} }
  const legend = plugins.find(({ id }) => id === 'legend')!
  ;(legend.afterDraw as unknown as (chart: object) => void)(chart)
  return said.slice(5)
}

// hatching said « écart non établi » on this map, and « peu précis » on bars and in documents
test('under a map, hatching is an imprecise figure and an arrow an established gap, where there are some', () => {
  expect(legendOf({})).toEqual([])
  expect(legendOf({ isHatched: true })).toEqual(['chiffre peu précis'])
  expect(legendOf({ side: -1 })).toEqual(['▼ au-dessous des autres zones'])
  expect(legendOf({ side: 0 })).toEqual([])
  expect(legendOf({ value: null, short: 'en attente' })).toEqual(['en attente'])
})
