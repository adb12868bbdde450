/** Columns never asked: the zone of a response, the age band of a child, how and in which wave a response came. */

import type { Response } from '../../surveys/answers/response.ts'
import { communeSizes, sizeOf, type ZoneTable, zoneNames, zoneOf } from '../../surveys/authority/territory.ts'
import { monthText } from '../../surveys/days.ts'
import type { Field } from '../../surveys/questionnaire/fields.ts'
import { wavesOfDays } from '../design/wave-days.ts'
import { type ChoiceColumn, type Column, silence } from './column.ts'
import type { Table } from './table.ts'

/** How each response was sent, its wave when there are several, the class of its commune: names that no question can have. */
export const modePath = '#mode'
export const wavePath = '#vague'
/** How many people live in the commune. */
export const sizePath = '#taille'
/** By which door each came, where some came by the short one. */
export const doorPath = '#porte'
/** The commune, where one response speaks for it and agrees to be named; nobody else’s commune is ever a column. */
export const namedPath = '#nommee'

/** What is known of a response beside its answers. */
export type ResponseFacts = {
  /** ISO day it was answered. */
  day: string
  mode: Response['mode']
  /** Came by the short door: only essential questions were asked. */
  isShort: boolean
}

const modeNames: Readonly<Record<Response['mode'], string>> = {
  web: 'En ligne',
  kiosk: 'Sur une borne',
  paper: 'Sur papier',
}

/** Ages in full years, both ends included; the bands of childcare and of holiday centres. */
const ageBands = [
  { value: '0-2', from: 0, to: 2, text: '0 à 2 ans' },
  { value: '3-5', from: 3, to: 5, text: '3 à 5 ans' },
  { value: '6-10', from: 6, to: 10, text: '6 à 10 ans' },
  { value: '11-14', from: 11, to: 14, text: '11 à 14 ans' },
  { value: '15-17', from: 15, to: 17, text: '15 à 17 ans' },
  { value: '18', from: 18, to: 25, text: '18 ans et plus' },
] as const

export type Dimension = { title: string; choices: { value: string; text: string }[] }

/** Title of a derived column and the texts of its values; null when `path` is not one. */
export function derivedDimension(path: string, values: string[]): Dimension | null {
  if (path === 'zone')
    return { title: 'Zone', choices: values.map((value) => ({ value, text: zoneNames()[value] ?? value })) }
  if (path === modePath)
    return { title: 'Façon de répondre', choices: values.map((value) => ({ value, text: modeNames[value as 'web'] })) }
  if (path === wavePath)
    return { title: 'Vague', choices: values.map((value) => ({ value, text: waveName(value, values) })) }
  if (path === sizePath)
    return { title: 'Taille de la commune', choices: communeSizes.map(({ value, text }) => ({ value, text })) }
  if (path.split('.').at(-1) === 'tranche_age') return { title: 'Tranche d’âge', choices: [...ageBands] }
  return null
}

/**
 * The table with its derived columns: `zone` from the commune and the zone table, the class of its size, `<panel>.tranche_age` from the year of
 * birth, `tranche_age` from an age in years, the way each response came, its wave. The commune itself leaves the table:
 * nothing may be broken down by it.
 *
 * @param facts one per response; a child's age is the age reached during the year of its response
 */
export function derive(responses: Table, fields: Field[], facts: readonly ResponseFacts[], zones: ZoneTable): Table {
  const years = Int16Array.from(facts, ({ day }) => Number(day.slice(0, 4)))
  const columns = new Map(responses.columns)
  const commune = fields.find((field) => field.semantic === 'commune' && field.parent === null)
  const communes = commune && columns.get(commune.path)
  if (communes?.kind === 'choice') {
    columns.set('zone', zoneColumn(communes, zones))
    columns.set(sizePath, sizeColumn(communes))
    columns.delete(commune!.path)
    const naming = fields.find((field) => field.semantic === 'naming' && field.parent === null)
    const agreed = naming && columns.get(naming.path)
    if (agreed?.kind === 'choice') columns.set(namedPath, namedColumn(communes, agreed))
  }
  const age = fields.find((field) => field.semantic === 'age' && field.parent === null)
  const ages = age && columns.get(age.path)
  if (ages?.kind === 'number')
    columns.set(
      'tranche_age',
      ageColumn(ages, (row) => ages.numbers[row]!),
    )
  columns.set(
    modePath,
    listed(
      Object.keys(modeNames),
      facts.map(({ mode }) => mode),
    ),
  )
  if (facts.some(({ isShort }) => isShort))
    columns.set(
      doorPath,
      listed(
        ['short', 'whole'],
        facts.map(({ isShort }) => (isShort ? 'short' : 'whole')),
      ),
    )
  const waves = wavesOfDays(facts.map(({ day }) => day))
  const names = [...new Set(waves)].sort()
  if (names.length > 1) columns.set(wavePath, listed(names, waves))
  const children = new Map([...responses.children].map(([path, child]) => [path, withAges(child, fields, years)]))
  return { ...responses, columns, children }
}

/** The path of the question that a derived column is made of; of another column, its own. */
export function madeOf(path: string, fields: readonly Field[]): string {
  const parts = path.split('.')
  const parent = parts.length > 1 ? parts[0]! : null
  const asked = (semantic: string, of = parent) =>
    fields.find((field) => field.semantic === semantic && field.parent === of)?.path ?? path
  if (path === 'zone' || path === sizePath) return asked('commune', null)
  return parts.at(-1) === 'tranche_age' ? asked(parent === null ? 'age' : 'birth-year') : path
}

/** `2026-03` → « mars 2026 », or « 2026 » where one year holds one wave. */
function waveName(value: string, values: readonly string[]): string {
  const [year] = value.split('-') as [string]
  if (values.filter((one) => one.startsWith(year)).length === 1) return year
  return monthText(value)
}

const listed = (values: string[], given: readonly string[]): ChoiceColumn => ({
  kind: 'choice',
  values,
  codes: Int16Array.from(given, (value) => values.indexOf(value)),
})

function withAges(child: Table, fields: Field[], years: Int16Array): Table {
  const birth = fields.find((field) => field.semantic === 'birth-year' && field.parent === child.path)
  const births = birth && child.columns.get(birth.path)
  if (births?.kind !== 'number') return child
  const ages = ageColumn(births, (row) => years[child.parent![row]!]! - births.numbers[row]!)
  return { ...child, columns: new Map([...child.columns, [`${child.path}.tranche_age`, ages]]) }
}

function zoneColumn(communes: ChoiceColumn, table: ZoneTable): ChoiceColumn {
  // The zones we name first, in our order, then those staff have made
  const values = [...new Set([...Object.keys(zoneNames()), ...table.rows.map(({ zone }) => zone)])]
  const placed = communes.values.map((insee) => values.indexOf(zoneOf(insee, table) ?? ''))
  return {
    kind: 'choice',
    values,
    codes: communes.codes.map((code) => (code < 0 ? code : (placed[code] ?? silence.blank))),
  }
}

/** A commune that several responses speak for, or that refuses in one of them, is named in none: which one is its own is not known. */
function namedColumn(communes: ChoiceColumn, agreed: ChoiceColumn): ChoiceColumn {
  const yes = agreed.values.indexOf('oui')
  const spoken = new Map<number, number>()
  for (const code of communes.codes) spoken.set(code, (spoken.get(code) ?? 0) + 1)
  return {
    ...communes,
    codes: communes.codes.map((code, row) =>
      agreed.codes[row] === yes && spoken.get(code) === 1 ? code : silence.blank,
    ),
  }
}

function sizeColumn(communes: ChoiceColumn): ChoiceColumn {
  const placed = communes.values.map(sizeOf)
  return {
    kind: 'choice',
    values: communeSizes.map(({ value }) => value),
    codes: communes.codes.map((code) => {
      const size = code < 0 ? code : placed[code]!
      return size >= 0 || code < 0 ? size : silence.blank
    }),
  }
}

function ageColumn(source: Extract<Column, { kind: 'number' }>, ageAt: (row: number) => number): ChoiceColumn {
  const codes = Int16Array.from(source.state, (answerState, row) => {
    const age = ageAt(row)
    const band = ageBands.findIndex(({ from, to }) => age >= from && age <= to)
    return band >= 0 ? band : answerState === 0 ? silence.notAsked : silence.blank
  })
  return { kind: 'choice', values: ageBands.map((band) => band.value), codes }
}
