import { describe, expect, test } from 'vitest'
import { believe } from '../../../analysis/attack/chain.ts'
import { attackCounts, emptyCounts } from '../../../analysis/attack/counts.ts'
import { attackDifferences, type DifferencingTally } from '../../../analysis/attack/differencing.ts'
import { boundsOf, pinnedIn } from '../../../analysis/attack/exact.ts'
import { peopleOf } from '../../../analysis/attack/explorer.ts'
import { attackInference } from '../../../analysis/attack/inference.ts'
import { cellKey, freshNoise, type Mechanism, noNoise, wideSteps } from '../../../analysis/attack/mechanism.ts'
import { sizeOf, sizeOfBoth } from '../../../analysis/attack/people.ts'
import { leastCount, mostCount, rangeOf } from '../../../analysis/attack/range.ts'
import { attackUniques } from '../../../analysis/attack/uniques.ts'
import { utilityOf } from '../../../analysis/attack/utility.ts'
import { randomOf } from '../../../analysis/scripts/simulate/random.ts'
import { asked, crossing, from, oneLine, set } from './by-hand.ts'

const length = { burn: 200, sweeps: 800 }
const beliefIn = (crosstab: Parameters<typeof believe>[0], mechanism: Mechanism) =>
  believe(crosstab, mechanism, randomOf(1), length)

describe('what a printed share says', () => {
  test('seven percent of a hundred is seven people, or one of the bases around', () => {
    expect([leastCount({ from: 7, to: 7 }, 100), mostCount({ from: 7, to: 7 }, 100)]).toEqual([7, 7])
    expect([leastCount({ from: 7, to: 7 }, 30), mostCount({ from: 7, to: 7 }, 30)]).toEqual([2, 2])
    expect(rangeOf('plus de 95 %', 40, cellKey)).toEqual({ from: 96, to: 100 })
    expect(rangeOf(null, 40, cellKey)).toBeNull()
  })

  test('steps of the rival hold five people', () => {
    expect(wideSteps.step(30)).toBe(20)
    expect(wideSteps.step(100)).toBe(5)
    expect(rangeOf(20, 30, wideSteps)).toEqual({ from: 10, to: 29 })
  })
})

describe('sets of people', () => {
  test('are counted', () => {
    expect([sizeOf(set()), sizeOf(set(0, 31, 32, 255)), sizeOfBoth(set(1, 2, 40), set(2, 40, 41))]).toEqual([0, 4, 2])
  })
})

describe('counts', () => {
  test('without noise a count is read from its share', () => {
    const crosstab = oneLine([3, 7], [100, 100], [3, 7])
    expect(beliefIn(crosstab, noNoise).chance(0, 3)).toBeGreaterThan(0.95)
    expect(boundsOf(crosstab, noNoise, 0)).toEqual({ least: 3, most: 3 })
    expect(pinnedIn(crosstab, noNoise, [0, 1])).toEqual([0, 1])
  })

  test('with noise three of a hundred may be none, and none may be three', () => {
    const crosstab = oneLine([0, 7], [100, 100], [3, 7])
    const belief = beliefIn(crosstab, cellKey)
    expect(belief.chance(0, 3)).toBeLessThan(0.35)
    expect(belief.chance(0, 0)).toBeGreaterThan(0.2)
    expect(boundsOf(crosstab, cellKey, 0)).toEqual({ least: 0, most: 7 })
    expect(pinnedIn(crosstab, cellKey, [0, 1])).toEqual([])
  })

  test('a share that no count explains pins nothing', () => {
    // one of a hundred is never printed: the share was made otherwise
    const crosstab = oneLine([1, 7], [100, 100], [2, 7])
    expect(boundsOf(crosstab, cellKey, 0)).toEqual({ least: 0, most: Number.POSITIVE_INFINITY })
    expect(pinnedIn(crosstab, cellKey, [0, 1])).toEqual([])
  })

  test('the same table under other noise twenty-five times is the truth', () => {
    const mechanism = freshNoise(randomOf(3))
    const random = randomOf(4)
    const prints = Array.from({ length: 25 }, () => {
      const count = mechanism.noise({ people: 3, key: Math.floor(random() * 2 ** 32) }, 'ordinary')
      return { cells: [{ from: count, to: count }], bases: [100] }
    })
    const crosstab = oneLine([3], [100], [3], { prints })
    expect(beliefIn(crosstab, mechanism).chance(0, 3)).toBeGreaterThan(0.5)
  })

  test('an addition pins what its parts leave', () => {
    // the whole is 8 % of 100 without noise, one part is 5: three are left for the group that is in words
    const crosstab = oneLine([5, 0], [100, 20], [5, 3], {
      prints: [
        {
          cells: [
            { from: 5, to: 5 },
            { from: 0, to: 100 },
          ],
          bases: [100, 20],
        },
      ],
      columnsLeft: false,
      totals: [{ range: { from: 8, to: 8 }, base: 100, mean: 0, variance: Number.POSITIVE_INFINITY }],
    })
    expect(pinnedIn(crosstab, noNoise, [1])).toEqual([1])
    expect(pinnedIn(crosstab, cellKey, [1])).toEqual([])
  })

  test('only true counts from one to four are scored', () => {
    const tally = emptyCounts()
    attackCounts(oneLine([0, 3, 7], [100, 100, 100], [0, 3, 7]), noNoise, randomOf(1), length, tally)
    expect(tally.bayes).toMatchObject({ cells: 1, sure: 1, overHalf: 1, sureSensitive: 0 })
    expect(tally.exact).toMatchObject({ cells: 3 })
  })
})

describe('a person alone', () => {
  const groups = {
    aide: { rare: set(7), non: set(...from(0, 6), ...from(8, 99)) },
    zone: { sud: set(...from(0, 49)), nord: set(...from(50, 99)) },
    age: { a: set(...from(0, 9)), b: set(...from(10, 99)) },
  }
  const alone = crossing(null, [''], ['rare', 'non'], [100], [[5, 95]])
  const byZone = (south: number, north: number) =>
    crossing(
      'zone',
      ['sud', 'nord'],
      ['rare', 'non'],
      [50, 50],
      [
        [south, 90],
        [north, 100],
      ],
    )
  const byAge = (young: number, old: number) =>
    crossing(
      'age',
      ['a', 'b'],
      ['rare', 'non'],
      [30, 70],
      [
        [young, 80],
        [old, 100],
      ],
    )

  test('is given away by the one place that is not empty, in two tables', () => {
    const tally = { people: 0, given: 0 }
    attackUniques([asked({ path: 'aide', crossings: [alone, byZone(10, 0), byAge(17, 0)] }, groups)], tally)
    expect(tally).toEqual({ people: 1, given: 1 })
  })

  test('is not found where the noise shows nobody, nor where the answer is not divided', () => {
    const tally = { people: 0, given: 0 }
    attackUniques([asked({ path: 'aide', crossings: [alone, byZone(0, 0), byAge(0, 0)] }, groups)], tally)
    attackUniques([asked({ path: 'aide', crossings: [alone] }, groups)], tally)
    expect(tally).toEqual({ people: 2, given: 0 })
  })
})

describe('two groups that differ by one person', () => {
  // person 99 is in the second publication only, and said yes as a third of all do
  const groups = (last: number) => ({
    garde: { oui: set(...from(0, 32), ...(last === 99 ? [99] : [])), non: set(...from(33, 98)) },
  })
  const before = asked(
    { path: 'garde', crossings: [crossing(null, [''], ['oui', 'non'], [100], [[33, 67]])] },
    groups(98),
  )
  const later = (yes: number, no: number) =>
    asked({ path: 'garde', crossings: [crossing(null, [''], ['oui', 'non'], [100], [[yes, no]])] }, groups(99))
  const beliefWhen = (yes: number, no: number, mechanism: Mechanism): DifferencingTally => {
    const tally = { cells: 0, sum: 0, sure: 0 }
    attackDifferences(
      [
        { asked: [before], epoch: 0 },
        { asked: [later(yes, no)], epoch: 0 },
      ],
      mechanism,
      tally,
    )
    return tally
  }

  test('the answer that changes is the one the person gave', () => {
    const { cells, sum } = beliefWhen(37, 67, cellKey)
    expect(cells).toBe(1)
    expect(sum).toBeGreaterThan(0.9)
  })

  test('an answer that does not change is hardly the one', () => {
    expect(beliefWhen(33, 63, cellKey).sum).toBeLessThan(0.2)
  })

  test('an answer printed alone is not the only one there is', () => {
    const only = (last: number, share: number) =>
      asked({ path: 'garde', crossings: [crossing(null, [''], ['oui'], [100], [[share]])] }, groups(last))
    const tally = { cells: 0, sum: 0, sure: 0 }
    const snapshots = [
      { asked: [only(98, 33)], epoch: 0 },
      { asked: [only(99, 33)], epoch: 1 },
    ]
    attackDifferences(snapshots, cellKey, tally)
    expect(tally.cells).toBe(1)
    expect(tally.sum).toBeLessThan(0.5)
  })

  test('two publications with other noise say little', () => {
    const tally = { cells: 0, sum: 0, sure: 0 }
    attackDifferences(
      [
        { asked: [before], epoch: 0 },
        { asked: [later(37, 67)], epoch: 1 },
      ],
      cellKey,
      tally,
    )
    expect(tally.sum).toBeLessThan(0.6)
    expect(tally.sure).toBe(0)
  })
})

describe('a group where all said yes to a sensitive question', () => {
  const groups = { sante: { oui: set(...from(0, 39)), non: set() } }
  const question = (share: number | string) =>
    asked(
      { path: 'sante', sensitive: true, crossings: [crossing(null, [''], ['oui', 'non'], [40], [[share, 0]])] },
      groups,
    )

  test('is told by true counts, not by noise, nor in words', () => {
    const disclosedBy = (share: number | string, mechanism: Mechanism) => {
      const tally = { groups: 0, exact: 0 }
      attackInference([question(share)], mechanism, tally)
      return tally
    }
    expect(disclosedBy(100, noNoise)).toEqual({ groups: 1, exact: 1 })
    expect(disclosedBy(100, cellKey)).toEqual({ groups: 1, exact: 0 })
    expect(disclosedBy('plus de 95 %', noNoise)).toEqual({ groups: 1, exact: 0 })
  })
})

test('figures that should be shown are those on thirty people: three children of a family are one', () => {
  // sixty children of twenty families, told in words as the rules ask; thirty people of whom half said yes
  const group = set(...from(0, 59))
  const children = asked(
    {
      path: 'garde',
      isPanel: true,
      crossings: [crossing(null, ['tous'], ['oui'], [null], [['une minorité']])],
      peopleIn: peopleOf({ parent: new Int32Array(60), responseOf: Int32Array.from(from(0, 59), (row) => row % 20) }),
    },
    { garde: { oui: group } },
  )
  const people = asked(
    { path: 'travail', crossings: [crossing(null, ['tous'], ['oui', 'non'], [30], [[48, 52]])] },
    { travail: { oui: set(...from(0, 14)), non: set(...from(15, 29)) } },
  )
  expect(utilityOf(80, [children, people])).toEqual({ n: 80, shown: 1, error: 2 })
})
