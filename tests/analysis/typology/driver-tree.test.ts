import { expect, test } from 'vitest'
import { designOf } from '../../../analysis/design/design.ts'
import { chi2Upper } from '../../../analysis/distributions/chi2.ts'
import { randomOf } from '../../../analysis/scripts/simulate/random.ts'
import { bestSplit, type Drivers, driverTree, waysToGroup } from '../../../analysis/typology/driver-tree.ts'
import { titanic } from './data-sets.ts'

const countOf = (within: Uint8Array) => within.reduce((sum, one) => sum + one, 0)
const everybody = (rows: number) => new Uint8Array(rows).fill(1)
const aboard: Drivers = {
  predictors: [
    { ...titanic.klass, ordered: false },
    { ...titanic.sex, ordered: false },
    { ...titanic.age, ordered: false },
  ],
  hits: titanic.survived.codes,
  design: designOf({ rows: titanic.rows }),
  peopleIn: countOf,
}

/** Pearson's χ² of groups of men against survival, from the published counts: [survived, aboard]. */
function pearsonOf(groups: readonly [alive: number, all: number][]): number {
  const [alive, all] = groups.reduce(([a, n], [own, size]) => [a + own, n + size], [0, 0])
  const part = alive / all
  return groups.reduce((sum, [own, size]) => sum + (size * (own / size - part) ** 2) / (part * (1 - part)), 0)
}

test('the Titanic: sex first; of men then age, of women class, as the adjusted χ² has it', () => {
  const tree = driverTree(aboard, everybody(titanic.rows))
  expect(tree.split).toMatchObject({ predictor: 1, groups: [[0], [1]] })
  const [men, women] = tree.split!.children
  // by age χ² is 23.4 on 1 degree of freedom; by class 28.9 on 2, times the 6 ways of making three groups of four
  const byAge = chi2Upper(
    pearsonOf([
      [29, 64],
      [338, 1667],
    ]),
    1,
  )
  const byClass =
    6 *
    chi2Upper(
      pearsonOf([
        [62, 180],
        [113, 689],
        [192, 862],
      ]),
      2,
    )
  expect(byAge).toBeLessThan(byClass)
  expect(men!.split).toMatchObject({ predictor: 2, groups: [[0], [1]] })
  const alone = bestSplit({ ...aboard, predictors: [aboard.predictors[0]!] }, men!.within)!
  expect(alone.groups).toEqual([[0], [1, 2], [3]])
  for (const ratio of [men!.split!.p / byAge, alone.p / byClass]) expect(Math.abs(ratio - 1)).toBeLessThan(0.1)
  // the 23 women of the crew are too few to stand alone: with those most like them
  expect(women!.split).toMatchObject({ predictor: 0, groups: [[0], [1, 3], [2]] })
})

test('the first test is Pearson’s on a simple sample, as R publishes it', () => {
  // 456.9 for sex without continuity correction, on one degree of freedom and 2,201 people
  const { p } = bestSplit({ ...aboard, predictors: [aboard.predictors[1]!] }, everybody(titanic.rows))!
  expect(p).toBeLessThan(chi2Upper(400, 1))
  const few = bestSplit({ ...aboard, predictors: [aboard.predictors[2]!] }, everybody(titanic.rows))!
  // χ² of age and survival: 20.96
  expect(few.p / chi2Upper(20.96, 1)).toBeGreaterThan(0.8)
  expect(few.p / chi2Upper(20.96, 1)).toBeLessThan(1.5)
})

test('Bonferroni’s multiplier counts the ways of grouping', () => {
  // Stirling's numbers of the second kind, and neighbours only
  expect([waysToGroup(4, 2, false), waysToGroup(5, 3, false), waysToGroup(6, 6, false)]).toEqual([7, 25, 1])
  expect([waysToGroup(5, 2, true), waysToGroup(5, 3, true)]).toEqual([4, 6])
})

const draw = randomOf(3)
const answers = (rows: number, categories: number) =>
  Array.from({ length: rows }, () => Math.floor(draw() * categories))

test('answers that do not differ are put together; of ordered ones only neighbours', () => {
  const rows = 2000
  const codes = answers(rows, 4)
  // 0 and 3 say yes as often, 1 and 2 as well
  const hits = codes.map((code) => Number(draw() < (code === 0 || code === 3 ? 0.7 : 0.3)))
  const drivers = (ordered: boolean): Drivers => ({
    predictors: [{ categories: 4, codes, ordered }],
    hits,
    design: designOf({ rows }),
    peopleIn: countOf,
  })
  expect(bestSplit(drivers(false), everybody(rows))!.groups).toEqual([
    [0, 3],
    [1, 2],
  ])
  expect(bestSplit(drivers(true), everybody(rows))!.groups).toEqual([[0], [1, 2], [3]])
})

test('of questions that have nothing to do with the answer, at most one in twenty divides', () => {
  let divided = 0
  const rounds = 100
  for (let round = 0; round < rounds; round++) {
    const hits = answers(400, 2)
    const predictors = [{ categories: 5, codes: answers(400, 5), ordered: false }]
    if (bestSplit({ predictors, hits, design: designOf({ rows: 400 }), peopleIn: countOf }, everybody(400)))
      divided += 1
  }
  expect(divided).toBeLessThanOrEqual(10)
})

test('an answer of few people does not stand alone, however much they differ', () => {
  const codes = Array.from({ length: 630 }, (_, row) => (row < 300 ? 0 : row < 600 ? 1 : 2))
  const hits = codes.map((code, row) => (code === 2 ? 1 : Number(row % 10 < (code === 0 ? 2 : 5))))
  const drivers = {
    predictors: [{ categories: 3, codes, ordered: false }],
    hits,
    design: designOf({ rows: 630 }),
    peopleIn: countOf,
  }
  expect(bestSplit(drivers, everybody(630))!.groups).toEqual([[0], [1, 2]])
})

test('few people are not divided', () => {
  const codes = answers(90, 2)
  const drivers = {
    predictors: [{ categories: 2, codes, ordered: false }],
    hits: codes,
    design: designOf({ rows: 90 }),
    peopleIn: countOf,
  }
  expect(driverTree(drivers, everybody(90)).split).toBeNull()
})

test('weights count: a difference that only people without weight make is none', () => {
  const rows = 800
  const weights = Float64Array.from({ length: rows }, (_, row) => Number(row >= 400))
  const codes = answers(rows, 2)
  const hits = codes.map((code, row) => (row < 400 ? code : Math.floor(draw() * 2)))
  const drivers = {
    predictors: [{ categories: 2, codes, ordered: false }],
    hits,
    design: designOf({ rows, weights }),
    peopleIn: countOf,
  }
  expect(bestSplit(drivers, everybody(rows))).toBeNull()
  expect(bestSplit({ ...drivers, design: designOf({ rows }) }, everybody(rows))).not.toBeNull()
})
