/** R's svyquantile(interval = "score"): the values of θ that a score test of the share above θ does not reject. */
import type { Design } from '../../design/design.ts'
import { varianceOf } from '../../estimates/covariance.ts'
import { meanOf } from '../../estimates/linear.ts'
import { inverseOfCumulative, type QuantileRule, stepsOf } from '../../estimates/quantile.ts'
import { line } from './quantile-rules.ts'
import { uniroot } from './root.ts'

/**
 * @param t quantile of the test
 * @returns limits in the unit of the values, mapped back, as R does, through the UNWEIGHTED share at or below the root
 * @source Francisco & Fuller (1991), Annals of Statistics 19; its coding in survey 4.4-2
 */
export function scoreLimits(
  values: Float64Array,
  p: number,
  design: Design,
  t: number,
  rule: QuantileRule = inverseOfCumulative,
): [number, number] {
  const steps = stepsOf(values, design, null)!
  const { values: sorted } = steps
  const test = (limit: number) => (theta: number) => {
    const linear = meanOf(
      values.map((x) => (Number.isNaN(x) ? x : (x > theta ? 1 : 0) - (1 - p))),
      design,
    )!
    return linear.value / Math.sqrt(varianceOf(design, linear.scores)) - limit
  }
  const shares = Array.from(sorted, (_, at) => at / (sorted.length - 1))
  const margin = (line(shares, sorted, 0.75) - line(shares, sorted, 0.25)) / 100
  const limit = (quantile: number) => {
    const root = uniroot(
      test(quantile),
      sorted[0]! + margin,
      sorted.at(-1)! - margin,
      1 / (100 * Math.sqrt(design.rows)),
    )
    return Number.isNaN(root) ? Number.NaN : rule(steps, sorted.filter((x) => x <= root).length / sorted.length)
  }
  return [limit(t), limit(-t)]
}
