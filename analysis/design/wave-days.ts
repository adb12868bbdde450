/** The waves of a questionnaire: stretches of answers with half a year of silence between them. */

const silence = 180 * 24 * 3_600_000

/**
 * @param days ISO day of each response, in any order
 * @returns the month its wave began, `2026-03`, one per response
 */
export function wavesOfDays(days: readonly string[]): string[] {
  const begun: string[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const day of [...new Set(days)].sort()) {
    if (Date.parse(day) - last >= silence) begun.push(day)
    last = Date.parse(day)
  }
  return days.map((day) => begun.findLast((first) => first <= day)!.slice(0, 7))
}
