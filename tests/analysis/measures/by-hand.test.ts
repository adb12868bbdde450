import { expect, test } from 'vitest'
import { subjectsOf } from '../../../analysis/columns/subjects.ts'
import type { Estimate } from '../../../analysis/estimates/estimate.ts'
import { measureOf } from '../../../analysis/measures/catalogue.ts'
import { dreesOf } from '../../../analysis/measures/local/week-drees.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { elementsIn } from '../../../surveys/questionnaire/elements.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Indicator, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { exactFindingsOf, indicator, small, studyOf, times } from '../columns/study.ts'

const published = (slug: string) => materialise(founding().find((one) => one.slug === slug)!, {})

/** « count / base » of each figure, by the label of its line or by its group, before disclosure control: small enough to count in one’s head. */
function counted(answers: Answers[], own: Indicator, questionnaire: Questionnaire = small) {
  const { subjects, unread } = subjectsOf(studyOf(answers, [own], questionnaire))
  expect(unread).toEqual([])
  const measured = measureOf(own.measure).compute(subjects[0]!)
  const figures = new Map(
    measured.tables.flatMap((table) => table.figures.map((one) => [`${table.id}\n${one.key}`, one])),
  )
  const figureText = (table: string, key: string) => {
    const figure = figures.get(`${table}\n${key}`)!
    return `${figure.count}/${figure.base?.count ?? figure.count}`
  }
  const countAt = (one: { table: string; key: string }) => figures.get(`${one.table}\n${one.key}`)!.count
  const head = measured.headline ?? measured.rivals.toSorted((a, b) => countAt(b) - countAt(a))[0] ?? null
  return {
    headline: head && figureText(head.table, head.key),
    value: head && figures.get(`${head.table}\n${head.key}`)!.estimate.value,
    layouts: measured.layouts.map(({ title, table, rows }) => ({
      title,
      rows: Object.fromEntries(rows.map(({ label, keys }) => [label, keys.map((key) => figureText(table, key))])),
    })),
  }
}

test('likert: the good side, the middle and the other side share those who answered', () => {
  const answers = [
    ...times(3, { garde: 'oui' }),
    ...times(2, { garde: 'parfois' }),
    ...times(5, { garde: 'non' }),
    { garde: 'nsp' },
  ]
  const { headline, layouts } = counted(answers, indicator({ field: 'garde', measure: 'likert', wanted: ['oui'] }))
  expect(headline).toBe('3/10')
  expect(layouts[0]!.rows).toEqual({ OUI: ['3/10'], PARFOIS: ['2/10'], NON: ['5/10'] })
})

test('numeric: the median first, then the quarters, from the published classes', () => {
  const answers = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((minutes) => times(20, { trajet: minutes * 10 }))
  const [one] = exactFindingsOf(studyOf(answers, [indicator({ field: 'trajet', measure: 'numeric' })])).findings
  expect(one!.estimate.value).toBeCloseTo(50, 0)
  const quarters = one!.breakdowns[0]!.table.rows.map(
    ({ cells: [cell] }) => cell!.kind === 'estimate' && cell!.estimate.value,
  )
  expect(quarters.map((value) => Math.round(Number(value) / 10) * 10)).toEqual([30, 50, 70, 50])
})

test('themes: a text counts once for each theme it touches, those that touch none are counted, and none is quoted', () => {
  const questionnaire = published('jeunes-16-25')
  const answers = [
    ...times(4, { budget_idee: 'Des bus le soir' }),
    ...times(2, { budget_idee: 'Un terrain de sport' }),
    { budget_idee: 'xyz' },
    { budget_idee: null },
  ]
  const own = indicator({ field: 'budget_idee', measure: 'themes', unit: 'persons' })
  const { headline, layouts } = counted(answers, own, questionnaire)
  expect(headline).toBe('4/7')
  const { rows } = layouts[0]!
  expect([rows['Transports et distance'], rows.Horaires, rows['Activités et loisirs']].map((one) => one?.[0])).toEqual([
    '4/7',
    '4/7',
    '2/7',
  ])
  expect(rows['Aucun de ces thèmes']![0]).toBe('1/7')
  const many = Array.from({ length: 20 }, () => answers).flat()
  const result = exactFindingsOf(studyOf(many, [own], questionnaire))
  expect(result.findings[0]!.estimate.value).toBe(0.57)
  // « 0 %, 0 %, 35 % »: themes stood in the order of their dictionary
  const shares = result.findings[0]!.table!.rows.map(
    ({ cells: [one] }) => (one as { estimate: Estimate }).estimate.value,
  )
  expect(shares.slice(0, -1)).toEqual(shares.slice(0, -1).toSorted((a, b) => b - a))
  expect(JSON.stringify(result)).not.toMatch(/Des bus le soir|Un terrain de sport|xyz/)
})

test('youth places: kinds of place share those who said where they are most', () => {
  const questionnaire = published('jeunes-11-15')
  const answers = [
    ...times(3, { lieu_habituel: 'chez_amis' }),
    { lieu_habituel: 'famille' },
    ...times(2, { lieu_habituel: 'stade' }),
    ...times(1, { lieu_habituel: 'city_stade' }),
    { lieu_habituel: null },
  ]
  const own = indicator({ field: 'lieu_habituel', measure: 'youth-places', unit: 'persons' })
  const { headline, layouts } = counted(answers, own, questionnaire)
  expect(headline).toBe('4/7')
  expect(layouts[0]!.rows['Dans la famille ou chez des amis']![0]).toBe('4/7')
  expect(layouts[0]!.rows['Stade ou city-stade']![0]).toBe('3/7')
})

test('youth places: those the authority names are one kind, never a map', () => {
  const questionnaire = structuredClone(published('jeunes-11-15'))
  const places = elementsIn(questionnaire.definition).find(({ element }) => element.name === 'lieux_dehors')!.element
  places.choices = [{ value: 'skate_nord', text: 'Au skatepark du Nord' }, ...(places.choices as object[])]
  const answers = [
    ...times(3, { lieu_habituel: 'skate_nord' }),
    ...times(2, { lieu_habituel: 'stade' }),
    { lieu_habituel: null },
  ]
  const own = indicator({ field: 'lieu_habituel', measure: 'youth-places', unit: 'persons' })
  const { headline, layouts } = counted(answers, own, questionnaire)
  expect(headline).toBe('3/5')
  expect(layouts[0]!.rows['Un des lieux nommés dans la question']![0]).toBe('3/5')
  // « Parc ou berges » beside a park that has a name
  expect(Object.keys(layouts[0]!.rows)).toEqual(
    expect.arrayContaining(['Autre parc ou berges', 'Autre stade ou city-stade']),
  )
})

test('mobility: what was given up, once a person, and each thing apart', () => {
  const questionnaire = published('jeunes-11-15')
  const answers = [
    ...times(3, { renonce_transport: ['activite', 'amis'], trajet: 'pied' }),
    ...times(2, { renonce_transport: ['activite'], trajet: 'bus' }),
    ...times(5, { renonce_transport: ['aucun'], trajet: 'pied' }),
  ]
  const own = indicator({
    field: 'renonce_transport',
    measure: 'mobility',
    unit: 'persons',
    wanted: ['activite', 'amis'],
    beside: ['trajet'],
  })
  const { headline, layouts } = counted(answers, own, questionnaire)
  expect(headline).toBe('5/10')
  expect(Object.values(layouts.at(-1)!.rows).map(([first]) => first)).toEqual(['5/10', '3/10'])
})

test('the landmarks of DREES count the young children alone, each once a moment', () => {
  const stretch = (day: number, from: number, to: number) => ({ week: null, day, from, to, cover: 'none' })
  const family = (year: number, week: object[]): Answers => ({ enfants: [{ naissance: year, semaine: week }] })
  const answers = [
    // born 2022: under six in 2026
    ...times(30, family(2022, [stretch(1, 13, 18), stretch(2, 13, 18)])),
    ...times(30, family(2022, [stretch(6, 18, 24)])),
    // born 2012: never among them
    ...times(60, family(2012, [stretch(1, 13, 18)])),
  ]
  const own = indicator({ field: 'enfants.semaine', measure: 'week', unit: 'children' })
  const { subjects } = subjectsOf(studyOf(answers, [own]))
  const { table } = dreesOf(subjects[0]!)!
  const young = table.figures.filter(({ dims }) => dims.age_drees === 'moins_6')
  expect(young.map(({ dims, count, base }) => `${dims.reponse} ${count}/${base!.count}`)).toEqual([
    'drees:matin 30/60',
    'drees:soir 0/60',
    'drees:nuit 0/60',
    'drees:week-end 30/60',
  ])
})
