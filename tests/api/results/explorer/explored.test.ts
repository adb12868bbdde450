import { expect, test } from 'vitest'
import { exploredOf } from '../../../../api/results/explorer/explored.ts'
import type { Head, PublishedQuestion } from '../../../../api/results/publications.ts'

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
const head = {
  number: 1,
  madeAt: '2026-05-01T08:00:00.000Z',
  surveyed: { period: null, responses: 200 },
  questions: [],
  document: { digest: 'abc' },
} as unknown as Head

test('a question that short responses were not asked says so, and its sentence when it is taken away', () => {
  const whole = exploredOf('petit', head, { ...question, isWholeOnly: true }, '')!
  expect(whole.isWholeOnly).toBe(true)
  expect(whole.sentence).toContain('les réponses passées par l’essentiel ne l’ont pas eue')
  const both = exploredOf('petit', head, question, '')!
  expect(both.isWholeOnly).toBe(false)
  expect(both.sentence).not.toContain('essentiel')
})
