/** Quantiles by R’s rules, with its intervals. */
import { degreesOfFreedom } from '../../../design/design.ts'
import { tQuantile } from '../../../distributions/t.ts'
import { varianceOf } from '../../../estimates/covariance.ts'
import { type ShareLimits, woodruff } from '../../../estimates/quantile.ts'
import { type Expected, listOf, numberOf } from '../compare.ts'
import { numbers } from '../file.ts'
import { shareIntervals } from '../intervals.ts'
import { levelOf, names, type Operation } from '../operation.ts'
import { quantileRules } from '../quantile-rules.ts'
import { scoreLimits } from '../score-interval.ts'
import { complete } from '../statistics.ts'

const limitsOfScale =
  (method: string, level: number, calibrated: boolean, df: number): ShareLimits =>
  (linear, design) => {
    const variance = varianceOf(design, linear.scores)
    const rows = calibrated ? design.rows : linear.base
    if (method !== 'mean' && (linear.value <= 0 || linear.value >= 1)) return [Number.NaN, Number.NaN]
    return shareIntervals[method]!({ p: linear.value, variance, df, rows, level })
  }

export const quantile: Operation = {
  parts: ['vars', 'probs', 'qrule', 'interval', 'na_rm', 'level'],
  run(op, { data, design, calibrated, errorTolerance }, result, to) {
    const rule = quantileRules[op.qrule as string]
    const method = op.interval as string
    if (rule === undefined || !['mean', 'beta', 'xlogit', 'asin', 'score'].includes(method))
      throw new RangeError(`quantile: unknown qrule ${String(op.qrule)} or interval ${method}`)
    const level = levelOf(op)
    to.same('variables', names(op.vars), Object.keys(result))
    for (const name of names(op.vars)) {
      const values = numbers(data, name)
      const rows = listOf<{ quantile: Expected; lo: Expected; hi: Expected; se: Expected }>(result[name]?.rows)
      const probs = listOf(op.probs as number[])
      if (!to.count(`${name} rows`, probs.length, rows.length)) continue
      const unknown = op.na_rm !== true && values.some(Number.isNaN)
      // R counts the degrees of freedom of the rows that answered
      const df = degreesOfFreedom(design, design.weights, complete(data, [name]))
      const t = tQuantile((1 + level) / 2, df)
      probs.forEach((p, i) => {
        const limits = limitsOfScale(method === 'score' ? 'mean' : method, level, calibrated, df)
        const found = unknown ? null : woodruff(values, p, design, null, rule, limits)
        const [low, high] =
          found === null
            ? [Number.NaN, Number.NaN]
            : method === 'score'
              ? scoreLimits(values, p, design, t, rule)
              : [found.low, found.high]
        const what = `${name} p=${p}`
        const options = { tolerance: errorTolerance }
        to.number(`${what} quantile`, found?.value ?? Number.NaN, rows[i]!.quantile, options)
        to.number(`${what} lo`, low, rows[i]!.lo, options)
        to.number(`${what} hi`, high, rows[i]!.hi, options)
        to.number(`${what} se`, (high - low) / (2 * t), rows[i]!.se, {
          ...options,
          scale: Math.max(Math.abs(numberOf(rows[i]!.se)), 1e-8),
        })
      })
    }
  },
}
