import { expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { isOffWhole } from '../../../client/results/explorer/explored-bars.ts'

/** One list of groups, `shares[group][answer]` in percent; null = too small. */
const explored = (shares: (number | null)[][], { kind = 'shares', left = 0 } = {}) => {
  const answers = shares[0]!.map((_, at) => String(at))
  return {
    kind,
    lists: [{ path: 'foyer', title: 'Foyer', choices: [], left: [] }],
    whole: [...answers, ...Array.from({ length: left }, (_, at) => `left${at}`)].map((answer) => ({ answer })),
    cells: shares.flatMap((own, group) =>
      own.map((share, at) => ({
        dims: { foyer: String(group), reponse: answers[at]! },
        estimate: share === null ? { value: null, why: 'too-few', base: 0 } : { value: share / 100 },
      })),
    ),
  } as unknown as analyse.Explored
}

test('a group whose shares are further from 100 % than rounding explains is told', () => {
  expect(isOffWhole(explored([[27, 39, 52]]))).toBe(true)
  expect(
    isOffWhole(
      explored([
        [30, 30, 40],
        [24, 36, 29],
      ]),
    ),
  ).toBe(true)
  // rounding alone: half a point a share
  expect(
    isOffWhole(
      explored([
        [33, 33, 33],
        [34, 34, 33],
      ]),
    ),
  ).toBe(false)
})

test('what may well not make 100 % is no reason to say so', () => {
  expect(isOffWhole(explored([[60, 70]], { kind: 'several' }))).toBe(false)
  expect(isOffWhole(explored([[60, null]]))).toBe(false)
  expect(isOffWhole(explored([[60, 20]], { left: 1 }))).toBe(false)
  expect(isOffWhole(explored([[80, 60, null]]))).toBe(true)
})
