/** Every published figure of a report on one line each: what the open data and the spreadsheets are made of. */
import { zoneNames } from '../../surveys/authority/territory.ts'
import { knownEnd } from '../../surveys/charts/known.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Finding } from '../findings/finding.ts'
import { gapsTitle } from '../findings/presentation.ts'
import { meanMethod, quantileMethod } from '../measures/number-classes.ts'
import { printed } from '../text/format.ts'
import type { ReportSource } from './source.ts'
import { daysOf, type Grid, type GridCell, isInterval } from './tree.ts'

/** « au plus », « au moins »: of none or of all, the end of the interval is what is known. */
export const figureStates = ['publié', 'au plus', 'au moins', 'en mots', 'trop petit'] as const
export type FigureState = (typeof figureStates)[number]

/** One cell of one table. Shares are whole percents; no value where the state is not « publié », an interval only where it says an end. */
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
  /** « une minorité »; '' = it has a figure, or nothing is said. */
  mots: string
  valeur: number | null
  bas: number | null
  haut: number | null
  base: number | null
  unite: string
  /** Letters of its group; '' = its table has none. */
  ecarts: string
  debut: string | null
  fin: string | null
  essai: boolean
  fictif: boolean
}

export const unitWords: Record<Estimate['unit'], string> = {
  share: 'pour cent',
  households: 'familles',
  children: 'enfants',
  persons: 'personnes',
  minutes: 'minutes',
  euros: 'euros',
  score: 'nombre',
  number: 'nombre',
  hours: 'heures',
}

const states: Record<Extract<GridCell, { kind: 'none' }>['why'], FigureState> = {
  'in-words': 'en mots',
  'too-few': 'trop petit',
  waiting: 'trop petit',
  'not-asked': 'trop petit',
  'no-variance': 'trop petit',
  secret: 'trop petit',
}

/** Names the line of a headline that no table holds: a mean, a median, the leading half-hours of a week. */
export const headlineTable = 'résultat'

/** In the order of the report: finding by finding, its headline, table by table, line by line. */
export const figureRows = (source: ReportSource): FigureRow[] =>
  source.findings.flatMap((finding) => {
    const grids = [finding.table, ...finding.breakdowns.map(({ table }) => table)]
    const rows = grids.flatMap((grid, at) =>
      grid === undefined ? [] : rowsOf(grid, finding, at === 0 ? 'ensemble' : grid.title, source.demo),
    )
    return isTabled(finding, grids)
      ? rows
      : [...rowsOf(headlineGrid(finding), finding, headlineTable, source.demo), ...rows]
  })

/** True where there is no figure either: its tables say why. */
function isTabled({ estimate }: Finding, grids: readonly (Grid | undefined)[]): boolean {
  if (estimate.value === null) return true
  const isIt = (cell: GridCell) =>
    cell.kind === 'estimate' &&
    cell.estimate.value === estimate.value &&
    cell.estimate.low === estimate.low &&
    cell.estimate.high === estimate.high &&
    cell.estimate.unit === estimate.unit
  return grids.some((grid) => grid?.rows.some(({ cells }) => cells.some(isIt)))
}

/** Whose it is, and what it is. */
function headlineGrid({ estimate, zone, day }: Finding): Grid {
  const cells: GridCell[] = estimate.value === null ? [] : [{ kind: 'estimate', estimate }]
  const label = zone === undefined ? 'Toutes les réponses' : (zoneNames()[zone] ?? zone)
  return {
    title: '',
    base: '',
    columns: ['', headlineName(estimate)],
    rows: [{ label, cells }],
    notes: [],
    ...(day && { day }),
  }
}

function headlineName(estimate: Finding['estimate']): string {
  if (estimate.value === null) return ''
  if (estimate.method === meanMethod) return 'Moyenne'
  if (estimate.method === quantileMethod) return 'Médiane'
  return estimate.unit === 'share' ? 'Part' : 'Valeur'
}

function rowsOf(grid: Grid, finding: Finding, tableau: string, fictif: boolean): FigureRow[] {
  const { objective, action, indicator, title, strength, source, evidence } = finding
  const names = columnNames(grid)
  const days = daysOf(grid)
  return grid.rows.flatMap(({ label, cells }, row) => {
    const letters = cells[names.indexOf(gapsTitle)]
    return cells.flatMap((cell, at) => {
      const figure = figureOf(cell)
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
          ecarts: letters?.kind === 'text' ? letters.text : '',
          debut: evidence.period?.from ?? null,
          // a figure shown again from an earlier publication rests on the answers of that day
          fin: days[row]![at] ?? evidence.period?.to ?? null,
          essai: evidence.trial,
          fictif,
        },
      ]
    })
  })
}

/** Title of each cell. */
export const columnNames = ({ columns }: Grid): string[] => columns.slice(1).filter((column) => !isInterval(column))

type Figure = Pick<FigureRow, 'etat' | 'mots' | 'valeur' | 'bas' | 'haut' | 'base' | 'unite'>

const endWords = { most: 'au plus', least: 'au moins' } as const

/** Counts and texts are no figures of their own. */
function figureOf(cell: GridCell): Figure | null {
  const nothing = { valeur: null, bas: null, haut: null, base: null }
  if (cell.kind === 'none') return { etat: states[cell.why], mots: cell.words ?? '', ...nothing, unite: '' }
  if (cell.kind !== 'estimate') return null
  const { base, unit } = cell.estimate
  const { value, low, high } = printed(cell.estimate)
  const shown = unit === 'share' ? toPercent : clean
  const known = knownEnd(cell.estimate)
  return {
    etat: known === null ? 'publié' : endWords[known.side],
    mots: '',
    valeur: known === null ? shown(value) : null,
    bas: shown(low),
    haut: shown(high),
    base,
    unite: unitWords[unit]!,
  }
}

const toPercent = (share: number) => Math.round(share * 100)

/** Without the dust of binary fractions: 0.28999999999999998 is 0.29. */
const clean = (value: number): number => Number(value.toFixed(6))
