/** One side of a crossing: the categories of a question or of a closed list, and those that each row is in. */
import { answersOf } from '../measures/answers.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import { numberClasses } from '../measures/number-classes.ts'
import type { Answer } from '../measures/tables.ts'

export type Axis = {
  path: string
  title: string
  categories: readonly { value: string; label: string }[]
  /** A row may be in several categories. */
  several: boolean
  sensitive: boolean
  /** A closed list of groups: its classes are large by themselves. */
  isList: boolean
  /** Groups left out because they are too small. */
  left: readonly string[]
  /** Categories of row r: `codes` from `starts[r]` to `starts[r + 1]`; none of a row that did not answer. */
  starts: Int32Array
  codes: Int16Array
  /** 1 = the row answered. */
  asked: Uint8Array
}

export function questionAxis(subject: Subject): Axis {
  const { column, field } = subject
  const answers = column.kind === 'number' ? numberClasses(subject).map(({ answer }) => answer) : answersOf(subject)
  return {
    path: field.path,
    title: field.title,
    categories: answers.map(({ value, label }) => ({ value, label })),
    several: column.kind === 'choices',
    sensitive: field.sensitivity === 'sensitive',
    isList: false,
    left: [],
    ...rowsOf(answers, subject.table.rows),
  }
}

export function listAxis({ path, title, choices, codes, left }: Breakdown): Axis {
  const asked = Uint8Array.from(codes, (code) => Number(code >= 0))
  return {
    path,
    title,
    categories: choices.map(({ value, text }) => ({ value, label: text })),
    several: false,
    sensitive: false,
    isList: true,
    left,
    ...packed(codes.length, (row) => (codes[row]! >= 0 ? [codes[row]!] : [])),
    asked,
  }
}

/**
 * Everybody, in one category.
 *
 * @param outside 1 for each row from outside the territory: in no figure of everybody
 */
export const wholeAxis = (rows: number, outside: Uint8Array | null): Axis => ({
  path: '',
  title: '',
  categories: [{ value: '', label: '' }],
  several: false,
  sensitive: false,
  isList: true,
  left: [],
  ...packed(rows, () => [0]),
  asked: outside?.map((one) => 1 - one) ?? new Uint8Array(rows).fill(1),
})

/** The same axis with other categories: `moved` gives the new place of each, negative = left out. */
export function regrouped(axis: Axis, categories: Axis['categories'], moved: readonly number[]): Axis {
  const { starts, codes } = axis
  const own = packed(starts.length - 1, (row) => {
    const places: number[] = []
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const place = moved[codes[at]!]!
      if (place >= 0 && !places.includes(place)) places.push(place)
    }
    return places
  })
  return { ...axis, categories, ...own }
}

function rowsOf(answers: readonly Answer[], rows: number): Pick<Axis, 'starts' | 'codes' | 'asked'> {
  const asked = new Uint8Array(rows)
  const [first] = answers
  if (first) for (let row = 0; row < rows; row++) asked[row] = Number.isNaN(first.hits[row]!) ? 0 : 1
  const starts = new Int32Array(rows + 1)
  for (const { hits } of answers) for (let row = 0; row < rows; row++) if (hits[row]! > 0) starts[row + 1]! += 1
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!
  const codes = new Int16Array(starts[rows]!)
  const next = starts.slice()
  for (const [code, { hits }] of answers.entries())
    for (let row = 0; row < rows; row++) if (hits[row]! > 0) codes[next[row]!++] = code
  return { starts, codes, asked }
}

function packed(rows: number, codesOf: (row: number) => readonly number[]): Pick<Axis, 'starts' | 'codes'> {
  const starts = new Int32Array(rows + 1)
  const codes: number[] = []
  for (let row = 0; row < rows; row++) {
    codes.push(...codesOf(row))
    starts[row + 1] = codes.length
  }
  return { starts, codes: Int16Array.from(codes) }
}
