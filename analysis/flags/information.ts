/** The information of an answer: −log2 of its share. What many give carries little; what few give carries much. */
import type { Cells } from './cells.ts'

/** Answers of one person go together: their information in all is at least this part of the sum over questions. */
export const dependence = 0.5

/**
 * Bits of each answer of each question.
 *
 * @param weights how much each response counts, so that many copies of one response do not make its answers look common
 */
export function informationOf(
  responses: readonly Cells[],
  weights: readonly number[],
): (place: number, cell: string) => number {
  const places = responses[0]?.length ?? 0
  const shares = Array.from({ length: places }, (_, place) => {
    const counts = new Map<string, number>()
    let total = 0
    responses.forEach((cells, response) => {
      const cell = cells[place]
      if (cell === null || cell === undefined) return
      counts.set(cell, (counts.get(cell) ?? 0) + weights[response]!)
      total += weights[response]!
    })
    return { counts, total }
  })
  return (place, cell) => {
    const { counts, total } = shares[place]!
    return Math.log2(total / (counts.get(cell) ?? total))
  }
}
