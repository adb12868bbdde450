import { expect, test } from 'vitest'
import type { ReferenceTables } from '../../../analysis/design/reference-tables.ts'
import { weigh } from '../../../analysis/design/weigh.ts'
import { wavesBetween } from '../../../analysis/measures/waves.ts'
import { differenceText } from '../../../analysis/report/sections/reach.ts'
import type { Answers, Response } from '../../../surveys/answers/response.ts'
import { exactFindingsOf, indicator, small, studyOf, times } from '../columns/study.ts'
import { noTables } from '../columns/tables.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const ownShare = indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })
const zone = (value: string, count: number) => ({ variable: 'Zone', value, unit: 'ménages' as const, count })
const reference = (rows: ReferenceTables['margins']['rows']): ReferenceTables => ({
  ...noTables,
  margins: { date: '2022-01-01', source: 'INSEE', rows },
})
const halves = reference([zone('Lavaur', 500), zone('Saint-Sulpice-la-Pointe', 500)])
/** The register counts few more families than responded. */
const nearlyAll = (families: number): ReferenceTables => ({
  ...halves,
  frames: {
    date: '2022-01-01',
    source: 'INSEE',
    rows: [{ zone: 'Ensemble', population: 'ménages', age: '', count: families }],
  },
})
const answers: Answers[] = [
  ...times(150, { garde: 'oui', commune: '81140' }),
  ...times(50, { garde: 'non', commune: '81271' }),
]

test('margins bring each zone to its part: the figure is weighted, and shown in no other way', () => {
  const [finding] = exactFindingsOf({ ...studyOf(answers, [ownShare]), reference: halves }).findings
  expect(finding!.estimate.value).toBe(0.5)
  expect(finding!.weighted).toBeUndefined()
  expect(finding!.evidence.weighted).toBe(true)
  expect(finding!.standing).toEqual({ row: finding!.table!.rows[0]!.label, column: finding!.table!.columns[1] })
  expect(plain(finding!.sentence)).not.toContain('75 %')
  // the weights take the figure out of its own interval
  expect(finding!.strength).toBe('fragile')
  expect(finding!.limits.at(-1)).toContain('dépend de qui a répondu')
})

// No finding was ever « solide »: the grade read the figure without weights as if there were none beside it.
test('a figure known within five points, with and without weights, is « solide » where nearly all responded', () => {
  const both = (commune: string, yes: number, no: number) => [
    ...times(yes, { garde: 'oui', commune }),
    ...times(no, { garde: 'non', commune }),
  ]
  const strengthWith = (given: Answers[], margins?: ReferenceTables) => {
    const study = studyOf(given, [ownShare])
    return exactFindingsOf(margins ? { ...study, reference: margins } : study).findings[0]!.strength
  }
  const even = [...both('81140', 300, 300), ...both('81271', 300, 300)]
  expect(strengthWith(even, nearlyAll(1300))).toBe('solide')
  expect(strengthWith(even, halves)).toBe('indicatif')
  expect(strengthWith(even)).toBe('indicatif')
  // one zone answered ten times more than the other: the weights leave too few effective answers
  const uneven = [...both('81140', 300, 300), ...both('81271', 20, 20)]
  expect(strengthWith(uneven, nearlyAll(700))).toBe('indicatif')
})

test('a first place that is not established is not « solide », however precise its share', () => {
  const ranked = indicator({ field: 'garde', measure: 'shares' })
  const given = (yes: number, no: number) =>
    ['81140', '81271'].flatMap((commune) => [
      ...times(yes, { garde: 'oui', commune }),
      ...times(no, { garde: 'non', commune }),
    ])
  const of = (yes: number, no: number) =>
    exactFindingsOf({ ...studyOf(given(yes, no), [ranked]), reference: nearlyAll(1300) }).findings[0]!
  expect([of(400, 200).strength, of(305, 295).strength]).toEqual(['solide', 'indicatif'])
  expect(of(305, 295).sentence).toMatch(/Une autre réponse vient ensuite, sans écart sûr avec la première\.$/)
})

test('without margins nothing is weighted, and the reason is given', () => {
  expect(weigh(studyOf(answers, [ownShare]))).toEqual({
    weighting: null,
    why: 'Aucune marge n’est saisie pour ces réponses.',
  })
  expect(exactFindingsOf(studyOf(answers, [ownShare])).findings[0]!.evidence.weighted).toBe(false)
})

test('a margin of a zone where nobody answered is refused in words, never forced', () => {
  const study = { ...studyOf(answers, [ownShare]), reference: reference([...halves.margins.rows, zone('Sud', 300)]) }
  const weighed = weigh(study)
  expect(weighed.weighting === null && weighed.why).toContain('personne n’a répondu')
})

test('a household that does not give its zone has a mean weight, and the base does not change', () => {
  const study = { ...studyOf([...answers, ...times(20, { garde: 'oui' })], [ownShare]), reference: halves }
  const [finding] = exactFindingsOf(study).findings
  expect(finding!.estimate.base).toBe(220)
})

const answeredBy = (mode: (row: number) => Response['mode'], given: ReferenceTables | undefined, own = answers) => {
  const study = studyOf(own, [ownShare], small, (row) => ({ mode: mode(row) }))
  return exactFindingsOf(given ? { ...study, reference: given } : study).answered
}

// « Où aller ensuite » was frozen with the publication, and contradicted the follow-up a week later
test('the zone that answered less than it counts is named, and where to go is left to the follow-up', () => {
  const { sentences, grids } = answeredBy((row) => (row % 2 ? 'web' : 'paper'), halves)
  expect(sentences.join(' ')).toContain('Saint-Sulpice-la-Pointe')
  expect(sentences.join(' ')).not.toContain('aller')
  expect(grids.map(({ title }) => title)).toEqual(['Par zone', 'Par façon de répondre', 'Effet du redressement'])
})

test('without register or margin nobody is said to be missing', () => {
  expect(answeredBy(() => 'web', undefined).sentences[0]).toContain('on ne peut pas dire qui manque')
})

test('a mode used by few is shown with the others, never alone', () => {
  // eight responses on paper would reveal who sent them: a single way is left, and the list says nothing
  const { grids } = answeredBy((row) => (row < 8 ? 'paper' : 'web'), undefined)
  expect(grids.map(({ title }) => title)).toEqual(['Par zone'])
})

// « 2 %, 5 fiches » seemed to escape the threshold of eleven
test('the number of responses of a line is its printed share of the printed base, and tells no more', () => {
  const { grids } = answeredBy((row) => (row % 2 ? 'web' : 'paper'), halves)
  const lines = grids.flatMap(({ rows }) => rows.map(({ cells }) => cells))
  const counted = lines.flatMap(([one, count]) =>
    one?.kind === 'estimate' && count?.kind === 'count' ? [[one.estimate, count.value] as const] : [],
  )
  expect(counted.length).toBeGreaterThan(3)
  for (const [{ value, base }, count] of counted) expect(count).toBe(Math.round((value * base) / 5) * 5)
})

/** Responses of two springs, two years apart. */
const twoSprings = (before: [number, number], after: [number, number]) => {
  const yes = (count: number, no: number) => [...times(count, { garde: 'oui' }), ...times(no, { garde: 'non' })]
  const first = yes(...before)
  const receivedAt = (row: number) => `${row < first.length ? 2024 : 2026}-04-02T10:00:00.000Z`
  return studyOf([...first, ...yes(...after)], [ownShare], small, (row) => ({ receivedAt: receivedAt(row) }))
}
const changeOf = (before: [number, number], after: [number, number]) =>
  exactFindingsOf(twoSprings(before, after)).waves!.changes[0]!

test('a change between two waves is stated when it is established, and not explained', () => {
  const found = changeOf([80, 120], [130, 70])
  expect(found.established).toBe(true)
  expect(found.change!.change).toBe(0.25)
  expect(plain(found.sentence)).toContain('Hausse de 25 points')
  expect(plain(found.sentence)).toContain('40 % (2024 ;')
  expect(found.sentence).toContain('cela ne dit pas pourquoi')
})

// « ≤ 14 % », then 12 %, was « +12 points »: what is not known was taken as none
test('from a share of which an end is known no single change is told, its interval only', () => {
  const slight = changeOf([0, 40], [11, 80])
  expect(differenceText(slight)).toMatch(/^de [−+]?\d+ à \+\d+, non établi$/)
  expect(plain(slight.sentence)).toMatch(/: au plus \d+ % \(2024 ; 40 réponses\), 12 % \(2026 ; entre/)
  const large = changeOf([0, 100], [60, 40])
  expect(differenceText(large)).toMatch(/^de \+\d+ à \+\d+, établi$/)
  expect(plain(large.sentence)).toMatch(/ Hausse, de \+\d+ à \+\d+ points ; cela ne dit pas pourquoi\.$/)
})

// 48 % of two years was quoted as the figure of this one, which was 46 %
test('a headline of two waves says so; that of a question asked in the last one alone does not', () => {
  const study = twoSprings([80, 120], [130, 70])
  expect(exactFindingsOf(study).findings[0]!).toMatchObject({
    sentence: expect.stringMatching(/\. Réponses de 2024 et 2026 réunies\.$/),
    waves: ['2024', '2026'],
  })
  const older = structuredClone(small)
  for (const page of older.definition.pages) page.elements = page.elements.filter(({ name }) => name !== ownShare.field)
  const versions = [
    { questionnaire: older, days: new Set(['2024-04-02']) },
    { questionnaire: small, days: new Set(['2026-04-02']) },
  ]
  expect(exactFindingsOf({ ...study, versions }).findings[0]!.sentence).not.toContain('réunies')
  expect(exactFindingsOf(studyOf(answers, [ownShare])).findings[0]!.sentence).not.toContain('réunies')
})

test('a small change is not established', () => {
  const found = changeOf([98, 102], [102, 98])
  expect(found.established).toBe(false)
  expect(found.sentence).toContain('L’écart n’est pas établi')
})

test('answers that come all the time are one wave', () => {
  expect(exactFindingsOf(studyOf(answers, [ownShare])).waves).toBeNull()
})

const campaign = (label: string, year: number, yes: number, questionnaire = small) => {
  const study = studyOf(
    [...times(yes, { garde: 'oui' }), ...times(200 - yes, { garde: 'non' })],
    [ownShare],
    questionnaire,
  )
  return {
    label,
    questionnaire: study.questionnaire,
    period: { from: `${year}-03-01`, to: `${year}-05-01` },
    findings: exactFindingsOf(study).findings,
  }
}

test('the questionnaire of an earlier year is compared, where codes and answers are the same', () => {
  const later = campaign('2026', 2026, 130)
  const found = wavesBetween([campaign('2024', 2024, 80)], later)!
  expect([found.earlier, found.later]).toEqual(['2024', '2026'])
  expect(found.changes[0]!.established).toBe(true)
  const other = { ...later, questionnaire: { ...small, indicators: [{ ...ownShare, wanted: ['oui', 'parfois'] }] } }
  expect(wavesBetween([other], campaign('2028', 2028, 100))).toBeNull()
  expect(wavesBetween([later], campaign('2024', 2024, 100))).toBeNull()
})
