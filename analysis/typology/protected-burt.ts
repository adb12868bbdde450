/**
 * The Burt table of a typology from published counts: each pair of answers gets the noise of the people who gave both, so that
 * axes, contributions and inertias tell nothing that a protected crossing would not.
 */
import type { Table } from '../columns/table.ts'
import { addToCell, type Cell, cellAt, emptyCells } from '../disclosure/cell.ts'
import type { Noise } from '../disclosure/perturbation.ts'
import { rules } from '../disclosure/rules.ts'
import { type Axis, questionAxis } from '../explore/axis.ts'
import type { Subject } from '../measures/measure.ts'
import { answersOfRows, type Burt, burtFrom, type CategoricalQuestion, placesOf } from './burt.ts'
import { typologyRules } from './offered.ts'

export type ActiveQuestion = CategoricalQuestion & {
  subject: Subject
  /** Names of the answers that count. */
  labels: string[]
  /** Answers too rare to count alone, and those that are no answer: `isTogether` says whether they count as one. */
  rare: string[]
  isTogether: boolean
  /** People who answered. */
  answered: number
}

type Rows = Pick<Table, 'rows' | 'responseOf' | 'recordKeys'>
type People = { rows: Rows; within: Uint8Array; noise: Noise }

/** People among rows; rows of one response follow each other. */
export function cellOf({ responseOf, recordKeys }: Rows, within: Uint8Array): Cell {
  const sums = emptyCells(1)
  for (let row = 0; row < within.length; row++)
    if (within[row] === 1) addToCell(sums, 0, responseOf[row]!, recordKeys[row]!)
  return cellAt(sums, 0)
}

/** An answer counts when thirty people gave it, true and published, and a twentieth of all; rarer ones count together. */
export function activeQuestion(subject: Subject, { rows, within, noise }: People): ActiveQuestion {
  const axis = questionAxis(subject)
  const given = codesOf(axis, within)
  const all = cellOf(rows, within).people
  const cellAmong = (isIn: (code: number) => boolean) =>
    cellOf(
      rows,
      within.map((one, row) => (one === 1 && given[row]! >= 0 && isIn(given[row]!) ? 1 : 0)),
    )
  const isLarge = (cell: Cell) => {
    const people = Math.min(cell.people, noise(cell, 'ordinary'))
    return people >= rules.leastClass && people >= typologyRules.leastShare * all
  }
  const places = axis.categories.map((_, code) => code)
  const large = places.filter((code) => isLarge(cellAmong((one) => one === code)))
  const rare = places.filter((code) => !large.includes(code))
  // on a scale, what is put together would stand at no place
  const isTogether =
    subject.field.kind !== 'rating' && rare.length > 0 && isLarge(cellAmong((one) => !large.includes(one)))
  const labels = [...large.map((code) => axis.categories[code]!.label), ...(isTogether ? ['Autres réponses'] : [])]
  const moved = places.map((code) => (large.includes(code) ? large.indexOf(code) : isTogether ? large.length : -1))
  return {
    subject,
    categories: labels.length,
    codes: given.map((code) => (code < 0 ? -1 : moved[code]!)),
    labels,
    rare: rare.map((code) => axis.categories[code]!.label),
    isTogether,
    answered: cellAmong(() => true).people,
  }
}

/** The one answer of each row; −1 without answer, and outside. */
export function codesOf({ starts, codes }: Axis, within: Uint8Array): Int16Array {
  return Int16Array.from(within, (one, row) =>
    one === 1 && starts[row]! < starts[row + 1]! ? codes[starts[row]!]! : -1,
  )
}

/** @param weights of the rows, those of the design */
export function protectedBurt(
  questions: readonly ActiveQuestion[],
  weights: Float64Array,
  { rows, within, noise }: People,
): Burt {
  const size = placesOf(questions).at(-1)!
  const cells = emptyCells(size * size)
  const sums = new Float64Array(size * size)
  const answersOf = answersOfRows(questions)
  let total = 0
  for (let row = 0; row < within.length; row++) {
    if (within[row] === 0) continue
    const [weight, response, key] = [weights[row]!, rows.responseOf[row]!, rows.recordKeys[row]!]
    total += weight
    const given = answersOf(row)
    for (const [order, a] of given.entries())
      for (const b of given.subarray(order)) {
        const at = a * size + b
        sums[at]! += weight
        addToCell(cells, at, response, key)
      }
  }
  const factorOf = (cell: Cell) => (cell.people === 0 ? 0 : noise(cell, 'ordinary') / cell.people)
  const whole = total * factorOf(cellOf(rows, within))
  const pairs = new Float64Array(size * size)
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++) {
      const share = (sums[a * size + b]! * factorOf(cellAt(cells, a * size + b))) / whole
      pairs[a * size + b] = share
      pairs[b * size + a] = share
    }
  return burtFrom(questions, pairs)
}
