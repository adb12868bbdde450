/** The figures that a publication shows, a result for everybody or for a group, with the day each is of. */
import { rules } from '../../analysis/disclosure/rules.ts'
import { eachOnce, type Finding } from '../../analysis/findings/finding.ts'
import { listOf } from '../../analysis/measures/tables.ts'
import { daysOf, type Grid, type GridCell } from '../../analysis/report/tree.ts'
import { count } from '../../analysis/text/format.ts'
import type { Head } from '../results/publications.ts'

/**
 * A result of one group of a list, or of everybody (`list` and `label` are '').
 *
 * `base`: its largest. `day`: ISO day of an earlier publication that it is of. `isPart`: only some of its figures are.
 */
export type ShownFigure = { list: string; label: string; base: number; day: string | undefined; isPart: boolean }

/** In the place of a list: the people of no group in particular. */
export const everybody = ''

export const figuresShown = ({ findings }: Pick<Head, 'findings'>): ShownFigure[] =>
  eachOnce(findings).flatMap((finding) => {
    const read = tablesIn(finding).flatMap(readIn)
    const groups = Map.groupBy(read, ({ list, label }) => `${list}\n${label}`)
    return [...groups.values()].map((own) => {
      const { list, label } = own[0]!
      const days = own.flatMap(({ day }) => day ?? []).toSorted()
      return {
        ...{ list, label, day: days[0] },
        base: Math.max(...own.map(({ base }) => base)),
        isPart: list === everybody && days.length > 0 && days.length < own.length,
      }
    })
  })

export const isKept = ({ day, isPart }: ShownFigure): boolean => day !== undefined && !isPart

/** « 97 chiffres sur 838 gardent leur ancienne date »: the same words before a publication and after. */
export const keptSaid = (kept: number, all: number): string =>
  `${count(kept)} ${kept > 1 ? 'chiffres' : 'chiffre'} sur ${count(all)} ${kept > 1 ? 'gardent leur' : 'garde son'} ancienne date`

/** What `keptSaid` and what is said before publishing count. */
export const figureUnit = 'Un chiffre compte un résultat, pour l’ensemble ou pour un groupe.'

export const tablesIn = ({ table, breakdowns }: Pick<Finding, 'table' | 'breakdowns'>): Grid[] =>
  [table, ...breakdowns.map((one) => one.table)].flatMap((one) => one ?? [])

/** Whether its groups are lines: the interval of a drawn share has a column of its own. */
export const isDown = ({ columns, rows }: Grid): boolean => columns.length > (rows[0]?.cells.length ?? 0) + 1

function readIn(grid: Grid) {
  const list = listOf(grid)
  const days = daysOf(grid)
  const isByLine = isDown(grid)
  return grid.rows.flatMap((row, line) =>
    row.cells.flatMap((cell, at) => {
      const base = baseOf(cell)
      if (base === null) return []
      const label = list === null ? '' : isByLine ? row.label : grid.columns[at + 1]!
      return [{ list: list ?? everybody, label, base, day: days[line]![at] }]
    }),
  )
}

/** Of what is said in words, the smallest that there may be; null = no figure. */
function baseOf(cell: GridCell): number | null {
  if (cell.kind === 'estimate') return cell.estimate.base
  return cell.kind === 'none' && cell.why === 'in-words' ? rules.leastDescribed : null
}
