import { expect, test } from 'vitest'
import { isReachable, reachText } from '../../../surveys/answers/reach.ts'

test.each([
  ['', '', false],
  ['05 63 00 00 00', '', true],
  ['', 'nom@exemple.fr', true],
  ['05 63 00', 'nom@exemple.fr', false],
  ['05 63 00 00 00', 'nom@exemple', false],
])('phone « %s » with address « %s » reaches somebody: %s', (phone, email, expected) => {
  expect(isReachable({ phone, email })).toBe(expected)
})

test('both stand in one line, what is missing leaves no sign', () => {
  expect(reachText({ phone: ' 05 63 00 00 00 ', email: 'nom@exemple.fr' })).toBe('05 63 00 00 00 · nom@exemple.fr')
  expect(reachText({ phone: '', email: 'nom@exemple.fr' })).toBe('nom@exemple.fr')
})
