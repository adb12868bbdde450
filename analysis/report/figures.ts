/** Every published figure of a report on one line each: what the open data and the spreadsheets are made of. */
import type { Finding } from '../findings/finding.ts'
import type { ReportSource } from './source.ts'
import type { Grid, GridCell } from './tree.ts'

export type FigureState = 'publié' | 'secret' | 'trop peu' | 'non estimable' | 'non posée'

/** One cell of one table. Shares are fractions; no number where the state is not « publié ». */
export type FigureRow = {
  objectif: number
  action: number
  questionnaire: string
  version: number
  indicateur: string
  resultat: string
  force: string
  tableau: string
  ligne: string
  colonne: string
  etat: FigureState
  valeur: number | null
  bas: number | null
  haut: number | null
  base: number | null
  unite: string
  debut: string | null
  fin: string | null
  essai: boolean
  fictif: boolean
}

export const unitWords: Record<string, string> = {
  share: 'part',
  households: 'familles',
  children: 'enfants',
  persons: 'personnes',
  minutes: 'minutes',
  euros: 'euros',
  score: 'note',
  hours: 'heures',
  count: 'réponses',
}

const states: Record<Extract<GridCell, { kind: 'none' }>['why'], FigureState> = {
  secret: 'secret',
  'too-few': 'trop peu',
  'no-variance': 'non estimable',
  'not-asked': 'non posée',
}

/** In the order of the report: finding by finding, table by table, line by line. */
export const figureRows = (source: ReportSource): FigureRow[] =>
  source.findings.flatMap((finding) => [
    ...[finding.table, ...finding.breakdowns.map(({ table }) => table)].flatMap((grid, at) =>
      grid === undefined ? [] : rowsOf(grid, finding, at === 0 ? 'ensemble' : grid.title, source.demo),
    ),
    ...weightedRows(finding, source.demo),
  ])

/** The headline again, weighted: under the line and the column it has in the table. */
function weightedRows(finding: Finding, fictif: boolean): FigureRow[] {
  const { standing, weighted, title } = finding
  if (weighted === undefined) return []
  const alone: Grid = {
    title: '',
    base: '',
    columns: ['', standing?.column ?? ''],
    rows: [{ label: standing?.row ?? title, cells: [{ kind: 'estimate', estimate: weighted }] }],
    notes: [],
  }
  return rowsOf(alone, finding, 'ensemble, redressé', fictif)
}

function rowsOf(grid: Grid, finding: Finding, tableau: string, fictif: boolean): FigureRow[] {
  const { objective, action, indicator, title, strength, source, evidence } = finding
  const names = columnNames(grid)
  return grid.rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell, at) => {
      const figure = figureOf(cell, cells)
      if (figure === null) return []
      return [
        {
          objectif: objective,
          action,
          questionnaire: source.questionnaire,
          version: source.version,
          indicateur: indicator,
          resultat: title,
          force: strength,
          tableau,
          ligne: label,
          colonne: names[at] ?? '',
          ...figure,
          debut: evidence.period?.from ?? null,
          fin: evidence.period?.to ?? null,
          essai: evidence.trial,
          fictif,
        },
      ]
    }),
  )
}

/** Title of each cell; the column of the interval belongs to the estimate before it. */
export const columnNames = ({ columns }: Grid): string[] =>
  columns.slice(1).filter((column) => !/^Intervalle/.test(column))

type Figure = Pick<FigureRow, 'etat' | 'valeur' | 'bas' | 'haut' | 'base' | 'unite'>

function figureOf(cell: GridCell, line: GridCell[]): Figure | null {
  const nothing = { valeur: null, bas: null, haut: null, base: null }
  if (cell.kind === 'text') return null
  if (cell.kind === 'none') return { etat: states[cell.why], ...nothing, unite: '' }
  if (cell.kind === 'estimate') {
    const { value, low, high, base, unit } = cell.estimate
    return { etat: 'publié', valeur: clean(value), bas: clean(low), haut: clean(high), base, unite: unitWords[unit]! }
  }
  const beside = line.find((one) => one.kind === 'estimate')
  const base = beside?.kind === 'estimate' ? beside.estimate.base : null
  return { etat: 'publié', ...nothing, valeur: cell.value, base, unite: unitWords.count! }
}

/** Without the dust of binary fractions: 0.28999999999999998 is 0.29. */
const clean = (value: number): number => Number(value.toFixed(6))
