/** The number of a form: batch, place in it, and a last figure that catches a slip of the finger. `12-034-5`. */

/** @param batch from 1; @param place from 1 to 999 */
export function numberOf(batch: number, place: number): string {
  const figures = `${batch}${String(place).padStart(3, '0')}`
  return `${batch}-${String(place).padStart(3, '0')}-${lastFigure(figures)}`
}

/** The number as it is printed, from what was typed with or without its dashes; null when a figure must be wrong. */
export function numberIn(typed: string): string | null {
  const figures = typed.replace(/[\s-]/g, '')
  if (!/^[1-9]\d{4,9}$/.test(figures)) return null
  const number = numberOf(Number(figures.slice(0, -4)), Number(figures.slice(-4, -1)))
  return number.endsWith(`-${figures.at(-1)}`) ? number : null
}

/** @source Luhn, US patent 2 950 048: finds one wrong figure and nearly every swap of neighbours */
function lastFigure(figures: string): number {
  let sum = 0
  for (const [at, figure] of [...figures].reverse().entries()) {
    const doubled = Number(figure) * (at % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}
