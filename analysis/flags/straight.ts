/** Responses that give the same answer all along their grids, where hardly anybody else does. */
import type { Cells } from './cells.ts'
import { dependence, informationOf } from './information.ts'

/** Lines answered on one scale: fewer prove nothing. */
const leastLines = 6
const marginBits = 5

/**
 * @param scales places of the lines that share a scale (`scalesOf`)
 * @returns indices of the responses whose every scale of six lines or more is answered by one sign, and by one that is rare there
 */
export function straightLined(responses: readonly Cells[], scales: readonly number[][]): number[] {
  const information = informationOf(
    responses,
    responses.map(() => 1),
  )
  const sizeBits = Math.log2(Math.max(2, responses.length))
  return responses.flatMap((cells, response) => {
    const answeredScales = scales
      .map((places) => places.filter((place) => cells[place] !== null))
      .filter((places) => places.length >= leastLines)
    const isStraight = answeredScales.every((places) => new Set(places.map((place) => cells[place])).size === 1)
    if (answeredScales.length === 0 || !isStraight) return []
    const bits = answeredScales.flat().reduce((sum, place) => sum + information(place, cells[place]!), 0)
    return dependence * bits >= sizeBits + marginBits ? [response] : []
  })
}
