/** Rows that gave the same answers are one point: thousands of people make hundreds of points. */
import type { CategoricalQuestion } from './burt.ts'

export type Patterns = {
  /** The questions, pattern by pattern instead of row by row. */
  questions: CategoricalQuestion[]
  /** Pattern of each row; −1 for a row that is left out. */
  of: Int32Array
  size: number
}

/** @param within 1 for the rows that count */
export function patternsOf(questions: readonly CategoricalQuestion[], within: Uint8Array): Patterns {
  const known = new Map<string, number>()
  const codes = questions.map((): number[] => [])
  const of = Int32Array.from(within, (isIn, row) => {
    if (isIn === 0) return -1
    const given = questions.map((question) => question.codes[row]!)
    const name = given.join()
    const before = known.get(name)
    if (before !== undefined) return before
    given.forEach((code, q) => {
      codes[q]!.push(code)
    })
    known.set(name, known.size)
    return known.size - 1
  })
  return {
    questions: questions.map(({ categories }, q) => ({ categories, codes: Int16Array.from(codes[q]!) })),
    of,
    size: known.size,
  }
}

/** Sum of a value of the rows over each pattern. */
export function overPatterns({ of, size }: Patterns, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(size)
  for (let row = 0; row < of.length; row++) if (of[row]! >= 0) sums[of[row]!]! += values[row]!
  return sums
}
