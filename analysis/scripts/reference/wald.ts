/** Wald's test of a crosstab, as R's svychisq(statistic = "Wald" | "adjWald"): only to compare with it. */

import type { crosstab } from '../../comparisons/rao-scott.ts'
import type { Design } from '../../design/design.ts'
import { fUpper } from '../../distributions/f.ts'
import { covariance } from '../../estimates/covariance.ts'
import { symmetricInverse, times, zeros } from '../../estimates/matrix.ts'

/** Observed less expected counts of the cells outside the first row and column, on their linearised covariance. */
export function wald(table: NonNullable<ReturnType<typeof crosstab>>, design: Design, adjusted: boolean) {
  const { rows, columns, cells, cellOf } = table
  const width = columns.length
  const part = (i: number, j: number) => cells[i * width + j]!
  const rowPart = rows.map((_, i) => columns.reduce((sum, _, j) => sum + part(i, j), 0))
  const columnPart = columns.map((_, j) => rows.reduce((sum, _, i) => sum + part(i, j), 0))
  const gaps: number[] = []
  const scores: Float64Array[] = []
  for (let i = 1; i < rows.length; i++)
    for (let j = 1; j < width; j++) {
      gaps.push(part(i, j) - rowPart[i]! * columnPart[j]!)
      // N_ij − N_i·N_j / N, per unit of N
      scores.push(
        Float64Array.from(cellOf, (cell) => {
          if (cell < 0) return 0
          const inRow = Math.floor(cell / width) === i ? 1 : 0
          const inColumn = cell % width === j ? 1 : 0
          return inRow * inColumn - inRow * columnPart[j]! - inColumn * rowPart[i]! + rowPart[i]! * columnPart[j]!
        }),
      )
    }
  const total = cellOf.reduce((sum, cell, row) => (cell < 0 ? sum : sum + design.weights[row]!), 0)
  const v = covariance(design, scores)
  const scaled = { ...zeros(gaps.length), cells: v.cells.map((value) => value / (total * total)) }
  const solved = times(symmetricInverse(scaled), gaps)
  const statistic = gaps.reduce((sum, gap, k) => sum + gap * solved[k]!, 0)
  const ndf = gaps.length
  const ddf = adjusted ? design.df - ndf + 1 : design.df
  const f = adjusted ? (statistic * ddf) / (ndf * design.df) : statistic / ndf
  return { f, ndf, ddf, p: fUpper(f, ndf, ddf) }
}
