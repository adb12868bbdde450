/** Shares of many answers on one base, each given by few: the half-hours of a week. Only what was given is read. */
import type { Design } from '../design/design.ts'
import type { MaybeEstimate } from './estimate.ts'
import { emptySums, isPlain, rowsByUnit, shareFrom } from './plain-share.ts'
import { share, shareOfSums } from './share.ts'

/** Row r gave `parts[i]`, in (0, 1], of the answers `answers[i]`, i from `starts[r]` to `starts[r + 1]`, each once. */
export type SparseHits = { starts: Int32Array; answers: Int32Array; parts: Float64Array }

/**
 * What `share` gives for each answer, the others of the base having given 0 of it.
 *
 * @param size answers; @param asked 1 = in the base, one per row
 * @returns one per answer: `count` rows that gave some of it, unweighted
 * @example
 * const hits = { starts: [0, 1, 2, 2], answers: [0, 0], parts: [1, 0.5] }
 * sparseShares(hits, 1, [1, 1, 1], designOf({ rows: 3 })).map(({ count, estimate }) => [count, estimate.value]) // → [[2, 0.5]]
 */
export function sparseShares(
  hits: SparseHits,
  size: number,
  asked: Uint8Array,
  design: Design,
): { count: number; estimate: MaybeEstimate }[] {
  const counts = countsOf(hits, size, asked)
  if (isPlain(design)) {
    const sums = sumsOf(hits, size, asked, design)
    return Array.from(counts, (count, at) => ({
      count,
      estimate: shareOfSums(sums.base[at] === 0 ? null : shareFrom(sums, at, design), design),
    }))
  }
  // the scores of a calibrated design are of every row: most answers that nobody gave share one estimate
  const dense = new Float64Array(design.rows)
  let nobody: MaybeEstimate | null = null
  const given = rowsByAnswer(hits, size)
  return Array.from(counts, (count, at) => {
    if (count === 0 && nobody !== null) return { count, estimate: nobody }
    for (let row = 0; row < dense.length; row++) dense[row] = asked[row] === 1 ? 0 : Number.NaN
    for (const { row, part } of given[at]!) if (asked[row] === 1) dense[row] = part
    const estimate = share(dense, design)
    if (count === 0) nobody = estimate
    return { count, estimate }
  })
}

function countsOf({ starts, answers }: SparseHits, size: number, asked: Uint8Array): Int32Array {
  const counts = new Int32Array(size)
  for (let row = 0; row < asked.length; row++)
    if (asked[row] === 1) for (let at = starts[row]!; at < starts[row + 1]!; at++) counts[answers[at]!]! += 1
  return counts
}

function sumsOf({ starts, answers, parts }: SparseHits, size: number, asked: Uint8Array, design: Design) {
  const { rows, weights, psuOf } = design
  const sums = emptySums(size)
  const given = new Float64Array(size)
  const touched: number[] = []
  let [base, weight, square, asked2, unitWeight, unit] = [0, 0, 0, 0, 0, -1]
  const close = () => {
    for (const answer of touched) {
      const own = given[answer]!
      sums.hit[answer]! += own
      sums.hits2[answer]! += own * own
      sums.both[answer]! += own * unitWeight
      given[answer] = 0
    }
    asked2 += unitWeight * unitWeight
    touched.length = 0
    unitWeight = 0
  }
  const order = rowsByUnit(design)
  for (let place = 0; place < rows; place++) {
    const row = order === null ? place : order[place]!
    const own = weights[row]!
    if (asked[row] !== 1 || own === 0) continue
    const next = psuOf === null ? row : psuOf[row]!
    if (next !== unit) close()
    unit = next
    base += 1
    weight += own
    square += own * own
    unitWeight += own
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const answer = answers[at]!
      if (given[answer] === 0) touched.push(answer)
      given[answer]! += own * parts[at]!
    }
  }
  close()
  sums.base.fill(base)
  sums.weight.fill(weight)
  sums.square.fill(square)
  sums.asked2.fill(asked2)
  return sums
}

function rowsByAnswer({ starts, answers, parts }: SparseHits, size: number) {
  const given = Array.from({ length: size }, (): { row: number; part: number }[] => [])
  for (let row = 0; row + 1 < starts.length; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) given[answers[at]!]!.push({ row, part: parts[at]! })
  return given
}
