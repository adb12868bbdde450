import { expect, test } from 'vitest'
import { beyond } from '../../../client/results/words.ts'

test('what follows a brief is its figures and its reservations, never its words again', () => {
  const brief = '40 % des familles trouveraient utile un accueil.'
  expect(
    beyond(
      brief,
      '40 % des familles trouveraient utile un accueil (entre 35 % et 46 % ; 335 réponses). Zone Sud : trop peu.',
    ),
  ).toBe('Entre 35 % et 46 % ; 335 réponses. Zone Sud : trop peu.')
  expect(beyond(brief, brief)).toBe('')
  expect(beyond(brief, 'Une autre phrase (12 réponses).')).toBe('Une autre phrase (12 réponses).')
})
