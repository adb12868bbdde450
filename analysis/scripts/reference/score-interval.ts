/** Francisco and Fuller's interval of a quantile: the values a score test does not reject. R's svyquantile(interval = "score"). */
import type { Design } from '../../design.ts'
import { varianceOf } from '../../estimates/covariance.ts'
import { meanOf } from '../../estimates/linear.ts'
import { inverseOfCumulative, stepsOf } from '../../estimates/quantile.ts'

/** @returns the smallest answers at which the share above is no longer too large, and then too small */
export function scoreLimits(values: Float64Array, p: number, design: Design, t: number): [number, number] {
  const distinct = [...new Set(values.filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b)
  const statistic = (theta: number) => {
    const linear = meanOf(
      values.map((x) => (Number.isNaN(x) ? x : x > theta ? 1 : 0)),
      design,
    )!
    return (linear.value - (1 - p)) / Math.sqrt(varianceOf(design, linear.scores))
  }
  const steps = stepsOf(values, design, null)!
  const first = (limit: number) => {
    let low = 0
    let high = distinct.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (statistic(distinct[middle]!) < limit) high = middle
      else low = middle + 1
    }
    // R maps the limit back through the UNWEIGHTED share at or below it
    const below = steps.values.filter((x) => x <= distinct[low]!).length / steps.values.length
    return inverseOfCumulative(steps, below)
  }
  return [first(t), first(-t)]
}
