import { expect, test } from 'vitest'
import { dayIn } from '../../../client/answer/types/Date.tsx'
import { typedIn, typings } from '../../../client/entry/typed.ts'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { changesBetween } from '../../../surveys/changes/changes.ts'
import { parseCondition } from '../../../surveys/conditions/expression.ts'
import { unreachable } from '../../../surveys/conditions/reach.ts'
import { sentenceOfCondition } from '../../../surveys/conditions/words.ts'
import { formOf, writeForm } from '../../../surveys/edit/condition-form.ts'
import { readableFrom } from '../../../surveys/edit/condition-lines.ts'
import { importSurvey } from '../../../surveys/import/surveyjs.ts'
import { type Language, languages } from '../../../surveys/languages.ts'
import { judge } from '../../../surveys/paper/conditions.ts'
import { itemsOf, paperOf } from '../../../surveys/paper/form.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { whatever } from '../../../surveys/people/whatever.ts'
import { dayInWords, isDay, periodsBetween } from '../../../surveys/questionnaire/calendar.ts'
import { elementsIn } from '../../../surveys/questionnaire/elements.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { languageProblems } from '../../../surveys/review/language.ts'
import { privacyIssues } from '../../../surveys/review/lint-privacy.ts'
import { objections } from '../../../surveys/review/successor.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const element: DefinitionElement = {
  type: 'text',
  inputType: 'date',
  name: 'inscription',
  title: 'Depuis quand est-il inscrit ?',
  objectives: [1],
  sensitivity: 'ordinary',
  min: '2025-11-15',
  max: '2026-03-10',
}
const withElement = (changed: Record<string, unknown> = {}, version = 1): Questionnaire => ({
  ...smallQuestionnaire,
  version,
  definition: { pages: [{ name: 'page', elements: [{ ...element, ...changed }] }] },
})
const problemsOf = (changed: Record<string, unknown>) => languageProblems(withElement(changed)).map(({ code }) => code)

test('a day is one of the calendar, in a form that cannot be read two ways', () => {
  for (const day of ['2024-02-29', '2026-12-31']) expect(isDay(day)).toBe(true)
  for (const none of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-3-5', '05/03/2026', '', null, 20260305])
    expect([none, isDay(none)]).toEqual([none, false])
  expect(dayInWords('2026-03-05', 'fr')).toBe('5 mars 2026')
  expect(dayInWords('2026-03-05', 'en')).toBe('5 March 2026')
  expect(dayInWords('2026-03-05', 'ar')).toContain('2026')
})

test('a day is sent as an ISO text; the validator takes those within the bounds and says which in words', () => {
  const model = modelOf(withElement(), 'fr')
  expect(answersOf(model)).toEqual({ inscription: null })
  model.setValue('inscription', '2026-01-07')
  expect(model.validate(true)).toBe(true)
  expect(answersOf(model)).toEqual({ inscription: '2026-01-07' })
  const validate = compileValidator(withElement())
  for (const right of [null, '2025-11-15', '2026-03-10']) expect(validate({ inscription: right }).ok).toBe(true)
  const said = (day: unknown) => {
    const checked = validate({ inscription: day })
    return checked.ok ? '' : checked.problems[0]!.message
  }
  expect(said('2026-03-11')).toBe('Une date du 15 novembre 2025 au 10 mars 2026 est attendue.')
  expect(said('2026-02-30')).toBe('Une date qui existe est attendue.')
})

test('the three fields make a day, or say which words are missing', () => {
  const typed = (day: string, month: string, year: string) => dayIn({ day, month, year }, '2025-11-15', '2026-03-10')
  expect(typed('', ' ', '')).toEqual({ value: undefined, why: null })
  expect(typed('7', '1', '2026')).toEqual({ value: '2026-01-07', why: null })
  expect(typed('٧', '١', '٢٠٢٦')).toEqual({ value: '2026-01-07', why: null })
  expect(typed('7', '', '2026').why).toBe('errors.date')
  // « 12/03/24 » was told to write the year in figures
  expect(typed('7', '1', '26').why).toBe('errors.dateYear')
  expect(typed('٧', '١', '٢٦').why).toBe('errors.dateYear')
  expect(typed('7', '', '26').why).toBe('errors.date')
  expect(typed('sept', '1', '2026').why).toBe('errors.date')
  expect(typed('30', '2', '2026').why).toBe('errors.dateReal')
  expect(typed('11', '3', '2026').why).toBe('errors.dateRange')
})

test('its first and last day are said, in order', () => {
  expect(problemsOf({})).toEqual([])
  expect(problemsOf({ min: '2026-04-01' })).toEqual(['bounds'])
  expect(problemsOf({ max: undefined })).toContain('bounds')
  expect(problemsOf({ max: '2026-02-30' })).toContain('value')
  expect(problemsOf({ max: 2026 })).toContain('value')
})

test('it is counted by month, by year over three years, and never by day', () => {
  expect(fieldsOf(withElement().definition)[0]).toMatchObject({ kind: 'date' })
  expect(fieldsOf(withElement().definition)[0]!.choices).toEqual([
    { value: '2025-11', text: 'novembre 2025' },
    { value: '2025-12', text: 'décembre 2025' },
    { value: '2026-01', text: 'janvier 2026' },
    { value: '2026-02', text: 'février 2026' },
    { value: '2026-03', text: 'mars 2026' },
  ])
  expect(periodsBetween('2024-01-01', '2026-12-31')).toHaveLength(36)
  expect(periodsBetween('2023-12-31', '2026-12-31').map(({ value }) => value)).toEqual(['2023', '2024', '2025', '2026'])
})

test('a birth date stays refused, whatever the words; other dates are not', () => {
  const codes = (title: string) => privacyIssues(elementsIn(withElement({ title }).definition)).map(({ code }) => code)
  for (const title of [
    'Quelle est votre date de naissance ?',
    'Naissance de votre enfant',
    'Quand est-elle née ?',
    'Quand êtes-vous né ?',
    'Jour de son anniversaire',
  ])
    expect([title, codes(title)]).toEqual([title, ['birth-date']])
  for (const title of ['Depuis quand est-il inscrit ?', 'Depuis quand ne venez-vous plus ?'])
    expect([title, codes(title)]).toEqual([title, []])
})

test('its bounds may widen in the next version, not narrow, nor change months into years', () => {
  const codes = (changed: Record<string, unknown>) =>
    objections(withElement(), withElement(changed, 2)).map(({ code }) => code)
  expect(codes({ title: 'Autrement' })).toEqual([])
  expect(codes({ max: '2026-06-30' })).toEqual([])
  expect(codes({ max: '2026-02-10' })).toEqual(['period'])
  expect(codes({ min: '2000-01-01' })).toEqual(['period'])
})

test('changed bounds are named to whoever approves', () => {
  expect(changesBetween(withElement(), withElement({ max: '2026-06-30' }, 2))).toContainEqual(
    expect.objectContaining({ sentence: 'Dernier jour admis.', before: '10 mars 2026', after: '30 juin 2026' }),
  )
})

const after: DefinitionElement = { type: 'boolean', name: 'content', title: 'Content ?', objectives: [1] }
const withCondition = (visibleIf: string): Questionnaire => ({
  ...smallQuestionnaire,
  definition: { pages: [{ name: 'page', elements: [element, { ...after, sensitivity: 'ordinary', visibleIf }] }] },
})

test.each(['=', '<>', '>', '>=', '<', '<='])(
  'a condition reads a day by « %s », on the screen and where the answers are checked',
  (sign) => {
    const questionnaire = withCondition(`{inscription} ${sign} '2026-01-31'`)
    expect(languageProblems(questionnaire)).toEqual([])
    const validate = compileValidator(questionnaire)
    for (const day of [null, '2025-12-31', '2026-01-30', '2026-01-31', '2026-02-01']) {
      const model = modelOf(questionnaire, 'fr')
      if (day !== null) model.setValue('inscription', day)
      const isAsked = model.getQuestionByName('content')!.isVisible
      const isRight = day === null ? sign === '<>' : compare(day, sign)
      expect([day, isAsked]).toEqual([day, isRight])
      // an answer to what was not asked is refused
      expect([day, validate({ inscription: day, content: true }).ok]).toEqual([day, isRight])
    }
  },
)
function compare(day: string, sign: string): boolean {
  const gap = Date.parse(day) - Date.parse('2026-01-31')
  return { '=': gap === 0, '<>': gap !== 0, '>': gap > 0, '>=': gap >= 0, '<': gap < 0, '<=': gap <= 0 }[sign]!
}

test('a day that nobody may give is a question that nobody meets', () => {
  const met = (visibleIf: string) => {
    const questionnaire = withCondition(visibleIf)
    return unreachable(questionnaire, elementsIn(questionnaire.definition)).length === 0
  }
  expect(met("{inscription} > '2026-03-09'")).toBe(true)
  expect(met("{inscription} > '2026-03-10'")).toBe(false)
  expect(met("{inscription} < '2025-11-15'")).toBe(false)
  expect(met("{inscription} > '2026-01-01' and {inscription} < '2026-01-03'")).toBe(true)
  expect(met("{inscription} > '2026-01-01' and {inscription} < '2026-01-02'")).toBe(false)
})

test('its condition is built with a day, said in words, and printed in each language', () => {
  const condition = "{inscription} >= '2026-02-01'"
  const questionnaire = withCondition(condition)
  const [read] = readableFrom(questionnaire, 'content')
  expect(read!.offers.map(({ text, values }) => `${text} : ${values}`)).toContain('est ce jour ou après : day')
  expect(writeForm(formOf(condition)!)).toBe(condition)
  const said = (text: string) => sentenceOfCondition(questionnaire, text, null)?.replace(/^.*» /, '')
  expect(said(condition)).toBe('est le 1er février 2026 ou après')
  expect(said("{inscription} > '2026-01-31'")).toBe('est le 1er février 2026 ou après')
  expect(said("{inscription} < '2026-03-01'")).toBe('est le 28 février 2026 ou avant')
  expect(said("{inscription} = '2026-01-31'")).toBe('est «\u202f31 janvier 2026\u202f»')
  const printed = (language: Language) =>
    JSON.stringify(paperOf(questionnaire, language)).replace(/[\u00a0\u202f]/g, ' ')
  expect(printed('fr')).toContain('votre date à la question 1 est le 1er février 2026 ou après')
  expect(printed('fr-facile')).toContain('votre date à la question 1 est le 1er février 2026 ou après')
  expect(printed('en')).toContain('your date in question 1 is 1 February 2026 or later')
  expect(printed('es')).toContain('su fecha en la pregunta 1 es el 1 de febrero de 2026 o después')
  expect(printed('ar')).toMatch(/التاريخ الذي كتبتموه في السؤال 1 هو 1 .* 2026 أو بعده/)
})

test('whoever types a sheet is asked what its day leads to, and no more', () => {
  const tree = parseCondition("{inscription} >= '2026-02-01'")
  const isMet = (day: unknown) => judge(tree, new Map([['inscription', day]]))
  expect(['2026-01-31', '2026-02-01', '2026-02-02', null].map(isMet)).toEqual([false, true, true, false])
  expect(judge(tree, new Map())).toBeNull()
})

test('paper asks for it in boxes, and staff type it as it is written', () => {
  const item = (language: 'fr' | 'en' | 'ar') => itemsOf(paperOf(withElement(), language))[0]!
  expect(item('fr')).toMatchObject({ kind: 'date', instruction: expect.stringContaining('le mois et l’année') })
  expect(item('en').instruction).toContain('month')
  for (const typed of ['07/01/2026', '7 1 2026', '07012026', '7.1.2026'])
    expect([typed, typedIn(item('fr'), typed, null)]).toEqual([typed, { value: '2026-01-07' }])
  for (const wrong of ['7/1/26', '30/02/2026', 'janvier'])
    expect([wrong, typedIn(item('fr'), wrong, null)]).toEqual([wrong, { error: expect.stringContaining('05/03/2026') }])
  expect(typedIn(item('fr'), ' ', null)).toEqual({ value: null })
})

// « le 1er septembre 2024 », honest and out of bounds nobody could know, was refused where it was typed
test('paper says its first and its last day, in each language, where the words of the question do not', () => {
  const item = (language: Language, changed = {}) => itemsOf(paperOf(withElement(changed), language))[0]!
  expect(item('fr').range).toBe('Entre le 15 novembre 2025 et le 10 mars 2026.')
  expect(item('fr-facile').range).toBe('Entre le 15 novembre 2025 et le 10 mars 2026.')
  expect(item('en').range).toBe('Between 15 November 2025 and 10 March 2026.')
  expect(item('es').range).toBe('Entre el 15 de noviembre de 2025 y el 10 de marzo de 2026.')
  expect(item('ar').range).toMatch(/^بين 15 .* 2025 و10 .* 2026\.$/)
  expect(item('fr', { description: 'Du 15\u00a0novembre\u00a02025 au 10 mars 2026.' }).range).toBe('')
  expect(item('fr', { description: 'À peu près.' }).range).not.toBe('')
  expect(typings.date.help(item('fr'))).toContain('Entre le 15 novembre 2025 et le 10 mars 2026.')
})

// the Arabic sheet, and the easy French one, gave none
test('paper gives an example of a date in each language', () => {
  for (const language of languages)
    expect([language, itemsOf(paperOf(withElement(), language))[0]!.instruction]).toEqual([
      language,
      expect.stringContaining('05\u00a0/\u00a003\u00a0/\u00a02026'),
    ])
})

test('a SurveyJS date comes with its bounds, or with some to look at', () => {
  const imported = (more: object) =>
    importSurvey({ elements: [{ type: 'text', inputType: 'date', name: 'Quand', ...more }] })
  const bounded = imported({ min: '2025-01-01', max: '2025-12-31' })
  expect(bounded.notes).toEqual([])
  expect(bounded.definition.pages[0]!.elements[0]).toMatchObject({
    type: 'text',
    inputType: 'date',
    min: '2025-01-01',
    max: '2025-12-31',
  })
  const open = imported({ min: 'today()' })
  expect(open.notes[0]).toContain('Date sans limites')
  expect(compileValidator({ ...smallQuestionnaire, definition: open.definition })({ quand: '2026-01-07' }).ok).toBe(
    true,
  )
})

test('synthetic respondents answer a day within its bounds', () => {
  const random = seeded(3)
  const validate = compileValidator(withElement())
  for (let one = 0; one < 100; one++) {
    const day = whatever({ path: 'inscription', element, offered: [], row: null }, random)
    expect(validate({ inscription: day }).ok).toBe(true)
  }
})
