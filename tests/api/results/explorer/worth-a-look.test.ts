import { expect, test } from 'vitest'
import { type Known, worthALook, worthALookOf } from '../../../../api/results/explorer/worth-a-look.ts'
import type { PublishedQuestion } from '../../../../api/results/publications.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const nothing: Known = { apart: new Set(), described: new Set(), isTied: () => false, asFound: () => null }

type Shares = Record<string, [number, number]>
/** What « Oui » is in percent in the two groups of each list or question it is divided by; 400 people a group. */
const asked = (path: string, shares: Shares, lists = Object.keys(shares)): PublishedQuestion => ({
  path,
  title: `${path} :`,
  page: 'page',
  kind: 'shares',
  sensitive: false,
  who: ['famille', 'familles'],
  lists: lists.map((list) => ({ path: list, title: list })),
  panel: '',
  digest: '',
  crossings: Object.entries(shares).map(([by, [first, second]]) => ({
    by: {
      path: by,
      title: by,
      choices: [
        { value: 'a', text: 'Premier' },
        { value: 'b', text: 'Second' },
      ],
      left: [],
    },
    answers: [
      { value: 'oui', label: 'Oui' },
      { value: 'non', label: 'Non' },
    ],
    bases: [400, 400],
    shares: [
      [first, 100 - first],
      [second, 100 - second],
    ],
    precision: { worth: 1, peoplePerAnswer: 1, noise: 0 },
  })),
})

test('what is worth a look is an established gap, told in one sentence with its two groups', () => {
  const [one, ...others] = worthALook(
    [asked('trajet', { zone: [20, 60] }), asked('prix', { zone: [40, 42] })],
    nothing,
    3,
  )
  expect(others).toEqual([])
  expect(one).toMatchObject({ path: 'trajet', title: 'trajet', by: { path: 'zone', title: 'zone' }, answer: 'oui' })
  expect(plain(one!.sentence)).toBe('« Oui » : 60 % pour « Second », 20 % pour « Premier ».')
  expect(one!.bars.map(({ label, text, isLead }) => [label, plain(text), isLead])).toEqual([
    ['Premier', '20 %', true],
    ['Second', '60 %', true],
  ])
})

// « (2 –⏎ 18 %) »
test('an interval in a title stays on one line', () => {
  const few = asked('trajet', { zone: [10, 90] })
  for (const crossing of few.crossings) Object.assign(crossing, { bases: [30, 30] })
  const [one] = worthALook([few], nothing, 3)
  expect(one!.sentence).toMatch(/\(\d+\u00a0–\u2060\u00a0\d+\u202f%\) pour/)
})

test('one crossing a question, and each list in turn', () => {
  const questions = [
    asked('trajet', { zone: [10, 90], age: [20, 80] }),
    asked('prix', { zone: [10, 80], age: [20, 60] }),
    asked('jours', { zone: [10, 70], age: [20, 50] }),
  ]
  const chosen = worthALook(questions, nothing, 3).map(({ path, by }) => [path, by.path])
  expect(chosen[0]).toEqual(['trajet', 'zone'])
  expect(chosen[1]).toEqual(['prix', 'age'])
  expect(chosen).toHaveLength(3)
})

// « L’accueil périscolaire » : 67 % at 3 to 5 years, 0 % at 15 to 17.
test('what nobody answers in one of the groups is not put forward: it is so by itself', () => {
  const parted = asked('garde', { age: [0, 67], zone: [20, 40] })
  expect(worthALook([parted], nothing, 3).map(({ by }) => by.path)).toEqual(['zone'])
  expect(worthALookOf(parted, nothing, 3).map(({ by }) => by.path)).toEqual(['zone'])
})

test('a gap that stands alone but not among all the crossings looked at is not put forward', () => {
  const alone = asked('trajet', { zone: [30, 40] })
  expect(worthALook([alone], nothing, 3)).toHaveLength(1)
  const silent = Array.from({ length: 60 }, (_, at) => asked(`autre${at}`, { zone: [40, 41] }))
  expect(worthALook([alone, ...silent], nothing, 3)).toEqual([])
})

test('sensitive questions, and how or when people answered, are never put forward', () => {
  const question = asked(
    'trajet',
    { zone: [10, 90], '#mode': [10, 90], '#vague': [5, 95], '#porte': [4, 96], handicap: [1, 99] },
    ['zone'],
  )
  const apart = new Set(['handicap'])
  expect(worthALookOf(question, { ...nothing, apart }, 9).map(({ by }) => by.path)).toEqual(['zone'])
  expect(worthALookOf(question, { ...nothing, apart: new Set(['trajet']) }, 9)).toEqual([])
})

test('of one question, other questions divide it too; of all of them, the lists of groups alone', () => {
  const question = asked('trajet', { zone: [30, 60], voiture: [10, 90] }, ['zone'])
  expect(worthALookOf(question, nothing, 9).map(({ by }) => by.path)).toEqual(['voiture', 'zone'])
  expect(worthALook([question], nothing, 9).map(({ by }) => by.path)).toEqual(['zone'])
})

// « Votre quotient familial, selon votre type de foyer » and its mirror stood first
test('who people are divides the others, and is not put forward itself', () => {
  const about = asked('foyer', { zone: [1, 99] })
  const need = asked('trajet', { foyer: [30, 60] })
  expect(worthALook([about, need], nothing, 3).map(({ path, by }) => [path, by.path])).toEqual([['trajet', 'foyer']])
})

test('what findings are broken down by is who people are too', () => {
  const questions = [asked('situation', { age: [1, 99] }), asked('trajet', { age: [30, 60] })]
  const chosen = worthALook(questions, { ...nothing, described: new Set(['situation']) }, 3)
  expect(chosen.map(({ path }) => path)).toEqual(['trajet'])
})

test('a question is not crossed with one that it hangs on', () => {
  const question = asked('garde_principale', { qui_garde: [10, 95], voiture: [30, 60] }, [])
  const isTied = (one: string, other: string) => one === 'garde_principale' && other === 'qui_garde'
  expect(worthALookOf(question, { ...nothing, isTied }, 9).map(({ by }) => by.path)).toEqual(['voiture'])
})
