/** Figures of a census of public bodies that agreed to be named: counted one by one, without noise nor threshold. */
import { countedMethod } from '../../surveys/charts/known.ts'
import type { Estimate } from '../estimates/estimate.ts'

/** `population`: all of them; `answered`: those that responded and publish their answers. */
export type Census = { population: number; answered: number }

/** Bodies that gave an answer, among those the question was put to. */
export type Counted = { count: number; base: { count: number } }

export const censusMethod = countedMethod

/**
 * The share as it was counted. Its ends are what it would be if each body that is silent answered no, then yes: certain bounds,
 * no sampling; nobody silent, no interval.
 *
 * @returns null when the question was put to none of them
 */
export function censusEstimate({ count, base }: Counted, census: Census): Estimate | null {
  if (base.count === 0) return null
  const silent = Math.max(0, census.population - census.answered)
  return {
    value: count / base.count,
    low: count / (base.count + silent),
    high: (count + silent) / (base.count + silent),
    base: base.count,
    effectiveBase: base.count,
    unit: 'share',
    method: censusMethod,
  }
}
