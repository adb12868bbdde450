/** The share of a design without strata nor margins, from sums: nine figures in ten of a survey, without an array each. */
import type { Design } from '../design.ts'

/** What `shareEstimate` asks for; `variance` is the linearised one, in the square of the share. */
export type ShareSums = { value: number; variance: number; base: number; sumWeights: number; sumSquares: number }

/** May `sumsOf` read this design? */
export const isPlain = ({ calibrations, stratumOf }: Design): boolean => calibrations.length === 0 && stratumOf === null

/**
 * The same figures as `meanOf` and `varianceOf` give together.
 *
 * @param hits one per row in [0, 1], NaN = not in the base; @param domain 1 inside, 0 outside; null = everybody
 * @returns null when the base is empty
 * @throws RangeError when lengths differ
 * @source as covariance.ts: n/(n − 1) · Σ t², t = a primary unit's Σ weight · (hit − share) / Σ weight; these add up to 0
 */
export function sumsOf(hits: ArrayLike<number>, design: Design, domain: Uint8Array | null): ShareSums | null {
  const { rows, weights, psuOf, psus, psusIn, sampled } = design
  if (hits.length !== rows) throw new RangeError(`an estimate needs ${rows} values, not ${hits.length}`)
  if (domain !== null && domain.length !== rows) throw new RangeError(`an estimate needs a domain of ${rows} rows`)
  const given = psuOf === null ? null : new Float64Array(psus)
  const asked = psuOf === null ? null : new Float64Array(psus)
  let base = 0
  let sumWeights = 0
  let sumSquares = 0
  let total = 0
  let once = 0
  let twice = 0
  for (let row = 0; row < rows; row++) {
    const hit = hits[row]!
    const weight = weights[row]!
    if (domain?.[row] === 0 || Number.isNaN(hit) || weight === 0) continue
    const part = weight * hit
    base += 1
    sumWeights += weight
    sumSquares += weight * weight
    total += part
    once += weight * part
    twice += part * part
    if (psuOf === null) continue
    given![psuOf[row]!]! += part
    asked![psuOf[row]!]! += weight
  }
  if (base === 0) return null
  const value = total / sumWeights
  let squares = twice - 2 * value * once + value * value * sumSquares
  if (psuOf !== null) {
    squares = 0
    for (let unit = 0; unit < psus; unit++) squares += (given![unit]! - value * asked![unit]!) ** 2
  }
  const n = psusIn[0]!
  const factor = (1 - sampled[0]!) * (n > 1 ? n / (n - 1) : 1)
  // a share of 0 or 1 has no spread: not even the dust of the subtraction
  const variance = value === 0 || value === 1 ? 0 : (factor * Math.max(0, squares)) / sumWeights ** 2
  return { value, variance, base, sumWeights, sumSquares }
}
