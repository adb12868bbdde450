/** What earlier publications told: their figures stay known, and a figure published again tells who came in between. */

import type { Path, Row } from './knowledge.ts'
import { pathRows } from './paths.ts'
import type { Policy } from './policy.ts'
import { type Count, type Counts, markPrimary } from './primary.ts'
import type { Publication } from './publication.ts'
import type { Bound } from './table.ts'

export type Past = {
  /** Counts of earlier publications, under names of their own; null: hidden then, and not known here either. */
  told: Map<string, number | null>
  /** People who came into (or left) a group in between. */
  between: Counts
  rows: Row[]
  /** What the paths tell, of then and of those who came in between. */
  paths: Row[]
  /** Keys told of the very same answers. */
  same: string[]
}

export const additionRow = (total: string, parts: readonly string[]): Row => ({
  terms: [[total, 1], ...parts.map((part) => [part, -1] as const)],
  low: 0,
  high: 0,
  sure: true,
})

export const boundRow = ({ key, most }: Bound): Row => ({ terms: [[key, 1]], low: 0, high: most, sure: true })

/**
 * Ties the counts of a new publication to the earlier ones. Those made from the same answers share its counts; for the
 * others, the difference between a count now and then is a count too, and follows the same rules: the newcomers of a
 * group are a group.
 */
export function pastOf(
  { cells, sums }: Counts,
  earlier: readonly Publication[],
  snapshot: string,
  policy: Policy,
  paths: readonly Path[] = [],
): Past {
  const past: Past = { told: new Map(), between: { cells: new Map(), sums: [] }, rows: [], paths: [], same: [] }
  for (const { id, snapshot: then, published } of earlier) {
    const same = then === snapshot
    const name = (key: string) => (same ? key : `${id}: ${key}`)
    const newcomers = (key: string) => `${id} → ${key}`
    const { counts, sums: oldSums, bounds = [] } = published.knowledge
    for (const [key, count] of Object.entries(counts)) past.told.set(name(key), count)
    for (const { total, parts } of oldSums) past.rows.push(additionRow(name(total), parts.map(name)))
    for (const { key, most } of bounds) past.rows.push(boundRow({ key: name(key), most }))
    if (same) {
      past.same.push(...Object.keys(counts).filter((key) => !cells.has(key)))
      continue
    }
    past.paths.push(...pathRows(published.knowledge.paths ?? [], Object.keys(counts), name))
    const arrived = new Map<string, Count>()
    for (const [key, cell] of cells) {
      const before = counts[key]
      if (before === undefined) continue
      if (before === null) {
        past.rows.push({
          terms: [
            [key, 1],
            [name(key), -1],
          ],
          low: 0,
          high: Number.POSITIVE_INFINITY,
          sure: false,
        })
        continue
      }
      const change = cell.count - before
      const base = cell.base === null ? null : newcomers(cell.base)
      arrived.set(newcomers(key), { ...cell, count: Math.abs(change), base, figures: 0, known: false, primary: false })
      past.rows.push(
        change >= 0 ? additionRow(key, [name(key), newcomers(key)]) : additionRow(name(key), [key, newcomers(key)]),
      )
    }
    const arrivedSums = sums
      .map(({ total, parts }) => ({ total: newcomers(total), parts: parts.map(newcomers) }))
      .filter(({ total, parts }) => [total, ...parts].every((key) => arrived.has(key)))
    markPrimary({ cells: arrived, sums: arrivedSums }, [], policy)
    for (const [key, cell] of arrived) past.between.cells.set(key, cell)
    // of those who left, or who changed their answers, the paths tell nothing
    const hasGrown = ([key, cell]: [string, Count]) => cell.count >= (counts[key] ?? Number.POSITIVE_INFINITY)
    const came = [...cells].filter(hasGrown).map(([key]) => key)
    past.paths.push(...pathRows(paths, came, newcomers))
  }
  return past
}
