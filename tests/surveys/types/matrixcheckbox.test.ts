import { expect, test } from 'vitest'
import { ticksAfter } from '../../../client/answer/types/grids/Matrix.tsx'
import { typedIn } from '../../../client/entry/typed.ts'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { readable } from '../../../surveys/answers/readable.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { changesBetween } from '../../../surveys/changes/changes.ts'
import { newElement } from '../../../surveys/edit/elements.ts'
import { textsOf } from '../../../surveys/edit/texts.ts'
import { importSurvey } from '../../../surveys/import/surveyjs.ts'
import { itemsOf, paperOf } from '../../../surveys/paper/form.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { walkOf } from '../../../surveys/people/walk.ts'
import { whatever } from '../../../surveys/people/whatever.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { burdenOf } from '../../../surveys/review/burden.ts'
import { languageProblems } from '../../../surveys/review/language.ts'
import { objections } from '../../../surveys/review/successor.ts'
import { typeOf } from '../../../surveys/types/catalogue.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const rows = [
  { value: 'semaine', text: { default: 'En semaine', en: 'On weekdays' } },
  { value: 'samedi', text: 'Le samedi' },
]
const columns = [
  { value: 'parc', text: 'Au parc' },
  { value: 'piscine', text: 'À la piscine' },
  { value: 'aucun', text: 'Nulle part' },
]
const element: DefinitionElement = {
  type: 'matrix',
  cellType: 'checkbox',
  name: 'sorties',
  title: 'Où allez-vous ?',
  objectives: [1],
  sensitivity: 'ordinary',
  rows,
  columns,
}
const withElement = (changed: Record<string, unknown> = {}, version = 1): Questionnaire => ({
  ...smallQuestionnaire,
  version,
  definition: { pages: [{ name: 'page', elements: [{ ...element, ...changed }] }] },
})
const both = { semaine: ['parc', 'piscine'] }

test('a line takes several answers, each once, and those that exclude the others alone', () => {
  const model = modelOf(withElement(), 'fr')
  expect(answersOf(model)).toEqual({ sorties: null })
  model.setValue('sorties', both)
  expect(answersOf(model)).toEqual({ sorties: both })
  const validate = compileValidator(withElement())
  const problemOf = (sorties: unknown) => {
    const found = validate({ sorties })
    return found.ok ? null : `${found.problems[0]!.path} ${found.problems[0]!.code}`
  }
  for (const right of [null, both, { samedi: ['aucun'] }, { ...both, samedi: ['parc'] }])
    expect(problemOf(right)).toBe(null)
  expect(problemOf({})).toBe('sorties type')
  expect(problemOf({ semaine: [] })).toBe('sorties.semaine type')
  expect(problemOf({ semaine: 'parc' })).toBe('sorties.semaine type')
  expect(problemOf({ semaine: ['parc', 'parc'] })).toBe('sorties.semaine duplicate')
  expect(problemOf({ semaine: ['gare'] })).toBe('sorties.semaine choice')
  expect(problemOf({ semaine: ['parc', 'aucun'] })).toBe('sorties.semaine exclusive')
  expect(problemOf({ dimanche: ['parc'] })).toBe('sorties.dimanche unknown')
})

test('ticks stand in the order of the columns; « Nulle part » leaves alone; the last box unticked leaves nothing', () => {
  const values = columns.map(({ value }) => value)
  const after = (given: Parameters<typeof ticksAfter>[0], column: string, isTicked: boolean) =>
    ticksAfter(given, 'semaine', column, isTicked, values)
  expect(after(undefined, 'piscine', true)).toEqual({ semaine: ['piscine'] })
  expect(after({ semaine: ['piscine'], samedi: ['parc'] }, 'parc', true)).toEqual({ ...both, samedi: ['parc'] })
  expect(after(both, 'aucun', true)).toEqual({ semaine: ['aucun'] })
  expect(after({ semaine: ['aucun'] }, 'parc', true)).toEqual({ semaine: ['parc'] })
  expect(after(both, 'parc', false)).toEqual({ semaine: ['piscine'] })
  expect(after({ semaine: ['parc'], samedi: ['parc'] }, 'parc', false)).toEqual({ samedi: ['parc'] })
  expect(after({ semaine: ['parc'] }, 'parc', false)).toBe(undefined)
})

test('each line is a field of boxes to tick, and costs more than a line with one answer', () => {
  expect(typeOf(element)).toBe('matrixcheckbox')
  expect(typeOf({ type: 'matrix' })).toBe('matrix')
  expect(fieldsOf(withElement().definition)).toMatchObject([
    { path: 'sorties.semaine', kind: 'choices', title: 'Où allez-vous ? — En semaine', row: 'semaine' },
    { path: 'sorties.samedi', kind: 'choices', choices: columns.map(({ value }) => ({ value })) },
  ])
  const seconds = (burdenOf(withElement()).core - burdenOf(withElement({ cellType: undefined })).core) * 60
  expect(seconds).toBeCloseTo(4, 5)
})

test('it is within the language, with lines and columns; a new one is the one the designer offers', () => {
  const codes = (changed: Record<string, unknown>) => languageProblems(withElement(changed)).map(({ code }) => code)
  expect(codes({})).toEqual([])
  expect(codes({ cellType: 'radio' })).toContain('property')
  expect(codes({ columns: [] })).toEqual(['choices'])
  expect(codes({ cells: {} })).toEqual(['property'])
  expect(newElement(withElement(), 'matrixcheckbox')).toMatchObject({ type: 'matrix', cellType: 'checkbox' })
})

test('lines and columns may be added, a column may not go, and a grid does not change from one answer to several', () => {
  const codes = (changed: Record<string, unknown>) =>
    objections(withElement(), withElement(changed, 2)).map(({ path, code }) => `${path} ${code}`)
  expect(codes({ rows: [...rows, { value: 'dimanche', text: 'Le dimanche' }] })).toEqual([])
  expect(codes({ columns: columns.slice(1) })).toEqual(['sorties.semaine choice-gone', 'sorties.samedi choice-gone'])
  expect(codes({ cellType: undefined })).toEqual(['sorties.semaine kind', 'sorties.samedi kind'])
  expect(changesBetween(withElement(), withElement({ cellType: undefined }, 2))).toContainEqual(
    expect.objectContaining({ sentence: 'Type de question changé.', before: 'tableau à cocher', after: 'tableau' }),
  )
})

test('paper prints boxes line by line, and staff type the codes ticked', () => {
  const item = (language: 'fr' | 'en') => itemsOf(paperOf(withElement(), language))[0]!
  expect(item('fr')).toMatchObject({
    kind: 'ticks',
    instruction: 'Plusieurs réponses possibles à chaque ligne.',
    rows: [{ value: 'semaine', text: 'En semaine' }, { value: 'samedi' }],
  })
  expect(item('en').instruction).toBe('You can tick several answers on each line.')
  const [parc, piscine] = item('fr').choices.map(({ code }) => code)
  expect(typedIn(item('fr'), `${piscine} ${parc}`, null)).toEqual({ value: ['parc', 'piscine'] })
  expect(typedIn(item('fr'), '7', null)).toHaveProperty('error')
})

test('a person reads their answer again in words, and a translator finds every line and column', () => {
  expect(readable(withElement(), { sorties: both })).toEqual(['sorties\u202f: semaine = Au parc, À la piscine'])
  const labels = textsOf(withElement())
    .filter(({ path }) => path === 'sorties')
    .map(({ label }) => label)
  expect(labels).toEqual(expect.arrayContaining(['Ligne 1', 'Ligne 2', 'Colonne 1', 'Colonne 3']))
})

test('a SurveyJS grid of boxes comes as one; synthetic respondents tick what may be ticked together', () => {
  const imported = importSurvey({
    elements: [{ type: 'matrix', cellType: 'checkbox', name: 'Où', rows: ['Lundi'], columns: ['Parc', 'Bois'] }],
  })
  const [question] = imported.definition.pages[0]!.elements
  expect(question).toMatchObject({
    type: 'matrix',
    cellType: 'checkbox',
    columns: [{ value: 'parc' }, { value: 'bois' }],
  })
  expect(imported.notes).toEqual([])
  const random = seeded(8)
  const answer = walkOf(withElement())
  const validate = compileValidator(withElement())
  const given = Array.from({ length: 100 }, () => answer((asked) => whatever(asked, random), random))
  expect(given.every((answers) => validate(answers).ok)).toBe(true)
  expect(
    given.some(({ sorties }) => Object.values(sorties as Record<string, string[]>).some((ticks) => ticks.length === 2)),
  ).toBe(true)
})
