import { expect, test } from 'vitest'
import { parseCondition } from '../../../surveys/conditions/expression.ts'
import { sentenceOfCondition } from '../../../surveys/conditions/words.ts'
import { formOf, mapTests, writeCondition, writeForm } from '../../../surveys/edit/condition-form.ts'
import { isComplete, readableFrom, shownTest, writtenTest } from '../../../surveys/edit/condition-lines.ts'
import { findElement } from '../../../surveys/edit/places.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { draft } from './draft.ts'

const written = [
  "{garde} = 'oui'",
  "{garde} = 'oui' and {age} >= 3",
  "{garde} = 'oui' or {modes} anyof ['creche', 'assmat'] or {modes} empty",
  "{garde} = 'oui' and ({age} < 3 or {age} > 10)",
  '{panel.age} <> 3 and {ecole} = true',
]

test('a condition built in lines is written and read back the same', () => {
  for (const condition of written) {
    expect(writeForm(formOf(condition)!)).toBe(condition)
    expect(writeCondition(mapTests(parseCondition(condition), (one) => one)!)).toBeTypeOf('string')
  }
})

test('what is not made of lines is left alone: a denial, brackets in brackets, nonsense', () => {
  expect(formOf("!({garde} = 'oui')")).toBeNull()
  expect(formOf("{a} = 'x' and ({b} = 'x' or ({c} = 'x' and {d} = 'x'))")).toBeNull()
  expect(formOf('{garde} =')).toBeNull()
})

test('a condition rewritten means the same: read again, it is the same tree', () => {
  const conditions = founding().flatMap(({ definition }) =>
    [...JSON.stringify(definition).matchAll(/"(?:visibleIf|requiredIf)":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
      JSON.parse(text!),
    ),
  )
  expect(conditions.length).toBeGreaterThan(50)
  for (const condition of conditions) {
    const tree = parseCondition(condition)
    expect(parseCondition(writeCondition(tree))).toEqual(tree)
  }
})

test('only what is asked before may be read, in the response or in the same row', () => {
  const names = (path: string) => readableFrom(draft, path).map(({ name }) => name)
  expect(names('garde')).toEqual([])
  expect(names('prefere')).toEqual(['garde', 'modes'])
  expect(names('enfants_page')).toEqual(['garde', 'modes', 'prefere'])
  expect(names('enfants.ecole')).toEqual(['garde', 'modes', 'prefere', 'panel.age'])
})

test('each kind of question has its own comparisons', () => {
  const [garde, modes, , age] = readableFrom(draft, 'enfants.ecole')
  expect(garde!.offers.map(({ operator }) => operator)).toEqual(['anyof', 'noneof', 'notempty', 'empty'])
  expect(modes!.offers.map(({ operator }) => operator)).toContain('allof')
  expect(age!.offers.map(({ operator }) => operator)).toContain('greaterorequal')
  const line = shownTest({ name: 'garde', operator: 'equal', literal: 'oui' }, 'choice')
  expect(line).toEqual({ name: 'garde', operator: 'anyof', literal: ['oui'] })
  expect(writtenTest(line, 'choice')).toEqual({ name: 'garde', operator: 'equal', literal: 'oui' })
  expect(isComplete({ ...line, literal: [] }, garde!.offers)).toBe(false)
  expect(isComplete({ ...line, operator: 'empty', literal: null }, garde!.offers)).toBe(true)
})

test('a condition is said by the titles of the questions', () => {
  expect(sentenceOfCondition(draft, "{garde} = 'oui'", null)).toBe(
    'la réponse à «\u202fUne garde ?\u202f» est «\u202fOui\u202f»',
  )
  const panel = findElement(draft, 'enfants')!.element
  expect(sentenceOfCondition(draft, '{panel.age} >= 3 and {modes} empty', panel)).toBe(
    'la réponse à «\u202fÂge\u202f» dépasse 2 et «\u202fQuels modes ?\u202f» est sans réponse',
  )
  expect(sentenceOfCondition(draft, 'n’importe quoi', null)).toBeNull()
})
