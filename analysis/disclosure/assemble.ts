/** From tables, rules and earlier publications to one task for the search: every count once, every equation. */

import { additionRow, boundRow, pastOf, type Row } from './history.ts'
import type { Policy } from './policy.ts'
import { type Count, type Counts, countsOf, markPrimary } from './primary.ts'
import type { Publication } from './publication.ts'
import { Model } from './solver.ts'
import { type Equation, piecesOf, type System } from './system.ts'
import type { Bound, FigureTable, Sum } from './table.ts'
import type { Task } from './task.ts'
import { weightRows } from './weights.ts'

export type Assembled = {
  task: Task
  /** Cell number by key. */
  place: ReadonlyMap<string, number>
  /** Keys of the new tables (the others are there because of earlier publications). */
  keys: readonly string[]
  sums: readonly Sum[]
  bounds: readonly Bound[]
  /** Printed answers with the cell of their base: without the base, the answer is not printed either. */
  bases: readonly (readonly [answer: number, base: number])[]
}

/** @throws RangeError when one key stands for two counts, or a table does not add up */
export function assemble(
  tables: readonly FigureTable[],
  policy: Policy,
  earlier: readonly Publication[],
  snapshot: string,
): Assembled {
  const counts = countsOf(tables)
  markPrimary(
    counts,
    tables.flatMap(({ figures }) => figures),
    policy,
  )
  const past = pastOf(counts, earlier, snapshot, policy)
  const totals = groupTotals(counts)
  const place = new Map<string, number>()
  const columns = { counts: [] as (number | null)[], primary: [] as boolean[], fixed: [] as boolean[] }
  const unprinted: boolean[] = []
  const need: number[] = []
  const price: number[] = []
  const add = (key: string, cell: Omit<Count, 'base' | 'sensitive' | 'count'> & { count: number | null }) => {
    place.set(key, columns.counts.push(cell.count) - 1)
    columns.primary.push(cell.primary && !cell.known)
    columns.fixed.push(cell.known)
    unprinted.push(cell.figures === 0 && !cell.known)
    need.push(cell.primary || cell.figures > 0 ? policy.least : 0)
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
  const rows = [
    ...counts.sums.map(({ total, parts }) => additionRow(total, parts)),
    ...past.rows,
    ...bounds.map(boundRow),
    ...weightRows(tables, policy),
  ]
  const system = complete([...place.keys()], columns.counts, rows, place)
  return {
    task: { system, primary: columns.primary, fixed: columns.fixed, unprinted, need, price },
    place,
    keys: [...counts.cells.keys()],
    sums: counts.sums,
    bounds,
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

/** Gives the counts that nobody knows here any value that fits; rows that are not sure go when none does. */
function complete(keys: string[], counts: (number | null)[], rows: readonly Row[], place: Map<string, number>): System {
  const unknown = counts.map((count) => count === null)
  const systemOf = (kept: readonly Row[]): System => ({
    keys,
    counts: counts.map((count) => count ?? 0),
    equations: kept.map(({ terms, low, high }) => ({
      terms: terms.map(([key, coefficient]) => [at(key), coefficient]),
      low,
      high,
    })),
  })
  const at = (key: string): number => {
    const cell = place.get(key)
    if (cell === undefined) throw new RangeError(`publish needs the count of ${key}`)
    return cell
  }
  for (const kept of [rows, rows.filter(({ sure }) => sure)]) {
    const system = systemOf(kept)
    const filled = fill(system, unknown)
    if (filled === null) continue
    const wrong = system.equations.findIndex((equation) => !holds(equation, filled))
    if (wrong < 0) return { ...system, counts: filled }
    if (kept.every(({ sure }) => sure)) {
      const [[total] = ['?']] = kept[wrong]!.terms
      throw new RangeError(`publish needs tables that add up: ${total} is not the sum of its parts`)
    }
  }
  throw new RangeError('publish needs earlier publications that agree with each other')
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
