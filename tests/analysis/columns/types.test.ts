import { expect, test } from 'vitest'
import { type ChoiceColumn, silence } from '../../../analysis/columns/column.ts'
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
]
const questionnaire: Questionnaire = { ...small, definition: { pages: [{ name: 'page', elements }] } }
const answers = Array.from({ length: 40 }, (_, at) => ({
  envie: at < 10 ? 100 : 20,
  depuis: at < 30 ? `2026-01-${String(at + 1).padStart(2, '0')}` : at < 39 ? '2026-03-02' : null,
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
