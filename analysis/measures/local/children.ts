/** Children counted from a published share of them and the register. */
import type { Estimate } from '../../estimates/estimate.ts'

export type Children = Estimate

/** Half a step of published shares: what rounding may have taken from an interval. */
const rounding = 0.005
const tiny = 1e-9

/**
 * Children, to ten when one point of the share is worth more than five of them; the ends rounded outwards.
 *
 * @param share as published, in whole percents
 */
export function childrenOf(share: Estimate | null, frame: number): Children | null {
  if (share === null) return null
  const step = stepOf(frame)
  const low = Math.max(0, share.low - rounding) * frame
  const high = Math.min(1, share.high + rounding) * frame
  return {
    ...share,
    value: Math.round((share.value * frame) / step) * step,
    low: Math.floor(low / step + tiny) * step,
    high: Math.ceil(high / step - tiny) * step,
    unit: 'children',
    method: `effectif × part ; ${share.method}`,
  }
}

/** What numbers of children are rounded to. */
export const stepOf = (frame: number) => (frame * 2 * rounding > 5 ? 10 : 1)

/**
 * Fewest and most children when nothing is supposed of those nobody described: none of them, or all of them; to the same step,
 * rounded outwards.
 *
 * @returns null when more children were described than the register counts
 * @source Manski (1989), worst-case bounds
 */
export function boundsOf({ value, base }: Pick<Estimate, 'value' | 'base'>, frame: number): [number, number] | null {
  if (base > frame) return null
  const described = Math.round(value * base)
  const step = stepOf(frame)
  return [Math.floor(described / step) * step, Math.min(frame, Math.ceil((described + frame - base) / step) * step)]
}
