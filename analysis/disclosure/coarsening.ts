/** Coarsen before hiding: a table that says less to everybody is worth more than one full of holes. */

import type { Policy } from './policy.ts'
import { countsOf, markPrimary } from './primary.ts'
import type { FigureTable } from './table.ts'

/**
 * The finest of several versions of one table that is not mostly holes.
 *
 * @param versions from the finest to the coarsest (see `coarsenings`): half-hours, then bands, then weekdays and weekend
 * @param holes part of the figures that may be too small, in [0, 1]
 * @returns the first version with no more small figures than that, else the last one
 * @throws RangeError without any version
 */
export function finest(versions: readonly FigureTable[], policy: Policy, holes = 0.2): FigureTable {
  const chosen = versions.find((table) => smallPart(table, policy) <= holes) ?? versions.at(-1)
  if (chosen === undefined) throw new RangeError('finest needs at least one version of the table')
  return chosen
}

/** Part of the figures of a table that may not be told even if nothing else were. */
function smallPart(table: FigureTable, policy: Policy): number {
  if (table.figures.length === 0) return 0
  const counts = countsOf([table])
  markPrimary(counts, table.figures, policy)
  return table.figures.filter(({ key }) => counts.cells.get(key)!.primary).length / table.figures.length
}
