/** Runs every case of a folder. Every row counts. */

import { type Adjustment, adjust } from '../../comparisons/adjust.ts'
import { Refusal } from '../../design/refusal.ts'
import { audit } from '../../disclosure/audit.ts'
import { crossedTask } from '../../disclosure/crossed.ts'
import { optimum } from '../../disclosure/search/optimum.ts'
import { betaLower, betaQuantile } from '../../distributions/beta.ts'
import { chi2Lower, chi2Quantile, chi2Upper } from '../../distributions/chi2.ts'
import { fLower, fQuantile, fUpper } from '../../distributions/f.ts'
import { lgamma } from '../../distributions/lgamma.ts'
import { normalLower, normalQuantile, normalUpper } from '../../distributions/normal.ts'
import { tLower, tQuantile, tUpper } from '../../distributions/t.ts'
import { Differences, type Expected, listOf, numberOf } from './compare.ts'
import { type DesignOptions, type DesignSpec, designFor } from './design.ts'
import { type Data, dataReader, readCases, rowsOf } from './file.ts'
import type { Op, Result } from './operation.ts'
import { needsSpread, operations } from './operations.ts'
import type { Step } from './step.ts'
import { weigh } from './weighting.ts'

export type Failure = { id: string; why: string }
export type Report = { cases: number; passed: number; failed: Failure[]; refused: { id: string; why: string }[] }

type EstimationCase = {
  id: string
  data: string
  design: { spec: DesignSpec }
  weighting?: { spec: Step }[]
  options?: DesignOptions
  op: Op
  result?: Result
  error?: string
}
/** null = passed; a refusal that passes says why. */
type Verdict = { failure: string | null; refused?: string }
type Row = { id: string; judge(): Verdict | Promise<Verdict> }

/**
 * @param folder with cases*.json and the CSV files they name
 * @param step called after each case
 * @throws when the folder holds no case, or a file is not in the documented format
 */
export async function runFolder(folder: string, step: (done: number, all: number) => void = () => {}): Promise<Report> {
  const read = dataReader(folder)
  const rows = readCases(folder).flatMap(({ name, content }) => rowsOfFile(name, content, read))
  if (rows.length === 0) throw new RangeError(`no case found in ${folder}`)
  const report: Report = { cases: rows.length, passed: 0, failed: [], refused: [] }
  for (const [index, { id, judge }] of rows.entries()) {
    const verdict = await attempt(judge)
    if (verdict.failure === null) report.passed += 1
    else report.failed.push({ id, why: verdict.failure })
    if (verdict.failure === null && verdict.refused !== undefined) report.refused.push({ id, why: verdict.refused })
    step(index + 1, rows.length)
  }
  return report
}

async function attempt(judge: Row['judge']): Promise<Verdict> {
  try {
    return await judge()
  } catch (error) {
    return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

/** The kind of a row is in its shape, whatever the file is called. */
function rowsOfFile(name: string, content: unknown, read: (name: string) => Data): Row[] {
  // biome-ignore lint/suspicious/noExplicitAny: foreign JSON, checked just below
  const list = (value: unknown): any[] => (Array.isArray(value) ? value : [])
  const groups = Array.isArray(content) ? [content] : Object.values(content as object).map(list)
  return groups.flat().map((row, index): Row => {
    const id = row.id ?? `${name} ${row.fn ?? ''}(${listOf(row.args).join(', ')}) #${index}`
    if (row.op !== undefined) return { id, judge: () => judgeEstimation(row, read) }
    if (row.fn !== undefined) return { id, judge: () => judgeDistribution(row) }
    if (row.adjusted !== undefined) return { id, judge: () => judgeAdjustment(row) }
    if (row.constraints !== undefined) return { id, judge: () => judgeAudit(row) }
    if (row.table !== undefined) return { id, judge: () => judgeOptimum(row) }
    return { id, judge: () => ({ failure: 'a row of an unknown kind' }) }
  })
}

const verdict = (differences: Differences, refused?: string): Verdict => ({
  failure: differences.found.length === 0 ? null : shorten(differences.found),
  refused,
})

const shorten = (found: string[]) =>
  found.length > 4 ? `${found.slice(0, 4).join('; ')}; and ${found.length - 4} more` : found.join('; ')

function judgeEstimation(row: EstimationCase, read: (name: string) => Data): Verdict {
  const operation = operations[row.op.op]
  if (operation === undefined) return { failure: `unknown op: ${row.op.op}` }
  for (const part of Object.keys(row.op))
    if (part !== 'op' && !operation.parts.includes(part)) return { failure: `${row.op.op}: unknown option ${part}` }
  const differences = new Differences()
  try {
    const { rows, ...spec } = row.design.spec
    const data = rows === undefined ? read(row.data) : rowsOf(read(row.data), rows)
    const design = designFor(data, spec, row.options)
    const weighted = weigh(
      data,
      design,
      (row.weighting ?? []).map((step) => step.spec),
      read,
    )
    if (needsSpread(row.op, weighted.design))
      return refusal(row, 'Une seule unité primaire : rien ne permet de mesurer la dispersion.')
    if (row.error !== undefined) {
      // Some mistakes only show when the figure is computed.
      operation.run(row.op, weighted, {}, differences)
      return { failure: `R refuses (${row.error}) and the product does not` }
    }
    operation.run(row.op, weighted, row.result, differences)
    const { missed } = weighted
    return verdict(
      differences,
      missed ? `${missed.refusal.message} (R : écart relatif aux marges ${missed.gap.toExponential(1)})` : undefined,
    )
  } catch (error) {
    if (error instanceof Refusal) return refusal(row, error.message)
    throw error
  }
}

/** A refusal passes where R refused too. */
const refusal = (row: EstimationCase, sentence: string): Verdict =>
  row.error === undefined
    ? { failure: `refused, but R has a result: ${sentence}` }
    : { failure: null, refused: sentence }

const functions: Record<string, (...args: number[]) => number> = {
  lgamma: lgamma,
  qnorm: normalQuantile,
  pnorm: normalLower,
  pnorm_upper: normalUpper,
  qt: tQuantile,
  pt: tLower,
  pt_upper: tUpper,
  qchisq: chi2Quantile,
  pchisq: chi2Lower,
  pchisq_upper: chi2Upper,
  qf: fQuantile,
  pf: fLower,
  pf_upper: fUpper,
  qbeta: betaQuantile,
  pbeta: betaLower,
}

function judgeDistribution({ fn, args, value }: { fn: string; args: Expected[]; value: Expected }): Verdict {
  const compute = functions[fn]
  if (compute === undefined) return { failure: `unknown function: ${fn}` }
  const differences = new Differences(1e-10)
  // below the smallest normal double no relative precision is left
  differences.number(fn, compute(...args.map(numberOf)), value, { scale: Math.max(Math.abs(numberOf(value)), 1e-300) })
  return verdict(differences)
}

function judgeAdjustment({ p, adjusted }: { p: Expected[]; adjusted: Record<string, Expected | Expected[]> }): Verdict {
  const differences = new Differences(1e-10)
  const values = listOf(p).map(numberOf)
  for (const [method, expected] of Object.entries(adjusted))
    differences.list(method, adjust(values, method as Adjustment), listOf(expected))
  return verdict(differences)
}

function judgeAudit(row: Result): Verdict {
  const differences = new Differences(1e-6)
  const found = audit(row)
  const bounds = new Map(found.bounds.map((bound) => [bound.id, bound]))
  const expected = listOf<Result>(row.bounds)
  differences.count('bounds', found.bounds.length, expected.length)
  for (const wanted of expected) {
    const bound = bounds.get(wanted.id)
    for (const [part, value] of [
      ['lo', bound?.lo],
      ['hi', bound?.hi],
      ['lp_lo', bound?.lpLo],
      ['lp_hi', bound?.lpHi],
    ] as const)
      if (wanted[part] !== undefined)
        differences.number(`${wanted.id} ${part}`, value ?? Number.NaN, wanted[part], {
          scale: Math.max(1, Math.abs(numberOf(wanted[part]))),
        })
    for (const part of ['primary', 'exact', 'protected'] as const)
      if (wanted[part] !== undefined) differences.same(`${wanted.id} ${part}`, bound?.[part], wanted[part])
  }
  differences.same(
    'exactly_recovered',
    [...found.exactlyRecovered].sort(),
    listOf<string>(row.exactly_recovered).sort(),
  )
  differences.same(
    'unprotected_primary',
    [...found.unprotectedPrimary].sort(),
    listOf<string>(row.unprotected_primary).sort(),
  )
  differences.same('safe', found.safe, row.safe)
  return verdict(differences)
}

function judgeOptimum({ table, primary, k, min_complementary }: Result): Verdict {
  const added = optimum(crossedTask(table, listOf(primary), k))
  const differences = new Differences()
  if (added === null) differences.found.push('no pattern found')
  else differences.number('complementary cells', added.length, min_complementary)
  return verdict(differences)
}
