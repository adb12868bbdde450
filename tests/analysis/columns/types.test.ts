import { expect, test } from 'vitest'
import { type ChoiceColumn, silence, state, stateAt } from '../../../analysis/columns/column.ts'
import { locate } from '../../../analysis/columns/columns.ts'
import { subjectsOf } from '../../../analysis/columns/subjects.ts'
import { measureOf } from '../../../analysis/measures/catalogue.ts'
import { fullRows } from '../../../api/results/export/full-rows.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import type { Indicator, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { exactFindingsOf, indicator, responses, small, studyOf } from './study.ts'

const asked = { objectives: [1], sensitivity: 'ordinary' }
const elements = [
  { type: 'slider', name: 'envie', title: 'Votre envie', min: 0, max: 100, step: 10, ...asked },
  {
    type: 'text',
    inputType: 'date',
    name: 'depuis',
    title: 'Depuis quand ?',
    min: '2026-01-01',
    max: '2026-03-31',
    ...asked,
  },
  {
    type: 'matrix',
    cellType: 'checkbox',
    name: 'sorties',
    title: 'Où allez-vous ?',
    rows: [
      { value: 'semaine', text: 'En semaine' },
      { value: 'samedi', text: 'Le samedi' },
    ],
    columns: [
      { value: 'parc', text: 'Au parc' },
      { value: 'piscine', text: 'À la piscine' },
    ],
    ...asked,
  },
  {
    type: 'numbers',
    name: 'heures',
    title: 'Combien d’heures ?',
    rows: [
      { value: 'bus', text: 'En bus' },
      { value: 'voiture', text: 'En voiture' },
    ],
    min: 0,
    max: 60,
    unit: 'heures',
    ...asked,
  },
]
const questionnaire: Questionnaire = { ...small, definition: { pages: [{ name: 'page', elements }] } }
const answers = Array.from({ length: 40 }, (_, at) => ({
  envie: at < 10 ? 100 : 20,
  depuis: at < 30 ? `2026-01-${String(at + 1).padStart(2, '0')}` : at < 39 ? '2026-03-02' : null,
  heures: { voiture: at < 20 ? 10 : 20, ...(at < 30 ? { bus: at < 15 ? 10 : 20 } : {}) },
  // in the week 28 go to the park, 14 of them to the pool too; on Saturdays only the last 12 say anything
  sorties:
    at < 28 ? { semaine: at < 14 ? ['parc', 'piscine'] : ['parc'] } : { semaine: ['piscine'], samedi: ['piscine'] },
}))
const study = (...indicators: Indicator[]) => studyOf(answers, indicators, questionnaire)
const measuredOf = (one: Indicator) => {
  const { subjects, unread } = subjectsOf(study(one))
  expect(unread).toEqual([])
  return measureOf(one.measure).compute(subjects[0]!)
}

test('a cursor is counted as the number it is: its mean', () => {
  const [finding] = exactFindingsOf(study(indicator({ field: 'envie', measure: 'mean' }))).findings
  expect(finding!.estimate.value).toBe((10 * 100 + 30 * 20) / 40)
})

const plain = (text: string) => text.replace(/\s/g, ' ')
const cursorOf = (given: object, values: readonly number[], measure = 'numeric') => {
  const asked = {
    ...questionnaire,
    definition: { pages: [{ name: 'page', elements: [{ ...elements[0]!, ...given }] }] },
  }
  const one = indicator({ field: 'envie', measure, sentence: '{value}' })
  return exactFindingsOf(
    studyOf(
      values.map((envie) => ({ envie })),
      [one],
      asked,
    ),
  ).findings[0]!
}
const linesOf = ({ table }: ReturnType<typeof cursorOf>) =>
  table!.rows.map(({ label, cells: [cell] }) => [plain(label), cell?.kind === 'estimate' && cell.estimate.value])
const quartersOf = ({ breakdowns }: ReturnType<typeof cursorOf>) =>
  breakdowns[0]!.table.rows.map(({ cells: [cell] }) => cell?.kind === 'estimate' && cell.estimate.value)
const each = (from: number, to: number, step: number) =>
  Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step)

// « environ 5 », « environ 15 » stood among the answers, which nobody can give
test('a cursor is counted by its stops, each by its name, those that nobody chose included', () => {
  const tens = cursorOf({}, [...Array(40).fill(30), ...Array(60).fill(100)])
  expect(linesOf(tens)).toEqual(each(0, 100, 10).map((stop) => [String(stop), { 30: 0.4, 100: 0.6 }[stop] ?? 0]))
  const evens = cursorOf({ max: 10, step: 2 }, [...Array(40).fill(2), ...Array(60).fill(6)])
  expect(linesOf(evens).map(([label]) => label)).toEqual(['0', '2', '4', '6', '8', '10'])
  expect(linesOf(cursorOf({ step: 5 }, Array(60).fill(35))).map(([label]) => label)).toEqual(
    each(0, 100, 5).map(String),
  )
})

// of stops at 30 and 40, half gave less than « 30,6 »
test('a quantile of stops is a stop', () => {
  const few = cursorOf({}, [...Array(400).fill(30), ...Array(100).fill(40)])
  expect(quartersOf(few)).toEqual([30, 30, 30, 32])
  // « donne 30,0 ou moins »
  expect(few).toMatchObject({ sentence: '30', estimate: { unit: 'number' } })
  const many = quartersOf(
    cursorOf(
      { max: 60, step: 2 },
      each(0, 60, 2).flatMap((stop) => Array(50).fill(stop)),
    ),
  )
  for (const quantile of many.slice(0, 3)) expect(each(0, 60, 2)).toContain(quantile)
  expect(many[1]).toBe(30)
})

test('more stops than lines are counted together, without an edge on a stop', () => {
  const one = cursorOf({ step: 1 }, [...each(0, 100, 1), ...each(0, 100, 1)], 'mean')
  expect(linesOf(one).map(([label]) => label)).toEqual([
    '0 à 2',
    ...each(3, 93, 5).map((first) => `${first} à ${first + 4}`),
    '98 à 100',
  ])
  expect(one.estimate.value).toBeCloseTo(50, 0)
  // whoever stays at one end is not drawn to the middle of stops that are not there
  expect(cursorOf({ step: 1 }, Array(60).fill(1), 'mean').estimate.value).toBe(1)
})

const number = (min: number, max: number) => ({ type: 'text', inputType: 'number', min, max, step: undefined })

// children from 0 to 12 stood as « environ 0,5 », « environ 1,5 », with quarters at « 1,2 » and « 2,9 »
test('a whole number is counted as people write it: no class is narrower, and no quarter falls between two', () => {
  const children = [...Array(30).fill(0), ...Array(30).fill(1), ...Array(40).fill(2), ...Array(20).fill(3)]
  const family = cursorOf(number(0, 12), children)
  expect(linesOf(family).map(([label]) => label)).toEqual(['0', '1', '2', '3'])
  expect(quartersOf(family).slice(0, 3)).toEqual([0, 1, 2])
  expect(family.estimate).toMatchObject({ value: 1, unit: 'number' })
  // « la moitié » and « les trois quarts » both answered at most 2
  expect(family.breakdowns[0]!.table.rows.map(({ label }) => plain(label))).toEqual([
    'Au moins un quart répond cette valeur ou moins',
    'Au moins la moitié répond cette valeur ou moins',
    'Au moins les trois quarts répondent cette valeur ou moins',
    'En moyenne',
  ])
  // no hole between two that somebody gave, nothing beyond them
  const apart = cursorOf(number(0, 12), [...Array(60).fill(1), ...Array(40).fill(4)], 'mean')
  expect(linesOf(apart)).toEqual([
    ['1', 0.6],
    ['2', 0],
    ['3', 0],
    ['4', 0.4],
  ])
  // two families of seven children had no line, and nothing said so
  const beyond =
    'Les nombres plus petits ou plus grands que ceux-ci, que presque personne ne donne, ne sont pas montrés.'
  expect(apart.table!.notes).toContain(beyond)
  // « ne sont pas montrés » stood under the rows of 2 and 3, which nobody gave, where none was left out
  const whole = cursorOf(number(1, 4), [...Array(60).fill(1), ...Array(40).fill(4)], 'mean')
  expect(linesOf(whole)).toEqual(linesOf(apart))
  expect(whole.table!.notes.join()).not.toContain('ne sont pas montrés')
  expect(cursorOf(number(0, 12), children, 'mean').estimate.value).toBeCloseTo(170 / 120, 1)
  const ages = each(1, 25, 1)
  const labels = linesOf(
    cursorOf(
      number(1, 25),
      ages.flatMap((age) => [age, age, age, age]),
    ),
  )
  expect(labels.map(([label]) => label)).toEqual(ages.map(String))
})

test('whole numbers counted together are named by the first and the last of them, and their middle is theirs', () => {
  const hours = each(0, 40, 1).flatMap((hour) => Array(10).fill(hour))
  const pairs = cursorOf(number(0, 40), hours)
  expect(linesOf(pairs).map(([label]) => label)).toEqual(['0', ...each(1, 39, 2).map((one) => `${one} à ${one + 1}`)])
  expect(quartersOf(pairs).slice(0, 3)).toEqual([10, 20, 30])
  expect(Math.abs(Number(cursorOf(number(0, 40), hours, 'mean').estimate.value) - 20)).toBeLessThan(0.2)
  const minutes = cursorOf(number(0, 118), [...Array(40).fill(10), ...Array(41).fill(30), ...Array(20).fill(118)])
  expect(linesOf(minutes).map(([label]) => label)).toEqual(['8 à 12', '28 à 32', '118'])
  // classes with holes between them
  expect(minutes.table!.notes).toContain('Les nombres que presque personne ne donne ne sont pas montrés.')
  expect(quartersOf(minutes).slice(0, 3).every(Number.isInteger)).toBe(true)
})

test('a rating whose marks are not all there is counted by those it has', () => {
  const marks = { type: 'rating', rateValues: [1, 3, 5], min: undefined, max: undefined, step: undefined }
  expect(linesOf(cursorOf(marks, [...Array(30).fill(1), ...Array(30).fill(5)], 'rating'))).toEqual([
    ['1', 0.5],
    ['3', 0],
    ['5', 0.5],
  ])
})

test('a day is a month in the columns: no figure can be finer', () => {
  const column = locate(study().table, 'depuis')!.column as ChoiceColumn
  expect(column.values).toEqual(['2026-01', '2026-02', '2026-03'])
  expect([column.codes[0], column.codes[29], column.codes[30], column.codes[39]]).toEqual([0, 0, 2, silence.blank])
  const { layouts } = measuredOf(indicator({ field: 'depuis', measure: 'shares' }))
  expect(layouts[0]!.rows.map(({ label }) => label)).toEqual(expect.arrayContaining(['janvier 2026', 'mars 2026']))
  expect(JSON.stringify(layouts)).not.toMatch(/2026-\d\d-\d\d/)
})

test('a response leaves with the month, not the day', () => {
  const [row] = fullRows(questionnaire, responses(answers.slice(0, 1)), provisionalZones(), 'K7QM2H9X', () => 'id')
  expect(row!.answers).toMatchObject({ envie: 100, depuis: '2026-01' })
})

test('each line of a grid of boxes is counted as boxes: one share a line and a column', () => {
  const shareOf = (row: string, value: string) => {
    const one = indicator({ field: `sorties.${row}`, measure: 'share', wanted: [value] })
    return exactFindingsOf(studyOf([...answers, ...answers], [one], questionnaire)).findings[0]!.estimate
  }
  expect(shareOf('semaine', 'parc')).toMatchObject({ value: 28 / 40, base: 80 })
  expect(shareOf('semaine', 'piscine')).toMatchObject({ value: 26 / 40, base: 80 })
  const { layouts } = measuredOf(indicator({ field: 'sorties.semaine', measure: 'shares' }))
  expect(layouts[0]!.rows.map(({ label }) => label)).toEqual(['Au parc', 'À la piscine'])
  // left blank by those who ticked nothing there: they are not in its base
  const saturday = locate(study().table, 'sorties.samedi')!.column
  expect([stateAt(saturday, 0), stateAt(saturday, 39)]).toEqual([state.blank, state.answered])
  const [row] = fullRows(questionnaire, responses(answers.slice(0, 1)), provisionalZones(), 'K7QM2H9X', () => 'id')
  expect(row!.answers).toMatchObject({ sorties: { semaine: ['parc', 'piscine'] } })
})

test('each line of several numbers is counted as the number it is: its mean, over those who wrote one', () => {
  const meanOf = (row: string) => {
    const one = indicator({ field: `heures.${row}`, measure: 'mean' })
    return exactFindingsOf(studyOf([...answers, ...answers], [one], questionnaire)).findings[0]!.estimate
  }
  expect(meanOf('voiture')).toMatchObject({ value: 15, base: 80 })
  expect(meanOf('bus')).toMatchObject({ value: 15, base: 60 })
  expect(measuredOf(indicator({ field: 'heures.voiture', measure: 'numeric' })).tables.length).toBeGreaterThan(0)
})
