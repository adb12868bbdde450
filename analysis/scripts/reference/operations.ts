/** What a case may ask for: each operation computes with the product and compares with what R printed. */
import { raoScott } from '../../comparisons/rao-scott.ts'
import { normalQuantile } from '../../distributions/normal.ts'
import { tQuantile } from '../../distributions/t.ts'
import { covariance, varianceOf } from '../../estimates/covariance.ts'
import { effectiveSize, kish, weightEffect } from '../../estimates/effective-size.ts'
import { meanOf } from '../../estimates/linear.ts'
import { wilson } from '../../estimates/wilson.ts'
import { type Differences, type Expected, listOf, numberOf } from './compare.ts'
import { categories, codes, type Data, isText, labels, numbers } from './file.ts'
import { indicator } from './indicator.ts'
import { Skipped, type Weighted } from './weighting.ts'

export type Op = { op: string } & Record<string, unknown>
// biome-ignore lint/suspicious/noExplicitAny: results are R's, their shape depends on the operation
export type Result = any
export type Operation = {
  parts: readonly string[]
  run(op: Op, weighted: Weighted, result: Result, to: Differences): void
}

const tolerance = 1e-8
const names = (value: unknown): string[] => (value === undefined ? [] : ([value].flat() as string[]))
/** A length-1 table may be a bare list. */
const tableOf = (value: Result): Expected[][] => (Array.isArray(value?.[0]) ? value : [value])
const isNothing = (expected: Expected | undefined) => !(Math.abs(numberOf(expected)) > 1e-12)

/** A standard error below 1e-8 of its estimate is 0: a category that the weighting has fixed. */
const errorScale = (value: number, expected: Expected | undefined) => {
  const size = Math.abs(numberOf(expected))
  return size < 1e-7 * Math.max(1, Math.abs(value)) ? Math.max(1, Math.abs(value)) : size
}

type Statistic = { name: string; values: Float64Array }
type Item = { values: Float64Array; domain: Uint8Array | null }

/** Numbers as they are, text as one share per category. */
function statisticsOf(data: Data, columns: readonly string[]): Statistic[] {
  return columns.flatMap((name) => {
    if (!isText(data, name)) return [{ name, values: numbers(data, name) }]
    const known = categories(data, name)
    const of = codes(data, name, known)
    return known.map((category, k) => ({
      name: `${name}${category}`,
      values: Float64Array.from(of, (code) => (code < 0 ? Number.NaN : code === k ? 1 : 0)),
    }))
  })
}

/** 1 where none of the variables is missing. */
function complete(data: Data, columns: readonly string[]): Uint8Array {
  const all = columns.map((name) => labels(data, name))
  return Uint8Array.from({ length: data.rows }, (_, row) => Number(all.every((column) => column[row] !== null)))
}

/** Means, standard errors and covariance, NaN where a missing answer was not to be removed or nobody is left. */
function meansOf({ design, finite }: Weighted, items: readonly Item[], removeMissing: boolean) {
  const linear = items.map(({ values, domain }) => {
    const isMissing = (value: number, row: number) =>
      Number.isNaN(value) && domain?.[row] !== 0 && design.weights[row] !== 0
    return !removeMissing && values.some(isMissing) ? null : meanOf(values, design, domain)
  })
  const none = new Float64Array(design.rows)
  const matrix = covariance(
    design,
    linear.map((one) => one?.scores ?? none),
  )
  const at = (i: number, j: number) =>
    linear[i] && linear[j] ? matrix.cells[i * matrix.size + j]! * finite ** 2 : Number.NaN
  const all = linear.map((one, i) => ({
    value: one?.value ?? Number.NaN,
    error: Math.sqrt(at(i, i)),
    base: one?.base ?? 0,
  }))
  return { all, at }
}

type Means = ReturnType<typeof meansOf>

function compareMeans(to: Differences, { all, at }: Means, est: Expected[], se: Expected[], vcov: Result): void {
  if (!to.count('est', all.length, est.length)) return
  // an error of 0 of a single answer: a certainty that does not exist
  const isCompared = all.map(({ base }, i) => !(base < 2 && isNothing(se[i])))
  const size = (i: number) => errorScale(all[i]!.value, all[i]!.error)
  all.forEach(({ value, error }, i) => {
    if (!isCompared[i]) return
    to.number(`est[${i}]`, value, est[i])
    to.number(`se[${i}]`, error, se[i], { scale: errorScale(value, se[i]) })
    if (vcov != null)
      all.forEach((_, j) => {
        const scale = size(i) * size(j)
        if (isCompared[j])
          to.number(`vcov[${i}][${j}]`, at(i, j), tableOf(vcov)[i]?.[j], { tolerance: 2 * tolerance, scale })
      })
  })
}

const mean: Operation = {
  parts: ['vars', 'na_rm', 'deff', 'level'],
  run(op, weighted, result, to) {
    const { data, design } = weighted
    const items = statisticsOf(data, names(op.vars))
    const domain = op.na_rm === true ? complete(data, names(op.vars)) : null
    const means = meansOf(
      weighted,
      items.map(({ values }) => ({ values, domain })),
      op.na_rm === true,
    )
    to.same(
      'names',
      items.map(({ name }) => name),
      listOf(result.names),
    )
    to.number('degf', design.df, result.degf)
    compareMeans(to, means, listOf<Expected>(result.est), listOf<Expected>(result.se), result.vcov)
  },
}

function groupsOf(data: Data, by: readonly string[]) {
  const known = by.map((name) => categories(data, name))
  const of = by.map((name, at) => codes(data, name, known[at]!))
  // the first variable moves fastest
  const key = Int32Array.from({ length: data.rows }, (_, row) =>
    of.some((column) => column[row]! < 0)
      ? -1
      : of.reduceRight((place, column, at) => place * known[at]!.length + column[row]!, 0),
  )
  const present = [...new Set(key)].filter((place) => place >= 0).sort((a, b) => a - b)
  return present.map((place) => Uint8Array.from(key, (other) => Number(other === place)))
}

const by: Operation = {
  parts: ['stat', 'vars', 'by', 'na_rm', 'nocov', 'method', 'level'],
  run(op, weighted, result, to) {
    if (op.stat !== 'mean') throw new Skipped(`by: ${String(op.stat)}`)
    const { data, design } = weighted
    const groups = groupsOf(data, names(op.by))
    const items = statisticsOf(data, names(op.vars))
    const remove = op.na_rm === true
    const listwise = remove ? complete(data, names(op.vars)) : null
    const all = items.flatMap(({ values }) =>
      groups.map((inside) => ({ values, domain: listwise ? inside.map((one, row) => one & listwise[row]!) : inside })),
    )
    // R's tables have a line for each group
    const flat = (table: Result) =>
      items.flatMap((_, k) => groups.map((_, g) => listOf<Expected>(listOf<Result>(table)[g])[k]!))
    to.number('degf_design', design.df, result.degf_design)
    compareMeans(to, meansOf(weighted, all, remove), flat(result.est), flat(result.se), result.vcov)
  },
}

const propciExtra: Operation = {
  parts: ['indicator', 'level'],
  run(op, { data, design, finite }, result, to) {
    const linear = meanOf(indicator(data, op.indicator as string), design)
    if (linear === null) throw new RangeError('propci_extra: nobody answered')
    const level = (op.level as number | undefined) ?? 0.95
    const p = Math.min(1, linear.value)
    const variance = varianceOf(design, linear.scores) * finite ** 2
    const size = effectiveSize(p, variance, linear.base, kish(linear.sumWeights, linear.sumSquares), design.df, level)
    const z = normalQuantile((1 + level) / 2)
    const plain = Number.isNaN(size.design) ? size.kish : size.design
    const computed: Record<string, number | number[]> = {
      n: linear.base,
      p,
      se: Math.sqrt(variance),
      df: design.df,
      kish_n_eff: size.kish,
      n_eff: size.design,
      n_eff_df_adjusted: size.adjusted,
      n_eff_used: size.used,
      wilson_t: wilson(p, plain, tQuantile((1 + level) / 2, design.df)),
      wilson: wilson(p, size.used, z),
      n_eff_min: size.least,
      wilson_min: wilson(p, size.least, z),
    }
    for (const [part, value] of Object.entries(computed)) {
      const expected = listOf<Expected>(result[part])
      // limits that are 0 or 1 up to rounding
      listOf(value).forEach((one, i) => {
        const scale = Math.max(Math.abs(numberOf(expected[i])), 1e-8)
        to.number(`${part}[${i}]`, one, expected[i], { tolerance: 2 * tolerance, scale })
      })
    }
  },
}

function crossOf(op: Op, { data, design, finite }: Weighted) {
  if (finite !== 1) throw new Skipped('chisq: end of the population')
  const [row, col] = [op.row as string, op.col as string]
  const test = raoScott(codes(data, row), codes(data, col), design, null, 'linear')
  if (test === null) throw new RangeError('chisq: nothing to test')
  // R counts all rows in X², missing ones too; its Δ grows alike, so that F and p do not change
  return { test, inflated: design.rows / test.base }
}

/** A p-value moves with the statistic times the slope of its logarithm. */
const slackOf = (p: number) => ({ tolerance: 2 * tolerance * Math.max(1, -Math.log(p)) })

const chisq: Operation = {
  parts: ['row', 'col', 'statistic'],
  run(op, weighted, result, to) {
    if ((op.statistic ?? 'F') !== 'F') throw new Skipped(`chisq: ${String(op.statistic)}`)
    const { test } = crossOf(op, weighted)
    to.number('statistic', test.f, result.statistic, { tolerance: 2 * tolerance })
    to.number('ndf', test.df1, result.parameter?.ndf, { tolerance: 2 * tolerance })
    to.number('ddf', test.df2, result.parameter?.ddf, { tolerance: 2 * tolerance })
    to.number('p_value', test.p, result.p_value, slackOf(test.p))
  },
}

const chisqDetails: Operation = {
  parts: ['row', 'col'],
  run(op, weighted, result, to) {
    const { test, inflated } = crossOf(op, weighted)
    const options = { tolerance: 2 * tolerance }
    const effects = test.effects.map((effect) => effect * inflated)
    to.list('cell_props', test.cells, (result.cell_props as Expected[][]).flat(), options)
    to.number('nu', weighted.design.df, result.nu)
    to.number('X2', test.pearson * inflated, result.X2, options)
    to.list('delta_eigenvalues', effects, listOf<Expected>(result.delta_eigenvalues), options)
    to.number('ndf', test.df1, result.ndf, options)
    to.number('ddf', test.df2, result.ddf, options)
    to.number('F', test.f, result.F, options)
    to.number('p_F', test.p, result.p_F, slackOf(test.p))
  },
}

const weights: Operation = {
  parts: [],
  run(_, { design, tolerance: ofWeights }, result, to) {
    const used = design.weights.filter((weight) => weight !== 0)
    const sum = used.reduce((a, b) => a + b, 0)
    const squares = used.reduce((a, b) => a + b * b, 0)
    const options = { tolerance: 2 * ofWeights }
    to.number('n', used.length, result.n)
    to.number('kish_n_eff', kish(sum, squares), result.kish_n_eff, options)
    to.number('kish_deff', weightEffect(design.weights), result.kish_deff, options)
    to.list('weights', design.weights, listOf<Expected>(result.weights), { tolerance: ofWeights })
  },
}

export const operations: Record<string, Operation> = {
  mean,
  by,
  propci_extra: propciExtra,
  chisq,
  chisq_details: chisqDetails,
  weights,
  degf: { parts: [], run: (_, { design }, result, to) => to.number('degf', design.df, result) },
}
