import { expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { askedOf, dividersOf } from '../../../client/results/explorer/addresses.ts'

type Questions = analyse.QuestionList['questions']
const question = (path: string, lists: Questions[number]['lists']) =>
  ({ path, title: path, panel: '', lists }) as unknown as Questions[number]
const zone = { path: 'zone', title: 'Zone' }
const age = { path: 'age', title: 'Âge', isSilent: true } as const
const questions = [question('trajet', [zone, age]), question('prix', [zone]), question('age', [])]

test('a list in which nothing is read is not offered, neither as a list nor as a question', () => {
  const { lists, others } = dividersOf(questions[0]!, questions, '')
  expect(lists).toEqual([zone])
  expect(others.map(({ path }) => path)).toEqual(['prix'])
})

test('an address that was kept still asks for it, and the list is named', () => {
  const asked = askedOf(new URLSearchParams({ q: 'trajet', par: 'age' }), questions)
  expect(asked?.by).toBe('age')
  expect(dividersOf(questions[0]!, questions, 'age').lists).toEqual([zone, age])
})
