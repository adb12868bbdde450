import { expect, test } from 'vitest'
import { exploredOf } from '../../../../api/results/explorer/explored.ts'
import type { Head, PublishedQuestion } from '../../../../api/results/publications.ts'

const head = { surveyed: { period: null }, document: { digest: '' }, questions: [] } as unknown as Head
const precision = { worth: 1, peoplePerAnswer: 1, noise: 0 }

/** Shares of two answers in two groups of 400. */
const asked = (shares: number[][]) =>
  ({
    path: 'utile',
    title: 'Est-ce utile ?',
    kind: 'shares',
    sensitive: false,
    who: ['famille', 'familles'],
    lists: [],
    crossings: [
      {
        by: {
          path: 'solution',
          title: 'Avez-vous une solution ?',
          choices: [
            { value: 'oui', text: 'Oui' },
            { value: 'non', text: 'Non' },
          ],
          left: [],
        },
        answers: [
          { value: 'beaucoup', label: 'Beaucoup' },
          { value: 'besoin', label: 'Pas besoin' },
        ],
        bases: [400, 400],
        shares,
        precision,
      },
    ],
  }) as unknown as PublishedQuestion

const said = (shares: number[][]) => exploredOf('loisirs', head, asked(shares), 'solution')!.sentence

// it kept a gap that is not established (45 against 40) and said nothing of the widest (39 against 7)
test('of two questions crossed, the sentence is about the widest gap that is established', () => {
  const sentence = said([
    [45, 39],
    [40, 7],
  ])
  expect(sentence).toMatch(/«\s?Pas besoin\s?» \(avez-vous une solution\s\?\s: Oui\), 39/)
  expect(sentence).toMatch(/Le moins\s: Non, 7/)
  expect(sentence).not.toContain('Beaucoup')
})

test('where no gap is established, it is about the largest figure, and says so', () => {
  const sentence = said([
    [45, 12],
    [44, 8],
  ])
  expect(sentence).toMatch(/«\s?Beaucoup\s?»/)
  expect(sentence).toMatch(/L’écart avec «\s?Non\s?» n’est pas établi/)
})

const question: PublishedQuestion = {
  path: 'voiture',
  title: 'Une voiture ?',
  page: 'page',
  kind: 'shares',
  sensitive: false,
  who: ['famille répondante', 'familles répondantes'],
  lists: [],
  crossings: [
    {
      by: null,
      answers: [{ value: 'true', label: 'Oui' }],
      bases: [120],
      shares: [[60]],
      precision: { worth: 1, peoplePerAnswer: 1, noise: 5 },
    } as unknown as PublishedQuestion['crossings'][number],
  ],
}
const wholeHead = {
  number: 1,
  madeAt: '2026-05-01T08:00:00.000Z',
  surveyed: { period: null, responses: 200 },
  questions: [],
  document: { digest: 'abc' },
} as unknown as Head

test('a question that short responses were not asked says so, and its sentence when it is taken away', () => {
  const whole = exploredOf('petit', wholeHead, { ...question, isWholeOnly: true }, '')!
  expect(whole.isWholeOnly).toBe(true)
  expect(whole.sentence).toContain('les réponses passées par l’essentiel ne l’ont pas eue')
  const both = exploredOf('petit', wholeHead, question, '')!
  expect(both.isWholeOnly).toBe(false)
  expect(both.sentence).not.toContain('essentiel')
})
