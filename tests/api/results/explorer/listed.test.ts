import { expect, test } from 'vitest'
import { listedQuestions } from '../../../../api/results/explorer/listed.ts'
import type { Head } from '../../../../api/results/publications.ts'
import { fieldsOf } from '../../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../../surveys/questionnaire/parameters.ts'

const shipped = founding().find(({ slug }) => slug === 'loisirs-sud')!
const prices = { tarif_a: 'Moins de 501 : 3 €', tarif_b: 'Moins de 501 : 5 €', tarif_c: 'Moins de 501 : 8 €' }
const questionnaire = materialise(shipped, prices)
const questions = fieldsOf(questionnaire.definition).map(({ path, title, page }) => ({
  path,
  title,
  page,
  lists: [],
  weighted: false,
  panel: '',
})) satisfies Head['questions']
const listed = listedQuestions(questionnaire, questions)
const at = (path: string) => listed.find((one) => one.path === path)

test('questions of one name are told apart by what only they say', () => {
  const ask = questions.find(({ path }) => path === 'prix_a')!.title
  expect(['prix_a', 'prix_b', 'prix_c'].map((path) => at(path)?.title)).toEqual([
    `${ask} (Moins de 501 : 3 €)`,
    `${ask} (Moins de 501 : 5 €)`,
    `${ask} (Moins de 501 : 8 €)`,
  ])
  const plain = questions.filter(({ title }) => questions.filter((one) => one.title === title).length === 1)
  for (const { path, title } of plain.filter((one) => one.path !== 'encore')) expect(at(path)?.title).toBe(title)
})

test('a question that only steers is not listed; the others are found by their objective', () => {
  expect(questions.some(({ path }) => path === 'encore')).toBe(true)
  expect(at('encore')).toBeUndefined()
  expect(listed).toHaveLength(questions.length - 1)
  expect(at('utile')?.theme).toContain('Objectiver les besoins')
})

// « Croiser avec « Votre accord pour cette page » » was offered beside age and zone
test('an agreement or a step of the way divides no question, and is divided by groups alone', () => {
  const whole = founding().map((one) => materialise(one, prices))
  const divide = whole.flatMap((questionnaire) => {
    const fields = fieldsOf(questionnaire.definition)
    const given = fields.map(({ path, title, page }) => ({ path, title, page, lists: [], weighted: false, panel: '' }))
    const crossed = listedQuestions(questionnaire, given).filter(({ panel }) => panel !== undefined)
    return crossed.map(({ path }) => fields.find((field) => field.path === path)!)
  })
  expect(divide.filter(({ semantic }) => ['consent', 'naming', 'gate'].includes(semantic ?? ''))).toEqual([])
  expect(divide.some(({ semantic }) => semantic === 'age-band')).toBe(true)
  const agreement = whole.find(({ slug }) => slug === 'habitants')!
  expect(listedQuestions(agreement, [{ ...questions[0]!, path: 'accord' }]).map(({ path }) => path)).toEqual(['accord'])
})
