/** From tables, rules and earlier publications to one task for the search: every count once, every equation. */

import { additionRow, boundRow, pastOf } from './history.ts'
import type { Knowledge, Row } from './knowledge.ts'
import { pathRows } from './paths.ts'
import type { Policy } from './policy.ts'
import { type Count, type Counts, countsOf, leastOf, markPrimary } from './primary.ts'
import type { Publication } from './publication.ts'
import { Model } from './search/solver.ts'
import type { Task } from './search/task.ts'
import type { Submission } from './submission.ts'
import { type Equation, piecesOf, type System } from './system.ts'
import { weightRows } from './weights.ts'

export type Assembled = {
  task: Task
  /** Cell number by key. */
  place: ReadonlyMap<string, number>
  /** Keys of the new tables (the others are there because of earlier publications). */
  keys: readonly string[]
  /** What readers know beside the counts. */
  knowledge: Omit<Knowledge, 'counts'>
  /** What the paths tell of these counts; the later question first. */
  paths: readonly Equation[]
  /** Least width that the paths leave to a hidden answer given by few; 0 = they tell nothing that matters. */
  needByPaths: readonly number[]
  /** Printed answers with the cell of their base: without the base, the answer is not printed either. */
  bases: readonly (readonly [answer: number, base: number])[]
}

/** @throws RangeError when one key stands for two counts, or a table does not add up */
export function assemble(
  { tables, snapshot, paths = [] }: Pick<Submission, 'tables' | 'snapshot' | 'paths'>,
  policy: Policy,
  earlier: readonly Publication[],
): Assembled {
  const counts = countsOf(tables)
  markPrimary(
    counts,
    tables.flatMap(({ figures }) => figures),
    policy,
  )
  const past = pastOf(counts, earlier, snapshot, policy, paths)
  const totals = groupTotals(counts)
  const place = new Map<string, number>()
  const columns = { counts: [] as (number | null)[], primary: [] as boolean[], fixed: [] as boolean[] }
  const unprinted: boolean[] = []
  const need: number[] = []
  const needByPaths: number[] = []
  const price: number[] = []
  const add = (key: string, cell: Omit<Count, 'base' | 'sensitive' | 'count'> & { count: number | null }) => {
    place.set(key, columns.counts.push(cell.count) - 1)
    columns.primary.push(cell.primary && !cell.known)
    columns.fixed.push(cell.known)
    unprinted.push(cell.figures === 0 && !cell.known)
    need.push(cell.primary || cell.figures > 0 ? policy.least : 0)
    // how large a group is, its sheets tell already: paths are watched for what people answered
    const kind = counts.cells.get(key.replace(/^.*(: | → )/, ''))
    needByPaths.push(cell.primary && kind?.base ? leastOf(kind, policy) : 0)
    price.push(Math.max(1, cell.figures) * (totals.has(key) ? 3 : 1))
  }
  for (const [key, cell] of counts.cells) {
    const told = past.told.get(key)
    if (typeof told === 'number' && told !== cell.count)
      throw new RangeError(`publish needs ${key} as it was published`)
    // hidden once, hidden for good; told once, told for good
    add(key, { ...cell, known: cell.known || typeof told === 'number', primary: cell.primary || told === null })
  }
  for (const [key, count] of past.told)
    if (!place.has(key)) add(key, { count, known: count !== null, primary: count === null, figures: 0 })
  for (const [key, cell] of past.between.cells) add(key, cell)
  const bounds = tables.flatMap((table) => table.bounds ?? [])
  const rows: Row[] = [
    ...counts.sums.map(({ total, parts }) => additionRow(total, parts)),
    ...past.rows,
    ...bounds.map(boundRow),
    ...weightRows(tables, policy),
  ]
  const now = pathRows(paths, [...counts.cells.keys(), ...past.same])
  // a path that answers to an older version did not take is known to nobody
  const strayed = new Set(now.filter((row) => !isTaken(row, counts)).map(({ path }) => path))
  const told = [...now.filter(({ path }) => !strayed.has(path)), ...past.paths]
  const known = complete([...place.keys()], columns.counts, [...rows, ...told], place)
  const isTold = new Set<Row>(told)
  const equationsOf = (some: Row[]) => some.map((row) => equationOf(row, place))
  const system = {
    keys: [...place.keys()],
    counts: known.counts,
    equations: equationsOf(known.rows.filter((row) => !isTold.has(row))),
  }
  const taken = paths.filter((path) => !strayed.has(path))
  return {
    task: { system, primary: columns.primary, fixed: columns.fixed, unprinted, need, price },
    place,
    keys: [...counts.cells.keys()],
    knowledge: {
      sums: counts.sums,
      ...(bounds.length > 0 ? { bounds } : {}),
      ...(taken.length > 0 ? { paths: taken } : {}),
    },
    needByPaths,
    paths: equationsOf(known.rows.filter((row) => isTold.has(row))),
    bases: [...counts.cells]
      .filter(([, { base, figures }]) => base !== null && figures > 0)
      .map(([key, { base }]) => [place.get(key)!, place.get(base!)!] as const),
  }
}

/** Counts that groups add up to: the figures people look for first, hidden last. */
function groupTotals({ cells, sums }: Counts): Set<string> {
  const isAnswer = (key: string) => cells.get(key)!.base !== null
  return new Set(sums.filter(({ total, parts }) => isAnswer(total) === isAnswer(parts[0]!)).map(({ total }) => total))
}

/** Does it hold for the answers now? Counts that are not known here are given the benefit of the doubt. */
function isTaken({ terms, high }: Row, { cells }: Counts): boolean {
  const sum = terms.reduce(
    (total, [key, coefficient]) => total + coefficient * (cells.get(key)?.count ?? Number.NaN),
    0,
  )
  return Number.isNaN(sum) || sum <= high
}

/**
 * Gives the counts that nobody knows here any value that fits; rows that are not sure go when none does.
 *
 * @returns every count, and the rows that they fit
 */
function complete(keys: string[], counts: (number | null)[], rows: readonly Row[], place: Map<string, number>) {
  const unknown = counts.map((count) => count === null)
  for (const kept of [rows, rows.filter(({ sure }) => sure)]) {
    const system: System = {
      keys,
      counts: counts.map((count) => count ?? 0),
      equations: kept.map((row) => equationOf(row, place)),
    }
    const filled = fill(system, unknown)
    if (filled === null) continue
    const wrong = system.equations.findIndex((equation) => !holds(equation, filled))
    if (wrong < 0) return { counts: filled, rows: kept }
    if (kept.every(({ sure }) => sure)) {
      const [[total] = ['?']] = kept[wrong]!.terms
      throw new RangeError(`publish needs tables that add up: ${total} is not the sum of its parts`)
    }
  }
  throw new RangeError('publish needs earlier publications that agree with each other')
}

function equationOf({ terms, low, high }: Row, place: ReadonlyMap<string, number>): Equation {
  const at = (key: string): number => {
    const cell = place.get(key)
    if (cell === undefined) throw new RangeError(`publish needs the count of ${key}`)
    return cell
  }
  return { terms: terms.map(([key, coefficient]) => [at(key), coefficient]), low, high }
}

const holds = ({ terms, low, high }: Equation, counts: readonly number[]) => {
  const sum = terms.reduce((total, [cell, coefficient]) => total + coefficient * counts[cell]!, 0)
  return sum >= low - 1e-6 && sum <= high + 1e-6
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6

function fill(system: System, unknown: readonly boolean[]): number[] | null {
  const counts = [...system.counts]
  for (const { cells, equations } of piecesOf(system, unknown)) {
    if (equations.length === 0) continue
    const model = new Model(
      equations,
      new Float64Array(cells.length),
      new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY),
    )
    // additions alone have corners of whole numbers: the long search for whole counts is rarely needed
    const corner = model.minimise([])
    const found = typeof corner === 'string' || corner.point.every(isWhole) ? corner : model.minimise([], true)
    model.dispose()
    if (typeof found === 'string') return null
    cells.forEach((cell, index) => {
      counts[cell] = Math.round(found.point[index]!)
    })
  }
  return counts
}
