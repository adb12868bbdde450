import { expect, test } from 'vitest'
import { addDraw, askTwoWays, setVersions, versionsRead } from '../../../surveys/edit/draws.ts'
import { findElement } from '../../../surveys/edit/places.ts'
import { removeAssigned } from '../../../surveys/edit/rename.ts'
import { conditionOf, draft } from './draft.ts'

test('a question in two ways has a copy, and both keep the condition it had', () => {
  const { questionnaire, path } = askTwoWays(draft, 'prefere')
  expect(path).toBe('prefere_2')
  expect(questionnaire.assigned).toEqual([{ name: 'tirage', values: ['a', 'b'] }])
  const own = conditionOf(draft, 'prefere')
  expect(conditionOf(questionnaire, 'prefere')).toBe(`(${own}) and {tirage} = 'a'`)
  expect(conditionOf(questionnaire, 'prefere_2')).toBe(`(${own}) and {tirage} = 'b'`)
  expect(conditionOf(askTwoWays(draft, 'garde').questionnaire, 'garde')).toBe("{tirage} = 'a'")
  expect(askTwoWays(draft, 'nulle_part').questionnaire).toBe(draft)
})

test('without its draw, a question is asked of everybody it was asked of before', () => {
  const { questionnaire } = askTwoWays(draft, 'modes')
  const without = removeAssigned(questionnaire, 'tirage')
  expect(without.assigned).toEqual([])
  expect(conditionOf(without, 'modes')).toBe(conditionOf(draft, 'modes'))
  expect(findElement(without, 'modes_2')).not.toBeNull()
})

test('versions come and go, but for one that a condition reads', () => {
  const { questionnaire } = askTwoWays(draft, 'garde')
  const four = setVersions(questionnaire, 'tirage', 4)
  expect(four.assigned[0]!.values).toEqual(['a', 'b', 'c', 'd'])
  expect(setVersions(four, 'tirage', 9).assigned[0]!.values).toHaveLength(5)
  expect(versionsRead(four, four.assigned[0]!)).toEqual(['a', 'b'])
  expect(setVersions(four, 'tirage', 2).assigned[0]!.values).toEqual(['a', 'b'])
  // one alone is no draw
  expect(setVersions(four, 'tirage', 1).assigned[0]!.values).toEqual(['a', 'b'])
  const read = { ...four, definition: JSON.parse(JSON.stringify(four.definition).replace("= 'b'", "= 'd'")) }
  expect(setVersions(read, 'tirage', 2)).toEqual(read)
  expect(addDraw(addDraw(draft).questionnaire).name).toBe('tirage_2')
})
