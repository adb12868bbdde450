import { expect, test } from 'vitest'
import type { Finding } from '../../../../analysis/findings/finding.ts'
import type { BarsChart } from '../../../../analysis/report/tree.ts'
import { pictureOf, zonesIn } from '../../../../api/results/pictures/finding-picture.ts'
import { outsideZone, zoneNames } from '../../../../surveys/authority/territory.ts'

const estimate = (value: number) => ({
  value,
  low: value - 0.05,
  high: value + 0.05,
  base: 100,
  effectiveBase: 90,
  unit: 'share' as const,
  method: 'Wilson',
})
const tooFew = { value: null, why: 'too-few' as const, base: 4 }
const bars = (shares: Record<string, number | null>): BarsChart => ({
  kind: 'bars',
  title: 'Titre',
  base: 'Base : 100 réponses',
  alt: '',
  unit: 'share',
  end: 1,
  bars: Object.entries(shares).map(([label, value]) => ({
    label,
    estimate: value === null ? tooFew : estimate(value),
    uncertain: false,
  })),
})
const table = { title: 'Selon : zone', base: '', columns: ['Zone', 'Part'], rows: [], notes: [] }
const picture = (finding: Partial<Finding>) => pictureOf({ breakdowns: [], ...finding })
const labels = (drawn: ReturnType<typeof picture>) =>
  drawn?.kind === 'bars' ? drawn.bars.map(({ label }) => label) : []

test('the largest answers are drawn in their own order, the one of the headline among them', () => {
  const chart = bars({ a: 0.1, b: 0.5, c: 0.4, d: 0.3, e: 0.2, f: 0.6, g: null })
  const drawn = picture({ chart, standing: { row: 'a', column: 'Part' } })
  expect(labels(drawn)).toEqual(['a', 'b', 'c', 'd', 'f'])
  expect(drawn).toMatchObject({ by: 'answers', left: ['e', 'g'], bars: [{ isLead: true }, {}, {}, {}, {}] })
})

// the caption said « 58 % : Rien de cela » under a large « 17 % »
test('what more people answered is shown first, as the sentence says it first', () => {
  const chart = bars({ tôt: 0.2, rien: 0.7 })
  const aside = { label: 'rien', estimate: estimate(0.7) }
  const drawn = picture({ chart, aside, standing: { row: 'tôt', column: 'Part' } })
  expect(drawn).toMatchObject({ bars: [{ isLead: false }, { label: 'rien', isLead: true }] })
})

test('one share alone stands beside its zones: each one, those too small named, nobody from elsewhere', () => {
  const names = zoneNames()
  const [first, second, third] = Object.values(names)
  const zones = bars({ [first!]: 0.2, [second!]: 0.4, [third!]: null, [names[outsideZone]!]: 0.9 })
  const drawn = picture({ chart: bars({ Ensemble: 0.3 }), breakdowns: [{ table, chart: zones }] })
  expect(labels(drawn)).toEqual(['Ensemble', first, second])
  expect(drawn).toMatchObject({ by: 'zones', left: [third] })
})

// 32 % was longer than 46 % on the card beside it
test('every track of shares is a hundred percent long', () => {
  expect(picture({ chart: { ...bars({ a: 0.1, b: 0.3 }), end: 0.5 } })).toMatchObject({ end: 1 })
  const whole = { ...bars({ Ensemble: 0.3 }), end: 0.5 }
  expect(picture({ chart: whole })).toMatchObject({ end: 1 })
  expect(picture({ chart: { ...whole, unit: 'hours', end: 20 } })).toMatchObject({ end: 20 })
})

test('the large figure of a finding about a zone is that of its sentence', () => {
  const [first, second] = Object.values(zoneNames())
  const chart = bars({ [first!]: 0.2, [second!]: 0.4 })
  const breakdowns = [{ table, chart: bars({ Ensemble: 0.3 }) }]
  const drawn = picture({ chart, breakdowns, standing: { row: second!, column: 'Part' } })
  expect(labels(drawn)).toEqual(['Ensemble', first, second])
  expect(drawn).toMatchObject({ bars: [{ isLead: false }, { isLead: false }, { isLead: true }] })
})

// « 56 % utile ou peut-être » led to a map of « oui » alone
test('the map of a finding has its own figures, everybody first; a list of answers has none', () => {
  const [first, second] = Object.values(zoneNames())
  const breakdowns = [{ table, chart: bars({ [first!]: 0.2, [second!]: 0.4 }) }]
  const zones = zonesIn({ chart: bars({ Ensemble: 0.3 }), breakdowns })
  expect(zones?.map(({ name, estimate: { value } }) => [name, value])).toEqual([
    ['Ensemble', 0.3],
    [first, 0.2],
    [second, 0.4],
  ])
  expect(zonesIn({ chart: bars({ oui: 0.3, non: 0.7 }), breakdowns })).toBeNull()
})

test('nothing is drawn of a finding without figures', () => {
  expect(picture({})).toBeNull()
  expect(picture({ chart: bars({ a: null, b: null }) })).toBeNull()
})
