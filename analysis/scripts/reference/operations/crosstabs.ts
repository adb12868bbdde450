import { crosstab, raoScott } from '../../../comparisons/rao-scott.ts'
import { chi2Upper } from '../../../distributions/chi2.ts'
import { type Expected, listOf } from '../compare.ts'
import { categories, codes } from '../file.ts'
import { names, type Op, type Operation } from '../operation.ts'
import { exactTail, saddlepointTail } from '../sums-of-chi2.ts'
import { wald } from '../wald.ts'
import type { Weighted } from '../weighting.ts'

export const table: Operation = {
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
      ([result.cells] as Expected[][]).flat(9) as Expected[],
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

export const chisq: Operation = {
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

export const chisqDetails: Operation = {
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
    to.list('cell_props', test.cells, (result.cell_props as Expected[][]).flat(), { tolerance })
    to.number('n_used_in_X2', design.rows, result.n_used_in_X2)
    to.number('nu', design.df, result.nu)
    to.number('X2', x2, result.X2, { tolerance })
    to.list('delta_eigenvalues', effects, listOf<Expected>(result.delta_eigenvalues), { tolerance })
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
