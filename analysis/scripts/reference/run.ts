/** Runs every case of a folder whose estimator the product has, and names the others. Every row counts. */
import { adjust } from '../../comparisons/adjust.ts'
import { Refusal } from '../../design/refusal.ts'
import { fUpper } from '../../distributions/f.ts'
import { lgamma } from '../../distributions/lgamma.ts'
import { normalQuantile, normalUpper } from '../../distributions/normal.ts'
import { tQuantile, tTwoSided } from '../../distributions/t.ts'
import { Differences, type Expected, listOf, numberOf } from './compare.ts'
import { type Data, dataReader, readCases, rowsOf } from './file.ts'
import { type Op, operations, type Result } from './operations.ts'
import { type DesignSpec, designFor, isMissed, missesMargins, Skipped, type Step, weigh } from './weighting.ts'

export type Failure = { id: string; why: string }
/** `skipped`: cases of an estimator that the product does not have. */
export type Report = {
  cases: number
  passed: number
  failed: Failure[]
  refused: { id: string; why: string }[]
  skipped: string[]
}

type EstimationCase = {
  id: string
  data: string
  design: { spec: DesignSpec }
  weighting?: { spec: Step }[]
  options?: Record<string, unknown>
  op: Op
  result?: Result
  error?: string
}
/** null = passed; a refusal that passes says why. */
type Verdict = { failure: string | null; refused?: string }
type Row = { id: string; judge(): Verdict }

/**
 * @param folder with cases*.json and the CSV files they name
 * @param step called after each case
 * @throws when the folder holds no case, or a file is not in the documented format
 */
export function runFolder(folder: string, step: (done: number, all: number) => void = () => {}): Report {
  const read = dataReader(folder)
  const rows = readCases(folder).flatMap(({ name, content }) => rowsOfFile(name, content, read))
  if (rows.length === 0) throw new RangeError(`no case found in ${folder}`)
  const report: Report = { cases: rows.length, passed: 0, failed: [], refused: [], skipped: [] }
  for (const [index, row] of rows.entries()) {
    judgeInto(report, row)
    step(index + 1, rows.length)
  }
  return report
}

function judgeInto(report: Report, { id, judge }: Row): void {
  try {
    const { failure, refused } = judge()
    if (failure !== null) report.failed.push({ id, why: failure })
    else report.passed += 1
    if (failure === null && refused !== undefined) report.refused.push({ id, why: refused })
  } catch (error) {
    if (error instanceof Skipped) report.skipped.push(id)
    else report.failed.push({ id, why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
}

/** The kind of a row is in its shape, whatever the file is called. */
function rowsOfFile(name: string, content: unknown, read: (name: string) => Data): Row[] {
  // biome-ignore lint/suspicious/noExplicitAny: foreign JSON, checked just below
  const list = (value: unknown): any[] => (Array.isArray(value) ? value : [])
  const groups = Array.isArray(content) ? [content] : Object.values(content as object).map(list)
  return groups.flat().map((row, index): Row => {
    const id = row.id ?? `${name} ${row.fn ?? ''}(${listOf(row.args).join(', ')}) #${index}`
    const judge = () => {
      if (row.op !== undefined) return judgeEstimation(row, read)
      if (row.fn !== undefined) return judgeDistribution(row)
      if (row.adjusted !== undefined) return judgeAdjustment(row)
      throw new Skipped(id)
    }
    return { id, judge }
  })
}

const verdict = ({ found }: Differences): Verdict => ({
  failure:
    found.length === 0
      ? null
      : found.length > 4
        ? `${found.slice(0, 4).join('; ')}; and ${found.length - 4} more`
        : found.join('; '),
})

function judgeEstimation(row: EstimationCase, read: (name: string) => Data): Verdict {
  const operation = operations[row.op.op]
  if (operation === undefined || row.options !== undefined) throw new Skipped(row.id)
  for (const part of Object.keys(row.op))
    if (part !== 'op' && !operation.parts.includes(part)) return { failure: `${row.op.op}: unknown option ${part}` }
  const differences = new Differences()
  const steps = (row.weighting ?? []).map((step) => step.spec)
  const { rows, ...spec } = row.design.spec
  const data = rows === undefined ? read(row.data) : rowsOf(read(row.data), rows)
  try {
    const start = designFor(data, spec)
    try {
      const weighted = weigh(start, steps, read)
      if (weighted.design.df < 1 && !['weights', 'degf'].includes(row.op.op))
        return refusal(row, 'Une seule unité primaire : rien ne permet de mesurer la dispersion.')
      // some mistakes only show when the figure is computed
      operation.run(row.op, weighted, row.result ?? {}, differences)
      return row.error === undefined
        ? verdict(differences)
        : { failure: `R refuses (${row.error}) and the product does not` }
    } catch (error) {
      // R raked, and its weights miss the margins
      if (row.error === undefined && isMissed(error) && steps.length === 1)
        return missesMargins(start, steps[0]!, row.result?.weights ?? [], read)
          ? { failure: null, refused: error.message }
          : refusal(row, error.message)
      throw error
    }
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
  lgamma,
  qnorm: normalQuantile,
  pnorm_upper: normalUpper,
  qt: tQuantile,
  pt_upper: (t, df) => (t >= 0 ? tTwoSided(t, df) / 2 : 1 - tTwoSided(t, df) / 2),
  pf_upper: fUpper,
}

function judgeDistribution({ fn, args, value }: { fn: string; args: Expected[]; value: Expected }): Verdict {
  const compute = functions[fn]
  if (compute === undefined) throw new Skipped(fn)
  const differences = new Differences(1e-10)
  // below the smallest normal double no relative precision is left
  differences.number(fn, compute(...args.map(numberOf)), value, { scale: Math.max(Math.abs(numberOf(value)), 1e-300) })
  return verdict(differences)
}

function judgeAdjustment({ p, adjusted }: { p: Expected[]; adjusted: Record<string, Expected | Expected[]> }): Verdict {
  const differences = new Differences(1e-10)
  const values = listOf(p).map(numberOf)
  for (const method of ['holm', 'BH'] as const)
    differences.list(method, adjust(values, method), listOf(adjusted[method]))
  return verdict(differences)
}
