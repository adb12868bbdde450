import { expect, test } from 'vitest'
import { beyond, day } from '../../../../client/results/words.ts'

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

// the committee read « À 47 % des familles… Réponses de 2025 et 2026 réunies. » twice, one under the other
test('what follows the first sentence of a brief is not said again either', () => {
  const brief = 'À 47 % des familles, il en manque une. Réponses de 2025 et 2026 réunies.'
  const sentence =
    'À 47 % des familles, il en manque une (entre 44 % et 50 % ; 880 réponses). Réponses de 2025 et 2026 réunies.'
  expect(beyond(brief, sentence)).toBe('Entre 44 % et 50 % ; 880 réponses.')
  expect(beyond(brief, `${sentence} Zone Sud : trop peu.`)).toBe(
    'Entre 44 % et 50 % ; 880 réponses. Zone Sud : trop peu.',
  )
})

// « Le lieu « École (Village) » conviendrait à 63 % » stood whole under the same words
test('a place whose commune only the sentence names is not said again', () => {
  const brief = 'Le lieu « École » conviendrait à 63 % des familles.'
  const sentence = 'Le lieu « École (Village) » conviendrait à 63 % des familles (entre 53 % et 72 % ; 140 réponses).'
  expect(beyond(brief, sentence)).toBe('Entre 53 % et 72 % ; 140 réponses.')
  expect(beyond('Une autre.', sentence)).toBe(sentence)
})

test('a day stands on one line with its month', () => {
  expect([day('2026-09-03'), day('2027-05-01')]).toEqual(['3\u00a0septembre 2026', '1er\u00a0mai 2027'])
})
