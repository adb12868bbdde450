import { varianceOf } from '../../../estimates/covariance.ts'
import { simpleVariance } from '../../../estimates/design-effect.ts'
import { meanOf, ratioOf } from '../../../estimates/linear.ts'
import { type Differences, type Expected, listOf, numberOf } from '../compare.ts'
import { numbers } from '../file.ts'
import { covariances, errors, intervals, levelOf, names, type Op, type Operation, type Result } from '../operation.ts'
import { complete, estimate, statisticsOf } from '../statistics.ts'
import type { Weighted } from '../weighting.ts'

export function meanOrTotal(stat: 'mean' | 'total'): Operation {
  return {
    parts: ['vars', 'na_rm', 'deff', 'level'],
    run(op, weighted, result, to) {
      const { data, design, errorTolerance } = weighted
      const items = statisticsOf(data, names(op.vars))
      const remove = op.na_rm === true
      const domain = remove ? complete(data, names(op.vars)) : null
      const { all, covariance } = estimate(
        design,
        items.map(({ values }) => ({ values, domain })),
        stat,
        remove,
      )
      to.keys(result, ['names', 'est', 'se', 'degf', 'level', 'ci_z', 'ci_t', 'vcov', 'deff'])
      to.same(
        'names',
        items.map(({ name }) => name),
        listOf(result.names),
      )
      figures(op, weighted, result, to, all)
      to.number('level', levelOf(op), result.level)
      if (result.vcov != null) covariances(to, covariance, result.vcov, all, errorTolerance)
      if (op.deff) {
        const size = all.map(({ linear }) => (stat === 'total' && linear ? linear.sumWeights : 1))
        const effects = items.map(({ values }, i) => {
          const simple = simpleVariance(values, design, domain, op.deff === 'replace') * size[i]! ** 2
          return all[i]!.error ** 2 / simple
        })
        const expected = listOf<Expected>(result.deff)
        if (to.count('deff', effects.length, expected.length))
          effects.forEach((effect, i) => {
            to.number(`deff[${i}]`, effect, expected[i], {
              tolerance: 2 * errorTolerance,
              scale: Math.max(Math.abs(numberOf(expected[i])), 1e-8),
            })
          })
      }
    },
  }
}

export const ratio: Operation = {
  parts: ['num', 'den', 'na_rm', 'level'],
  run(op, weighted, result, to) {
    const { data, design } = weighted
    const columns = [op.num, op.den].map((name) => numbers(data, name as string)) as [Float64Array, Float64Array]
    const unknown = op.na_rm !== true && columns.some((column) => column.some(Number.isNaN))
    const linear = unknown ? null : ratioOf(...columns, design)
    const all = [
      { value: linear?.value ?? Number.NaN, error: linear ? Math.sqrt(varianceOf(design, linear.scores)) : Number.NaN },
    ]
    to.keys(result, ['est', 'se', 'degf', 'level', 'ci_z', 'ci_t'])
    figures(op, weighted, { ...result, ci_z: nested(result.ci_z), ci_t: nested(result.ci_t) }, to, all)
  },
}

const nested = (expected: Result) => (Array.isArray(expected?.[0]) ? expected : [expected])

/** Variance of the answers: the mean of (x − x̄)²·n/(n−1). */
export const variance: Operation = {
  parts: ['vars', 'na_rm', 'level'],
  run(op, weighted, result, to) {
    const { data, design } = weighted
    const all = names(op.vars).map((name) => {
      const values = numbers(data, name)
      const mean = meanOf(values, design)
      if (mean === null || (op.na_rm !== true && values.some(Number.isNaN)))
        return { value: Number.NaN, error: Number.NaN }
      const squares = values.map((x) => ((x - mean.value) ** 2 * mean.base) / (mean.base - 1))
      const linear = meanOf(squares, design)!
      return { value: linear.value, error: Math.sqrt(varianceOf(design, linear.scores)) }
    })
    to.keys(result, ['names', 'est', 'se', 'degf', 'level', 'ci_z', 'ci_t'])
    to.same('names', names(op.vars), listOf(result.names))
    figures(op, weighted, result, to, all)
  },
}

/** Estimates with their errors and both intervals, of means, totals, ratios and variances alike. */
function figures(
  op: Op,
  { design, errorTolerance, weightTolerance }: Weighted,
  result: Result,
  to: Differences,
  all: readonly { value: number; error: number }[],
) {
  to.list(
    'est',
    all.map(({ value }) => value),
    listOf<Expected>(result.est),
    { tolerance: weightTolerance },
  )
  errors(to, 'se', all, listOf<Expected>(result.se), errorTolerance)
  to.number('degf', design.df, result.degf)
  intervals(to, result, all, levelOf(op), design.df, errorTolerance)
}
