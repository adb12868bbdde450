/** The rows an indicator counts: who is in its base, who gave which answer, and in which group each row is. */
import { type Column, state, stateAt } from '../../columns/column.ts'
import type { Subject } from '../measure.ts'

/** One per row: 1 gave the answer, 0 did not, NaN = not in the base. */
export type Hits = Float64Array

/** Name of the people an indicator counts, for disclosure control. */
export const universeOf = ({ slug, field }: Subject): string => `${slug}.${field.path}`

/** Who answered, as hits of nobody: the base of every share of the column. */
export function hitsOf(column: Column, rows: number, gave: (row: number) => boolean): Hits {
  const hits = new Float64Array(rows)
  for (let row = 0; row < rows; row++)
    hits[row] = stateAt(column, row) !== state.answered ? Number.NaN : gave(row) ? 1 : 0
  return hits
}

/**
 * Test of one answer.
 *
 * @throws RangeError for a column that has no answers to choose from (a text, a week)
 */
export function answerTest(column: Column, value: string): (row: number) => boolean {
  switch (column.kind) {
    case 'choice': {
      const code = column.values.indexOf(value)
      return (row) => code >= 0 && column.codes[row] === code
    }
    case 'choices': {
      const ticked = column.ticked.get(value)
      return (row) => ticked?.[row] === 1
    }
    case 'ranking': {
      const ranks = column.ranks.get(value)
      return (row) => ranks?.[row] === 1
    }
    case 'number':
      return (row) => column.numbers[row] === Number(value)
    default:
      throw new RangeError(`a share needs answers to choose from, not a ${column.kind}`)
  }
}

/** Answers counted: the base, and those who gave the answer. */
export function tally(hits: Hits): { base: number; count: number } {
  let base = 0
  let count = 0
  for (let row = 0; row < hits.length; row++) {
    if (Number.isNaN(hits[row])) continue
    base++
    if (hits[row]! > 0) count++
  }
  return { base, count }
}
