import { expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { askedOf, dividersOf, mendedOf } from '../../../client/results/explorer/addresses.ts'

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

// « par=accord… » stayed in the address of a question that was shown undivided, and was sent to colleagues
test('an address that asks for what divides nothing any more is mended to what is shown', () => {
  const mended = (search: string) => {
    const given = new URLSearchParams(search)
    return mendedOf(given, askedOf(given, questions)!)?.toString()
  }
  expect(mended('q=trajet&par=accord&rep=oui&forme=tableau&pub=2')).toBe('q=trajet&forme=tableau&pub=2')
  for (const asIs of ['q=trajet', 'q=trajet&par=zone&rep=oui', 'q=trajet&rep=oui']) expect(mended(asIs)).toBeUndefined()
})
