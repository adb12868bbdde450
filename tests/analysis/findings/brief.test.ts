import { expect, test } from 'vitest'
import { briefOf, headlineOf } from '../../../analysis/findings/brief.ts'
import { mostWords, wordsIn } from '../../../analysis/text/format.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

test('a caption is the first sentence, without the interval that the picture draws', () => {
  const sentence =
    'Dans 42 % des familles, personne n’a d’horaires décalés (entre 38 % et 46 % ; 500 réponses). Dans 21 % des familles, un parent travaille tôt (entre 18 % et 25 %).'
  expect(briefOf(sentence)).toBe('Dans 42 % des familles, personne n’a d’horaires décalés.')
  expect(briefOf('Idées des familles : 35 réponses, trop peu pour donner un chiffre.')).toBe(
    'Idées des familles : 35 réponses, trop peu pour donner un chiffre.',
  )
  expect(
    briefOf(
      '48 % en manquent (entre 45 % et 51 % ; 915 réponses). Autant, peut-être. Réponses de 2025 et 2026 réunies.',
    ),
  ).toBe('48 % en manquent. Réponses de 2025 et 2026 réunies.')
  expect(headlineOf('48 % en manquent (entre 45 % et 51 %). Réponses de 2025 et 2026 réunies.')).toBe(
    '48 % en manquent.',
  )
  expect(briefOf('La réponse est « Rien de cela » (entre 5 % et 9 %). 12 % disent autre chose.')).toBe(
    'La réponse est « Rien de cela ».',
  )
})

test('every frame of the founding questionnaires gives a caption no longer than a sentence may be', () => {
  const frames = founding().flatMap(({ indicators }) => indicators.map(({ sentence }) => sentence))
  expect(frames.length).toBeGreaterThan(200)
  const long = frames
    .map((frame) => briefOf(frame.replace('{value}', '42\u202f%').replace('{top}', 'mot')))
    .filter((brief) => wordsIn(brief) > mostWords)
  expect(long).toEqual([])
})
