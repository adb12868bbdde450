import { expect, test } from 'vitest'
import { typedIn, typings } from '../../../client/entry/typed.ts'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { changesBetween } from '../../../surveys/changes/changes.ts'
import { importSurvey } from '../../../surveys/import/surveyjs.ts'
import { itemsOf, paperOf } from '../../../surveys/paper/form.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { whatever } from '../../../surveys/people/whatever.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { languageProblems } from '../../../surveys/review/language.ts'
import { objections } from '../../../surveys/review/successor.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const element: DefinitionElement = {
  type: 'slider',
  name: 'envie',
  title: 'Votre envie',
  objectives: [1],
  sensitivity: 'ordinary',
  min: 0,
  max: 10,
  step: 2,
  minRateDescription: { default: 'aucune', en: 'none', ar: 'لا شيء' },
  maxRateDescription: { default: 'très grande', en: 'very strong', ar: 'كبيرة جدا' },
}
const withElement = (changed: Record<string, unknown> = {}, version = 1): Questionnaire => ({
  ...smallQuestionnaire,
  version,
  definition: { pages: [{ name: 'page', elements: [{ ...element, ...changed }] }] },
})
const problemsOf = (changed: Record<string, unknown>) => languageProblems(withElement(changed)).map(({ code }) => code)

test('untouched it is no answer; a number it can stop at is one, and no other is', () => {
  const model = modelOf(withElement(), 'fr')
  expect(answersOf(model)).toEqual({ envie: null })
  model.setValue('envie', 4)
  expect(answersOf(model)).toEqual({ envie: 4 })
  const validate = compileValidator(withElement())
  for (const right of [null, 0, 4, 10]) expect(validate({ envie: right }).ok).toBe(true)
  for (const wrong of [-2, 12, 3, 2.5, '4', [4], true])
    expect([wrong, validate({ envie: wrong }).ok]).toEqual([wrong, false])
})

// 12 typed from a sheet was answered by « La réponse est à choisir parmi celles proposées »
test('a number it cannot stop at is answered by its two ends, and by its step', () => {
  const said = (changed: Record<string, unknown>, envie: unknown) => {
    const found = compileValidator(withElement(changed))({ envie })
    return found.ok ? '' : found.problems[0]!.message
  }
  expect(said({ step: 1 }, 12)).toBe('Un nombre de 0 à 10 est attendu.')
  expect(said({}, 12)).toBe('Un nombre de 0 à 10 est attendu, de 2 en 2.')
  expect(said({}, 3)).toBe('Un nombre de 0 à 10 est attendu, de 2 en 2.')
  const help = (changed: Record<string, unknown>) => {
    const item = itemsOf(paperOf(withElement(changed), 'fr'))[0]!
    return typings[item.kind].help(item)
  }
  expect(help({})).toBe('Un nombre de 0 à 10, de 2 en 2.')
  expect(help({ step: 1 })).toBe('Un nombre de 0 à 10.')
})

test('its two ends are in order, and its step falls on the last one', () => {
  expect(problemsOf({})).toEqual([])
  expect(problemsOf({ min: 10, max: 10 })).toEqual(['bounds'])
  expect(problemsOf({ max: undefined })).toContain('bounds')
  expect(problemsOf({ step: 3 })).toEqual(['step'])
  expect(problemsOf({ max: 1_000, step: 1 })).toEqual(['step'])
  expect(problemsOf({ tooltipFormat: '<b>{0}</b>' })).toEqual(['property'])
})

test('the scale it is answered on stays the same in the next version', () => {
  expect(objections(withElement(), withElement({ title: 'Autrement' }, 2))).toEqual([])
  expect(objections(withElement(), withElement({ max: 20 }, 2)).map(({ code }) => code)).toEqual(['scale'])
})

test('a changed step is named to whoever approves', () => {
  expect(changesBetween(withElement(), withElement({ step: 5 }, 2))).toContainEqual(
    expect.objectContaining({ sentence: 'Pas du curseur.', before: '2', after: '5' }),
  )
})

test('paper asks for the number, with the meaning of both ends, and staff type it', () => {
  const item = (language: 'fr' | 'en' | 'ar') => itemsOf(paperOf(withElement(), language))[0]!
  expect(item('fr')).toMatchObject({
    kind: 'number',
    max: 10,
    range: 'Écrivez un nombre de 0 (aucune) à 10 (très grande). De 2 en 2.',
  })
  expect(item('en').range).toBe('Write a number from 0 (none) to 10 (very strong). In steps of 2.')
  expect(item('ar').range).toContain('لا شيء')
  expect(typedIn(item('fr'), '4', null)).toEqual({ value: 4 })
  expect(typedIn(item('fr'), 'peu', null)).toHaveProperty('error')
})

test('a SurveyJS slider comes with its ends, its step and the labels of its ends', () => {
  const imported = (more: object) =>
    importSurvey({ elements: [{ type: 'slider', name: 'Envie', min: 0, max: 50, step: 5, ...more }] })
  const labels = [
    { value: 0, text: 'peu' },
    { value: 50, text: { default: 'beaucoup', en: 'a lot' } },
  ]
  expect(imported({ customLabels: labels }).definition.pages[0]!.elements[0]).toMatchObject({
    type: 'slider',
    name: 'envie',
    min: 0,
    max: 50,
    step: 5,
    minRateDescription: 'peu',
    maxRateDescription: { default: 'beaucoup', en: 'a lot' },
  })
  const uneven = imported({ max: 52, sliderType: 'range' })
  expect(uneven.definition.pages[0]!.elements[0]).toMatchObject({ max: 50 })
  expect(uneven.notes).toHaveLength(2)
  expect(compileValidator({ ...smallQuestionnaire, definition: uneven.definition })({ envie: 45 }).ok).toBe(true)
})

test('synthetic respondents answer on its stops', () => {
  const random = seeded(3)
  const given = Array.from({ length: 200 }, () => whatever({ path: 'envie', element, offered: [], row: null }, random))
  expect([...new Set(given as number[])].toSorted((a, b) => a - b)).toEqual([0, 2, 4, 6, 8, 10])
})
