/** A table as typed, checked line by line: rows to save, or every problem with its line, its column and what to do. */

import { folded } from '../../surveys/wording/folded.ts'
import { unfolded } from './grid.ts'
import type { Column, Kind } from './kinds.ts'
import { nearest } from './nearest.ts'
import { linesOf, tidy } from './pasted.ts'
import type { Row, Rule } from './row.ts'

/** `line` counts the lines as they are shown, from 1, the heading left out; null = the whole table. */
export type TableProblem = { line: number | null; column: string | null; message: string }
export type Checked = { rows: Row[]; problems: TableProblem[] }

/**
 * Cells in the order of the columns, from what was pasted.
 * A first line that names the columns puts them in order, whichever it is; without one they come as the kind has them.
 */
export function cellsOf(kind: Kind, pasted: string): { cells: string[][]; problems: TableProblem[] } {
  const fault = (message: string) => ({ cells: [], problems: [{ line: null, column: null, message }] })
  let lines: ReturnType<typeof linesOf>
  try {
    lines = linesOf(pasted)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return fault(error.message)
  }
  const [first, ...others] = lines
  if (!first) return fault('Rien n’a été collé. Copiez la table dans votre tableur, puis collez-la ici.')
  const grid = unfolded(
    kind,
    lines.map(({ cells }) => cells),
  )
  if (grid) return { cells: grid, problems: [] }
  const labels = kind.columns.map(({ label }) => label)
  const named = headingOf(kind, first.cells)
  if (named === null) {
    const widths = lines.filter(({ cells }) => cells.length > kind.columns.length)
    if (
      widths.length > 0 &&
      !widths.every(({ cells }) => cells.slice(kind.columns.length).every((cell) => cell === ''))
    )
      return fault(
        `La ligne ${widths[0]!.line} a ${widths[0]!.cells.length} colonnes ; cette table en attend ${labels.length} : ${labels.join(', ')}${gridOf(kind)}. Retirez les colonnes en trop, ou collez aussi la ligne de titres.`,
      )
    return { cells: lines.map(({ cells }) => labels.map((_, index) => cells[index] ?? '')), problems: [] }
  }
  if ('wrong' in named) return fault(named.wrong)
  // a heading says which columns come: what stands beside them would be lost
  for (const { line, cells } of others) {
    const beside = cells.findIndex((cell, place) => cell !== '' && !named.places.includes(place))
    if (beside !== -1)
      return fault(
        `La ligne ${line} dit « ${cells[beside]} » dans une colonne sans titre. Donnez un titre à cette colonne, ou retirez-la. Colonnes de cette table : ${labels.join(', ')}.`,
      )
  }
  return {
    cells: others.map(({ cells }) => named.places.map((place) => (place === -1 ? '' : (cells[place] ?? '')))),
    problems: [],
  }
}

const gridOf = ({ isGrid, columns: [across, down] }: Kind): string =>
  isGrid ? `\u202f; ou une grille\u202f: ${[down!.label, ...(across!.words ?? [])].join(', ')}` : ''

/** Where each column stands when the line is a heading; null when it is a line of values. */
function headingOf(kind: Kind, cells: string[]): { places: number[] } | { wrong: string } | null {
  const given = cells.map(folded)
  const own = kind.columns.map(({ label }) => folded(label))
  const names = ({ label, key, alike = [] }: Column) => [
    folded(label),
    // a heading that is another column's own name is that column's
    ...[key, ...alike].map(folded).filter((name) => !own.includes(name)),
  ]
  const places = kind.columns.map((column) => given.findIndex((cell) => names(column).includes(cell)))
  const found = places.filter((place) => place !== -1).length
  // a few columns copied with their headings: every cell names one
  const isAllNames = found >= 2 && found === given.filter((cell) => cell !== '').length
  if (found * 2 < kind.columns.length && !isAllNames) return null
  const labels = kind.columns.map(({ label }) => label).join(', ')
  const unknown = cells.find(
    (cell) => cell !== '' && !kind.columns.some((column) => names(column).includes(folded(cell))),
  )
  if (unknown !== undefined) {
    const near = nearest(
      unknown,
      kind.columns.map(({ label }) => label),
    )
    return {
      wrong: `La colonne « ${unknown} » n’est pas attendue${near ? ` (vouliez-vous dire « ${near} » ?)` : ''}. Colonnes de cette table : ${labels}. Renommez-la ou retirez-la.`,
    }
  }
  const missing = kind.columns.filter((column, index) => places[index] === -1 && !column.optional)
  if (missing.length > 0)
    return { wrong: `Il manque la colonne « ${missing[0]!.label} ». Colonnes de cette table : ${labels}.` }
  return { places }
}

/** Checks cells; lines with nothing in them are left out. */
export function checked(kind: Kind, cells: string[][]): Checked {
  const problems: TableProblem[] = []
  const rows: Row[] = []
  // a line that only has a word to correct is one of the table: it is not missing from it
  const meant: Row[] = []
  // every line, with the cells that could be read
  const begun: Row[] = []
  const typedOf: Record<string, string>[] = []
  const lineOf: number[] = []
  const lineOfBegun: number[] = []
  let unread = 0
  cells.forEach((typed, index) => {
    if (typed.every((cell) => tidy(cell) === '')) return
    const row: Row = {}
    const known: Row = {}
    const words: Record<string, string> = {}
    let [isWhole, isRight] = [true, true]
    kind.columns.forEach((column, place) => {
      const cell = tidy(typed[place] ?? '')
      words[column.key] = cell
      const read = cell === '' ? emptyCell(column) : column.read(cell)
      if ('value' in read) row[column.key] = known[column.key] = read.value
      else {
        isRight = false
        if (read.meant === undefined) isWhole = false
        else row[column.key] = read.meant
        problems.push({ line: index + 1, column: column.label, message: read.wrong })
      }
    })
    if (isWhole) meant.push(row)
    else unread++
    begun.push(known)
    typedOf.push(words)
    lineOfBegun.push(index + 1)
    if (!isRight) return
    rows.push(row)
    lineOf.push(index + 1)
  })
  const rules = kind.lineRules ?? []
  problems.push(
    ...problemsOf(rules, begun, lineOfBegun, typedOf).filter(({ line }) => line !== null),
    ...withUnreadLines(
      problemsOf(rules, meant, []).filter(({ line }) => line === null),
      unread,
    ),
  )
  // rules over the whole table would only repeat what its cells have said already
  if (problems.length === 0) problems.push(...problemsOf(kind.rules, rows, lineOf, typedOf))
  return {
    rows,
    problems: problems.toSorted((a, b) => (a.line ?? Number.POSITIVE_INFINITY) - (b.line ?? Number.POSITIVE_INFINITY)),
  }
}

/** What is said of the whole table says too that some lines are not in it yet. */
const withUnreadLines = (problems: TableProblem[], unread: number): TableProblem[] =>
  unread === 0
    ? problems
    : problems.map((problem) => ({
        ...problem,
        message: `${problem.message} ${unread > 1 ? `Les ${unread} lignes à corriger n’y sont` : 'La ligne à corriger n’y est'} pas encore comptée${unread > 1 ? 's' : ''}.`,
      }))

function problemsOf(
  rules: readonly Rule[],
  rows: Row[],
  lineOf: number[],
  typed: Record<string, string>[] = [],
): TableProblem[] {
  return rules.flatMap((rule) =>
    rule(rows, lineOf, typed).map(({ row, column = null, message }) => ({
      line: row === null ? null : lineOf[row]!,
      column,
      message,
    })),
  )
}

function emptyCell({ optional, label, read }: Column): ReturnType<Column['read']> {
  if (!optional) return { wrong: `La case « ${label} » est vide. Remplissez-la, ou retirez la ligne.` }
  const empty = read('')
  return 'value' in empty ? empty : { value: null }
}
