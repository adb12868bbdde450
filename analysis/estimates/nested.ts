/** Figures of sets that hold one another: their ends never say that a part is more than what holds it. */
import type { MaybeEstimate } from './estimate.ts'

/**
 * An upper end is at most that of every set which holds its own, a lower end at least that of every set its own holds: who is in
 * the smaller set is in the larger one, so that an end taken from another set holds the truth as often as it does there.
 *
 * @param sets from the smallest to the one that holds all others
 * @returns the same values, with ends that stand in this order; an end never passes its own value
 * @example nested([{ ...a, value: 0, high: 0.06 }, { ...b, value: 0.01, high: 0.05 }]) // the first then ends at 0.05
 */
export function nested<T extends MaybeEstimate>(sets: readonly T[]): T[] {
  const ends = (some: readonly T[], end: 'low' | 'high') =>
    some.flatMap((one) => (one.value === null ? [] : [one[end]]))
  return sets.map((own, at) => {
    if (own.value === null) return own
    const low = Math.max(own.low, ...ends(sets.slice(0, at), 'low'))
    const high = Math.min(own.high, ...ends(sets.slice(at + 1), 'high'))
    return { ...own, low: Math.min(low, own.value), high: Math.max(high, own.value) }
  })
}
