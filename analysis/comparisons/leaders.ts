/** Which answers may be the one given most often: those that the published shares do not tell apart from the largest. */
import type { Precision } from '../disclosure/interval.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { adjust } from './adjust.ts'
import { mcnemar } from './mcnemar.ts'

/** An answer of a question, with its published share. */
type Shared = { estimate: Estimate }

/** Published shares are whole percents: the variance of what rounding took or gave. */
const rounding = 0.01 ** 2 / 12

/**
 * p-values that two answers of the same people are given equally often, adjusted for their number.
 *
 * @param pairs places in `rivals`
 * @param precision of their table: noise of the counts, people for one answer
 * @returns one per pair; 1 where nothing tells them apart
 * @source mcnemar; Holm (1979)
 */
function testsOf(
  rivals: readonly Shared[],
  pairs: readonly (readonly [number, number])[],
  precision: Precision,
): number[] {
  const raw = pairs.map(([a, b]) => {
    const [one, other] = [rivals[a]!.estimate, rivals[b]!.estimate]
    const people = precision.peoplePerAnswer * Math.min(one.base, other.base)
    const tested = mcnemar({
      first: one.value,
      second: other.value,
      both: null,
      n: Math.min(one.effectiveBase, other.effectiveBase),
      noise: precision.noise / people ** 2 + rounding,
    })
    return tested?.p ?? 1
  })
  return adjust(raw)
}

/**
 * The largest answer, then those that may be as large; a single one is established as the first.
 *
 * @param rivals in the order of their published shares, the largest first
 */
export function leadersOf<One extends Shared>(rivals: readonly One[], precision: Precision): One[] {
  const [first, ...others] = rivals
  if (first === undefined) return []
  // counted one by one: only equal counts are level
  if (precision.isCounted) return rivals.filter(({ estimate }) => estimate.value === first.estimate.value)
  const p = testsOf(
    rivals,
    others.map((_, at) => [0, at + 1] as const),
    precision,
  )
  // the test does not know who gave both: where the intervals do not even meet, they are apart
  return [first, ...others.filter(({ estimate }, at) => p[at]! >= 0.05 && estimate.high >= first.estimate.low)]
}

/**
 * First and last rank that the tests of every pair allow each answer.
 *
 * @returns one pair per rival, 1 = first
 */
export function ranksOf(rivals: readonly Shared[], precision: Precision): [first: number, last: number][] {
  const pairs = rivals.flatMap((_, a) => rivals.slice(a + 1).map((__, step) => [a, a + 1 + step] as const))
  const p = testsOf(rivals, pairs, precision)
  const ahead = rivals.map(() => 0)
  const behind = rivals.map(() => 0)
  for (const [at, [a, b]] of pairs.entries()) {
    if (p[at]! >= 0.05) continue
    const isFirst = rivals[a]!.estimate.value > rivals[b]!.estimate.value
    ahead[isFirst ? b : a]! += 1
    behind[isFirst ? a : b]! += 1
  }
  return rivals.map((_, at) => [1 + ahead[at]!, rivals.length - behind[at]!])
}
