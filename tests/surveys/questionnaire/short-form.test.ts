import { expect, test } from 'vitest'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { doorKey, shortDoor } from '../../../surveys/questionnaire/door.ts'
import { elementsIn, pathOf } from '../../../surveys/questionnaire/elements.ts'
import type { DefinitionElement } from '../../../surveys/questionnaire/questionnaire.ts'
import { shortFormOf } from '../../../surveys/questionnaire/short-form.ts'
import { shortMinutes } from '../../../surveys/review/burden.ts'
import { publishedAs } from '../questionnaires.ts'

const byShort = { [doorKey]: shortDoor }
const families = publishedAs('familles')
const asked = (name: string, more: object = {}): DefinitionElement => ({ type: 'boolean', name, title: name, ...more })
/** Two pages, a group and a repeated panel. */
const formOf = (marks: Record<string, object>) => {
  const own = (name: string) => asked(name, marks[name])
  const rows = { type: 'paneldynamic', name: 'enfants', title: 'Enfants', maxPanelCount: 3, ...marks.enfants }
  return {
    ...families,
    slug: 'portes',
    assigned: [],
    parameters: [],
    indicators: [],
    definition: {
      pages: [
        { name: 'une', ...marks.une, elements: [own('a'), { type: 'panel', name: 'groupe', elements: [own('b')] }] },
        { name: 'deux', elements: [{ ...rows, templateElements: [own('c'), own('d')] }] },
      ],
    },
  }
}
const mark = { essential: true }
const pathsOf = (marks: Record<string, object>) => {
  const short = shortFormOf(formOf(marks))
  return short && elementsIn(short.definition).map(pathOf)
}

test('nothing marked, or everything, leaves one door', () => {
  expect(shortFormOf(formOf({}))).toBeNull()
  expect(shortFormOf(formOf({ une: mark, enfants: mark }))).toBeNull()
})

test('a mark counts on a question, a page, a repeated panel or one of its questions; pages and groups without any go', () => {
  expect(pathsOf({ b: mark })).toEqual(['b'])
  expect(pathsOf({ une: mark })).toEqual(['a', 'b'])
  expect(pathsOf({ d: mark })).toEqual(['enfants', 'enfants.d'])
  expect(pathsOf({ enfants: mark })).toEqual(['enfants', 'enfants.c', 'enfants.d'])
  expect(shortFormOf(formOf({ d: mark }))!.definition.pages.map(({ name }) => name)).toEqual(['deux'])
})

test('the families by the short door: two minutes, and what they send is taken', () => {
  expect(shortMinutes(families)).toBe(2)
  const model = modelOf(families, 'fr', byShort)
  model.data = { ...byShort, enfants_a_charge: 'oui', commune: '81140', foyer: 'couple', manque: 'souvent' }
  const answers = answersOf(model)
  expect(Object.keys(answers).sort()).toEqual(
    [
      ...[doorKey, 'enfants_a_charge', 'commune', 'foyer', 'horaires'],
      ...['manque', 'lieu_souhaite', 'utiliserait', 'services_connus'],
    ].sort(),
  )
  expect(compileValidator(families)(answers)).toEqual({ ok: true, answers })
})

test('by the short door what is not essential is neither demanded nor taken, required or not', () => {
  const required = formOf({ a: mark, b: { isRequired: true } })
  const check = compileValidator(required)
  expect(check({ ...byShort, a: true }).ok).toBe(true)
  const problemsOf = (answers: object) => {
    const found = check(answers)
    return found.ok ? [] : found.problems.map(({ path, code }) => [path, code])
  }
  expect(problemsOf({ ...byShort, a: true, b: true })).toEqual([['b', 'unknown']])
  expect(problemsOf({ ...byShort })).toEqual([['a', 'missing']])
  // all of it, as before the doors: nothing says so
  expect(problemsOf({ a: true, b: null, enfants: null })).toEqual([['b', 'required']])
  expect(problemsOf({ a: true, b: true, enfants: null })).toEqual([])
  expect(problemsOf({ [doorKey]: 'whole', a: true, b: true, enfants: null })).toEqual([[doorKey, 'unknown']])
})

test('a questionnaire of one door takes no short response, and no question may be named after the door', () => {
  expect(compileValidator(formOf({}))({ ...byShort, a: true, b: true, enfants: null }).ok).toBe(false)
  const named = formOf({})
  named.definition.pages[0]!.elements.push(asked(doorKey))
  expect(() => compileValidator(named)).toThrow()
})

test('an order drawn for a question that is not essential does not stop the short door', () => {
  const listed = {
    type: 'radiogroup',
    choices: [
      { value: 'x', text: 'X' },
      { value: 'y', text: 'Y' },
    ],
  }
  const drawn = {
    ...formOf({ a: mark, b: listed }),
    assigned: [{ name: 'tirage', values: ['1-2', '2-1'], orders: ['b'] }],
  }
  expect(compileValidator(drawn)({ ...byShort, tirage: '2-1', a: true }).ok).toBe(true)
})
