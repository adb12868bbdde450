import { expect, test } from 'vitest'
import { numbersIn } from '../../../client/answer/types/grids/Numbers.tsx'
import { typedIn } from '../../../client/entry/typed.ts'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { changesBetween } from '../../../surveys/changes/changes.ts'
import { textsOf } from '../../../surveys/edit/texts.ts'
import type { Language } from '../../../surveys/languages.ts'
import { itemsOf, paperOf } from '../../../surveys/paper/form.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { walkOf } from '../../../surveys/people/walk.ts'
import { whatever } from '../../../surveys/people/whatever.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { burdenOf } from '../../../surveys/review/burden.ts'
import { languageProblems } from '../../../surveys/review/language.ts'
import { objections } from '../../../surveys/review/successor.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const rows = [
  { value: 'bus', text: { default: 'En bus', en: 'By bus' } },
  { value: 'voiture', text: 'En voiture' },
]
const element: DefinitionElement = {
  type: 'numbers',
  name: 'heures',
  title: 'Combien d’heures par semaine ?',
  objectives: [1],
  sensitivity: 'ordinary',
  rows,
  min: 0,
  max: 60,
  unit: { default: 'heures', en: 'hours' },
}
const withElement = (changed: Record<string, unknown> = {}, version = 1): Questionnaire => ({
  ...smallQuestionnaire,
  version,
  definition: { pages: [{ name: 'page', elements: [{ ...element, ...changed }] }] },
})

test('each line takes a whole number between the bounds, or stays blank', () => {
  const model = modelOf(withElement(), 'fr')
  expect(answersOf(model)).toEqual({ heures: null })
  model.setValue('heures', { bus: 3 })
  expect(answersOf(model)).toEqual({ heures: { bus: 3 } })
  const validate = compileValidator(withElement())
  const problemOf = (heures: unknown) => {
    const found = validate({ heures })
    return found.ok ? null : `${found.problems[0]!.path} ${found.problems[0]!.code}`
  }
  for (const right of [null, { bus: 0 }, { bus: 3, voiture: 60 }]) expect(problemOf(right)).toBe(null)
  expect(problemOf({})).toBe('heures type')
  expect(problemOf(3)).toBe('heures type')
  expect(problemOf({ bus: '3' })).toBe('heures.bus type')
  expect(problemOf({ bus: 2.5 })).toBe('heures.bus integer')
  expect(problemOf({ bus: 61 })).toBe('heures.bus range')
  expect(problemOf({ train: 3 })).toBe('heures.train unknown')
})

test('what is typed becomes the numbers of the lines that have one; the first line that is wrong is told', () => {
  expect(numbersIn({ bus: ' 1 2', voiture: '' }, 0, 60)).toEqual({ value: { bus: 12 }, wrong: null })
  expect(numbersIn({ bus: 'deux', voiture: '7' }, 0, 60)).toEqual({ value: { voiture: 7 }, wrong: 'bus' })
  expect(numbersIn({ bus: '', voiture: '61' }, 0, 60)).toEqual({ value: undefined, wrong: 'voiture' })
})

test('each line is a number of its own; it costs its seconds; no condition compares the grid', () => {
  expect(fieldsOf(withElement().definition)).toMatchObject([
    { path: 'heures.bus', kind: 'number', title: 'Combien d’heures par semaine ? — En bus', min: 0, max: 60 },
    { path: 'heures.voiture', kind: 'number', row: 'voiture', choices: [] },
  ])
  const one = withElement({ rows: rows.slice(0, 1) })
  // « En voiture »: two words read at 3.3 a second, then a number
  expect((burdenOf(withElement()).core - burdenOf(one).core) * 60).toBeCloseTo(2 / 3.3 + 5, 5)
  const after = { type: 'boolean', name: 'assez', title: 'Assez ?', objectives: [1], sensitivity: 'ordinary' }
  const read = (visibleIf: string) =>
    compileValidator({
      ...smallQuestionnaire,
      definition: { pages: [{ name: 'page', elements: [element, { ...after, visibleIf }] }] },
    })
  expect(read('{heures} notempty')({ heures: { bus: 3 }, assez: null }).ok).toBe(true)
  expect(() => read('{heures} > 3')).toThrow()
})

test('it is within the language, with lines and bounds in order', () => {
  const codes = (changed: Record<string, unknown>) => languageProblems(withElement(changed)).map(({ code }) => code)
  expect(codes({})).toEqual([])
  expect(codes({ rows: [] })).toEqual(['choices'])
  expect(codes({ min: 10, max: 3 })).toEqual(['bounds'])
  expect(codes({ max: undefined })).toContain('bounds')
  expect(codes({ columns: rows })).toEqual(['property'])
})

test('lines may be added; its unit, when it changes, is named to whoever approves', () => {
  const codes = (changed: Record<string, unknown>) => objections(withElement(), withElement(changed, 2))
  expect(codes({ rows: [...rows, { value: 'velo', text: 'À vélo' }] })).toEqual([])
  const unit = changesBetween(withElement(), withElement({ unit: 'minutes' }, 2))
  expect(unit.map(({ sentence }) => sentence)).toContain('Unité.')
})

test('paper says the bounds of a number, where its words do not; those of the year anybody is born in say nothing', () => {
  const range = (changed: Record<string, unknown> = {}, language: Language = 'fr') =>
    itemsOf(paperOf(withElement(changed), language))[0]!.range
  expect(range()).toBe('Entre 0 et 60.')
  expect([range({}, 'en'), range({}, 'ar'), range({}, 'es')]).toEqual([
    'Between 0 and 60.',
    'بين 0 و60.',
    'Entre 0 y 60.',
  ])
  expect(range({ description: 'De 0 à 60 heures.' })).toBe('')
  expect(range({ description: 'De 10 à 160 heures.' })).toBe('Entre 0 et 60.')
  expect(range({ max: 12_000 })).toBe('Entre 0 et 12\u202f000.')
  expect(range({ max: 12_000, description: 'De 0 à 12 000 euros.' })).toBe('')
  const born = { type: 'text', inputType: 'number', rows: undefined, unit: undefined }
  expect(range({ ...born, min: 2008, max: 2024 })).toBe('Entre 2008 et 2024.')
  expect(range({ ...born, min: 2008, max: 2100, role: 'birth-year' })).toMatch(/^Entre 2008 et 20\d\d\.$/)
  expect(range({ ...born, min: 1900, max: 2026 })).toBe('')
  expect(range({ ...born, min: 0, max: 150 })).toBe('Entre 0 et 150.')
})

test('paper prints a box of digits a line with its unit, and staff type the number', () => {
  const item = (language: 'fr' | 'en') => itemsOf(paperOf(withElement(), language))[0]!
  expect(item('fr')).toMatchObject({
    kind: 'numbers',
    unit: 'heures',
    max: 60,
    rows: [{ value: 'bus', text: 'En bus' }, { value: 'voiture' }],
  })
  expect(item('en')).toMatchObject({ unit: 'hours', rows: [{ text: 'By bus' }, { text: 'En voiture' }] })
  expect(typedIn(item('fr'), '12', null)).toEqual({ value: 12 })
  expect(typedIn(item('fr'), 'douze', null)).toHaveProperty('error')
})

test('a translator finds its lines and its unit; synthetic respondents stay within the bounds', () => {
  const labels = textsOf(withElement()).map(({ label, texts }) => [label, texts.en])
  expect(labels).toContainEqual(['Ligne 1', 'By bus'])
  expect(labels).toContainEqual(['Unité', 'hours'])
  const random = seeded(4)
  const answer = walkOf(withElement())
  const validate = compileValidator(withElement())
  const given = Array.from({ length: 50 }, () => answer((asked) => whatever(asked, random), random))
  expect(given.every((answers) => validate(answers).ok)).toBe(true)
  expect(given.some(({ heures }) => Object.keys(heures as object).length === 2)).toBe(true)
})
