/**
 * What separates those who gave an answer from the others: a tree in the manner of CHAID. At each node every question is tried,
 * its answers that do not differ put together; the question with the smallest adjusted p-value divides the node.
 */
import { raoScott } from '../comparisons/rao-scott.ts'
import type { Design } from '../design/design.ts'
import type { CategoricalQuestion } from './burt.ts'

/** `ordered`: only neighbouring answers are put together. A negative code takes part in no test of the question. */
export type Predictor = CategoricalQuestion & { ordered: boolean }

export type Split = {
  /** Place of the question among the predictors. */
  predictor: number
  /** Answers put together, in the order of the question. */
  groups: number[][]
  /** Of Rao–Scott's test on the groups, times the ways of making them (Bonferroni), at most 1. */
  p: number
}

export type DriverNode = { within: Uint8Array; split: (Split & { children: DriverNode[] }) | null }

export const treeRules = {
  /** Answers are put together when their difference is not established at this level. */
  merge: 0.05,
  /** A node is divided when the adjusted p-value is below. */
  split: 0.05,
  /** Fewest people of a node that is divided, and of the nodes it is divided into. */
  leastParent: 100,
  leastChild: 50,
  /** Splits on the way from everybody to a last node. */
  depth: 2,
} as const

export type Drivers = {
  predictors: readonly Predictor[]
  /** 1 gave the answer, 0 did not; negative = not in the base. */
  hits: ArrayLike<number>
  design: Design
  /** People among rows: children count as their family. */
  peopleIn: (within: Uint8Array) => number
}

/**
 * @param within rows of the root
 * @param depth splits that may follow
 * @source Kass (1980), Applied Statistics 29, with Rao–Scott's test in the place of Pearson's; least sizes as SPSS has them
 * @example
 * const codes = Array.from({ length: 200 }, (_, row) => row % 2)
 * const hits = codes.map((code, row) => (row % 20 < 4 ? 1 - code : code))
 * const peopleIn = (within) => within.reduce((sum, one) => sum + one, 0)
 * const drivers = { predictors: [{ categories: 2, codes, ordered: false }], hits, design: designOf({ rows: 200 }), peopleIn }
 * driverTree(drivers, new Uint8Array(200).fill(1)).split.groups // → [[0], [1]]
 */
export function driverTree(drivers: Drivers, within: Uint8Array, depth: number = treeRules.depth): DriverNode {
  const isDivided = depth > 0 && drivers.peopleIn(within) >= treeRules.leastParent
  const split = isDivided ? bestSplit(drivers, within) : null
  if (split === null) return { within, split: null }
  const children = split.groups.map((group) =>
    driverTree(drivers, rowsOf(drivers.predictors[split.predictor]!, group, within), depth - 1),
  )
  return { within, split: { ...split, children } }
}

/** Rows of a node that gave one of the answers. */
export function rowsOf({ codes }: CategoricalQuestion, group: readonly number[], within: Uint8Array): Uint8Array {
  const isIn = new Set(group)
  return within.map((one, row) => (one === 1 && isIn.has(codes[row]!) ? 1 : 0))
}

/** The split with the smallest adjusted p-value, and of equal ones that of the larger test; null when none is established. */
export function bestSplit(drivers: Drivers, within: Uint8Array): Split | null {
  let best: (Split & { f: number }) | null = null
  for (const [predictor, question] of drivers.predictors.entries()) {
    const found = splitBy(drivers, question, within)
    if (found === null || found.p >= treeRules.split) continue
    if (best === null || found.p < best.p || (found.p === best.p && found.f > best.f)) best = { ...found, predictor }
  }
  if (best === null) return null
  const { f: _, ...split } = best
  return split
}

function splitBy(
  drivers: Drivers,
  question: Predictor,
  within: Uint8Array,
): { groups: number[][]; p: number; f: number } | null {
  const among = within.map((one, row) => (one === 1 && question.codes[row]! >= 0 && drivers.hits[row]! >= 0 ? 1 : 0))
  const peopleIn = remembered((group: readonly number[]) => drivers.peopleIn(rowsOf(question, group, among)))
  const test = remembered((groups: readonly (readonly number[])[]) => tested(drivers, question, groups, among))
  const given = Array.from({ length: question.categories }, (_, code) => [code]).filter((group) => peopleIn(group) > 0)
  let groups = given
  // the pair that differs least, until every pair differs and every group is large enough
  while (groups.length > 1) {
    const small = groups.findIndex((group) => peopleIn(group) < treeRules.leastChild)
    const closest = pairsOf(groups, question.ordered)
      .filter(([a, b]) => small < 0 || a === small || b === small)
      .map(([a, b]) => ({ a, b, ...test([groups[a]!, groups[b]!]) }))
      .toSorted((one, other) => other.p - one.p || one.f - other.f)[0]!
    if (small < 0 && closest.p <= treeRules.merge) break
    groups = joined(groups, closest.a, closest.b)
  }
  if (groups.length < 2) return null
  const { p, f } = test(groups)
  return { groups, p: Math.min(1, p * waysToGroup(given.length, groups.length, question.ordered)), f }
}

/** Computes once what it is asked again. */
function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const name = JSON.stringify(key)
    const value = known.get(name) ?? compute(key)
    known.set(name, value)
    return value
  }
}

function pairsOf(groups: readonly number[][], ordered: boolean): [number, number][] {
  return groups.flatMap((_, a) =>
    groups.flatMap((_, b): [number, number][] => (b > a && (!ordered || b === a + 1) ? [[a, b]] : [])),
  )
}

function joined(groups: readonly number[][], a: number, b: number): number[][] {
  const together = [...groups[a]!, ...groups[b]!].toSorted((one, other) => one - other)
  return groups.flatMap((group, at) => (at === a ? [together] : at === b ? [] : [group]))
}

/** The test of the groups against the answer; of answers that nobody, or everybody gave: no difference. */
function tested(
  { hits, design }: Drivers,
  { codes, categories }: CategoricalQuestion,
  groups: readonly (readonly number[])[],
  within: Uint8Array,
) {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((code): [number, number] => [code, at])))
  const placeOf = Int32Array.from({ length: categories }, (_, code) => groupOf.get(code) ?? -1)
  const grouped = new Int32Array(within.length).fill(-1)
  const seen = new Set<number>()
  const met = new Set<number>()
  for (let row = 0; row < grouped.length; row++) {
    if (within[row] === 0 || design.weights[row] === 0) continue
    const place = placeOf[codes[row]!]!
    grouped[row] = place
    if (place < 0) continue
    seen.add(hits[row]!)
    met.add(place)
  }
  if (seen.size < 2 || met.size < 2) return { p: 1, f: 0 }
  const test = raoScott(grouped, hits, design, within, 'linear')
  return test === null ? { p: 1, f: 0 } : { p: test.p, f: test.f }
}

/**
 * In how many ways `answers` answers are put in `groups` groups: Bonferroni's multiplier.
 *
 * @source Kass (1980), Applied Statistics 29: Stirling's numbers of the second kind; neighbours only, C(answers − 1, groups − 1)
 * @example
 * [waysToGroup(4, 2, false), waysToGroup(4, 2, true)] // → [7, 3]
 */
export function waysToGroup(answers: number, groups: number, ordered: boolean): number {
  if (ordered) return binomial(answers - 1, groups - 1)
  let ways = 0
  for (let i = 0; i < groups; i++)
    ways += ((-1) ** i * binomial(groups, i) * (groups - i) ** answers) / factorial(groups)
  return Math.round(ways)
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
const binomial = (n: number, k: number): number => Math.round(factorial(n) / factorial(k) / factorial(n - k))
