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
const led = (...phrases: string[]) =>
  phrases.map((phrase, at) => ({ ...rival('ABCDEF'[at]!, 0.18 - at / 100, 200), phrase }))

test('answers that nothing tells apart are named after the largest', () => {
  const rivals = [rival('A', 0.34, 300), rival('B', 0.31, 300), rival('C', 0.28, 300), rival('D', 0.07, 300)]
  const leaders = leadersOf(rivals, precision)
  expect(leaders.map(({ label }) => label)).toEqual(['A', 'B', 'C'])
  expect(plain(tieSentence(leaders, 'familles', citing)!)).toBe(
    'Peut-être autant de familles citent « B » et autant « C ».',
  )
  expect(plain(tieSentence(leaders.slice(0, 2), 'habitants', citing)!)).toBe(
    'Peut-être autant d’habitants citent « B ».',
  )
  expect(tieSentence(leaders.slice(0, 1), 'familles', citing)).toBeNull()
  // « 46 % peut-être aussi fréquent » beside 74 %
  const far = [rival('le forum', 0.74, 60), rival('le bouche-à-oreille', 0.68, 60), rival('les affiches', 0.46, 60)]
  expect(plain(tieSentence(far, 'associations', citing)!)).toBe(
    'Peut-être autant d’associations citent « le bouche-à-oreille ».',
  )
  expect(tieSentence([far[0]!, far[2]!], 'associations', citing)).toBeNull()
})

// « Les écarts avec « B », « C » et « D » ne sont pas établis. » was machine talk: a gap is between two figures.
test('more than one are listed in words of the frame, as long as a sentence holds them; « oui » and « non » name nothing', () => {
  const rivals = (labels: string[]) => labels.map((label, at) => rival(label, 0.18 - at / 100, 200))
  const said = (labels: string[]) => plain(tieSentence(rivals(labels), 'jeunes', citing)!)
  // « citent « B », « C » ou « D » » was read as all of them together
  expect(said(['A', 'B', 'C', 'D'])).toBe('Peut-être autant de jeunes citent « B », autant « C » et autant « D ».')
  expect(said(['A', 'B', 'C', 'D', 'E'])).toBe(
    'Quatre autres réponses sont peut-être aussi fréquentes : « B », « C », « D » et « E ».',
  )
  const long = Array.from({ length: 18 }, () => 'mot').join(' ')
  expect(said(['A', 'B', long, long, 'E'])).toBe('Quatre autres réponses sont peut-être aussi fréquentes.')
  expect(said(['Oui', 'Non'])).toBe('Une autre réponse est peut-être aussi fréquente.')
  expect(plain(tieSentence(rivals(['A', `${long} ${long}`, 'C']), 'jeunes', citing, 'theme')!)).toBe(
    'Deux autres thèmes sont peut-être aussi fréquents.',
  )
  expect(plain(tieSentence(rivals(['A', `${long} ${long}`, 'C']), 'enfants', citing, 'day')!)).toBe(
    'Deux autres jours sont peut-être aussi demandés.',
  )
  // « une fête, un concert et un lieu »: how many are they?
  expect(plain(tieSentence(led('premier', 'une fête, un concert', 'un lieu'), 'jeunes', citing)!)).toBe(
    'Deux autres réponses sont peut-être aussi fréquentes : une fête, un concert ; un lieu.',
  )
  // « un travail ; voir des amis » went on from « ont renoncé à » by no word
  const giving = 'Parmi les jeunes, {value} ont renoncé à {top} faute de bus ({interval} ; {base} réponses).'
  expect(plain(tieSentence(led('sortir', 'un travail ou un stage', 'voir des amis'), 'jeunes', giving)!)).toBe(
    'Peut-être autant de jeunes ont renoncé à voir des amis et autant à un travail ou un stage faute de bus.',
  )
  // of 16 % of fifty, « deux autres réponses » set aside the 10 % that nothing sets apart
  const apart = [
    ['le premier', 0.16],
    [`${long} ${long}`, 0.14],
    ['le dernier', 0.1],
  ].map(([phrase, share]) => ({
    ...rival('A', share as number, 50),
    phrase: phrase as string,
  }))
  expect(plain(tieSentence(apart, 'jeunes', citing)!)).toBe('D’autres réponses sont peut-être aussi fréquentes.')
})

// « Quatre autres réponses : A, B et C. Et aussi : D. »: three or four?
test('a list too long for one sentence is left to the table', () => {
  const long = [
    'une activité',
    'une fête, un marché ou un repas',
    'un coup de main entre voisins',
    'un spectacle ou une sortie',
  ]
  expect(plain(tieSentence(led(...long), 'habitants', citing)!)).toBe(
    'Trois autres réponses sont peut-être aussi fréquentes : une fête, un marché ou un repas ; un coup de main entre voisins ; un spectacle ou une sortie.',
  )
  expect(plain(tieSentence(led(...long, 'un rendez-vous pour les aînés'), 'habitants', citing)!)).toBe(
    'Quatre autres réponses sont peut-être aussi fréquentes.',
  )
})

// Three themes had 28 %, and only one of them was put forward.
test('answers with the share of the first are said to have it, apart from those that may only be as frequent', () => {
  const shares = (...shares: number[]) =>
    shares.map((share, at) => ({ ...rival('ABCDEF'[at]!, share, 80), phrase: `le ${'abcdef'[at]}` }))
  const said = (...given: number[]) => plain(tieSentence(shares(...given), 'familles', citing, 'theme')!)
  expect(said(0.28, 0.28, 0.28, 0.22)).toBe(
    'Deux autres thèmes sont aussi fréquents : le b et le c. Peut-être autant de familles citent le d.',
  )
  expect(said(0.28, 0.28)).toBe('Autant de familles citent le b.')
  expect(said(0.28, 0.28, 0.27)).toBe('Autant de familles citent le b. Peut-être autant de familles citent le c.')
  expect(said(0.28, 0.27)).toBe('Peut-être autant de familles citent le b.')
})

// « Peut-être autant de jeunes : un lieu à eux ; deux autres réponses » had no verb.
test('what may be as frequent is said by the verb of the frame, of the same people', () => {
  const said = (frame: string, who: string, ...phrases: string[]) =>
    plain(tieSentence(led('premier', ...phrases), who, `${frame} ({interval} ; {base} réponses).`)!)
  expect(said('Parmi les 11-15 ans, {value} disent qu’il manque {top} ici', 'jeunes', 'un abri')).toBe(
    'Peut-être autant de jeunes disent qu’il manque un abri ici.',
  )
  expect(said('Dans {value} des familles répondantes, un parent travaille {top}', 'familles', 'la nuit')).toBe(
    'Dans peut-être autant de familles, un parent travaille la nuit.',
  )
  expect(said('Le soir, un accueil {top} suffirait à {value} des familles', 'familles', 'tardif')).toBe(
    'Un accueil tardif suffirait peut-être à autant de familles.',
  )
  expect(said('{value} des employeurs sont dans {top}', 'employeurs', 'les services')).toBe(
    'Peut-être autant d’employeurs sont dans les services.',
  )
  expect(said('Parmi eux, {value} {top}', 'enfants', 'vont à la crèche', 'restent seuls')).toBe(
    'Peut-être autant d’enfants vont à la crèche et autant restent seuls.',
  )
  expect(said('Parmi eux, {value} {top}', 'enfants', 'vont à la crèche', 'restent seuls', 'sortent')).toBe(
    'Peut-être autant d’enfants vont à la crèche, autant restent seuls et autant sortent.',
  )
  // an adverb is no verb: « seulement en cas d’imprévu » stood unnamed
  expect(said('Parmi eux, {value} viennent {top}', 'enfants', 'seulement le soir', 'le matin')).toBe(
    'Peut-être autant d’enfants viennent seulement le soir et autant le matin.',
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

// « De même pour trois autres réponses » did not say which; « peut-être autant d’enfants citent une crèche »: their parents do.
test('what the frame is too long to say twice is listed; what it says of somebody else stays said of them', () => {
  const said = (frame: string, who: string, ...phrases: string[]) =>
    plain(tieSentence(led('premier', ...phrases), who, `${frame} ({interval}).`)!)
  const long =
    'Parmi eux, {value} disent souvent qu’il leur manque {top} là où ils vivent, étudient, travaillent et vont, le soir comme le jour'
  expect(said(long, 'jeunes', 'un endroit à l’abri')).toBe(
    'Une autre réponse est peut-être aussi fréquente : un endroit à l’abri.',
  )
  const apart = ([first, second, third]: ReturnType<typeof led>) =>
    plain(
      tieSentence(
        [first!, { ...second!, estimate: first!.estimate }, third!],
        'enfants',
        'Parmi eux, {value} {top} le soir et le matin, après leurs devoirs',
      )!,
    )
  expect(apart(led('premier', 'sont gardés par leurs voisins', 'sont gardés par leurs parents'))).toBe(
    'Autant d’enfants sont gardés par leurs voisins le soir et le matin, après leurs devoirs. Une autre réponse est peut-être aussi fréquente.',
  )
  const ofParents = 'Pour {value} des enfants, les parents choisiraient {top}'
  expect(said(ofParents, 'enfants', 'une crèche')).toBe(
    'Pour peut-être autant d’enfants, les parents choisiraient une crèche.',
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
    const figure = () => ({ state: 'published', estimate: none.estimate })
    const figures = Object.assign(figure, { precision: () => precision }) as unknown as Figures
    return asideIn({ asides: [{ label: none.label, table: 't', key: 'k' }] }, leaders(many), figures)?.label
  }
  expect([said(0.13, 2), said(0.11, 2)]).toEqual(['Pas de souci', undefined])
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
    'Jours : aucun jour ne se détache nettement en tête (200 réponses). Vient devant, sans avance sûre : « A ».',
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
    '52 % des familles répondantes ont répondu « OUI » (entre 45 % et 58 % ; 310 réponses). Une autre réponse est peut-être aussi fréquente.',
  )
  expect(tied.sentence).not.toContain('le plus souvent')
  expect(tied.together).toEqual(['OUI', 'NON'])
  const first = of([...times(250, { garde: 'oui' }), ...times(60, { garde: 'non' })])
  expect(first.sentence).toContain('le plus souvent')
  expect(first.together).toBeUndefined()
})
