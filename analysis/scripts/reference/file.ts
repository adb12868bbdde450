/** The files of a folder of reference cases: cases as JSON, data as CSV. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Data = { rows: number; columns: Map<string, (string | null)[]> }

export function readCases(folder: string): { name: string; content: unknown }[] {
  return readdirSync(folder)
    .filter((name) => /^cases.*\.json$/.test(name))
    .sort()
    .map((name) => ({ name, content: JSON.parse(readFileSync(join(folder, name), 'utf8')) }))
}

/** Reads each CSV once: comma separated, no quotes, header line, empty field = missing. */
export function dataReader(folder: string): (name: string) => Data {
  const known = new Map<string, Data>()
  return (name) => {
    let data = known.get(name)
    if (data === undefined) {
      const path = join(folder, name)
      if (!existsSync(path)) throw new RangeError(`data file not found: ${name}`)
      data = parse(readFileSync(path, 'utf8'))
      known.set(name, data)
    }
    return data
  }
}

function parse(text: string): Data {
  const [header, ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const columns = new Map<string, (string | null)[]>((header ?? '').split(',').map((name) => [name, []]))
  for (const line of lines) {
    const fields = line.split(',')
    let at = 0
    for (const column of columns.values()) {
      const field = fields[at++]
      column.push(field === undefined || field === '' ? null : field)
    }
  }
  return { rows: lines.length, columns }
}

/** The first or the chosen (1-based) rows of a data set. */
export function rowsOf(data: Data, rows: number | readonly number[]): Data {
  const chosen = typeof rows === 'number' ? Array.from({ length: rows }, (_, row) => row) : rows.map((row) => row - 1)
  const columns = new Map([...data.columns].map(([name, column]) => [name, chosen.map((row) => column[row] ?? null)]))
  return { rows: chosen.length, columns }
}

/** A column as labels; throws when it is not there. */
export function labels(data: Data, name: string): (string | null)[] {
  const column = data.columns.get(name)
  if (column === undefined) throw new RangeError(`no column ${name}`)
  return column
}

const isNumber = (label: string | null) => label === null || (label.trim() !== '' && Number.isFinite(Number(label)))

/** Is the column text? Then its categories are classes, not numbers. */
export function isText(data: Data, name: string): boolean {
  return !labels(data, name).every(isNumber)
}

/** A column as numbers, missing = NaN. */
export function numbers(data: Data, name: string): Float64Array {
  return Float64Array.from(labels(data, name), (label) => (label === null ? Number.NaN : Number(label)))
}

/** Classes of a column as R orders a factor: numbers by size, text by code point. */
export function categories(data: Data, name: string): string[] {
  const distinct = [...new Set(labels(data, name).filter((label) => label !== null))]
  return isText(data, name) ? distinct.sort(byCodePoint) : distinct.sort((a, b) => Number(a) - Number(b))
}

export function codes(data: Data, name: string, known: readonly string[] = categories(data, name)): Int32Array {
  const places = new Map(known.map((label, place) => [label, place]))
  return Int32Array.from(labels(data, name), (label) => (label === null ? -1 : (places.get(label) ?? -1)))
}

function byCodePoint(a: string, b: string): number {
  const left = Array.from(a, (character) => character.codePointAt(0)!)
  const right = Array.from(b, (character) => character.codePointAt(0)!)
  for (let at = 0; at < Math.min(left.length, right.length); at++)
    if (left[at] !== right[at]) return left[at]! - right[at]!
  return left.length - right.length
}
