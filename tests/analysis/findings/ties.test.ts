/** « The most frequent answer » is said only where the published shares establish it. */
import { expect, test } from 'vitest'
import { leadersOf } from '../../../analysis/comparisons/leaders.ts'
import { mcnemar } from '../../../analysis/comparisons/mcnemar.ts'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { Figures } from '../../../analysis/disclosure/published-figure.ts'
import { asideIn } from '../../../analysis/findings/leaders.ts'
import { isOpen, openSentence, tieSentence } from '../../../analysis/findings/ties.ts'
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

// « Autant un rendez-vous, autant une sortie, autant un travail et autant la fin d’une sortie », « de même pour deux autres réponses »
test('more than two are named by their gaps, as long as a sentence holds them; « oui » and « non » name nothing', () => {
  const rivals = (labels: string[]) => labels.map((label, at) => rival(label, 0.18 - at / 100, 200))
  const said = (labels: string[]) => plain(tieSentence(rivals(labels), 'jeunes', citing)!)
  expect(said(['A', 'B', 'C', 'D', 'E'])).toBe('Les écarts avec « B », « C », « D » et « E » ne sont pas établis.')
  const long = Array.from({ length: 18 }, () => 'mot').join(' ')
  expect(said(['A', 'B', long, long, 'E'])).toBe('Les écarts avec les quatre réponses suivantes ne sont pas établis.')
  expect(said(['A', `${long}, puis ${long}, et encore`, 'C'])).toBe(
    'Les écarts avec les deux réponses suivantes ne sont pas établis.',
  )
  expect(said(['Oui', 'Non'])).toBe('L’écart avec la réponse suivante n’est pas établi.')
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
  expect(said('{value} des employeurs sont dans {top}', 'employeurs', 'l’industrie', 'les services')).toBe(
    'Peut-être autant d’employeurs sont dans l’industrie, et autant dans les services.',
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
  ).toBe('Les écarts avec « là » et « loin » ne sont pas établis.')
})

// « De même pour trois autres réponses » did not say which; « peut-être autant d’enfants citent une crèche »: their parents do.
test('what the frame is too long to say twice, or says of somebody else, is named by its gap', () => {
  const said = (frame: string, who: string, ...phrases: string[]) =>
    plain(tieSentence(led('premier', ...phrases), who, `${frame} ({interval}).`)!)
  const long = 'Parmi eux, {value} disent souvent qu’il leur manque {top} là où ils vivent, étudient et vont'
  expect(said(long, 'jeunes', 'un endroit à l’abri et éclairé', 'des équipements de sport')).toBe(
    'Les écarts avec « un endroit à l’abri et éclairé » et « des équipements de sport » ne sont pas établis.',
  )
  const ofParents = 'Pour {value} des enfants, les parents choisiraient {top}'
  expect(said(ofParents, 'enfants', 'une crèche')).toBe(
    'Pour peut-être autant d’enfants, les parents choisiraient une crèche.',
  )
  expect(said(ofParents, 'enfants', 'une crèche', 'un proche')).toBe(
    'Les écarts avec « une crèche » et « un proche » ne sont pas établis.',
  )
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
    const figures = (() => ({ state: 'published', estimate: none.estimate })) as unknown as Figures
    return asideIn({ asides: [{ label: none.label, table: 't', key: 'k' }] }, leaders(many), figures)?.label
  }
  expect([said(0.13, 2), said(0.11, 2)]).toEqual(['Pas de souci', undefined])
  expect([said(0.13, 6), said(0.6, 6)]).toEqual([undefined, 'Pas de souci'])
})

// « Un peu plus cités, sans écart établi : A, B et C » put forward what nothing established.
test('where six answers may be the first, none is named', () => {
  const leaders = ['A', 'B', 'C', 'D', 'E', 'F'].map((label) => rival(label, 0.18, 200))
  expect([5, 6].map((many) => isOpen(leaders.slice(0, many)))).toEqual([false, true])
  expect(plain(openSentence('Envies', '200 réponses'))).toBe(
    'Envies : aucun choix ne se détache nettement (200 réponses).',
  )
  expect(plain(openSentence(null, '200 réponses', 'theme'))).toBe('Parmi les thèmes, aucun ne se détache nettement.')
})

// « L’écart avec « PMI : la santé des jeunes enfants » n’est pas établi. » copied a label and its explanation.
test('what lies far below is called by its name, else by its label without what explains it', () => {
  const said = (label: string, phrase?: string) =>
    plain(
      tieSentence(
        [rival('A', 0.38, 60), { ...rival(label, 0.27, 60), ...(phrase && { phrase }) }],
        'familles',
        citing,
      )!,
    )
  expect(said('CCAS : l’aide sociale', 'le CCAS de leur commune')).toBe(
    'L’écart avec le CCAS de leur commune n’est pas établi.',
  )
  expect(said('Du wifi, des prises', 'du wifi et des prises')).toBe(
    'L’écart avec « du wifi et des prises » n’est pas établi.',
  )
  expect(said('Une crèche (EAJE)', 'vont à la crèche')).toBe('L’écart avec « Une crèche » n’est pas établi.')
  expect(said('Pas de place', 'ne trouvent pas de place')).toBe('L’écart avec « Pas de place » n’est pas établi.')
  expect(said('Nous, ses parents', 'sont gardés par leurs parents')).toBe(
    'L’écart avec la réponse suivante n’est pas établi.',
  )
  expect(said('Les émotions', 'les émotions et les conflits')).toBe(
    'L’écart avec « les émotions et les conflits » n’est pas établi.',
  )
  expect(said('PMI : la santé des jeunes enfants')).toBe('L’écart avec « PMI » n’est pas établi.')
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
    '52 % des familles répondantes ont répondu « OUI » (entre 45 % et 58 % ; 310 réponses). L’écart avec la réponse suivante n’est pas établi.',
  )
  expect(tied.sentence).not.toContain('le plus souvent')
  expect(tied.together).toEqual(['OUI', 'NON'])
  const first = of([...times(250, { garde: 'oui' }), ...times(60, { garde: 'non' })])
  expect(first.sentence).toContain('le plus souvent')
  expect(first.together).toBeUndefined()
})
