import { expect, test } from 'vitest'
import { randomOf } from '../../../analysis/scripts/simulate/random.ts'
import { adjustedRand, closest } from '../../../analysis/typology/agreement.ts'
import { patternsOf } from '../../../analysis/typology/answer-patterns.ts'
import { burtOf } from '../../../analysis/typology/burt.ts'
import { bestCounts, classesAt, treeOf } from '../../../analysis/typology/classes.ts'
import { correspondence, retained, rowCoordinates } from '../../../analysis/typology/correspondence.ts'
import { stabilityOf } from '../../../analysis/typology/stability.ts'
import { testValue } from '../../../analysis/typology/test-value.ts'
import { cut, type Points, ward } from '../../../analysis/typology/ward.ts'

const draw = randomOf(11)
const ones = (size: number) => new Float64Array(size).fill(1)

/** Ward's tree by its definition: of all unions, the one after which most inertia is left between groups. */
function byDefinition({ size, dimensions, cells }: Points, masses: Float64Array): number[] {
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  const insideOf = (members: number[]) => {
    const mass = members.reduce((sum, at) => sum + masses[at]!, 0)
    let inside = 0
    for (let d = 0; d < dimensions; d++) {
      const mean = members.reduce((sum, at) => sum + masses[at]! * cells[at * dimensions + d]!, 0) / mass
      inside += members.reduce((sum, at) => sum + (masses[at]! / total) * (cells[at * dimensions + d]! - mean) ** 2, 0)
    }
    return inside
  }
  let groups = Array.from({ length: size }, (_, at) => [at])
  const losses: number[] = []
  while (groups.length > 1) {
    const unions = groups.flatMap((one, a) =>
      groups.slice(a + 1).map((other) => ({
        union: [...one, ...other],
        rest: groups.filter((group) => group !== one && group !== other),
        loss: insideOf([...one, ...other]) - insideOf(one) - insideOf(other),
      })),
    )
    const best = unions.toSorted((one, other) => one.loss - other.loss)[0]!
    groups = [...best.rest, best.union]
    losses.push(best.loss)
  }
  return losses
}

test('the chain of neighbours makes the tree that the definition makes', () => {
  const points = { size: 24, dimensions: 2, cells: Float64Array.from({ length: 48 }, draw) }
  const masses = Float64Array.from({ length: 24 }, () => 0.5 + draw())
  const merges = ward(points, masses)
  const expected = byDefinition(points, masses)
  expect(merges.map(({ loss }) => loss)).toEqual(expected.map((loss) => expect.closeTo(loss, 12)))
  const sizes = (count: number) => new Set(cut(merges, 24, count)).size
  expect([1, 5, 24].map(sizes)).toEqual([1, 5, 24])
})

test('Rand’s index and Jaccard’s, against published and hand-made values', () => {
  // scikit-learn, adjusted_rand_score: its documented examples
  expect(adjustedRand([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.5714, 4)
  expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12)
  expect(adjustedRand([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1)
  expect(adjustedRand([0, 0, 1, 2, 2], [0, 0, 1, 1, 0], [1, 1, 1, 1, 0])).toBeCloseTo(0.5714, 4)
  expect(closest([0, 0, 0, 1, 1], [5, 5, 7, 7, 7], 2)).toEqual([2 / 3, 2 / 3])
})

test('the value of a test is that of a class drawn without replacement', () => {
  // 60 of 100 against 200 of 500: (0.6 − 0.4) / √(0.4 · 0.6 / 100 · 400 / 499)
  expect(testValue(0.6, 0.4, 100, 500)).toBeCloseTo(0.2 / Math.sqrt((0.24 / 100) * (400 / 499)), 12)
  expect(testValue(0.6, 0.4, 100, 500, 5)).toBeLessThan(testValue(0.6, 0.4, 100, 500))
  expect(testValue(1, 1, 100, 500)).toBe(0)
})

/** People of three kinds, who answer six questions as their kind does but for a part of them. */
function madeUp(people: number, apart: number) {
  const kinds = Array.from({ length: people }, () => Math.floor(draw() * 3))
  const questions = Array.from({ length: 6 }, (_, q) => ({
    categories: 3,
    codes: kinds.map((kind) => (draw() < apart ? Math.floor(draw() * 3) : (kind + q) % 3)),
  }))
  return { kinds, questions }
}

function typologyOf(questions: ReturnType<typeof madeUp>['questions'], count: number | null) {
  const rows = questions[0]!.codes.length
  const patterns = patternsOf(questions, new Uint8Array(rows).fill(1))
  const weights = ones(rows)
  const masses = new Float64Array(patterns.size)
  for (const pattern of patterns.of) masses[pattern]! += 1
  const analysis = correspondence(burtOf(patterns.questions, masses))
  const axes = retained(analysis)
  const cells = rowCoordinates(analysis, axes, patterns.questions)
  const tree = treeOf({ size: patterns.size, dimensions: axes.length, cells }, masses)
  const own = count ?? bestCounts(tree)[0]!
  const { codes } = classesAt(tree, own)!
  const classed = { patterns, weights, codes: patterns.of.map((pattern) => codes[pattern]!), count: own }
  return { ...classed, units: { count: rows, of: Int32Array.from({ length: rows }, (_, row) => row) } }
}

test('three kinds of people are found again, and found again in people drawn anew', () => {
  const { kinds, questions } = madeUp(900, 0.3)
  const found = typologyOf(questions, null)
  expect(found.count).toBe(3)
  expect(adjustedRand(kinds, found.codes)).toBeGreaterThan(0.85)
  const { rand, jaccard } = stabilityOf(found, found.units, randomOf(1), 20)
  expect(rand).toBeGreaterThan(0.85)
  expect(Math.min(...jaccard)).toBeGreaterThan(0.85)
})

test('where there are no kinds of people, no class is stable', () => {
  const found = typologyOf(madeUp(600, 1).questions, 4)
  const { rand, jaccard } = stabilityOf(found, found.units, randomOf(1), 20)
  expect(rand).toBeLessThan(0.5)
  expect(Math.max(...jaccard)).toBeLessThan(0.6)
})

test('many different points are grouped first, and the classes are the same', () => {
  const { kinds, questions } = madeUp(4000, 0.5)
  const found = typologyOf(questions, 3)
  expect(found.patterns.size).toBeGreaterThan(600)
  expect(adjustedRand(kinds, found.codes)).toBeGreaterThan(0.5)
})
