/** What a case may ask for: each operation computes with the product and compares with what R printed. */
import { type Design, degreesOfFreedom } from '../../design.ts'
import { betaQuantile } from '../../distributions/beta.ts'
import { chi2Upper } from '../../distributions/chi2.ts'
import { normalQuantile } from '../../distributions/normal.ts'
import { tQuantile } from '../../distributions/t.ts'
import { varianceOf } from '../../estimates/covariance.ts'
import { simpleVariance } from '../../estimates/design-effect.ts'
import { effectiveSize, kish, weightEffect } from '../../estimates/effective-size.ts'
import { meanOf, ratioOf } from '../../estimates/linear.ts'
import { withInterval } from '../../estimates/mean.ts'
import { type ShareLimits, woodruff } from '../../estimates/quantile.ts'
import { shareOf } from '../../estimates/share.ts'
import { wilson } from '../../estimates/wilson.ts'
import { type Adjustment, adjust } from '../../tests/adjust.ts'
import { pairwise } from '../../tests/pairwise.ts'
import { crosstab, raoScott } from '../../tests/rao-scott.ts'
import { tTest } from '../../tests/t-test.ts'
import { type Differences, listOf, numberOf, type Told } from './compare.ts'
import { categories, codes, type Data, isText, numbers } from './file.ts'
import { indicator } from './indicator.ts'
import { shareIntervals } from './intervals.ts'
import { quantileRules } from './quantile-rules.ts'
import { scoreLimits } from './score-interval.ts'
import { both, complete, estimate, statisticsOf } from './statistics.ts'
import { exactTail, saddlepointTail } from './sums-of-chi2.ts'
import { wald } from './wald.ts'
import type { Weighted } from './weighting.ts'

export type Op = { op: string } & Record<string, unknown>
// biome-ignore lint/suspicious/noExplicitAny: results are R's, their shape depends on the operation
export type Result = any
type Operation = { parts: readonly string[]; run(op: Op, weighted: Weighted, result: Result, to: Differences): void }

const names = (value: unknown): string[] => (value === undefined ? [] : ([value].flat() as string[]))
const levelOf = (op: Op) => (op.level as number | undefined) ?? 0.95

/** Value ± quantile × error, on the normal and on the t quantile. */
function intervals(
  to: Differences,
  result: Result,
  all: readonly { value: number; error: number }[],
  level: number,
  df: number,
  tolerance: number,
) {
  for (const [part, quantile] of [
    ['ci_z', normalQuantile((1 + level) / 2)],
    ['ci_t', tQuantile((1 + level) / 2, df)],
  ] as const)
    all.forEach(({ value, error }, i) => {
      const scale = Math.max(Math.abs(value), error)
      const told = result[part]?.[i] as [Told, Told] | undefined
      to.number(`${part}[${i}] low`, value - quantile * error, told?.[0], { scale, tolerance })
      to.number(`${part}[${i}] high`, value + quantile * error, told?.[1], { scale, tolerance })
    })
}

/** A standard error below 1e-8 of its estimate is 0: a category that the weighting has fixed. */
const errorScale = (value: number, told: Told | undefined) =>
  Math.max(
    Math.abs(numberOf(told)),
    Math.abs(numberOf(told)) < 1e-7 * Math.max(1, Math.abs(value)) ? Math.max(1, Math.abs(value)) : 0,
  )

function errors(
  to: Differences,
  what: string,
  all: readonly { value: number; error: number }[],
  told: Told[],
  tolerance: number,
) {
  if (!to.count(what, all.length, told.length)) return
  all.forEach(({ value, error }, i) => {
    to.number(`${what}[${i}]`, error, told[i], { tolerance, scale: errorScale(value, told[i]) })
  })
}

function covariances(
  to: Differences,
  at: (i: number, j: number) => number,
  told: Result,
  all: readonly { value: number; error: number }[],
  tolerance: number,
  skipped: (i: number) => boolean = () => false,
) {
  const rows = listOf<Told[]>(Array.isArray(told) && !Array.isArray(told[0]) ? [told] : told)
  if (!to.count('vcov', all.length, rows.length)) return
  const size = (i: number) => errorScale(all[i]!.value, all[i]!.error)
  for (let i = 0; i < all.length; i++)
    for (let j = 0; j < all.length; j++)
      if (!skipped(i) && !skipped(j))
        to.number(`vcov[${i}][${j}]`, at(i, j), listOf(rows[i])[j], {
          tolerance: 2 * tolerance,
          scale: size(i) * size(j),
        })
}

const isNothing = (told: Told | undefined) => !(Math.abs(numberOf(told)) > 1e-12)

function meanOrTotal(stat: 'mean' | 'total'): Operation {
  return {
    parts: ['vars', 'na_rm', 'deff', 'level'],
    run(op, { data, design, errorTolerance, weightTolerance }, result, to) {
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
      to.list(
        'est',
        all.map(({ value }) => value),
        listOf<Told>(result.est),
        { tolerance: weightTolerance },
      )
      errors(to, 'se', all, listOf<Told>(result.se), errorTolerance)
      to.number('degf', design.df, result.degf)
      to.number('level', levelOf(op), result.level)
      intervals(to, result, all, levelOf(op), design.df, errorTolerance)
      if (result.vcov != null) covariances(to, covariance, result.vcov, all, errorTolerance)
      if (op.deff) {
        const size = all.map(({ linear }) => (stat === 'total' && linear ? linear.sumWeights : 1))
        const effects = items.map(({ values }, i) => {
          const simple = simpleVariance(values, design, domain, op.deff === 'replace') * size[i]! ** 2
          return all[i]!.error ** 2 / simple
        })
        const told = listOf<Told>(result.deff)
        if (to.count('deff', effects.length, told.length))
          effects.forEach((effect, i) => {
            to.number(`deff[${i}]`, effect, told[i], {
              tolerance: 2 * errorTolerance,
              scale: Math.max(Math.abs(numberOf(told[i])), 1e-8),
            })
          })
      }
    },
  }
}

function groupsOf(data: Data, by: readonly string[]) {
  const known = by.map((name) => categories(data, name))
  const of = by.map((name, at) => codes(data, name, known[at]!))
  const key = Int32Array.from({ length: data.rows }, (_, row) => {
    let place = 0
    for (let at = by.length - 1; at >= 0; at--) {
      if (of[at]![row]! < 0) return -1
      place = place * known[at]!.length + of[at]![row]!
    }
    return place
  })
  const present = [...new Set(key)].filter((place) => place >= 0).sort((a, b) => a - b)
  return present.map((place) => {
    let rest = place
    const label: Record<string, string> = {}
    by.forEach((name, at) => {
      label[name] = known[at]![rest % known[at]!.length]!
      rest = Math.floor(rest / known[at]!.length)
    })
    return { label, inside: Uint8Array.from(key, (other) => (other === place ? 1 : 0)) }
  })
}

const textual = (groups: Record<string, unknown>[]) =>
  groups.map((group) => Object.fromEntries(Object.entries(group).map(([name, value]) => [name, String(value)])))

const by: Operation = {
  parts: ['stat', 'vars', 'by', 'na_rm', 'nocov', 'method', 'level'],
  run(op, weighted, result, to) {
    const { data, design, errorTolerance, weightTolerance } = weighted
    const groups = groupsOf(data, names(op.by))
    to.same(
      'groups',
      groups.map(({ label }) => label),
      textual(listOf(result.groups)),
    )
    const remove = op.na_rm === true
    if (op.stat === 'ciprop') {
      to.keys(result, ['groups', 'est', 'lo', 'hi'])
      const [item] = statisticsOf(data, names(op.vars))
      groups.forEach(({ inside }, g) => {
        const told = { est: listOf<Told>(result.est)[g], ci: [listOf<Told>(result.lo)[g], listOf<Told>(result.hi)[g]] }
        ciprop(to, `group ${g}`, item!.values, inside, op, weighted, told, true)
      })
      return
    }
    if (op.stat !== 'mean' && op.stat !== 'total') throw new RangeError(`by: unknown stat ${String(op.stat)}`)
    to.keys(result, ['groups', 'stat_names', 'n', 'est', 'se', 'vcov', 'vcov_order', 'degf_design'])
    const items = statisticsOf(data, names(op.vars))
    to.same(
      'stat_names',
      items.map(({ name }) => name),
      listOf(result.stat_names),
    )
    to.number('degf_design', design.df, result.degf_design)
    const present = complete(data, names(op.vars).slice(0, 1))
    to.list(
      'n',
      groups.map(({ inside }) =>
        inside.reduce((n, one, row) => n + (one && present[row] && design.weights[row] !== 0 ? 1 : 0), 0),
      ),
      listOf<Told>(result.n),
    )
    const listwise = remove ? complete(data, names(op.vars)) : null
    const cases = items.flatMap(({ values }) =>
      groups.map(({ inside }) => ({ values, domain: both(inside, listwise) })),
    )
    const { all, covariance } = estimate(design, cases, op.stat, remove)
    const told = (table: Told[][], k: number, g: number) => listOf<Told>(listOf<Told | Told[]>(table)[g] as Told[])[k]
    // An error of 0 where the product says it cannot tell: a certainty that does not exist.
    const refused = all.map(({ linear }, i) => {
      const [k, g] = [Math.floor(i / groups.length), i % groups.length]
      return isNothing(told(result.se, k, g)) && withInterval(linear, design, 'score').value === null
    })
    if (!to.count('est', groups.length, listOf(result.est).length)) return
    all.forEach(({ value, error }, i) => {
      if (refused[i]) return
      const [k, g] = [Math.floor(i / groups.length), i % groups.length]
      to.number(`est[${g}][${k}]`, value, told(result.est, k, g), { tolerance: weightTolerance })
      to.number(`se[${g}][${k}]`, error, told(result.se, k, g), {
        tolerance: errorTolerance,
        scale: errorScale(value, told(result.se, k, g)),
      })
    })
    if (result.vcov != null) covariances(to, covariance, result.vcov, all, errorTolerance, (i) => refused[i]!)
  },
}

/** One share with one of R's intervals; at 0 and 1 the product's own interval must not be a certainty. */
function ciprop(
  to: Differences,
  what: string,
  values: Float64Array,
  domain: Uint8Array | null,
  op: Op,
  { design, calibrated, errorTolerance, weightTolerance }: Weighted,
  told: Result,
  subset: boolean,
) {
  const method = op.method as string
  const interval = shareIntervals[method]
  if (interval === undefined) throw new RangeError(`ciprop: unknown method ${method}`)
  const missing = values.some((value, row) => Number.isNaN(value) && domain?.[row] !== 0)
  const linear = missing && op.na_rm !== true ? null : meanOf(values, design, domain)
  if (linear === null) {
    to.number(`${what} est`, Number.NaN, told.est)
    return
  }
  const p = linear.value
  const variance = varianceOf(design, linear.scores)
  const df =
    op.df !== undefined
      ? numberOf(op.df as Told)
      : subset
        ? degreesOfFreedom(design, design.weights, domain)
        : design.df
  const rows = subset && !calibrated ? domain!.reduce((n, one) => n + one, 0) : design.rows
  const told2 = listOf<Told>(told.ci)
  if (told.df !== undefined) to.number(`${what} df`, df, told.df)
  if (told.degf !== undefined) to.number(`${what} degf`, design.df, told.degf)
  if (p <= 0 || p >= 1) {
    const shown = shareOf(linear, design)
    const certain = !(Math.abs(numberOf(told2[1]) - numberOf(told2[0])) > 1e-9)
    if (!certain || shown.value === null || !(shown.high > shown.low))
      to.found.push(`${what}: a share of ${p} shown as certain`)
    to.number(`${what} est`, p, told.est, { scale: 1, tolerance: 1e-8 })
    return
  }
  to.number(`${what} est`, p, told.est, { tolerance: weightTolerance })
  const tolerance = method === 'likelihood' ? 1e-5 : errorTolerance
  if (told.se !== undefined)
    to.number(`${what} se`, Math.sqrt(variance), told.se, { tolerance: errorTolerance, scale: errorScale(p, told.se) })
  const n = method === 'likelihood' ? linear.base : rows
  const [low, high] = interval({ p, variance, df, rows: n, level: levelOf(op) })
  to.number(`${what} low`, low, told2[0], { tolerance })
  to.number(`${what} high`, high, told2[1], { tolerance })
}

const propciExtra: Operation = {
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
      const told = listOf<Told>(result[part])
      // limits that are 0 or 1 up to rounding
      listOf(value).forEach((one, i) => {
        const scale = Math.max(Math.abs(numberOf(told[i])), 1e-8)
        to.number(`${part}[${i}]`, one, told[i], { tolerance: 2 * errorTolerance, scale })
      })
    }
  },
}

const limitsOfScale =
  (method: string, level: number, calibrated: boolean, df: number): ShareLimits =>
  (linear, design) => {
    const variance = varianceOf(design, linear.scores)
    const rows = calibrated ? design.rows : linear.base
    if (method !== 'mean' && (linear.value <= 0 || linear.value >= 1)) return [Number.NaN, Number.NaN]
    return shareIntervals[method]!({ p: linear.value, variance, df, rows, level })
  }

const quantile: Operation = {
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
      const rows = listOf<{ quantile: Told; lo: Told; hi: Told; se: Told }>(result[name]?.rows)
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

const table: Operation = {
  parts: ['vars', 'ntotal'],
  run(op, { data, design, weightTolerance }, result, to) {
    const variables = names(op.vars)
    const known = variables.map((name) => categories(data, name))
    const of = variables.map((name, at) => codes(data, name, known[at]!))
    const cells = new Float64Array(known.reduce((size, list) => size * list.length, 1))
    let total = 0
    for (let row = 0; row < data.rows; row++) {
      if (of.some((codes) => codes[row]! < 0)) continue
      const place = of.reduce((at, codes, v) => at * known[v]!.length + codes[row]!, 0)
      cells[place]! += design.weights[row]!
      total += design.weights[row]!
    }
    const scale = op.ntotal === undefined ? 1 : (op.ntotal as number) / total
    to.same(
      'dims',
      Object.fromEntries(variables.map((name, at) => [name, known[at]])),
      Object.fromEntries(Object.entries(result.dims).map(([name, list]) => [name, listOf(list).map(String)])),
    )
    to.list(
      'cells',
      cells.map((cell) => cell * scale),
      ([result.cells] as Told[][]).flat(9) as Told[],
      { tolerance: weightTolerance },
    )
  },
}

function crossOf(op: Op, { data, design }: Weighted) {
  const [row, col] = [op.row as string, op.col as string]
  const [rowNames, columnNames] = [categories(data, row), categories(data, col)]
  const [rowCodes, columnCodes] = [codes(data, row, rowNames), codes(data, col, columnNames)]
  const test = raoScott(rowCodes, columnCodes, design, null, 'linear')
  if (test === null) throw new RangeError('chisq: nothing to test')
  // R counts all rows in X², missing ones too; its Δ grows alike, so that F and p do not change
  const inflated = design.rows / test.base
  return { test, inflated, rowNames, columnNames, rowCodes, columnCodes }
}

const chisq: Operation = {
  parts: ['row', 'col', 'statistic'],
  run(op, weighted, result, to) {
    const { design, errorTolerance } = weighted
    const tolerance = 2 * errorTolerance
    to.keys(result, ['statistic', 'parameter', 'p_value'])
    const { test, inflated, rowCodes, columnCodes } = crossOf(op, weighted)
    const x2 = test.pearson * inflated
    const effects = test.effects.map((effect) => effect * inflated)
    const mean = effects.reduce((a, b) => a + b, 0) / effects.length
    const compare = (statistic: number, p: number, parameters: Record<string, number>, slack = tolerance) => {
      to.number('statistic', statistic, result.statistic, { tolerance })
      to.keys(result.parameter ?? {}, Object.keys(parameters))
      for (const [name, value] of Object.entries(parameters))
        to.number(name, value, result.parameter?.[name], { tolerance })
      // a p-value moves with the statistic times the slope of its logarithm
      to.number('p_value', p, result.p_value, { tolerance: slack * Math.max(1, -Math.log(p)) })
    }
    switch (op.statistic ?? 'F') {
      case 'F':
        return compare(test.f, test.p, { ndf: test.df1, ddf: test.df2 })
      case 'Chisq':
        return compare(x2, chi2Upper(x2 / mean, effects.length), { df: effects.length })
      case 'Wald':
      case 'adjWald': {
        const { f, ndf, ddf, p } = wald(
          crosstab(rowCodes, columnCodes, design, null)!,
          design,
          op.statistic === 'adjWald',
        )
        return compare(f, p, { ndf, ddf })
      }
      case 'lincom':
      case 'saddlepoint':
        return compare(x2, saddlepointTail(x2, effects, test.df2), {}, 1e-6)
      default:
        throw new RangeError(`chisq: unknown statistic ${String(op.statistic)}`)
    }
  },
}

const chisqDetails: Operation = {
  parts: ['row', 'col'],
  run(op, weighted, result, to) {
    const { design, errorTolerance } = weighted
    const tolerance = 2 * errorTolerance
    const { test, inflated, rowNames, columnNames } = crossOf(op, weighted)
    const effects = test.effects.map((effect) => effect * inflated)
    const sum = effects.reduce((a, b) => a + b, 0)
    const x2 = test.pearson * inflated
    to.keys(result, [
      'rows',
      'cols',
      'cell_props',
      'n_used_in_X2',
      'nu',
      'X2',
      'delta_eigenvalues',
      'sum_delta',
      'first_order_X2',
      'ndf',
      'ddf',
      'F',
      'p_F',
      'p_lincom_imhof',
    ])
    to.same(
      'rows',
      test.rows.map((code) => rowNames[code]),
      listOf(result.rows).map(String),
    )
    to.same(
      'cols',
      test.columns.map((code) => columnNames[code]),
      listOf(result.cols).map(String),
    )
    to.list('cell_props', test.cells, (result.cell_props as Told[][]).flat(), { tolerance })
    to.number('n_used_in_X2', design.rows, result.n_used_in_X2)
    to.number('nu', design.df, result.nu)
    to.number('X2', x2, result.X2, { tolerance })
    to.list('delta_eigenvalues', effects, listOf<Told>(result.delta_eigenvalues), { tolerance })
    to.number('sum_delta', sum, result.sum_delta, { tolerance })
    to.number('first_order_X2', (x2 / sum) * effects.length, result.first_order_X2, { tolerance })
    to.number('ndf', test.df1, result.ndf, { tolerance })
    to.number('ddf', test.df2, result.ddf, { tolerance })
    to.number('F', test.f, result.F, { tolerance })
    const slack = { tolerance: tolerance * Math.max(1, -Math.log(test.p)) }
    to.number('p_F', test.p, result.p_F, slack)
    to.number('p_lincom_imhof', exactTail(x2, effects, test.df2), result.p_lincom_imhof, slack)
  },
}

const pairwiseMeans: Operation = {
  parts: ['var', 'by'],
  run(op, { data, design, errorTolerance }, result, to) {
    const known = categories(data, op.by as string)
    const values = numbers(data, op.var as string)
    const found = pairwise(values, codes(data, op.by as string, known), design, 'holm', 'linear')
    if (found === null) throw new RangeError('pairwise: nothing to compare')
    const tolerance = errorTolerance
    to.keys(result, ['groups', 'est', 'vcov', 'df', 'pairs', 'adjusted'])
    to.number('df', found.df, result.df)
    const told = listOf<string>(result.groups).map(String)
    const place = new Map(found.groups.map((code, at) => [known[code]!, at]))
    const left = told.map((label, at) => !place.has(label) && isNothing(result.vcov[at][at]))
    told.forEach((label, at) => {
      if (left[at]) return
      to.number(`est ${label}`, found.means[place.get(label) ?? -1] ?? Number.NaN, result.est[at])
      told.forEach((other, b) => {
        if (left[b]) return
        const cell = (i: number, j: number) => found.covariance.cells[i * found.covariance.size + j]!
        const [i, j] = [place.get(label)!, place.get(other)!]
        to.number(`vcov ${label} ${other}`, cell(i, j), result.vcov[at][b], {
          tolerance: 2 * tolerance,
          scale: Math.sqrt(cell(i, i) * cell(j, j)),
        })
      })
    })
    const pairs = new Map(found.pairs.map((pair) => [`${known[pair.a]} ${known[pair.b]}`, pair]))
    const wanted = listOf<{ a: string; b: string; diff: Told; se: Told; t: Told; p: Told }>(result.pairs)
    for (const { a, b, diff, se, t, p } of wanted) {
      if (left[told.indexOf(String(a))] || left[told.indexOf(String(b))]) continue
      const pair = pairs.get(`${a} ${b}`)
      const what = `${a}-${b}`
      // a difference of two means keeps their precision, not its own
      const scale = Math.max(Math.abs(numberOf(diff)), Math.abs(numberOf(se)))
      to.number(`${what} diff`, pair?.difference ?? Number.NaN, diff, { tolerance, scale })
      to.number(`${what} se`, pair?.error ?? Number.NaN, se, { tolerance })
      to.number(`${what} t`, pair?.t ?? Number.NaN, t, { tolerance, scale: Math.max(1, Math.abs(numberOf(t))) })
      to.number(`${what} p`, pair?.p ?? Number.NaN, p, { tolerance: tolerance * Math.max(1, -Math.log(numberOf(p))) })
    }
    if (left.includes(true)) return
    to.count('pairs', found.pairs.length, wanted.length)
    for (const [method, adjusted] of Object.entries(result.adjusted as Record<string, Told | Told[]>))
      to.list(
        `adjusted ${method}`,
        adjust(
          found.pairs.map(({ p }) => p),
          method as Adjustment,
        ),
        listOf(adjusted),
        { tolerance: 40 * tolerance },
      )
  },
}

const ttest: Operation = {
  parts: ['var', 'by', 'level'],
  run(op, { data, design, errorTolerance }, result, to) {
    const known = categories(data, op.by as string)
    if (known.length !== 2) throw new RangeError(`ttest: ${known.length} groups`)
    const of = codes(data, op.by as string, known)
    const [first, second] = [0, 1].map((k) => Uint8Array.from(of, (code) => (code === k ? 1 : 0))) as [
      Uint8Array,
      Uint8Array,
    ]
    const found = tTest(numbers(data, op.var as string), first, second, design, levelOf(op), 'linear')
    if (found === null) throw new RangeError('ttest: nothing to compare')
    // an intercept and a slope of 1 on a number that is not 0/1
    const step = isText(data, op.by as string) ? 1 : Number(known[1]) - Number(known[0])
    const options = { tolerance: errorTolerance, scale: Math.max(Math.abs(found.difference), found.error) }
    to.keys(result, ['statistic', 'parameter', 'p_value', 'estimate', 'conf_int'])
    to.number('statistic', found.t, result.statistic, {
      tolerance: errorTolerance,
      scale: Math.max(1, Math.abs(found.t)),
    })
    to.number('df', found.df, result.parameter?.df)
    to.number('p_value', found.p, result.p_value, { tolerance: errorTolerance * Math.max(1, -Math.log(found.p)) })
    to.number('estimate', found.difference / step, result.estimate, options)
    to.list('conf_int', [found.low / step, found.high / step], listOf<Told>(result.conf_int), options)
  },
}

const ratio: Operation = {
  parts: ['num', 'den', 'na_rm', 'level'],
  run(op, { data, design, errorTolerance, weightTolerance }, result, to) {
    const columns = [op.num, op.den].map((name) => numbers(data, name as string)) as [Float64Array, Float64Array]
    const unknown = op.na_rm !== true && columns.some((column) => column.some(Number.isNaN))
    const linear = unknown ? null : ratioOf(...columns, design)
    const all = [
      { value: linear?.value ?? Number.NaN, error: linear ? Math.sqrt(varianceOf(design, linear.scores)) : Number.NaN },
    ]
    to.keys(result, ['est', 'se', 'degf', 'level', 'ci_z', 'ci_t'])
    to.list('est', [all[0]!.value], listOf<Told>(result.est), { tolerance: weightTolerance })
    errors(to, 'se', all, listOf<Told>(result.se), errorTolerance)
    to.number('degf', design.df, result.degf)
    intervals(to, { ci_z: nested(result.ci_z), ci_t: nested(result.ci_t) }, all, levelOf(op), design.df, errorTolerance)
  },
}

const nested = (told: Result) => (Array.isArray(told?.[0]) ? told : [told])

/** Variance of the answers: the mean of (x − x̄)²·n/(n−1). */
const variance: Operation = {
  parts: ['vars', 'na_rm', 'level'],
  run(op, { data, design, errorTolerance, weightTolerance }, result, to) {
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
    to.list(
      'est',
      all.map(({ value }) => value),
      listOf<Told>(result.est),
      { tolerance: weightTolerance },
    )
    errors(to, 'se', all, listOf<Told>(result.se), errorTolerance)
    to.number('degf', design.df, result.degf)
    intervals(to, result, all, levelOf(op), design.df, errorTolerance)
  },
}

const weights: Operation = {
  parts: [],
  run(_, { design, weightTolerance }, result, to) {
    const used = design.weights.filter((weight) => weight !== 0)
    const sum = used.reduce((a, b) => a + b, 0)
    const squares = used.reduce((a, b) => a + b * b, 0)
    const effect = weightEffect(design.weights)
    const options = { tolerance: 2 * weightTolerance }
    to.keys(result, ['n', 'sum', 'min', 'max', 'cv', 'kish_n_eff', 'kish_deff', 'weights'])
    to.number('n', used.length, result.n)
    to.number('sum', sum, result.sum, options)
    to.number('min', Math.min(...design.weights), result.min, options)
    to.number('max', Math.max(...design.weights), result.max, options)
    to.number('cv', Math.sqrt(Math.max(0, effect - 1)), result.cv, {
      ...options,
      scale: Math.max(numberOf(result.cv), 1),
    })
    to.number('kish_n_eff', kish(sum, squares), result.kish_n_eff, options)
    to.number('kish_deff', effect, result.kish_deff, options)
    to.list('weights', design.weights, listOf<Told>(result.weights), { tolerance: weightTolerance })
  },
}

export const operations: Record<string, Operation> = {
  mean: meanOrTotal('mean'),
  total: meanOrTotal('total'),
  by,
  ciprop: {
    parts: ['indicator', 'method', 'level', 'df', 'na_rm'],
    run(op, weighted, result, to) {
      to.keys(result, ['est', 'se', 'ci', 'df', 'degf'])
      ciprop(to, 'share', indicator(weighted.data, op.indicator as string), null, op, weighted, result, false)
    },
  },
  propci_extra: propciExtra,
  quantile,
  table,
  chisq,
  chisq_details: chisqDetails,
  pairwise: pairwiseMeans,
  ttest,
  ratio,
  var: variance,
  weights,
  degf: { parts: [], run: (_, { design }, result, to) => to.number('degf', design.df, result) },
}

/** Nobody can tell a spread from one primary unit: what the product answers to any estimate. */
export const needsSpread = (op: Op, design: Design): boolean =>
  design.df < 1 && !['weights', 'degf', 'table'].includes(op.op)
