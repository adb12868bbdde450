/** The log as a table: exported as CSV, and read back row by row, each with a sentence about what becomes of it. */
import { emptyEntry, seriesOf } from '../../../surveys/action-log/entry.ts'
import { entryProblems } from '../../../surveys/action-log/problems.ts'
import { csvText } from '../../../surveys/csv.ts'
import { dayText } from '../../../surveys/days.ts'
import { linesOf, type PastedLine } from '../../tables/pasted.ts'
import { Entry, type ImportLine, type ReadLog } from '../../wire/action-log.ts'
import { typedOf } from './collections.ts'
import { changesBetween, columnOf, idHeading, type LogColumn, logColumns } from './columns.ts'
import { idOf } from './ids.ts'
import { knownPlaces } from './known.ts'
import { type Logged, storedOf, type TableRow } from './log.ts'

/** @returns CSV for a French spreadsheet, which `readTable` reads back */
export const tableText = (all: readonly Logged[]): string =>
  csvText([
    [idHeading, ...logColumns.map(({ heading }) => heading)],
    ...all.map(({ id, value }) => [id, ...logColumns.map(({ write }) => write(typedOf(value.entry)))]),
  ])

export type Row = ImportLine & TableRow
export type ReadTable = { rows: Row[]; ignored: string[]; problem: string }

/**
 * Reads a table without storing anything.
 *
 * @param all what the log holds, removed entries included
 * @param areOthers rows that resemble an entry of the log are others
 * @param today ISO day
 */
export function readTable(text: string, all: readonly Logged[], areOthers: boolean, today: string): ReadTable {
  let lines: PastedLine[]
  try {
    lines = linesOf(text)
  } catch (error) {
    return { rows: [], ignored: [], problem: (error as RangeError).message }
  }
  const [head, ...body] = lines
  if (!head) return { rows: [], ignored: [], problem: 'Collez un tableau, avec ses titres de colonnes.' }
  const columns = head.cells.map(columnOf)
  const has = (heading: string) =>
    columns.some((column) => column !== null && column !== 'id' && column.heading === heading)
  if (!has('Date') || !has('Activité'))
    return {
      rows: [],
      ignored: [],
      problem:
        'La première ligne doit porter les titres des colonnes, avec au moins «\u202fDate\u202f» et «\u202fActivité\u202f».',
    }
  const ignored = head.cells.filter((cell, at) => cell !== '' && columns[at] === null)
  const seen = new Map<string, number>()
  const rows = body.map((line) => rowOf(line, columns, { all, areOthers, today, seen }))
  return { rows, ignored, problem: rows.length === 0 ? 'Le tableau n’a que des titres\u202f: ajoutez des lignes.' : '' }
}

type Surroundings = {
  all: readonly Logged[]
  areOthers: boolean
  today: string
  /** How often each activity, commune and day came in this table. */
  seen: Map<string, number>
}

function rowOf(
  line: PastedLine,
  columns: (LogColumn | 'id' | null)[],
  { all, areOthers, today, seen }: Surroundings,
): Row {
  const { entry, named, problems } = entryIn(line, columns, today)
  const what = `${entry.activity || 'Sans nom'}, ${entry.day ? dayText(entry.day) : 'sans date'}`
  const people = entry.present === null ? '' : `, ${entry.present}\u00a0${entry.present < 2 ? 'personne' : 'personnes'}`
  const row = (outcome: ImportLine['outcome'], sentence: string, id: string, revision: number | null = null): Row => ({
    line: line.line,
    outcome,
    sentence,
    id,
    entry,
    revision,
  })
  if (problems.length > 0) return row('refused', `${what}\u202f: ${problems.join(' ')}`, '')

  const place = `${entry.day}|${seriesOf(entry)}`
  const times = seen.get(place) ?? 0
  seen.set(place, times + 1)
  const id = named ?? idOf(`${JSON.stringify(entry)}|${times}`)
  const found = all.find((one) => one.id === id)
  if (found?.value.removed) return row('same', `${what}\u202f: retirée du carnet depuis, laissée de côté.`, id)
  if (found) {
    // a note of several lines is one line in a table: unchanged, it stays as it was written
    const before = typedOf(found.value.entry)
    if (before.note.replace(/\s+/g, ' ') === entry.note) entry.note = before.note
    const changes = changesBetween(before, typedOf(storedOf(entry, found.value.entry)))
    return changes.length === 0 || named === null
      ? row('same', `${what}\u202f: déjà dans le carnet.`, id)
      : row('corrected', `${what}\u202f: ${changes.join(' ; ')}.`, id, found.revision)
  }
  const isLike =
    times > 0 ||
    all.some(({ value }) => value.removed === null && `${value.entry.day}|${seriesOf(typedOf(value.entry))}` === place)
  if (isLike && !areOthers)
    return row('alike', `${what}${people}\u202f: ressemble à une séance déjà notée ce jour-là.`, id)
  return row('new', `${what}${people}.`, id)
}

function entryIn({ cells }: PastedLine, columns: (LogColumn | 'id' | null)[], today: string) {
  let entry = emptyEntry('')
  let named: string | null = null
  let hasState = false
  const problems: string[] = []
  columns.forEach((column, at) => {
    // a spreadsheet may have put an apostrophe in front of what looked like a formula
    const cell = (cells[at] ?? '').replace(/^'(?=[=+\-@])/, '')
    if (cell === '' || column === null) return
    if (column === 'id') {
      if (/^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(cell)) named = cell.toLowerCase()
      else named = idOf(`numéro ${cell}`)
      return
    }
    const read = column.read(cell, entry)
    if ('problem' in read) problems.push(String(read.problem))
    else {
      entry = { ...entry, ...read }
      hasState ||= 'state' in read
    }
  })
  if (!hasState && entry.day > today) entry = { ...entry, state: 'planned' }
  const shape = Entry.safeParse(entry)
  if (!shape.success) problems.push(...shape.error.issues.map(({ message }) => message))
  // what could not be read is said already: an empty cell in its place is no second fault
  else if (problems.length === 0)
    problems.push(...entryProblems(entry, knownPlaces(), today).map(({ message }) => message))
  return { entry, named: named as string | null, problems }
}

/** What travels of it, counts by outcome included. */
export function readOf({ rows, ignored, problem }: ReadTable): ReadLog {
  const count = (outcome: ImportLine['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return {
    lines: rows.map(({ line, outcome, sentence }) => ({ line, outcome, sentence })),
    ignored,
    problem,
    counts: {
      new: count('new'),
      corrected: count('corrected'),
      same: count('same'),
      alike: count('alike'),
      refused: count('refused'),
    },
  }
}
