/** Pictures of answers: who may have them, all or none, and what a reader is told of a change. */
import { expect, test } from 'vitest'
import { changesBetween } from '../../../surveys/changes/changes.ts'
import { pastedChoices } from '../../../surveys/edit/choices.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { choiceProblems } from '../../../surveys/types/choices/choices.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const choices = (one?: string, two?: string) => [
  { value: 'parc', text: 'Au parc', ...(one !== undefined && { picture: one }) },
  { value: 'stade', text: 'Au stade', ...(two !== undefined && { picture: two }) },
]
const problems = (type: string, list: object[], more: object = {}) => {
  const found: string[] = []
  choiceProblems({ type, name: 'jeu', choices: list, ...more }, (code) => found.push(code))
  return found
}

test('one choice and several may have pictures: all of their answers, or none', () => {
  for (const type of ['radiogroup', 'checkbox']) {
    expect(problems(type, choices('tree', 'a'.repeat(64)))).toEqual([])
    expect(problems(type, choices())).toEqual([])
    expect(problems(type, choices('tree'))).toEqual(['picture'])
    expect(problems(type, choices('tree', ''))).toEqual(['picture'])
    expect(problems(type, choices('tree', 'https://ailleurs.example/a.png'))).toEqual(['picture'])
    expect(problems(type, choices('tree', 'ball'), { choicesFromParameter: 'lieux' })).toEqual(['picture'])
  }
  expect(problems('dropdown', choices('tree', 'ball'))).toEqual(['choices'])
})

test('a picture that changes is told to whoever reads the draft again', () => {
  const version = (two: string): Questionnaire => ({
    ...smallQuestionnaire,
    definition: {
      pages: [{ name: 'page', elements: [{ type: 'radiogroup', name: 'jeu', choices: choices('tree', two) }] }],
    },
  })
  expect(changesBetween(version('ball'), version('swim'))).toMatchObject([
    { path: 'jeu', what: 'changed', sentence: 'Image d’une réponse changée.', after: 'Au stade' },
  ])
  expect(changesBetween(version('ball'), version('ball'))).toEqual([])
})

test('answers pasted again keep the picture of those that are known', () => {
  expect(pastedChoices(choices('tree', 'ball'), 'Au stade\nAilleurs')).toMatchObject({
    choices: [{ value: 'stade', picture: 'ball' }, { value: 'ailleurs' }],
  })
})
