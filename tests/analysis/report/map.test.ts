import { expect, test } from 'vitest'
import type { MaybeEstimate } from '../../../analysis/estimates/estimate.ts'
import { block } from '../../../analysis/report/html/html-blocks.ts'
import { mapDrawing } from '../../../analysis/report/html/map-image.ts'
import type { Comparison } from '../../../analysis/report/short/groups.ts'
import { zoneMapOf } from '../../../analysis/report/short/zone-map.ts'
import type { ReportSource } from '../../../analysis/report/source.ts'
import type { ZoneMap } from '../../../analysis/report/tree.ts'
import { downward } from '../../../surveys/charts/zone-map.ts'

const share = (value: number): MaybeEstimate => ({
  value,
  low: value - 0.05,
  high: value + 0.05,
  base: 100,
  effectiveBase: 100,
  method: 'none',
  unit: 'share',
})
const square = (west: number): ZoneMap['zones'][number]['rings'] => [
  [
    [west, 43],
    [west + 0.1, 43],
    [west + 0.1, 43.1],
    [west, 43.1],
  ],
]
const map = (...zones: Pick<ZoneMap['zones'][number], 'name' | 'estimate' | 'uncertain'>[]): ZoneMap => ({
  kind: 'map',
  title: 'Titre',
  base: '',
  alt: '',
  source: 'INSEE',
  zones: zones.map((zone, at) => ({ ...zone, rings: square(1 + at / 10) })),
})
const nord = { name: 'Nord', estimate: share(0.3), uncertain: false }

// a contrast of shades stood on the page of elected members without a name, a border or a word about its lines
test('a map of a page names its zones in their borders, and says what its shades and lines are', () => {
  const page = block({
    kind: 'map',
    chart: map(
      nord,
      { name: 'Val & <Sud>', estimate: share(0.6), uncertain: true },
      { name: 'Est', estimate: { value: null, why: 'waiting', base: 0 }, uncertain: false },
    ),
  })
  expect(page).toContain('>Nord</text>')
  expect(page).toContain('>Val &amp; &lt;Sud&gt;</text>')
  expect(page).not.toContain('<Sud>')
  // a figure with a caption has no other role
  expect(page).not.toContain('role="group"')
  expect(page.match(/fill="none" stroke="#1b1f2a"/g)).toHaveLength(3)
  expect(page).toMatch(/60 à 80\s%<\/li>.*chiffre peu précis<\/li>.*en attente<\/li>/)
})

test('a zone known by its low end has the shade of that end', () => {
  const fillOf = (estimate: typeof nord.estimate) =>
    /fill="(#\w+)" stroke="\1"/.exec(mapDrawing(map({ ...nord, estimate })).svg)?.[1]
  expect(fillOf({ ...share(1), low: 0.74, high: 1 } as MaybeEstimate)).toBe(fillOf(share(0.74)))
  expect(fillOf(share(0.74))).not.toBe(fillOf(share(0.95)))
})

test('what no zone has is not in the words of the map; a small drawing has figures alone', () => {
  const chart = map(nord, { ...nord, name: 'Sud' })
  expect(block({ kind: 'map', chart })).not.toMatch(/peu précis|en attente|trop petit/)
  expect(mapDrawing(chart).svg).not.toContain('Nord')
})

// a piece of « Sud » that touches a zone of its shade was read as that zone
test('a piece of a zone that lies apart has its name again, or its figure in a drawing without names', () => {
  const chart = map(nord, { ...nord, name: 'Val' }, { ...nord, name: 'Sud' })
  const [, , sud] = chart.zones
  sud!.rings = [...square(1.2), ...square(1.3), ...square(0.9)]
  const times = (drawn: string, words: RegExp) => drawn.match(words)?.length
  const named = mapDrawing(chart, undefined, (name) => name).svg
  expect([times(named, />Sud</g), times(named, />Val</g), times(named, />30\s%</g)]).toEqual([2, 1, 3])
  expect(times(mapDrawing(chart).svg, />30\s%</g)).toBe(4)
  // two squares side by side are one piece
  sud!.rings = [...square(1.2), ...square(1.3)]
  expect(times(mapDrawing(chart).svg, />30\s%</g)).toBe(3)
})

// « 0 % » stood on a zone whose interval goes up to 25 %
test('on a zone a protected 0 % is the end of its interval', () => {
  const nobody = { ...share(0), low: 0, high: 0.25 }
  const drawn = mapDrawing(map(nord, { name: 'Sud', estimate: nobody, uncertain: false })).svg
  expect(drawn).toMatch(/>≤\s25\s%<\/text>/)
  expect(drawn).not.toMatch(/>0\s%<\/text>/)
})

// « Sud : 22 % » was first in the line under a map whose first figure, at the top, was another zone's
test('under a map its zones are told from its top down', () => {
  const north = square(1).map((ring) => ring.map(([x, y]): [number, number] => [x, y + 0.02]))
  const [low, high] = map(nord, { ...nord, name: 'Val' }).zones as [ZoneMap['zones'][number], ZoneMap['zones'][number]]
  expect(downward([low, { ...high, rings: north }]).map(({ name }) => name)).toEqual(['Val', 'Nord'])
})

// two shades, and « trop petit » on the two other zones, pushed the decision to a page of its own
test('no map is drawn of a territory that is mostly grey', () => {
  const names = ['Nord', 'Sud', 'Est', 'Val']
  const outlines = { source: 'INSEE', zones: names.map((name, at) => ({ name, rings: square(1 + at / 10) })) }
  const drawn = (known: number) =>
    zoneMapOf(
      {
        finding: { title: 'Titre', breakdowns: [] },
        series: {
          title: 'Selon : zone',
          answer: '',
          members: names.slice(0, known).map((label) => ({ label, estimate: share(0.3) })),
        },
      } as unknown as Comparison,
      { outlines } as unknown as ReportSource,
    )
  expect(drawn(2)).toBeNull()
  expect(drawn(3)?.zones).toHaveLength(4)
})
