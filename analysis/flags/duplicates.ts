/** Responses so alike that chance does not explain it: the same person twice, a copy, or a program that changes a little each time. */
import type { Cells } from './cells.ts'
import { dependence, informationOf } from './information.ts'

/** Fewer answers than this prove nothing about who gave them. */
const leastAnswered = 10
/** Two responses are near when they differ in a tenth of their answers at most, and never in more than this. */
const mostDifferent = 4
/** Near responses share at least one of these parts, since each difference spoils one: only those are compared. */
const parts = mostDifferent + 1
/** Responses looked at behind each one in a part: enough to find its like, few enough for thousands of copies. */
const lookBack = 40
/** A group is reported when chance would make one like it in 2^10 surveys. */
const marginBits = 10

/**
 * Groups of near-duplicates.
 *
 * Of `s` responses among `n`, the chance that they agree on `b` bits is about n · (n · 2^−b)^(s−1): a pair must agree on much, a
 * hundred copies on less. What is common to everybody (« non » everywhere) carries few bits, and is no duplicate.
 *
 * @param responses in order of arrival
 * @returns indices, each group in order; groups by their first response
 */
export function nearDuplicates(responses: readonly Cells[]): number[][] {
  const near = nearPairs(responses)
  const groups = joined(near, responses.length)
  const weights = new Array<number>(responses.length).fill(1)
  for (const group of groups) for (const response of group) weights[response] = 1 / group.length
  const information = informationOf(responses, weights)
  const sharedBits = ([left, right]: Pair) =>
    responses[left]!.reduce(
      (sum, cell, place) => (cell !== null && cell === responses[right]![place] ? sum + information(place, cell) : sum),
      0,
    )
  const sizeBits = Math.log2(Math.max(2, responses.length))
  const bits = groups.map(() => ({ sum: 0, pairs: 0 }))
  const groupOf = new Map(groups.flatMap((group, at) => group.map((response) => [response, at] as const)))
  for (const pair of near) {
    const own = bits[groupOf.get(pair[0])!]!
    own.sum += sharedBits(pair)
    own.pairs++
  }
  return groups.filter((group, at) => {
    const mean = bits[at]!.sum / bits[at]!.pairs
    return (group.length - 1) * (dependence * mean - sizeBits) >= sizeBits + marginBits
  })
}

type Pair = [number, number]

function nearPairs(responses: readonly Cells[]): Pair[] {
  const pairs: Pair[] = []
  const seen = new Set<number>()
  for (let part = 0; part < parts; part++) {
    const alike = new Map<string, number[]>()
    responses.forEach((cells, response) => {
      const key = JSON.stringify(cells.filter((_, place) => place % parts === part))
      const before = alike.get(key) ?? []
      for (const other of before.slice(-lookBack)) {
        const name = other * responses.length + response
        if (seen.has(name) || !isNear(responses[other]!, cells)) continue
        seen.add(name)
        pairs.push([other, response])
      }
      before.push(response)
      alike.set(key, before)
    })
  }
  return pairs
}

function isNear(left: Cells, right: Cells): boolean {
  let answered = 0
  let different = 0
  for (let place = 0; place < left.length; place++) {
    if (left[place] === null && right[place] === null) continue
    answered++
    if (left[place] !== right[place] && ++different > mostDifferent) return false
  }
  return answered >= leastAnswered && different <= Math.floor(answered / 10)
}

function joined(pairs: readonly Pair[], count: number): number[][] {
  const parent = Array.from({ length: count }, (_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (const [left, right] of pairs) {
    const [low, high] = [root(left), root(right)].toSorted((a, b) => a - b)
    parent[high!] = low!
  }
  const groups = new Map<number, number[]>()
  for (const index of new Set(pairs.flat().toSorted((a, b) => a - b))) {
    const group = groups.get(root(index)) ?? []
    group.push(index)
    groups.set(root(index), group)
  }
  return [...groups.values()]
}
