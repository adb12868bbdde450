import { expect, test } from 'vitest'
import { twoLines } from '../../../client/parts/charts/bars.ts'

// On a phone « Saint-Sulpice-la-Pointe » lost its first letter.
test('a label holds on two lines of its room: cut between words, or after a hyphen', () => {
  expect(twoLines('Nord', 19)).toBe('Nord')
  expect(twoLines('Saint-Sulpice-la-Pointe', 19)).toEqual(['Saint-Sulpice-la-', 'Pointe'])
  expect(twoLines('Avec un planning connu moins de 2 semaines avant', 19)).toEqual([
    'Avec un planning',
    'connu moins de 2 s…',
  ])
  expect(twoLines('Anticonstitutionnellement', 19)).toBe('Anticonstitutionne…')
})
