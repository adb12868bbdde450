/** Integer program: cells that additions and the limits of the noise leave but one count. */

import type { Crosstab } from './crosstab.ts'
import { againFit, firstFit, impossible, totalFit } from './evidence.ts'
import type { Mechanism } from './mechanism.ts'
import { baseChanges } from './range.ts'
import { type Equation, Model } from './solver.ts'

type Bounds = { least: number; most: number }

/** Counts that a cell may have by itself, whatever was rounded away of its bases. */
export function boundsOf(crosstab: Crosstab, mechanism: Mechanism, cell: number): Bounds {
  const { width, columnBases } = crosstab
  const base = columnBases[cell % width]
  if (typeof base !== 'number' || !crosstab.prints[0]!.cells[cell]) return { least: 0, most: Number.POSITIVE_INFINITY }
  const fits = (count: number) => {
    const again = againFit(crosstab, mechanism, cell, count)
    return baseChanges.some((column) =>
      baseChanges.some((line) => firstFit(crosstab, mechanism, cell, count, column, line) + again > impossible),
    )
  }
  const far = base + 40
  let least = 0
  while (least < far && !fits(least)) least += 1
  // no count fits: the model does not know how this share was made, and nothing is learnt
  if (least === far) return { least: 0, most: Number.POSITIVE_INFINITY }
  let most = far
  while (most > least && !fits(most)) most -= 1
  return { least, most }
}

/** Sums between the bounds of a printed base or of a whole. */
const sumEquation = (cells: readonly number[], { least, most }: Bounds, isLoose: boolean): Equation => ({
  terms: cells.map((cell) => [cell, 1] as const),
  low: isLoose ? 0 : least,
  high: most,
})

/** @param cells to be looked at: those no possible world has shown with two counts */
export function pinnedIn(crosstab: Crosstab, mechanism: Mechanism, cells: readonly number[]): number[] {
  const { height, width, columnBases, lineBases, linesAdd, columnsAdd, columnsLeft, linesLeft, topic } = crosstab
  const all = Array.from({ length: height * width }, (_, cell) => cell)
  const bounds = all.map((cell) => boundsOf(crosstab, mechanism, cell))
  const wide = (printed: number): Bounds => ({
    least: printed + baseChanges[0] - mechanism.largest(topic),
    most: printed + baseChanges.at(-1)! + mechanism.largest(topic),
  })
  const equations: Equation[] = []
  for (const [column, base] of columnBases.entries())
    if (linesAdd && base !== null)
      equations.push(
        sumEquation(
          all.filter((cell) => cell % width === column),
          wide(base),
          linesLeft,
        ),
      )
  for (let line = 0; line < height; line++) {
    const limits = lineLimits(crosstab, mechanism, line, lineBases[line] ?? null, wide)
    const own = all.filter((cell) => Math.floor(cell / width) === line)
    if (columnsAdd && limits) equations.push(sumEquation(own, limits, columnsLeft))
  }
  const narrow = cells.filter((cell) => bounds[cell]!.least === bounds[cell]!.most)
  const others = cells.filter(
    (cell) => bounds[cell]!.least < bounds[cell]!.most && bounds[cell]!.most < Number.POSITIVE_INFINITY,
  )
  if (others.length === 0) return narrow
  const model = new Model(
    equations,
    Float64Array.from(bounds, ({ least }) => least),
    Float64Array.from(bounds, ({ most }) => most),
  )
  try {
    return [...narrow, ...others.filter((cell) => endOf(model, cell, 1) === endOf(model, cell, -1))]
  } finally {
    model.dispose()
  }
}

function endOf(model: Model, cell: number, way: 1 | -1): number | null {
  const found = model.minimise([[cell, way]], true)
  // nothing fits: a rounding the model does not know; nothing is learnt
  return typeof found === 'string' ? way : Math.round(found.point[cell]!)
}

function lineLimits(
  crosstab: Crosstab,
  mechanism: Mechanism,
  line: number,
  base: number | null,
  wide: (printed: number) => Bounds,
): Bounds | null {
  if (base !== null) return wide(base)
  const total = crosstab.totals[line]
  if (!total) return null
  const own = {
    ...crosstab,
    totals: crosstab.totals.map((one) => one && { ...one, variance: Number.POSITIVE_INFINITY }),
  }
  const far = total.base + 40
  const fits = (count: number) => totalFit(own, mechanism, line, count) > impossible
  let least = 0
  while (least < far && !fits(least)) least += 1
  let most = far
  while (most > least && !fits(most)) most -= 1
  return { least, most }
}
