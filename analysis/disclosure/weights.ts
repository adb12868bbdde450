/** What weighted figures tell about unweighted counts: where a class has one weight, total ÷ weight counts it. */

import type { Row } from './knowledge.ts'
import type { Policy } from './policy.ts'
import type { Figure, FigureTable } from './table.ts'

/**
 * For each total of a weighted table whose parts have one known weight each: Σ weight × count lies within the rounding
 * of the printed figure. Two hidden counts that are safe in the unweighted table may be given away by such a second
 * equation.
 *
 * @returns equations that hold for the true counts
 */
export function weightRows(tables: readonly FigureTable[], policy: Policy): Row[] {
  return tables
    .filter(({ weighted }) => weighted)
    .flatMap(({ figures, sums }) => {
      const byKey = new Map(figures.map((figure) => [figure.key, figure]))
      return sums.flatMap(({ total, parts }) => {
        const printed = byKey.get(total)
        const classes = parts.map((part) => byKey.get(part))
        if (!printed || !classes.every((figure) => figure?.weight !== undefined)) return []
        const half = roundingOf(printed, classes as Figure[], policy)
        if (half === null) return []
        const sum = classes.reduce((before, figure) => before + figure!.weight! * figure!.count, 0)
        const terms = classes.map((figure) => [figure!.key, figure!.weight!] as const)
        return [{ terms, low: sum - half, high: sum + half, sure: true }]
      })
    })
}

/** How far the weighted total behind a printed figure may be from what is printed; null when it cannot be told. */
function roundingOf({ shape, estimate }: Figure, classes: readonly Figure[], policy: Policy): number | null {
  if (estimate.value === null) return null
  const { value } = estimate
  if (shape === 'total') return policy.totalSteps.find(({ below }) => Math.abs(value) < below)!.step / 2
  if (shape !== 'share' || classes.some(({ base }) => base === null)) return null
  const whole = classes.reduce((sum, { base, weight }) => sum + weight! * base!.count, 0)
  return (whole * policy.shareStep) / 2
}
