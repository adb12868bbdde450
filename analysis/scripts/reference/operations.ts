/** What a case may ask for: each operation computes with the product and compares with what R printed. */
import type { Design } from '../../design/design.ts'
import type { Op, Operation } from './operation.ts'
import { chisq, chisqDetails, table } from './operations/crosstabs.ts'
import { pairwiseMeans, ttest } from './operations/differences.ts'
import { by } from './operations/groups.ts'
import { meanOrTotal, ratio, variance } from './operations/means.ts'
import { quantile } from './operations/quantiles.ts'
import { ciprop, propciExtra } from './operations/shares.ts'
import { weights } from './operations/weights.ts'

export const operations: Record<string, Operation> = {
  mean: meanOrTotal('mean'),
  total: meanOrTotal('total'),
  by,
  ciprop,
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

/** One primary unit shows no spread: the product then refuses every estimate. */
export const needsSpread = (op: Op, design: Design): boolean =>
  design.df < 1 && !['weights', 'degf', 'table'].includes(op.op)
