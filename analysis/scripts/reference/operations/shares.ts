/** Shares: R’s intervals, and the product’s own beside them. */
import { degreesOfFreedom } from '../../../design/design.ts'
import { betaQuantile } from '../../../distributions/beta.ts'
import { normalQuantile } from '../../../distributions/normal.ts'
import { tQuantile } from '../../../distributions/t.ts'
import { varianceOf } from '../../../estimates/covariance.ts'
import { effectiveSize, kish } from '../../../estimates/effective-size.ts'
import { meanOf } from '../../../estimates/linear.ts'
import { shareOf } from '../../../estimates/share.ts'
import { wilson } from '../../../estimates/wilson.ts'
import { type Differences, type Expected, listOf, numberOf } from '../compare.ts'
import { indicator } from '../indicator.ts'
import { shareIntervals } from '../intervals.ts'
import { errorScale, levelOf, type Op, type Operation, type Result } from '../operation.ts'
import type { Weighted } from '../weighting.ts'

/** One share with one of R's intervals; at 0 and 1 the product's own interval must not be a certainty. */
export function shareInterval(
  to: Differences,
  what: string,
  values: Float64Array,
  domain: Uint8Array | null,
  op: Op,
  { design, calibrated, errorTolerance, weightTolerance }: Weighted,
  expected: Result,
  subset: boolean,
) {
  const method = op.method as string
  const interval = shareIntervals[method]
  if (interval === undefined) throw new RangeError(`ciprop: unknown method ${method}`)
  const missing = values.some((value, row) => Number.isNaN(value) && domain?.[row] !== 0)
  const linear = missing && op.na_rm !== true ? null : meanOf(values, design, domain)
  if (linear === null) {
    to.number(`${what} est`, Number.NaN, expected.est)
    return
  }
  const p = linear.value
  const variance = varianceOf(design, linear.scores)
  const df =
    op.df !== undefined
      ? numberOf(op.df as Expected)
      : subset
        ? degreesOfFreedom(design, design.weights, domain)
        : design.df
  const rows = subset && !calibrated ? domain!.reduce((n, one) => n + one, 0) : design.rows
  const expectedInterval = listOf<Expected>(expected.ci)
  if (expected.df !== undefined) to.number(`${what} df`, df, expected.df)
  if (expected.degf !== undefined) to.number(`${what} degf`, design.df, expected.degf)
  if (p <= 0 || p >= 1) {
    const shown = shareOf(linear, design)
    const certain = !(Math.abs(numberOf(expectedInterval[1]) - numberOf(expectedInterval[0])) > 1e-9)
    if (!certain || shown.value === null || !(shown.high > shown.low))
      to.found.push(`${what}: a share of ${p} shown as certain`)
    to.number(`${what} est`, p, expected.est, { scale: 1, tolerance: 1e-8 })
    return
  }
  to.number(`${what} est`, p, expected.est, { tolerance: weightTolerance })
  const tolerance = method === 'likelihood' ? 1e-5 : errorTolerance
  if (expected.se !== undefined)
    to.number(`${what} se`, Math.sqrt(variance), expected.se, {
      tolerance: errorTolerance,
      scale: errorScale(p, expected.se),
    })
  const n = method === 'likelihood' ? linear.base : rows
  const [low, high] = interval({ p, variance, df, rows: n, level: levelOf(op) })
  to.number(`${what} low`, low, expectedInterval[0], { tolerance })
  to.number(`${what} high`, high, expectedInterval[1], { tolerance })
}

export const propciExtra: Operation = {
  parts: ['indicator', 'level'],
  run(op, { data, design, errorTolerance }, result, to) {
    const linear = meanOf(indicator(data, op.indicator as string), design)
    if (linear === null) throw new RangeError('propci_extra: nobody answered')
    const level = levelOf(op)
    const p = Math.min(1, linear.value)
    const variance = varianceOf(design, linear.scores)
    const size = effectiveSize(p, variance, linear.base, kish(linear.sumWeights, linear.sumSquares), design.df, level)
    const z = normalQuantile((1 + level) / 2)
    const tail = (1 - level) / 2
    const used = size.used
    const betas = (a: number, b: number, c: number, d: number) => [
      betaQuantile(tail, a, b),
      betaQuantile(1 - tail, c, d),
    ]
    const plain = Number.isNaN(size.design) ? size.kish : size.design
    const computed: Record<string, number | number[]> = {
      n: linear.base,
      p,
      se: Math.sqrt(variance),
      df: design.df,
      kish_n_eff: size.kish,
      n_eff: size.design,
      n_eff_df_adjusted: size.adjusted,
      n_eff_used: used,
      wilson_t: wilson(p, plain, tQuantile((1 + level) / 2, design.df)),
      wilson: wilson(p, used, z),
      n_eff_min: size.least,
      wilson_min: wilson(p, size.least, z),
      korn_graubard_truncated: betas(used * p, used * (1 - p) + 1, used * p + 1, used * (1 - p)),
      jeffreys: betas(used * p + 0.5, used * (1 - p) + 0.5, used * p + 0.5, used * (1 - p) + 0.5),
      uniform_prior: betas(used * p + 1, used * (1 - p) + 1, used * p + 1, used * (1 - p) + 1),
      level,
    }
    if (p === 0) for (const part of ['korn_graubard_truncated', 'jeffreys']) (computed[part] as number[])[0] = 0
    if (p === 1) for (const part of ['korn_graubard_truncated', 'jeffreys']) (computed[part] as number[])[1] = 1
    to.keys(result, Object.keys(computed))
    for (const [part, value] of Object.entries(computed)) {
      const expected = listOf<Expected>(result[part])
      // limits that are 0 or 1 up to rounding
      listOf(value).forEach((one, i) => {
        const scale = Math.max(Math.abs(numberOf(expected[i])), 1e-8)
        to.number(`${part}[${i}]`, one, expected[i], { tolerance: 2 * errorTolerance, scale })
      })
    }
  },
}

export const ciprop: Operation = {
  parts: ['indicator', 'method', 'level', 'df', 'na_rm'],
  run(op, weighted, result, to) {
    to.keys(result, ['est', 'se', 'ci', 'df', 'degf'])
    shareInterval(to, 'share', indicator(weighted.data, op.indicator as string), null, op, weighted, result, false)
  },
}
