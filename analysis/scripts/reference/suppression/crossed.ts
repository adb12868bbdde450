/** Cells and constraints of a plain two-way table with its margins, under the names r1c1 … TT. */

import { systemOfCase } from './audit.ts'
import type { Task } from './task.ts'

type Named = { id: string; count: number; supp: boolean }

/** @param table counts by row and column; @param hidden names of the hidden cells */
export function crossed(table: readonly (readonly number[])[], hidden: readonly string[] = []) {
  const rows = table.map((_, row) => `r${row + 1}`)
  const columns = (table[0] ?? []).map((_, column) => `c${column + 1}`)
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const cells: Named[] = []
  const add = (id: string, count: number) => {
    cells.push({ id, count, supp: hidden.includes(id) })
  }
  for (const [row, counts] of table.entries())
    for (const [column, count] of counts.entries()) add(`${rows[row]}${columns[column]}`, count)
  for (const [row, counts] of table.entries()) add(`${rows[row]}T`, sum(counts))
  for (const [at, column] of columns.entries()) add(`T${column}`, sum(table.map((counts) => counts[at]!)))
  add('TT', sum(table.map(sum)))
  const constraints = [
    ...rows.map((row) => ({ total: `${row}T`, parts: columns.map((column) => row + column) })),
    ...columns.map((column) => ({ total: `T${column}`, parts: rows.map((row) => row + column) })),
    { total: 'TT', parts: rows.map((row) => `${row}T`) },
    { total: 'TT', parts: columns.map((column) => `T${column}`) },
  ]
  return { cells, constraints }
}

/** The same as a task: margins stay printed, the `primary` cells must be known no closer than k. */
export function crossedTask(table: readonly (readonly number[])[], primary: readonly string[], k: number): Task {
  const { cells, constraints } = crossed(table)
  return {
    system: systemOfCase({ cells, constraints }),
    primary: cells.map(({ id }) => primary.includes(id)),
    fixed: cells.map(({ id }) => id.includes('T')),
    unprinted: cells.map(() => false),
    need: cells.map(({ id }) => (primary.includes(id) ? k : 1)),
    price: cells.map(() => 1),
  }
}
