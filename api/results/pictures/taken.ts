/** What leaves a page of results for another document: its picture, and its figures for a spreadsheet. */
import { pngLater } from '../../../analysis/report/html/chart-image.ts'
import { type PlateDrawing, plateDrawing } from '../../../analysis/report/html/plate.ts'
import { signTextIn } from '../../../surveys/charts/known.ts'
import { noFigureWords } from '../../../surveys/charts/no-figure.ts'
import { type Cell, csvText, pastedText } from '../../../surveys/csv.ts'
import type { AppContext } from '../../context.ts'
import type { Explored } from '../../wire/contracts/shapes/explorations.ts'
import type { TakenPicture } from '../../wire/contracts/shapes/taken.ts'
import type * as wire from '../../wire/results.ts'
import type { Head } from '../publications.ts'
import { outlinesOf } from './map.ts'

/** Fine enough for print. */
const scale = 2

export async function takenPicture(
  context: AppContext,
  { drawing, ...words }: TakenPicture,
  headOf: (slug: string, number: number) => Promise<Head>,
): Promise<Uint8Array> {
  const drawn = async (): Promise<PlateDrawing> => {
    if (drawing.kind !== 'map') return drawing
    const outlines = await outlinesOf(context, await headOf(drawing.slug, drawing.publication))
    const zones = (outlines?.zones ?? []).map(({ name, rings }) => {
      const shown = drawing.zones.find((zone) => zone.name === name) ?? drawing.rest
      return { level: null, isHatched: false, text: noFigureWords['too-few'], ...shown, name, rings }
    })
    return { kind: 'map', zones, bars: drawing.bars }
  }
  return pngLater(plateDrawing({ ...words, drawing: await drawn() }), scale)
}

/** One figure. `text`: as the page writes it. */
type Line = { table: string; row: string; column: string } & Pick<wire.ShownCell, 'text' | 'figure'>

export const linesOfFinding = ({ tables }: Pick<wire.FindingPage, 'tables'>): Line[] =>
  tables.flatMap(({ grid: { title, columns, rows } }) =>
    rows.flatMap(({ label, cells }) =>
      cells.map(({ text, small, figure }, at) => ({
        ...{ table: title, row: label, column: columns[at + 1] ?? '' },
        ...{ text: small ? `${text} (${small})` : text, ...(figure ? { figure } : {}) },
      })),
    ),
  )

/** Everybody first. */
export function linesOfExplored({ title, answers, cells, lists, whole, kind }: Explored): Line[] {
  const rowOf = (answer = '') => answers.find(({ value }) => value === answer)?.label ?? 'Moyenne'
  const groupOf = (dims: Record<string, string>) =>
    lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? dims[path]).join(' · ')
  const lineOf = (row: string, column: string, { estimate, text }: Explored['whole'][number]): Line => {
    const { value, ...own } = estimate
    const unit = kind === 'mean' ? {} : { unit: 'share' as const }
    const figure =
      value === null ? {} : { figure: { value, ...('low' in own ? { low: own.low, high: own.high } : {}), ...unit } }
    return { table: title, row, column, text, ...figure }
  }
  return [
    ...(lists.length === 0 ? [] : whole.map((one) => lineOf(rowOf(one.answer), 'Ensemble', one))),
    ...(cells ?? []).map(({ dims, ...one }) =>
      lineOf(rowOf(dims.reponse), lists.length === 0 ? 'Ensemble' : groupOf(dims), { ...one, answer: '' }),
    ),
  ]
}

const signs: Partial<Record<string, string>> = { share: '%', minutes: 'min', hours: 'h', euros: '€' }
/** What a French spreadsheet computes with: a decimal comma. */
function decimal(value: number | undefined, unit: string | undefined): Cell {
  if (value === undefined) return ''
  const rounded = Math.round((unit === 'share' ? 100 * value : value) * 100) / 100
  return Number.isInteger(rounded) ? rounded : String(rounded).replace('.', ',')
}

type Said = Pick<wire.FindingPage, 'publication' | 'mention'>

/** The figures, a line each, then what they may be cited with. */
export function takenTable(
  lines: readonly Line[],
  { publication: { title, number, notices = [] }, mention }: Said,
  { as, isDemo }: { as: 'file' | 'paste'; isDemo: boolean },
): Buffer {
  const sign = signTextIn(lines.map(({ text }) => text))
  const rows: Cell[][] = [
    ['Tableau', 'Ligne', 'Colonne', 'Chiffre', 'Valeur', 'Bas', 'Haut', 'Unité'],
    ...lines.map(({ table, row, column, text, figure: { value, low, high, unit } = {} }) => [
      ...[table, row, column, text],
      ...[value, low, high].map((one) => decimal(one, unit)),
      unit ? (signs[unit] ?? '') : '',
    ]),
    [''],
    ['Bas, haut\u202f: intervalle à 95\u202f%'],
    ...(sign === '' ? [] : [[sign]]),
    ...notices.map(({ kind, reason, day }) => [
      `${kind === 'erratum' ? 'Erratum' : 'Publication retirée'} (${day}) : ${reason}`,
    ]),
    [`${title} · publication n° ${number} · ${mention}`],
    ...(isDemo ? [['Données fictives']] : []),
  ]
  return Buffer.from(as === 'file' ? csvText(rows) : pastedText(rows))
}
