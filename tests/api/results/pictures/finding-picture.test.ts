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
const evidence = { unit: 'households' } as unknown as Finding['evidence']
const picture = (finding: Partial<Finding>) =>
  pictureOf({ estimate: estimate(0.4), breakdowns: [], evidence, ...finding })
const labels = (drawn: ReturnType<typeof picture>) =>
  drawn?.kind === 'bars' ? drawn.bars.map(({ label }) => label) : []

test('the largest answers are drawn in their own order, the one of the headline among them', () => {
  const chart = bars({ a: 0.1, b: 0.5, c: 0.4, d: 0.3, e: 0.2, f: 0.6, g: null })
  const drawn = picture({ chart, standing: { row: 'a', column: 'Part' } })
  expect(labels(drawn)).toEqual(['a', 'b', 'c', 'd', 'f'])
  expect(drawn).toMatchObject({ by: 'answers', left: ['e', 'g'], bars: [{ isLead: true }, {}, {}, {}, {}] })
})

// « 6,2 » stood beside 0, in strong, and four of the other stops
test('of a mean or a median the whole scale is drawn, no stop before the others; of a long one, nothing', () => {
  const mean = { ...estimate(6.2), unit: 'score' as const }
  const scale = (stops: number) => bars(Object.fromEntries(Array.from({ length: stops }, (_, at) => [`n${at}`, 0.09])))
  const drawn = picture({ estimate: mean, chart: scale(11) })
  expect(drawn).toMatchObject({ by: 'stops', left: [] })
  expect(drawn?.kind === 'bars' && drawn.bars.map(({ isLead }) => isLead)).toEqual(Array(11).fill(false))
  expect(picture({ estimate: mean, chart: scale(12) })).toBeNull()
})

// the caption said « 58 % : Rien de cela » under a large « 17 % »; then « 30 % : Le Moulin bleu » under « Aucun » in strong
test('what the sentence says first is the strong bar: the leader, or those who gave none where nothing leads', () => {
  const chart = bars({ tôt: 0.2, rien: 0.7 })
  const aside = { label: 'rien', estimate: estimate(0.7) }
  const leadOf = (more: Partial<Finding>) => {
    const drawn = picture({ chart, aside, standing: { row: 'tôt', column: 'Part' }, ...more })
    return drawn?.kind === 'bars' ? drawn.bars.filter(({ isLead }) => isLead).map(({ label }) => label) : []
  }
  expect(leadOf({})).toEqual(['tôt'])
  expect(leadOf({ together: ['tôt', 'a'] })).toEqual(['tôt'])
  const open = { together: ['tôt', 'a', 'b', 'c', 'd', 'e'] }
  expect(leadOf(open)).toEqual(['rien'])
  // « rien ne se détache nettement » stood under « Le logement 23 % », in strong
  const alone = picture({ chart, ...open })
  expect(alone?.kind === 'bars' && alone.bars.filter(({ isLead }) => isLead)).toEqual([])
})

test('answers of one zone say which; where the zone tells nothing, they are everybody’s', () => {
  const [[code, name]] = Object.entries(zoneNames()) as [[string, string]]
  const answers = { chart: bars({ tôt: 0.2, tard: 0.7 }), zone: code }
  expect(picture(answers)).toMatchObject({ by: 'answers', zone: name })
  expect(picture({ ...answers, isZoneOpen: true })).not.toHaveProperty('zone')
})

test('one share alone stands beside its zones: each one, those too small named, nobody from elsewhere', () => {
  const names = zoneNames()
  const [first, second, third] = Object.values(names)
  const zones = bars({ [first!]: 0.2, [second!]: 0.4, [third!]: null, [names[outsideZone]!]: 0.9 })
  const drawn = picture({ chart: bars({ Ensemble: 0.3 }), breakdowns: [{ table, chart: zones }] })
  expect(labels(drawn)).toEqual(['Ensemble', first, second])
  expect(drawn).toMatchObject({ by: 'zones', left: [third] })
})

// « Ensemble 42 % » stood above zones of 36 to 40 %, and nothing said of whom else it was
test('who is in none of the zones that are drawn is said, about how many where it is known', () => {
  const [first, second] = Object.values(zoneNames())
  const whole = bars({ Ensemble: 0.42 })
  whole.bars[0]!.estimate = { ...estimate(0.42), base: 310 }
  const zones = bars({ [first!]: 0.38, [second!]: 0.37 })
  const saidWith = (grid: object, of = whole) => {
    const drawn = picture({ chart: of, breakdowns: [{ table: { ...table, ...grid }, chart: zones }] })
    return drawn?.kind === 'bars' ? drawn.outside?.replace(/[\u00a0\u202f]/g, ' ') : null
  }
  expect(saidWith({ outside: 110 })).toBe(
    'Environ 110 réponses, dont la commune n’est pas dite, ne comptent que dans l’ensemble.',
  )
  // who is from elsewhere is in no zone that is drawn
  expect(saidWith({ outside: 0 })).toMatch(/^Environ 110 réponses/)
  // of another day, or not known: how many is not said
  expect(saidWith({})).toBe('Les réponses qui ne sont d’aucune de ces zones ne comptent que dans l’ensemble.')
  expect(saidWith({}, bars({ Ensemble: 0.42 }))).toMatch(/^Chaque chiffre est protégé de son côté/)
  expect(saidWith({}, bars({ Ensemble: 0.38 }))).toBeUndefined()
  // nor is it worth a line, where everybody stand among the zones
  whole.bars[0]!.estimate = { ...estimate(0.375), base: 310 }
  expect(saidWith({})).toBeUndefined()
})

// « Trop peu de réponses : Lavaur » was said of 320
test('a zone whose figure waits is not named among those too small', () => {
  const [first, second, third] = Object.values(zoneNames())
  const zones = bars({ [first!]: 0.2, [second!]: null, [third!]: null })
  zones.bars[1]!.estimate = { value: null, why: 'waiting', base: 0 }
  expect(picture({ chart: bars({ Ensemble: 0.3 }), breakdowns: [{ table, chart: zones }] })).toMatchObject({
    left: [third],
    waiting: [second],
  })
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

// The sentence said who needs a childcare early or late, over the half-hours of those who have none.
test('a week is drawn by what its sentence is about', () => {
  const layer = (named: 'needed' | 'lacking') => ({ layer: named, title: named, values: [], spans: [], uncertain: [] })
  const chart = { kind: 'week' as const, title: '', base: '', alt: '', layers: [layer('needed'), layer('lacking')] }
  expect(picture({ chart })).toMatchObject({ kind: 'week', layer: 'needed' })
})

// zones of the 26th stood beside « Ensemble 41 % » of the 30th, without a day
test('zones whose figure is of an earlier day are named with it', () => {
  const [first, second] = Object.values(zoneNames())
  const zones = bars({ [first!]: 0.28, [second!]: 0.3 })
  zones.bars[1]!.day = '2026-11-26'
  const of = (whole: BarsChart) => picture({ chart: whole, breakdowns: [{ table, chart: zones }] })
  const drawn = of(bars({ Ensemble: 0.29 }))
  expect(drawn?.kind === 'bars' && drawn.dated?.replace(/[\u00a0\u202f]/g, ' ')).toBe(
    `${second} : chiffre arrêté au 26 novembre 2026.`,
  )
  zones.bars[1] = { ...zones.bars[0]!, label: second! }
  expect(of(bars({ Ensemble: 0.29 }))).not.toHaveProperty('dated')
})
