/** Tests whether a share changed between two waves, from the two published estimates alone: a change discloses no more than they do. */
import { normalUpper } from '../distributions/normal.ts'
import type { Estimate } from '../estimates/estimate.ts'

/** In the unit of the estimates; `p` two-sided. */
export type Change = { change: number; low: number; high: number; p: number }

/** Published shares are whole percents: what rounding may have taken from, or given to, a difference. */
const rounding = 0.01

/**
 * Later less earlier, the waves being answered independently.
 *
 * @returns change with a 95 % interval that holds whatever the rounding was, and the p-value of no change on the side of
 * zero. null when neither has any spread on that side
 * @source Newcombe (1998), Statistics in Medicine 17:873, method 10 (square and add the sides of the two intervals)
 * @example
 * const { change, low, high } = changeBetween({ value: 0.3, low: 0.25, high: 0.35 }, { value: 0.5, low: 0.45, high: 0.55 })
 * [change, low, high] // → [0.2, 0.119, 0.281]
 */
export function changeBetween(earlier: Estimate, later: Estimate): Change | null {
  const change = later.value - earlier.value
  const down = Math.hypot(later.value - later.low, earlier.high - earlier.value)
  const up = Math.hypot(later.high - later.value, earlier.value - earlier.low)
  // from none to all there is no spread above: what counts is how near to zero the change may be
  const towardsZero = change > 0 ? down : up
  if (towardsZero === 0) return null
  const distance = Math.max(0, Math.abs(change) - rounding)
  const z = (z95 * distance) / towardsZero
  // rounding takes no share below none, nor above all
  const most = later.unit === 'share' ? 1 : Number.POSITIVE_INFINITY
  const [low, high] = [Math.max(-most, change - down - rounding), Math.min(most, change + up + rounding)]
  return { change, low, high, p: 2 * normalUpper(z) }
}

const z95 = 1.959963984540054
