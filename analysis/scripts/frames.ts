/**
 * An export as danfojs frames, one per unit it holds: the responses, the children of a repeated page, and in the full form the
 * rows of their weeks. Silences stay apart from answers, ticked boxes are 0, 1 or NaN, weights and design stand beside.
 */
import { readFileSync } from 'node:fs'
import { DataFrame } from 'danfojs-node'
import { CommandError } from '../../cli/command.ts'
import { outsideZone } from '../../surveys/authority/territory.ts'
import { classesOf } from '../design/classes.ts'
import { type Design, designOf, withWeights } from '../design/design.ts'
import { type Margin, parseMargins } from '../design/margin.ts'
import { postStratify } from '../design/post-stratify.ts'
import { rake } from '../design/rake.ts'
import { Refusal } from '../design/refusal.ts'
import { weightedDesign } from '../design/weigh.ts'

/** What a row says instead of an answer, the same words as in the frames of the engine (columns/danfo-frame.ts). */
export const silences = {
  blank: '(sans réponse)',
  notAsked: '(non posée)',
  dontKnow: '(ne sait pas)',
  refused: '(ne souhaite pas répondre)',
} as const
const silent: ReadonlySet<unknown> = new Set(Object.values(silences))
export const isSilent = (value: unknown): boolean => silent.has(value)

type Answers = Readonly<Record<string, unknown>>
/** One line of `npm run export -- --format jsonl`. */
export type ExportedRow = { id: string; export: string; mode?: string; month?: string; answers: Answers }

export type Unit = {
  /** Path of the repeated page; '' for the responses. */
  path: string
  rows: number
  frame: DataFrame
  /** Row of the unit above: the family of a child, the child of a stretch of its week; null = the responses. */
  parent: Int32Array | null
}

export type Frames = { form: 'protected' | 'full'; responses: Unit; units: ReadonlyMap<string, Unit> }

/** @throws CommandError when the file is not the export of a questionnaire in JSON lines */
export function readFrames(file: string): Frames {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    return framesOf(lines.map((line) => JSON.parse(line) as ExportedRow))
  } catch (cause) {
    throw new CommandError(
      `Le fichier ${file} ne peut pas être lu. Faites-le avec « npm run export -- --questionnaire … --format jsonl --out ${file} --reason … ».`,
      { cause },
    )
  }
}

export function framesOf(rows: readonly ExportedRow[]): Frames {
  const units = new Map<string, Unit>()
  const isFull = rows.some(({ mode }) => mode !== undefined)
  const about = {
    id: rows.map(({ id }) => id),
    ...(isFull ? { mode: rows.map(({ mode }) => mode ?? ''), mois: rows.map(({ month }) => month ?? '') } : {}),
  }
  const responses = unitOf(
    '',
    rows.map(({ answers }) => answers),
    null,
    about,
    units,
  )
  return { form: isFull ? 'full' : 'protected', responses, units }
}

/** The unit of a repeated page. @throws CommandError naming those there are */
export function unitAt({ responses, units, form }: Frames, path: string): Unit {
  const found = path === '' ? responses : units.get(path)
  if (found) return found
  const hint = form === 'protected' ? ' Les semaines ne sortent que dans la forme complète (--full).' : ''
  throw new CommandError(
    `Pas de lignes « ${path} ». Il y a : ${[...units.keys()].join(', ') || 'les réponses seules'}.${hint}`,
  )
}

/** A column of a unit, its own or that of the family above. @throws CommandError naming the columns there are */
export function columnAt(frames: Frames, unit: Unit, name: string): (string | number)[] {
  if (unit.frame.columns.includes(name)) return unit.frame.column(name).values as (string | number)[]
  if (unit.parent !== null) {
    const above = columnAt(frames, unitAt(frames, unit.path.split('.').slice(0, -1).join('.')), name)
    return Array.from(unit.parent, (row) => above[row]!)
  }
  throw new CommandError(`Pas de colonne « ${name} ». Il y a : ${unit.frame.columns.join(', ')}.`)
}

/** 1 gave one of the answers, 0 another one, NaN none: not asked, blank, « ne sait pas », refused. */
export function hitsAt(frames: Frames, unit: Unit, name: string, wanted: readonly string[]): Float64Array {
  if (!hasColumn(frames, unit, name) && wanted.every((value) => hasColumn(frames, unit, `${name}.${value}`))) {
    const ticked = wanted.map((value) => columnAt(frames, unit, `${name}.${value}`) as number[])
    return Float64Array.from({ length: unit.rows }, (_, row) => Math.max(...ticked.map((own) => own[row]!)))
  }
  const values = columnAt(frames, unit, name)
  return Float64Array.from(values, (value) =>
    isSilent(value) || Number.isNaN(value) ? Number.NaN : Number(wanted.includes(String(value))),
  )
}

const hasColumn = (frames: Frames, unit: Unit, name: string): boolean =>
  unit.frame.columns.includes(name) || (unit.parent !== null && frames.responses.frame.columns.includes(name))

/** The answers of a column in the order of the first who gave them, and the code of each row; −1 = no answer. */
export function codesAt(frames: Frames, unit: Unit, name: string): { values: string[]; codes: Int32Array } {
  const column = columnAt(frames, unit, name).map((value) => (isSilent(value) ? null : String(value)))
  const values = [...new Set(column.filter((value) => value !== null && value !== 'NaN'))].toSorted() as string[]
  return { values, codes: Int32Array.from(column, (value) => (value === null ? -1 : values.indexOf(value))) }
}

/**
 * The design of a unit: each response for one, or weighted to margins; the children of a family are one primary unit.
 *
 * @param margins of the responses; rows from outside the territory, or that do not say their class, have the mean weight, as in the engine
 * @throws CommandError with the reason in French when the margins cannot be met
 */
export function designAt(frames: Frames, unit: Unit, margins: readonly Margin[] = []): Design {
  const parent = unit.parent && Int32Array.from(unit.parent)
  if (margins.length === 0) return designOf(parent === null ? { rows: unit.rows } : { rows: unit.rows, psu: parent })
  const { rows } = frames.responses
  const classes = margins.map(({ variable, totals }) =>
    classesOf(
      variable,
      columnAt(frames, frames.responses, variable).map((value) =>
        Object.hasOwn(totals, value) ? String(value) : null,
      ),
      Object.keys(totals),
    ),
  )
  const isOutside = outsidersAmong(frames.responses)
  const inside = Float64Array.from({ length: rows }, (_, row) =>
    Number(!isOutside(row) && classes.every(({ codes }) => codes[row]! >= 0)),
  )
  const filled = classes.map((one) => ({ ...one, codes: one.codes.map((code) => Math.max(0, code)) }))
  const design = withWeights(designOf({ rows }), inside)
  try {
    const weighting =
      margins.length === 1
        ? postStratify(design, filled[0]!, margins[0]!.totals)
        : rake(design, filled, margins, margins[0]!.unit)
    return weightedDesign({ rows: unit.rows, parent }, weighting)
  } catch (error) {
    if (error instanceof Refusal) throw new CommandError(error.message, { cause: error })
    throw error
  }
}

/** People from outside the territory are in no margin. */
function outsidersAmong({ frame }: Unit): (row: number) => boolean {
  if (!frame.columns.includes('zone')) return () => false
  const zones = frame.column('zone').values
  return (row) => zones[row] === outsideZone
}

/** Margins of a CSV file, or none. @throws CommandError with the line that cannot be read */
export function marginsAt(file: string | undefined): Margin[] {
  if (file === undefined) return []
  try {
    return parseMargins(readFileSync(file, 'utf8'))
  } catch (cause) {
    const why = cause instanceof Refusal ? ` ${cause.message}` : ''
    throw new CommandError(
      `Les marges de ${file} ne peuvent pas être lues.${why} Colonnes attendues : variable, categorie, effectif, unite, date, source.`,
      { cause },
    )
  }
}

function unitOf(
  path: string,
  rows: readonly Answers[],
  parent: Int32Array | null,
  about: Record<string, (string | number)[]>,
  units: Map<string, Unit>,
): Unit {
  const full: Record<string, (string | number)[]> = { ...about }
  const under = (name: string) => (path === '' ? name : `${path}.${name}`)
  for (const name of new Set(rows.flatMap((row) => Object.keys(row))))
    addColumns(
      full,
      under(name),
      rows.map((row) => row[name]),
      units,
    )
  return { path, rows: rows.length, parent, frame: new DataFrame(full) }
}

/** The columns one question becomes; the rows it repeats become a unit. */
function addColumns(
  full: Record<string, (string | number)[]>,
  path: string,
  values: readonly unknown[],
  units: Map<string, Unit>,
): void {
  const lists = values.filter((value) => Array.isArray(value)) as unknown[][]
  const isRepeated = lists.some((list) => list.some((item) => typeof item === 'object'))
  if (isRepeated) {
    const cards = values.map((value) => (Array.isArray(value) ? (value as Answers[]) : []))
    const parent = Int32Array.from(cards.flatMap((own, row) => own.map(() => row)))
    units.set(path, unitOf(path, cards.flat(), parent, { ligne: [...parent] }, units))
  } else if (lists.length > 0) {
    const offered = new Set(lists.flat().map(String))
    for (const value of [...offered].filter((one) => one !== 'nsp' && one !== 'refus').toSorted())
      full[`${path}.${value}`] = values.map((given) => tickOf(given, value))
  } else if (values.some((value) => typeof value === 'object' && value !== null)) {
    const lines = new Set(values.flatMap((value) => Object.keys((value as object | null | undefined) ?? {})))
    for (const line of lines)
      addColumns(
        full,
        `${path}.${line}`,
        values.map((value) => inGrid(value, line)),
        units,
      )
  } else if (values.some((value) => typeof value === 'number'))
    full[path] = values.map((value) => (typeof value === 'number' ? value : Number.NaN))
  else full[path] = values.map(textOf)
}

/** A line left blank in a grid that was asked is a blank, not a question that was not asked. */
const inGrid = (value: unknown, line: string): unknown =>
  typeof value === 'object' && value !== null ? ((value as Answers)[line] ?? null) : value

function tickOf(given: unknown, value: string): number {
  if (!Array.isArray(given) || given.length === 0) return Number.NaN
  const isSilence = given.length === 1 && (given[0] === 'nsp' || given[0] === 'refus')
  return isSilence ? Number.NaN : Number(given.map(String).includes(value))
}

function textOf(value: unknown): string {
  if (value === undefined) return silences.notAsked
  if (value === null || value === '') return silences.blank
  if (value === 'nsp') return silences.dontKnow
  return value === 'refus' ? silences.refused : String(value)
}
