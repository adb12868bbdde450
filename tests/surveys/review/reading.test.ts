import { expect, test } from 'vitest'
import { levelOf, readingOf, syllablesIn } from '../../../surveys/review/reading.ts'

test.each([
  ['chat', 1],
  ['petite', 2],
  ['familles', 2],
  ['théâtre', 2],
  ['maïs', 2],
  ['noël', 2],
  ['questionnaire', 3],
  ['communauté', 4],
  ['aujourd’hui', 3],
  ['le', 1],
  ['vent', 1],
  ['mangent', 1],
] as const)('%s is said in %i', (word, syllables) => expect(syllablesIn(word)).toBe(syllables))

test('the score is that of the published formula', () => {
  // 2 sentences, 8 words, 9 syllables
  const { words, sentences, wordsPerSentence, score } = readingOf(['Le chat dort là. Il mange du pain blanc.'])
  expect([words, sentences, wordsPerSentence]).toEqual([9, 2, 4.5])
  expect(score).toBeCloseTo(207 - 1.015 * 4.5 - 73.6 * 1, 10)
})

test('a question without a full stop is one sentence, bold is not read, « 7 h 30 » is one word', () => {
  expect(readingOf(['Arrivez-vous **avant** 7\u202fh\u202f30 ?'])).toMatchObject({ words: 3, sentences: 1 })
  expect(readingOf(['', ' … '])).toMatchObject({ words: 0, score: null })
  expect(readingOf(['Un. Deux trois quatre. Cinq.']).longest).toEqual({ text: 'Deux trois quatre.', words: 3 })
})

test('levels go from easy to very hard', () =>
  expect([120, 70, 55, 40, 0].map(levelOf)).toEqual([
    'facile',
    'assez facile',
    'courant',
    'difficile',
    'très difficile',
  ]))
