import { expect, test } from 'vitest'
import { exploredOf } from '../../../../api/results/explorer/explored.ts'
import { pooledIn } from '../../../../api/results/explorer/told.ts'
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

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

// it kept a gap that is not established (45 against 40) and said nothing of the widest (39 against 7)
test('of two questions crossed, the sentence begins with the widest gap that is established', () => {
  const { brief, sentence, isEstablished, sentences } = exploredOf(
    'loisirs',
    head,
    asked([
      [45, 39],
      [40, 7],
    ]),
    'solution',
  )!
  expect(plain(sentence)).toMatch(/^Un écart est établi, selon « Avez-vous une solution \? »\. À « Est-ce utile \? », /)
  expect(plain(sentence)).toMatch(/« Pas besoin » : le plus, « Oui », 39 % .*le moins, « Non », 7 %/)
  expect(sentence).not.toContain('Beaucoup')
  expect(isEstablished).toBe(true)
  expect(sentences.map((one) => one.isEstablished)).toEqual([false, true])
  // at a glance, and which two groups are drawn dark
  expect(plain(brief)).toBe('Un écart est établi : « Pas besoin » : 39 % pour « Oui », 7 % pour « Non ».')
  expect(sentences.map(({ between }) => between)).toEqual([null, ['oui', 'non']])
})

test('where no gap is established, the sentence begins by saying so, and speaks of « Non » last', () => {
  const close = asked([
    [25, 52],
    [24, 44],
  ])
  close.crossings[0]!.answers[1]!.label = 'Non'
  const { brief, sentence, isEstablished, sentences } = exploredOf('loisirs', head, close, 'solution')!
  expect(brief).toBe('Aucun écart n’est établi entre ces groupes.')
  expect(plain(sentence)).toMatch(/^Aucun écart n’est établi entre ces groupes, .*la réponse « Beaucoup » : le plus, /)
  expect(isEstablished).toBe(false)
  expect(plain(sentences[1]!.sentence)).toMatch(/^Pour cette réponse, aucun écart .*la réponse « Non » : le plus, /)
})

test('groups of a question with several answers overlap, and the sentence says so', () => {
  const shares = asked([
    [45, 39],
    [40, 7],
  ])
  const overlap = 'peut compter dans plusieurs de ces groupes'
  expect(exploredOf('loisirs', head, shares, 'solution', true)!.sentence).toContain(overlap)
  expect(exploredOf('loisirs', head, shares, 'solution')!.sentence).not.toContain(overlap)
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

// two waves were joined without a word, that the finding of the same question tells
test('figures of several waves say so, and those of groups that are the waves do not', () => {
  const both = { ...question, waves: ['2025', '2026'] }
  expect(exploredOf('petit', wholeHead, both, '')!.sentence).toContain('Réponses de 2025 et 2026 réunies.')
  expect(exploredOf('petit', wholeHead, both, '')!.pooled).toBe('Réponses de 2025 et 2026 réunies.')
  expect(exploredOf('petit', wholeHead, question, '')!.pooled).toBe('')
  expect(pooledIn(both, [{ path: '#vague' }])).toBe('')
})

// « Les écarts avec « B » et « C » ne sont pas établis. »: findings had left that formula.
test('answers that may be as frequent are told as findings tell them', () => {
  const said = (shares: number[], base: number, who = question.who) => {
    const answers = shares.map((_, at) => ({ value: `v${at}`, label: 'ABCDEFGH'[at]! }))
    const crossing = { by: null, answers, bases: [base], shares: [shares], precision }
    const tied = { ...question, who, crossings: [crossing] } as unknown as PublishedQuestion
    return plain(exploredOf('petit', wholeHead, tied, '')!.sentence)
  }
  expect(said([60, 20, 10], 400)).not.toContain('peut-être')
  expect(said([30, 28, 27, 5], 100)).toMatch(
    / Les réponses « B » et « C » viennent ensuite, sans écart sûr avec la première\.$/,
  )
  expect(said([30, 28, 5], 100)).toMatch(/ La réponse « B » vient ensuite, sans écart sûr avec la première\.$/)
  expect(said([30, 28, 5], 100, ['enfant décrit', 'enfants décrits'])).toMatch(
    / La réponse « B » vient ensuite, sans écart sûr avec la première\.$/,
  )
  expect(said([15, 14, 14, 14, 13, 13, 12], 100)).toMatch(
    / Plusieurs autres réponses viennent ensuite, sans écart sûr avec la première\.$/,
  )
})

// the headline cited « 90 % » alone, and the chart hatched it as too uncertain for that
test('what the chart hatches is cited with its interval', () => {
  const [crossing] = asked([
    [90, 10],
    [20, 80],
  ]).crossings
  const few = { ...crossing, bases: [40, 40], precision: { ...precision, worth: 0.7 } }
  const question = { ...asked([]), crossings: [few] } as unknown as PublishedQuestion
  expect(plain(exploredOf('loisirs', head, question, 'solution')!.brief)).toMatch(
    /« \S.*? » : \d+ % \(.*\d+.*\d+ %\) pour « (Oui|Non) », \d+ % \(.*\d+.*\d+ %\) pour « (Oui|Non) »\.$/,
  )
})
