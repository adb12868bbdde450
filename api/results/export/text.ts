/** Export rows as text: one line a row, one column a value, the same columns for all. */
import { type Cell, csvText as tableText } from '../../../surveys/csv.ts'

/** Facts about the row, then its answers. */
export type ExportRow = { id: string; answers: object } & Record<string, unknown>

export const jsonLines = (rows: readonly ExportRow[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

/** `enfants.2.garde`, `aides.caf`: nested values flattened; ticked boxes are 0/1 columns. */
export function csvText(rows: readonly ExportRow[]): string {
  const flat = rows.map(({ answers, ...about }) => new Map([...Object.entries(about), ...flatten('', answers)]))
  const names = [...new Set(flat.flatMap((row) => [...row.keys()]))]
  return tableText([names, ...flat.map((row) => names.map((name) => cellOf(row.get(name))))])
}

function flatten(path: string, value: unknown): [string, unknown][] {
  const under = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`)
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string')) return value.map((item) => [under(item), 1])
    return value.flatMap((item, at) => flatten(under(at + 1), item))
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => flatten(under(name), inner))
  return [[path, value]]
}

const cellOf = (value: unknown): Cell => (typeof value === 'object' ? null : (value as Cell))
