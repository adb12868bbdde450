import { expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { nameOf } from '../../../client/results/explorer/addresses.ts'
import {
  baseText,
  datedIn,
  hiddenText,
  outsideText,
  quoted,
  readingText,
  shownOf,
  sumText,
} from '../../../client/results/explorer/explored-bars.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const groups = ['Nord', 'Sud', 'Est']

/** `shares[group][answer]` in percent; null = too small; a word = told in words. */
const explored = (shares: (number | string | null)[][], more: Partial<analyse.Explored> = {}) =>
  ({
    kind: 'shares',
    who: ['famille', 'familles'],
    lists: [{ path: 'zone', title: 'Zone', choices: groups.map((text) => ({ value: text, text })), left: [] }],
    answers: shares[0]!.map((_, at) => ({ value: String(at), label: `Réponse ${at}` })),
    cells: shares.flatMap((own, group) =>
      own.map((share, at) => ({
        dims: { zone: groups[group], reponse: String(at) },
        estimate:
          typeof share === 'number'
            ? { value: share / 100, low: 0, high: 1, base: 100 * (group + 1) }
            : { value: null, why: share === null ? 'too-few' : 'in-words', base: 0 },
        text: typeof share === 'number' ? `${share} %` : (share ?? 'trop petit'),
        interval: '',
      })),
    ),
    ...more,
  }) as unknown as analyse.Explored

test('a group without a figure is no column of holes: one sentence names it', () => {
  const one = explored([
    [40, 60],
    [null, null],
    [30, null],
  ])
  expect(shownOf(one).groups.map(({ text, base }) => [text, base])).toEqual([
    ['Nord', 100],
    ['Est', 300],
  ])
  expect(plain(hiddenText(one))).toBe('Trop peu de réponses pour un chiffre pour « Sud », et dans une case.')
})

// « trop peu de réponses » where the finding said « en attente de réponses nouvelles »
test('a group that waits is said to wait, as its finding says it', () => {
  const one = explored([
    [40, 60],
    [null, null],
    [30, 70],
  ])
  for (const { estimate } of one.cells!) if (estimate.value === null) estimate.why = 'waiting'
  expect(plain(hiddenText(one))).toBe('En attente de réponses nouvelles : « Sud ».')
})

test('what stands at an earlier day is said once a day, with the names of its groups', () => {
  const days = ['2026-11-26', '2026-11-26', undefined]
  const lists = [
    {
      path: 'zone',
      title: 'Zone',
      left: [],
      choices: groups.map((text, at) => ({ value: text, text, day: days[at] })),
    },
  ]
  const dated = (wholeDay: string | null) => datedIn({ lists, wholeDay } as unknown as analyse.Explored).map(plain)
  expect(dated(null)).toEqual(['Nord, Sud : chiffres arrêtés au 26 novembre 2026'])
  expect(dated('2026-11-26')).toEqual(['Ensemble, Nord, Sud : chiffres arrêtés au 26 novembre 2026'])
})

test('an answer that nobody may be shown to have given leaves the table, and is named', () => {
  const one = explored([
    [40, null],
    [50, null],
    [30, null],
  ])
  expect(shownOf(one).answers.map(({ label }) => label)).toEqual(['Réponse 0'])
  expect(plain(hiddenText(one))).toBe('Trop peu de réponses pour un chiffre à « Réponse 1 ».')
})

test('words are shown, and where all is shown nothing is said to be hidden', () => {
  const one = explored([
    [40, 'une minorité'],
    [50, 50],
    [30, 70],
  ])
  expect(shownOf(one).groups).toHaveLength(3)
  expect(hiddenText(one)).toBe('')
})

test('how a share is read is said by an example: of whom it is a share', () => {
  const shares = [
    [40, 60],
    [50, 50],
    [30, 70],
  ]
  expect(plain(readingText(explored(shares)))).toBe(
    'Se lit : dans le groupe « Nord », pour 40 % des familles, la réponse est « Réponse 0 ».',
  )
  expect(readingText(explored(shares, { lists: [] }))).toBe('')
})

test('a base says whose it is', () => {
  const shares = [[40], [50], [30]]
  expect(plain(baseText(explored(shares)))).toBe('Base : de 100 à 300 familles par groupe')
})

// « Chaque groupe fait 100 % », then « les parts peuvent ne pas faire 100 % », under a group that made 95 %
test('what the shares of a group sum to is said once, and only where every answer has its figure', () => {
  const shares = [
    [40, 60],
    [50, 45],
    [30, 70],
  ]
  const whole = (count: number) => Array.from({ length: count }, (_, at) => ({ answer: String(at) })) as never
  const missing = 'Les réponses qui n’ont pas de chiffre ici manquent à la somme d’un groupe.'
  const touched = 'Chaque chiffre est arrondi et légèrement modifié, pour que personne ne soit reconnu'
  expect(plain(sumText(explored(shares, { whole: whole(2) })))).toBe(
    `${touched} : un groupe fait 100 % à quelques points près.`,
  )
  expect(plain(sumText(explored([[40, 60]], { whole: whole(2), lists: [] })))).toContain(
    'le tout fait 100 % à quelques points près',
  )
  // « 100 % à quelques points près » stood beside groups that made 77 and 85
  const far = [
    [9, 68],
    [50, 35],
    [30, 70],
  ]
  expect(plain(sumText(explored(far, { whole: whole(2) })))).toBe(`${touched} : un groupe fait ici de 77 à 100 %.`)
  // an answer that is left out, or has no figure
  expect(plain(sumText(explored(shares, { whole: whole(3) })))).toBe(`${touched}. ${missing}`)
  expect(plain(sumText(explored([[40, null]], { whole: whole(2) })))).toBe(`${touched}. ${missing}`)
  expect(sumText(explored(shares, { kind: 'several' }))).toBe('Plusieurs réponses étaient possibles.')
  expect(sumText(explored(shares, { kind: 'mean' }))).toBe('')
})

// every group said less « non » than everybody: the 200 who had not told their quotient were nowhere
test('those who are in no group are said, about how many, where the published bases tell it', () => {
  const shares = [
    [40, 60],
    [50, 50],
    [30, 70],
  ]
  const of = (base: number, more: Partial<analyse.Explored> = {}) =>
    outsideText(
      explored(shares, {
        whole: [{ answer: '0', estimate: { value: 0.6, base } }] as never,
        isOverlapping: false,
        missed: null,
        ...more,
      }),
    )
  // the groups are of 100, 200 and 300
  expect(plain(of(800))).toMatch(
    /^Environ 200 familles ne sont dans aucun de ces groupes \(« Zone » sans réponse ou non posée, ou groupe non montré\) : leurs réponses ne comptent/,
  )
  // few people, or no more than the roundings of the bases: 60 % of everybody, 30, 40 and 50 % of the groups, by their noise
  expect(of(625)).toMatch(/^Chaque chiffre est protégé de son côté/)
  expect(of(600, { whole: [{ answer: '0', estimate: { value: 0.4, base: 600 } }] as never })).toBe('')
  const [list] = explored(shares).lists
  expect(of(800, { isOverlapping: true })).toBe('')
  // another group is not shown, or the figures are of another day: how many is not said
  const day = '2026-01-01'
  for (const lists of [
    [{ ...list!, left: ['Ouest'] }],
    [{ ...list!, choices: list!.choices.map((one) => ({ ...one, day })) }],
  ])
    expect(plain(of(800, { lists }))).toMatch(
      /^Qui n’est dans aucun des groupes montrés, ou n’a pas répondu à « Zone »[^0-9]*$/,
    )
})

test('a name that is proposed is cut between two words, and keeps what it is divided by', () => {
  const long = 'Vous manque-t-il une garde à certains moments de la semaine ou des vacances scolaires ?'
  const name = nameOf(long, 'Quotient familial')
  expect(name.length).toBeLessThanOrEqual(80)
  expect(plain(name)).toMatch(/^Vous manque-t-il une garde .*\S…, selon « Quotient familial »$/)
  expect(plain(nameOf('Garde', 'Zone'))).toBe('Garde, selon « Zone »')
  expect(nameOf('Garde', undefined)).toBe('Garde')
})

test('a name that holds quotation marks is quoted with others', () => {
  expect(plain(quoted(nameOf('Trajet accepté', 'Zone')))).toBe('« Trajet accepté, selon “Zone” »')
  expect(plain(quoted('Trajet'))).toBe('« Trajet »')
})
