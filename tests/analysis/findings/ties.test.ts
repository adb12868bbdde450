/** « The most frequent answer » is said only where the published shares establish it. */
import { expect, test } from 'vitest'
import { leadersOf } from '../../../analysis/comparisons/leaders.ts'
import { mcnemar } from '../../../analysis/comparisons/mcnemar.ts'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { Figures } from '../../../analysis/disclosure/published-figure.ts'
import { asideIn } from '../../../analysis/findings/leaders.ts'
import { isOpen, openSentence, type Ranked, tieSentence } from '../../../analysis/findings/ties.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { isReservation, sentencesIn } from '../../../surveys/wording/sentences.ts'
import { exactFindingsOf, indicator, studyOf, times } from '../columns/study.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const precision = { worth: 1, peoplePerAnswer: 1, noise: 5 }
const rival = (label: string, share: number, base: number) => ({
  label,
  estimate: publishedEstimate(share, base, precision),
})

// R: mcnemar.test(matrix(c(20, 15, 30, 35), 2), correct = FALSE) — X² = 5, p = 0.02535
test('both answers known, the test is McNemar’s', () => {
  const { z, p } = mcnemar({ first: 0.5, second: 0.35, both: 0.2, n: 100 })!
  expect(z ** 2).toBeCloseTo(5, 10)
  expect(p).toBeCloseTo(0.025347, 6)
})

test('for a choice of one answer the variance is that of a multinomial', () => {
  const { z } = mcnemar({ first: 0.4, second: 0.3, both: null, n: 100 })!
  expect(z).toBeCloseTo(0.1 / Math.sqrt(0.7 / 100), 12)
})

test('not knowing who gave both answers never tells more than knowing it', () => {
  for (const both of [0.05, 0.1, 0.2, 0.25])
    expect(mcnemar({ first: 0.4, second: 0.3, both: null, n: 200 })!.p).toBeGreaterThan(
      mcnemar({ first: 0.4, second: 0.3, both, n: 200 })!.p,
    )
  expect(mcnemar({ first: 0.8, second: 0.7, both: null, n: 200 })!.z).toBeCloseTo(0.1 / Math.sqrt(0.5 / 200), 12)
})

test('what a tie says is a reservation, that no screen leaves out for want of room', () => {
  const told = tieSentence([rival('Le prix', 0.4, 300), rival('Le trajet', 0.4, 300), rival('Les horaires', 0.36, 300)])
  expect(sentencesIn(told!).map(isReservation)).toEqual([true, true])
  expect(isReservation('Réponses de 2025 et 2026 réunies.')).toBe(false)
})

test('answers that nothing tells apart are named after the largest', () => {
  const rivals = [rival('A', 0.34, 300), rival('B', 0.31, 300), rival('C', 0.28, 300), rival('D', 0.07, 300)]
  const leaders = leadersOf(rivals, precision)
  expect(leaders.map(({ label }) => label)).toEqual(['A', 'B', 'C'])
  expect(plain(tieSentence(leaders)!)).toBe(
    'Les réponses « B » et « C » viennent ensuite, sans écart sûr avec la première.',
  )
  expect(plain(tieSentence(leaders.slice(0, 2))!)).toBe(
    'La réponse « B » vient ensuite, sans écart sûr avec la première.',
  )
  expect(tieSentence(leaders.slice(0, 1))).toBeNull()
  // 16, 12, 11 and 10 % of fifty: only the second was told, and the others seemed to be set apart
  const few = [rival('A', 0.16, 50), rival('B', 0.12, 50), rival('C', 0.11, 50), rival('D', 0.1, 50)]
  expect(plain(tieSentence(few)!)).toBe(
    'Les réponses « B », « C » et « D » viennent ensuite, sans écart sûr avec la première.',
  )
})

// « Peut-être autant d’enfants citent B, autant C », « et autant à obtenir »: each reader of many stumbled on what went on from a frame.
test('they are named as the form does, as long as a sentence holds them; « oui » and « non » name nothing', () => {
  const said = (labels: string[], what?: Ranked) =>
    plain(
      tieSentence(
        labels.map((label, at) => rival(label, 0.18 - at / 100, 200)),
        what,
      )!,
    )
  const long = Array.from({ length: 18 }, () => 'mot').join(' ')
  expect(said(['A', 'B', long, long, 'E'])).toBe(
    'Les réponses « B » et trois autres viennent ensuite, sans écart sûr avec la première.',
  )
  expect(said(['A', 'B', long], 'theme')).toBe(
    'Les thèmes « B » et un autre viennent ensuite, sans écart sûr avec le premier.',
  )
  expect(said(['A', `${long} ${long}`, 'C'])).toBe(
    'Deux autres réponses viennent ensuite, sans écart sûr avec la première.',
  )
  expect(said(['Oui', 'Non'])).toBe('Une autre réponse vient ensuite, sans écart sûr avec la première.')
  expect(said(['A', 'B', 'C'], 'theme')).toBe(
    'Les thèmes « B » et « C » viennent ensuite, sans écart sûr avec le premier.',
  )
  expect(said(['A', `${long} ${long}`], 'day')).toBe(
    'Une autre réponse vient ensuite, sans écart sûr avec la première.',
  )
  // a place goes with its commune, as long as there is room; what explains goes first
  expect(said(['A', 'Salle des fêtes (Belle-Rive)'])).toBe(
    'La réponse « Salle des fêtes (Belle-Rive) » vient ensuite, sans écart sûr avec la première.',
  )
  expect(said(['A', 'Le soir (après 18 h)', `Nous, ses parents : ${long}`])).toBe(
    'Les réponses « Le soir » et « Nous, ses parents » viennent ensuite, sans écart sûr avec la première.',
  )
})

// Three themes had 28 %, and only one of them was put forward.
test('answers with the share of the first are said to have it, apart from those that may only be as frequent', () => {
  const said = (...given: number[]) => plain(tieSentence(given.map((share, at) => rival('ABCDEF'[at]!, share, 80)))!)
  expect(said(0.28, 0.28, 0.28, 0.22)).toBe(
    'Les réponses « B » et « C » reviennent tout aussi souvent. La réponse « D » vient ensuite, sans écart sûr avec elles.',
  )
  expect(said(0.28, 0.28)).toBe('La réponse « B » revient tout aussi souvent.')
})

// « 13 % disent ne pas avoir de gros souci », of 85, led where nothing else did.
test('an answer that never leads is said first where it is one of few; of many, only when it is apart from them', () => {
  const leaders = (many: number) =>
    'ABCDEF'
      .slice(0, many)
      .split('')
      .map((label) => rival(label, 0.12, 85))
  const said = (share: number, many: number) => {
    const none = rival('Pas de souci', share, 85)
    const figure = () => ({ state: 'published', estimate: none.estimate })
    const figures = Object.assign(figure, { precision: () => precision }) as unknown as Figures
    return asideIn({ asides: [{ label: none.label, table: 't', key: 'k' }] }, leaders(many), figures)?.label
  }
  expect([said(0.13, 2), said(0.11, 2), said(0.01, 2)]).toEqual(['Pas de souci', 'Pas de souci', undefined])
  // intervals that overlap, of shares that a test sets apart
  expect([said(0.13, 6), said(0.28, 6), said(0.6, 6)]).toEqual([undefined, 'Pas de souci', 'Pas de souci'])
})

// « Un peu plus cités, sans écart établi : A, B et C » put forward what nothing established; 18 % beside 10 % is seen in the table.
test('where six answers may be the first, none is named, but one that no other comes near', () => {
  const shares = (...all: number[]) => all.map((share, at) => rival('ABCDEF'.charAt(at), share, 200))
  const level = [0.18, 0.18, 0.18, 0.18, 0.18, 0.18]
  expect([5, 6].map((many) => isOpen(shares(...level).slice(0, many)))).toEqual([false, true])
  const said = (title: string, all: number[], what?: Ranked, isAfter?: boolean) =>
    plain(openSentence(title, '200 réponses', shares(...all), what, isAfter))
  const none = 'Envies : aucun choix ne se détache nettement en tête (200 réponses).'
  expect(said('Envies', level)).toBe(none)
  expect(said('Envies', [0.2, 0.19, 0.1, 0.1, 0.1, 0.1])).toBe(none)
  expect(said('Envies', level, 'theme', true)).toBe('Aucun autre thème ne se détache nettement.')
  // « Moments… : aucun choix »
  expect(said('Moments possibles', level)).toContain(' : aucun moment ne se détache')
  expect(said('Principal lieu de sortie', level, 'answer', true)).toBe('Aucun lieu ne se détache nettement.')
  expect(said('Jours', [0.18, 0.1, 0.1, 0.1, 0.07, 0.06], 'day')).toBe(
    'Jours : aucun jour ne se détache nettement en tête (200 réponses). La réponse « A » arrive devant, sans avance sûre.',
  )
})

// Intervals that overlap are no test: 36 and 27 % of 700 overlapped, and are apart.
test('a lead that overlapping intervals hid is established', () => {
  const [a, b] = [rival('A', 0.32, 700), rival('B', 0.26, 700)]
  expect(b.estimate.high).toBeGreaterThanOrEqual(a.estimate.low)
  expect(leadersOf([a, b], precision)).toHaveLength(1)
})

test('an equal share is taken for a lead in at most one sample in twenty', () => {
  const random = seeded(11)
  const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-12)) * Math.cos(2 * Math.PI * random())
  const rounds = 2000
  let wrong = 0
  for (let round = 0; round < rounds; round++) {
    const n = 400
    const counts = [0, 0, 0, 0]
    for (let row = 0; row < n; row++) {
      const draw = random()
      counts[draw < 0.3 ? 0 : draw < 0.6 ? 1 : draw < 0.9 ? 2 : 3]! += 1
    }
    const rivals = counts
      .map((count, at) => rival(String(at), Math.round(((count + Math.sqrt(5) * normal()) / n) * 100) / 100, n))
      .toSorted((a, b) => b.estimate.value - a.estimate.value)
    if (leadersOf(rivals, precision).length === 1) wrong += 1
  }
  expect(wrong / rounds).toBeLessThan(0.05)
})

test('a finding whose first place is not established never says « le plus souvent »', () => {
  const ranked = indicator({
    field: 'garde',
    measure: 'shares',
    sentence:
      'La garde : « {top} » est cité le plus souvent, pour {value} des familles répondantes ({interval} ; {base} réponses).',
  })
  const of = (answers: Answers[]) => exactFindingsOf(studyOf(answers, [ranked])).findings[0]!
  const tied = of([...times(160, { garde: 'oui' }), ...times(150, { garde: 'non' })])
  expect(plain(tied.sentence)).toBe(
    '52 % des familles répondantes ont répondu « OUI » (entre 45 % et 58 % ; 310 réponses). Une autre réponse vient ensuite, sans écart sûr avec la première.',
  )
  expect(tied.sentence).not.toContain('le plus souvent')
  expect(tied.together).toEqual(['OUI', 'NON'])
  const first = of([...times(250, { garde: 'oui' }), ...times(60, { garde: 'non' })])
  expect(first.sentence).toContain('le plus souvent')
  expect(first.together).toBeUndefined()
})
