/** Distances between old and new weights: the ratio g as a function of the multiplier u, its slope and its integral. */

export type Distance = 'linear' | 'raking' | 'logit'

export type DistanceFunctions = {
  ratio(u: number): number
  slope(u: number): number
  /** Integral of `ratio` from 0: the dual's part of a row. */
  dual(u: number): number
}

/**
 * @param bounds on the ratio; required by `logit`, cut `linear` off, not used by `raking`
 * @throws RangeError when a logit has no bounds, or bounds do not enclose 1
 * @source Deville & Särndal (1992), JASA 87, table 1
 * @example
 * distances('linear', [0.5, 2]).ratio(3) // → 2
 */
export function distances(distance: Distance, bounds?: [low: number, high: number]): DistanceFunctions {
  if (bounds && !(bounds[0] < 1 && bounds[1] > 1))
    throw new RangeError(`calibrate needs bounds around 1, not ${bounds}`)
  if (distance === 'raking') return { ratio: Math.exp, slope: Math.exp, dual: Math.expm1 }
  if (distance === 'linear') {
    const [low, high] = bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    const inside = (u: number) => u + (u * u) / 2
    return {
      ratio: (u) => Math.min(high, Math.max(low, 1 + u)),
      slope: (u) => (1 + u > low && 1 + u < high ? 1 : 0),
      dual: (u) =>
        1 + u < low
          ? inside(low - 1) + low * (u - low + 1)
          : 1 + u > high
            ? inside(high - 1) + high * (u - high + 1)
            : inside(u),
    }
  }
  if (!bounds) throw new RangeError('a logit calibration needs bounds')
  const [low, high] = bounds
  const steepness = (high - low) / ((1 - low) * (high - 1))
  // g = [L(U−1) + U(1−L)·e^{Au}] / [(U−1) + (1−L)·e^{Au}], written so that neither exponential overflows
  const weightOfHigh = (u: number) => 1 / (1 + ((high - 1) / (1 - low)) * Math.exp(-steepness * u))
  const logOfSum = (u: number) => {
    const au = steepness * u
    const most = Math.max(0, au)
    return most + Math.log((high - 1) * Math.exp(-most) + (1 - low) * Math.exp(au - most)) - Math.log(high - low)
  }
  return {
    ratio: (u) => low + (high - low) * weightOfHigh(u),
    slope: (u) => {
      const p = weightOfHigh(u)
      return (high - low) * steepness * p * (1 - p)
    },
    dual: (u) => low * u + ((high - low) / steepness) * logOfSum(u),
  }
}
