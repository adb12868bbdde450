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
    ...oneEach(codes),
    asked,
  }
}

/** Groups that a computation made of the answers, to be crossed like a question: never a closed list. */
export const madeAxis = (
  { path, title, categories }: Pick<Axis, 'path' | 'title' | 'categories'>,
  codes: Int16Array,
  asked: Uint8Array,
): Axis => ({
  path,
  title,
  categories,
  several: false,
  sensitive: false,
  isList: false,
  left: [],
  ...oneEach(codes),
  asked,
})

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
  ...oneEach(new Int16Array(rows)),
  asked: outside?.map((one) => 1 - one) ?? new Uint8Array(rows).fill(1),
})

const regroupedAxes = new WeakMap<Axis, Map<string, Axis>>()

/**
 * The same axis with other categories: `moved` gives the new place of each, negative = left out. An axis meets many others and
 * is regrouped in few ways: each is made once.
 */
export function regrouped(axis: Axis, categories: Axis['categories'], moved: readonly number[]): Axis {
  const known = regroupedAxes.get(axis) ?? new Map<string, Axis>()
  regroupedAxes.set(axis, known)
  const name = moved.join()
  const made = known.get(name) ?? { ...axis, categories, ...movedRows(axis, moved) }
  known.set(name, made)
  return made
}

function movedRows({ starts, codes }: Axis, moved: readonly number[]): Pick<Axis, 'starts' | 'codes'> {
  const into = Int16Array.from(moved)
  const ends = new Int32Array(starts.length)
  const own = new Int16Array(codes.length)
  let size = 0
  for (let row = 0; row < starts.length - 1; row++) {
    const first = size
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const place = into[codes[at]!]!
      let isNew = place >= 0
      // several categories of a row may become one
      for (let before = first; isNew && before < size; before++) isNew = own[before] !== place
      if (isNew) own[size++] = place
    }
    ends[row + 1] = size
  }
  return { starts: ends, codes: own.slice(0, size) }
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

/** One category a row at most; negative = none. */
function oneEach(given: Int16Array): Pick<Axis, 'starts' | 'codes'> {
  const starts = new Int32Array(given.length + 1)
  const codes = new Int16Array(given.length)
  let size = 0
  for (let row = 0; row < given.length; row++) {
    if (given[row]! >= 0) codes[size++] = given[row]!
    starts[row + 1] = size
  }
  return { starts, codes: codes.slice(0, size) }
}
