/** « The most frequent answer » is said only where the published shares establish it. */
import { expect, test } from 'vitest'
import { leadersOf } from '../../../analysis/comparisons/leaders.ts'
import { mcnemar } from '../../../analysis/comparisons/mcnemar.ts'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import { openSentence, saidIn, tieSentence } from '../../../analysis/findings/ties.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { seeded } from '../../../surveys/people/random.ts'
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

const citing = 'Parmi les jeunes, {value} citent {top} ({interval} ; {base} réponses).'
const led = (...phrases: string[]) => phrases.map((phrase, at) => ({ ...rival('ABCDEF'[at]!, 0.18, 200), phrase }))

test('answers that nothing tells apart are named after the largest', () => {
  const rivals = [rival('A', 0.34, 300), rival('B', 0.31, 300), rival('C', 0.28, 300), rival('D', 0.07, 300)]
  const leaders = leadersOf(rivals, precision)
  expect(leaders.map(({ label }) => label)).toEqual(['A', 'B', 'C'])
  expect(plain(tieSentence(leaders, 'familles', citing)!)).toBe(
    'Peut-être autant de familles citent « B », et autant « C ».',
  )
  expect(plain(tieSentence(leaders, 'habitants', citing)!)).toBe(
    'Peut-être autant d’habitants citent « B », et autant « C ».',
  )
  expect(tieSentence(leaders.slice(0, 1), 'familles', citing)).toBeNull()
})

test('of many, as many are named as a sentence holds; « oui » and « non » name nothing', () => {
  const rivals = (labels: string[]) => labels.map((label, at) => rival(label, 0.18 - at / 100, 200))
  const said = (labels: string[]) => plain(tieSentence(rivals(labels), 'jeunes', citing)!)
  expect(said(['A', 'B', 'C', 'D', 'E'])).toBe(
    'Peut-être autant de jeunes citent « B », autant « C », autant « D » et autant « E ».',
  )
  const long = Array.from({ length: 18 }, () => 'mot').join(' ')
  // « une autre » would say no less than its name
  expect(said(['A', 'B', long, long, 'E'])).toBe(
    'Peut-être autant de jeunes citent « B » ; de même pour trois autres réponses.',
  )
  expect(said(['A', `${long}, puis ${long}, et encore`, 'C'])).toBe(
    'Deux autres réponses reviennent peut-être aussi souvent.',
  )
  expect(said(['Oui', 'Non'])).toBe('Une autre réponse revient peut-être aussi souvent.')
})

// « Peut-être autant de jeunes : un lieu à eux ; deux autres réponses » had no verb.
test('what may be as frequent is said by the verb of the frame, of the same people', () => {
  const said = (frame: string, who: string, ...phrases: string[]) =>
    plain(tieSentence(led('premier', ...phrases), who, `${frame} ({interval} ; {base} réponses).`)!)
  expect(said('Parmi les 11-15 ans, {value} disent qu’il manque {top} ici', 'jeunes', 'un abri', 'un lieu')).toBe(
    'Peut-être autant de jeunes disent qu’il manque un abri ici, et autant un lieu.',
  )
  expect(said('Dans {value} des familles répondantes, un parent travaille {top}', 'familles', 'la nuit')).toBe(
    'Dans peut-être autant de familles, un parent travaille la nuit.',
  )
  expect(said('Le soir, un accueil {top} suffirait à {value} des familles', 'familles', 'tardif')).toBe(
    'Un accueil tardif suffirait peut-être à autant de familles.',
  )
  expect(said('Parmi eux, {value} {top}', 'enfants', 'vont à la crèche', 'restent seuls')).toBe(
    'Peut-être autant d’enfants vont à la crèche, et autant restent seuls.',
  )
  expect(said('{value} des jeunes aideraient à {top}', 'jeunes', 'un concert ou un bal', 'un tournoi')).toBe(
    'Peut-être autant de jeunes aideraient à un concert ou un bal, et autant à un tournoi.',
  )
  // a frame that another figure runs through, or that has no verb
  for (const unfit of [
    '« {top} » : {value}.',
    '{value} vont à {top}, de {interval}.',
    '{value} des jeunes ont choisi.',
  ])
    expect(plain(tieSentence(led('premier', 'le bal'), 'jeunes', unfit)!)).toBe(
      'Peut-être autant de jeunes citent le bal.',
    )
})

// « Le mercredi, aux petites vacances ou en juillet » was read as any of them, and 20 % as perhaps 38.
test('each answer is said for itself, and none far below to be perhaps as frequent', () => {
  const said = (shares: number[], frame = citing, ...phrases: string[]) =>
    plain(
      tieSentence(
        [0.38, ...shares].map((share, at) => ({
          ...rival('ABCDE'[at]!, share, 60),
          ...(phrases[at] && { phrase: phrases[at] }),
        })),
        'enfants',
        frame,
      )!,
    )
  expect(said([0.28])).toBe('Peut-être autant d’enfants citent « B ».')
  expect(said([0.27])).toBe('L’écart avec « B » n’est pas établi.')
  expect(said([0.3, 0.26, 0.2])).toBe(
    'Peut-être autant d’enfants citent « B ». Les écarts avec « C » et « D » ne sont pas établis.',
  )
  expect(
    said(
      [0.36, 0.35],
      'L’été, un accueil {top} conviendrait à {value} des enfants du sud ({interval}).',
      'ici',
      'là',
      'loin',
    ),
  ).toBe('Un accueil là conviendrait peut-être à autant d’enfants, et de même loin.')
})

// « De même pour trois autres réponses » did not say which.
test('what the frame is too long to list is cited by its names', () => {
  const long = 'Parmi eux, {value} disent qu’il leur manque {top} là où ils vivent et vont ({interval}).'
  const said = (...phrases: string[]) => plain(tieSentence(led('premier', ...phrases), 'jeunes', long)!)
  expect(said('un endroit à l’abri et éclairé', 'des équipements de sport', 'des transports')).toBe(
    'Peut-être autant de jeunes citent un endroit à l’abri et éclairé, autant des équipements de sport et autant des transports.',
  )
  // « citent au centre » is no French
  expect(said('à la crèche ou chez une assistante', 'à l’école, pendant la classe', 'au centre')).toBe(
    'Trois autres réponses reviennent peut-être aussi souvent.',
  )
})

test('where every answer may be the first, none is set apart', () => {
  const leaders = ['A', 'B', 'C', 'D', 'E', 'F'].map((label) => rival(label, 0.18, 200))
  const said = (offered: number) => plain(openSentence('Envies', leaders, '200 réponses', { offered }))
  expect(said(9)).toBe(
    'Envies : aucun choix ne se détache nettement (200 réponses). Un peu plus cités, sans écart établi, viennent « A », « B » et « C ».',
  )
  expect(said(6)).toBe('Envies : aucun choix ne se détache nettement (200 réponses).')
})

// « Lieux connus d’ici : … » followed a sentence that named none.
test('what explains an answer is said only where a sentence may name it', () => {
  const leaders = ['A', 'B', 'C', 'D', 'E', 'F'].map((label) => rival(label, 0.18, 200))
  const said = (many: number, offered: number) =>
    saidIn(leaders.slice(0, many), offered)
      .map(({ label }) => label)
      .join('')
  expect([said(1, 6), said(5, 6), said(6, 9), said(6, 6)]).toEqual(['A', 'ABCDE', 'ABC', ''])
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
    '52 % des familles répondantes ont répondu « OUI » (entre 45 % et 58 % ; 310 réponses). Une autre réponse revient peut-être aussi souvent.',
  )
  expect(tied.sentence).not.toContain('le plus souvent')
  expect(tied.together).toEqual(['OUI', 'NON'])
  const first = of([...times(250, { garde: 'oui' }), ...times(60, { garde: 'non' })])
  expect(first.sentence).toContain('le plus souvent')
  expect(first.together).toBeUndefined()
})
