import { expect, test } from 'vitest'
import {
  type Series,
  type SeriesValue,
  seriesChart,
  seriesItem,
  seriesSentence,
} from '../../../analysis/evidence/series.ts'

const value = (period: string, number: number | null, state: SeriesValue['state'] = 'exact'): SeriesValue => ({
  period,
  value: number,
  state,
  day: null,
  note: '',
})
const series = (values: SeriesValue[], change: Partial<Series> = {}): Series => ({
  id: 'naissances',
  title: 'Naissances',
  definition: 'Enfants nés dans l’année.',
  unit: 'naissances',
  source: 'INSEE',
  link: '',
  date: '2024-06-27',
  limits: '',
  objectives: [1],
  values,
  ...change,
})
const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null

test('the sentence gives the newest known value and the known one before it', () => {
  expect(plain(seriesSentence(series([value('2021', 305), value('2022', 1293)])))).toBe(
    '1 293 naissances en 2022, contre 305 en 2021.',
  )
  expect(plain(seriesSentence(series([value('2022', 293)])))).toBe('293 naissances en 2022.')
  expect(plain(seriesSentence(series([value('2022', 42.3)], { title: 'Part', unit: '%' })))).toBe(
    'Part : 42,3 % en 2022.',
  )
  // « 32 places en 2025, contre 32 en 2024 »
  const places = series([value('2024', 32), value('2025', 32)], { title: 'Places du sud', unit: 'places' })
  expect(plain(seriesSentence(places))).toBe('Places du sud : 32 places en 2025, comme en 2024.')
})

test('what is not known is never 0: it is passed over, drawn as nothing, and said', () => {
  const own = series([
    value('2020', 0),
    value('2021', 12),
    value('2022', null, 'missing'),
    value('2023', null, 'secret'),
  ])
  expect(plain(seriesSentence(own))).toBe('12 naissances en 2021, contre 0 en 2020.')
  expect(seriesChart(own).points.map((point) => point.value)).toEqual([0, 12, null, null])
  expect(seriesItem(own, 1)!.limits.map(plain)).toEqual([
    '2023 : valeur tenue secrète par la source, ce n’est pas zéro.',
    '2022 : valeur non connue, ce n’est pas zéro.',
  ])
})

test('years that the table skips are shown as not known', () => {
  expect(seriesChart(series([value('2019', 5), value('2022', 7)])).points).toEqual([
    { label: '2019', value: 5 },
    { label: '2020', value: null },
    { label: '2021', value: null },
    { label: '2022', value: 7 },
  ])
  const schoolYears = series([value('2019-2020', 5), value('2022-2023', 7)])
  expect(seriesChart(schoolYears).points.map(({ label }) => label)).toEqual(['2019-2020', '2022-2023'])
})

test('without a known value there is no evidence; an estimate says that it is one', () => {
  expect(seriesItem(series([]), 1)).toBeNull()
  expect(seriesItem(series([value('2022', null, 'secret')]), 1)).toBeNull()
  const item = seriesItem(series([value('2022', 7, 'estimated')]), 4)!
  expect(plain(item.sentence)).toBe('7 naissances en 2022 (valeur estimée).')
  expect(item).toMatchObject({
    objective: 4,
    kind: 'registered',
    day: '2024-06-27',
    href: '/analyse/releves/naissances',
  })
})

test('a long title leaves the comparison out: a sentence holds 25 words at most', () => {
  const title = 'Un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept'
  const sentence = seriesSentence(series([value('2021', 1), value('2022', 2)], { title }))!
  expect(sentence).not.toContain('contre')
  expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(25)
})
