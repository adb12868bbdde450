/** The share of one answer in many groups at once, by the quickest way the design allows. */
import type { Design } from '../design/design.ts'
import type { MaybeEstimate } from './estimate.ts'
import { type Groups, isPlain, sumsIn } from './plain-share.ts'
import { share, shareOfSums } from './share.ts'
import { isOnePass, shareTables } from './share-tables.ts'

/**
 * What `share` gives for each group taken as a domain.
 *
 * @param hits as `share`; @param groups group of each row, negative = in none
 * @returns one estimate per group
 * @throws RangeError when lengths differ
 * @example
 * sharesIn([1, 0, 1, 1], designOf({ rows: 4 }), { codes: [0, 0, 1, 1], size: 2 }).map(({ value }) => value) // → [0.5, 1]
 */
export function sharesIn(hits: ArrayLike<number>, design: Design, groups: Groups): MaybeEstimate[] {
  if (isPlain(design)) return sumsIn(hits, design, groups).map((sums) => shareOfSums(sums, design))
  const { codes, size } = groups
  if (isOnePass(design) && isWhole(hits)) {
    const answers = Int8Array.from(hits, (hit) => (Number.isNaN(hit) ? -1 : hit))
    const [table] = shareTables([{ codes: answers, size: 2 }], { codes: Int32Array.from(codes), size }, design)
    return table!.shares.map((shares, at) => shares[1] ?? { value: null, why: 'too-few', base: table!.bases[at]! })
  }
  return Array.from({ length: size }, (_, at) => {
    const inside = Uint8Array.from(codes, (code) => Number(code === at))
    return share(hits, design, inside)
  })
}

/** Answers given or not, none of them by half. */
function isWhole(hits: ArrayLike<number>): boolean {
  for (let row = 0; row < hits.length; row++) {
    const hit = hits[row]!
    if (hit !== 0 && hit !== 1 && !Number.isNaN(hit)) return false
  }
  return true
}
