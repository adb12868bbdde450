/** Who is counted: those concerned, of the territory; groups weighted, and tested. */
import { expect, test } from 'vitest'
import { lettersOf } from '../../../analysis/comparisons/letters.ts'
import { weigh, weightedDesign } from '../../../analysis/design/weigh.ts'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import { varianceOf } from '../../../analysis/estimates/covariance.ts'
import { meanOf } from '../../../analysis/estimates/linear.ts'
import { share } from '../../../analysis/estimates/share.ts'
import { sharesIn } from '../../../analysis/estimates/share-groups.ts'
import { conditionOf } from '../../../analysis/findings/condition.ts'
import { verdictOf } from '../../../analysis/findings/group-tests.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { exactFindingsOf, indicator, small, studyOf, times } from '../columns/study.ts'
import { noTables } from '../columns/tables.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const own = indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })
const dated = <Row>(rows: Row[]) => ({ date: '2022-01-01', source: 'INSEE', rows })
const zone = (value: string, count: number) => ({ variable: 'Zone', value, unit: 'ménages' as const, count })
const halves = { ...noTables, margins: dated([zone('Lavaur', 500), zone('Saint-Sulpice-la-Pointe', 500)]) }
const inside: Answers[] = [
  ...times(75, { garde: 'oui', commune: '81140' }),
  ...times(75, { garde: 'non', commune: '81140' }),
  ...times(40, { garde: 'oui', commune: '81271' }),
  ...times(40, { garde: 'non', commune: '81271' }),
]
const outside = times(60, { garde: 'oui', commune: 'hors' })

test('responses from outside the territory are in no headline, weighted or not, and stand among the zones', () => {
  const byZone = { ...own, breakdowns: ['zone'] }
  for (const reference of [undefined, halves]) {
    const study = studyOf([...inside, ...outside], [byZone])
    const [finding] = exactFindingsOf(reference ? { ...study, reference } : study).findings
    expect([finding!.estimate.value, finding!.evidence.base]).toEqual([0.5, 230])
    const zones = finding!.breakdowns[0]!.table
    const there = zones.rows.find(({ label }) => label === 'Hors territoire')!
    expect(there.cells[0]).toMatchObject({ kind: 'estimate', estimate: { value: 1, base: 60 } })
    expect(finding!.limits.join(' ')).toContain('comptées à part')
  }
})

test('one response without its zone leaves the variance what the margins gain', () => {
  // the answer follows the zone: the margins leave little to chance
  const told: Answers[] = [
    ...times(96, { garde: 'oui', commune: '81140' }),
    ...times(4, { garde: 'non', commune: '81140' }),
    ...times(4, { garde: 'oui', commune: '81271' }),
    ...times(96, { garde: 'non', commune: '81271' }),
  ]
  const spread = (answers: Answers[]) => {
    const study = { ...studyOf(answers, [own]), reference: halves }
    const { weighting } = weigh(study) as Extract<ReturnType<typeof weigh>, { margins: unknown }>
    const design = weightedDesign(study.table, weighting)
    const hits = Float64Array.from(answers, ({ garde }) => Number(garde === 'oui'))
    const [quick] = sharesIn(hits, design, { codes: new Int32Array(answers.length), size: 1 })
    const [one, other] = [share(hits, design), quick!]
    for (const key of ['value', 'low', 'high', 'effectiveBase'] as const)
      expect(other[key as 'value']).toBeCloseTo(one[key as 'value']!, 8)
    return { margins: design.calibrations.length, variance: varianceOf(design, meanOf(hits, design)!.scores) }
  }
  const [all, butOne] = [spread(told), spread([...told, { garde: 'oui' }])]
  expect([all.margins, butOne.margins]).toEqual([1, 1])
  // without the margins it would be 0.25 / 200
  expect(all.variance).toBeLessThan(0.0003)
  expect(butOne.variance).toBeLessThan(0.0004)
})

const withUnconcerned: Questionnaire = {
  ...small,
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'radiogroup',
            name: 'garde',
            title: 'Une garde ?',
            choices: ['oui', 'non', 'pas_concerne'].map((value) => ({
              value,
              text: value === 'pas_concerne' ? 'Pas concerné' : value,
            })),
            objectives: [1],
            sensitivity: 'ordinary',
          },
          {
            type: 'radiogroup',
            name: 'prix',
            title: 'Trop cher ?',
            visibleIf: "{garde} = 'oui'",
            choices: ['oui', 'non'].map((value) => ({ value, text: value })),
            objectives: [1],
            sensitivity: 'ordinary',
          },
        ],
      },
    ],
  },
}

test('« pas concerné » is in no base, and is said under the table', () => {
  const answers = [
    ...times(60, { garde: 'oui' }),
    ...times(60, { garde: 'non' }),
    ...times(80, { garde: 'pas_concerne' }),
  ]
  const of = (given: typeof own) => exactFindingsOf(studyOf(answers, [given], withUnconcerned)).findings[0]!
  const finding = of(own)
  expect([finding.estimate.value, finding.evidence.base]).toEqual([0.5, 120])
  expect(plain(finding.table!.notes.join(' '))).toContain('Hors base : 40 % « pas concerné ».')
  expect(of(indicator({ field: 'garde', measure: 'shares' })).table!.rows.map(({ label }) => label)).toEqual([
    'oui',
    'non',
  ])
  // an indicator may be about them
  expect(of(indicator({ field: 'garde', measure: 'share', wanted: ['pas_concerne'] })).estimate.value).toBe(0.4)
})

test('a base is named with the condition it was asked under', () => {
  const answers = [
    ...times(60, { garde: 'oui', prix: 'oui' }),
    ...times(60, { garde: 'oui', prix: 'non' }),
    ...times(80, { garde: 'non' }),
  ]
  const given = indicator({ field: 'prix', measure: 'share', wanted: ['oui'] })
  const [finding] = exactFindingsOf(studyOf(answers, [given], withUnconcerned)).findings
  expect(plain(finding!.table!.base)).toBe(
    'Base : 120 familles répondantes, quand la réponse à « Une garde ? » est « oui »',
  )
})

// « … est « Oui » ou « Bientôt » et la réponse à la même question est « Oui » », « a une réponse et la réponse n’est pas « Chez moi » »
test('a condition is said once, by what narrows it most', () => {
  const said = (page: string, own: string) => {
    const choices = ['Oui', 'Bientôt', 'J’accepte. Elles servent à l’étude.'].map((text, at) => ({
      value: ['oui', 'bientot', 'accord'][at]!,
      text,
    }))
    const question = (name: string, more: object) => ({
      type: 'radiogroup',
      name,
      title: `Un ${name} ?`,
      choices,
      ...more,
    })
    const pages = [
      { name: 'un', elements: [question('enfant', {})] },
      { name: 'deux', ...(page && { visibleIf: page }), elements: [question('garde', { visibleIf: own })] },
    ]
    return plain(conditionOf({ ...small, definition: { pages } } as Questionnaire, 'garde') ?? '')
  }
  expect(said("{enfant} anyof ['oui', 'bientot']", "{enfant} = 'oui'")).toBe('la réponse à « Un enfant ? » est « Oui »')
  expect(said('', "{enfant} notempty and {enfant} <> 'oui'")).toBe('la réponse à « Un enfant ? » n’est pas « Oui »')
  expect(said('', "{enfant} = 'accord'")).toBe('la réponse à « Un enfant ? » est « J’accepte »')
  expect(said("{enfant} = 'oui'", "{enfant} = 'bientot'")).toContain(' et ')
})

test('where it is known how many people there are, the variance is that of those who did not respond', () => {
  const width = (sampled: number) => {
    const { low, high } = publishedEstimate(0.5, 400, { worth: 1, peoplePerAnswer: 1, noise: 0, sampled })
    return high - low
  }
  expect(width(0.75)).toBeCloseTo(width(0) / 2, 1)
  const study = studyOf(inside, [own])
  const frames = dated([{ zone: 'Ensemble', population: 'ménages' as const, age: '', count: 300 }])
  const { published } = exactFindingsOf({ ...study, reference: { ...noTables, frames } })
  expect(published.tables[0]!.precision.sampled).toBe(0.75)
})

test('groups without a letter in common differ', () => {
  expect(lettersOf(4, (a, b) => (a === 0) !== (b === 0))).toEqual(['a', 'b', 'b', 'b'])
  expect(lettersOf(3, () => false)).toEqual(['a', 'a', 'a'])
  expect(lettersOf(3, () => true)).toEqual(['a', 'b', 'c'])
})

test('documents say which groups differ', () => {
  const answers = [
    ...times(120, { garde: 'oui', commune: '81140' }),
    ...times(30, { garde: 'non', commune: '81140' }),
    ...times(50, { garde: 'oui', commune: '81271' }),
    ...times(100, { garde: 'non', commune: '81271' }),
    ...times(52, { garde: 'oui', commune: '81298' }),
    ...times(98, { garde: 'non', commune: '81298' }),
  ]
  const tableOf = (given: typeof own) =>
    exactFindingsOf(studyOf(answers, [{ ...given, breakdowns: ['zone'] }])).findings[0]!.breakdowns[0]!.table
  const one = tableOf(own)
  expect(one.columns.at(-1)).toBe('Écarts')
  expect(one.rows.map(({ cells }) => (cells.at(-1) as { text: string }).text)).toEqual(['a', 'b', 'b'])
  const several = tableOf(indicator({ field: 'garde', measure: 'shares' }))
  expect(plain(several.notes.join(' '))).toContain(
    'Écarts établis (seuil de 5 %, correction de Holm) : « OUI », Lavaur 80 %',
  )
  // the workbook says them with the words of the finding
  expect(verdictOf(one)).toMatchObject({
    gaps: 2,
    text: expect.stringMatching(/\s: Lavaur 80.% \(.*\) et .*\s; Lavaur 80.% \(.*\) et /),
  })
  expect(verdictOf(several)).toEqual({ gaps: 4, text: several.notes.find((note) => note.startsWith('Écarts établis')) })
  expect(verdictOf({ ...several, notes: [] })).toBeNull()
})

test('the half-hours of the week are those of the children of the territory', () => {
  const week = [{ week: null, day: 1, from: 16, to: 18, cover: 'none' }]
  const child = (commune: string, semaine: unknown[]): Answers =>
    ({ commune, enfants: [{ naissance: 2020, semaine }] }) as Answers
  const given = [
    ...times(60, child('81140', week)),
    ...times(60, child('81140', [{ ...week[0], from: 30, to: 32 }])),
    ...times(60, child('hors', week)),
  ]
  const [found] = exactFindingsOf(
    studyOf(given, [indicator({ field: 'enfants.semaine', measure: 'week', unit: 'children' })]),
  ).findings
  const chart = found!.chart as { layers: { values: (number | null)[][] }[] }
  expect(chart.layers[0]!.values[0]![16]).toBe(0.5)
})
