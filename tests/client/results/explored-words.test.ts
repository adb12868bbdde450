import { expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { baseText, hiddenText, readingText, shownOf } from '../../../client/results/explorer/explored-bars.ts'

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
  const [list] = explored(shares).lists
  expect(plain(readingText(explored(shares)))).toBe(
    'Se lit : dans le groupe « Nord », 40 % des familles ont répondu « Réponse 0 ». Chaque groupe fait 100 %.',
  )
  expect(readingText(explored(shares, { kind: 'several', lists: [list!] }))).toContain('Plusieurs réponses')
  expect(readingText(explored(shares, { lists: [] }))).toBe('')
})

test('a base says whose it is', () => {
  const shares = [[40], [50], [30]]
  expect(plain(baseText(explored(shares)))).toBe('Base : de 100 à 300 familles par groupe')
})
