/** How far a share may be from the one of everybody when part of the people did not respond. */
import type { Estimate } from './estimate.ts'

/** Fractions in [0, 1]. */
export type NonresponseBounds = {
  /** Part of the people who responded. */
  rate: number
  /** None, then all, of those who did not respond would have said yes. */
  low: number
  high: number
  /** Those who did not respond say yes half as often. */
  half: number
}

/**
 * What the share of everybody may be, without supposing that those who did not respond resemble the others.
 *
 * @param share of those who responded, with its 95 % interval: the bounds reach from its low end to its high end
 * @param rate part of the people who responded, in ]0, 1]
 * @throws RangeError for a rate outside ]0, 1]
 * @source Manski (1989), Journal of Human Resources 24, worst-case bounds; half as often: a pattern-mixture scenario (Little, 1993)
 * @example
 * const { low, high, half } = nonresponseBounds({ value: 0.58, low: 0.55, high: 0.61 }, 0.27)
 * [low, high, half] // → [0.149, 0.895, 0.368]
 */
export function nonresponseBounds(
  { value, low, high }: Pick<Estimate, 'value' | 'low' | 'high'>,
  rate: number,
): NonresponseBounds {
  if (!(rate > 0 && rate <= 1)) throw new RangeError(`nonresponseBounds needs a rate in ]0, 1], not ${rate}`)
  const silent = 1 - rate
  return { rate, low: low * rate, high: high * rate + silent, half: value * (rate + silent / 2) }
}
