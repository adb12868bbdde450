/** Export rows as text: one line a row, one column a value, the same columns for all. */
import { neutral } from '../../surveys/questionnaire/neutral.ts'

/** Facts about the row, then its answers. */
export type ExportRow = { id: string; answers: object } & Record<string, unknown>

export const jsonLines = (rows: readonly ExportRow[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

/** `enfants.2.garde`, `aides.caf`: nested values flattened; ticked boxes are 0/1 columns. */
export function csvText(rows: readonly ExportRow[]): string {
  const flat = rows.map(({ answers, ...about }) => new Map([...Object.entries(about), ...flatten('', answers)]))
  const names = [...new Set(flat.flatMap((row) => [...row.keys()]))]
  const lines = [names, ...flat.map((row) => names.map((name) => row.get(name) ?? ''))]
  return `\uFEFF${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`
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

/** A text that a spreadsheet could take for a formula is kept a text; numbers keep their sign. */
export function quoted(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = typeof value === 'string' ? neutral(text) : text
  return `"${safe.replaceAll('"', '""')}"`
}
