/** The flat, ordered field list of a questionnaire: what the check, the columns and the codebook read. */
import { choicesOf, frenchOf, labelled, listOf, type Place, pathOf, placesOf } from './elements.ts'
import type { Assigned, Definition, DefinitionElement } from './questionnaire.ts'

export type FieldKind =
  | 'choice'
  | 'choices'
  | 'text'
  | 'number'
  | 'boolean'
  | 'rating'
  | 'ranking'
  | 'week'
  | 'panel'
  | 'assigned'

export type FieldChoice = { value: string; text: string; special?: true }

export type Field = {
  /** `garde`; `enfants.garde` in a repeated panel; `question.row` for the row of a matrix. */
  path: string
  /** Last part of the path. */
  name: string
  kind: FieldKind
  /** French, without the colon of a question that ends on its answers. */
  title: string
  /** Page it stands on; empty for an assigned field, drawn before the first page. */
  page: string
  /** Path of the repeated panel that asks it once per row. */
  parent: string | null
  /** Key that holds its answer, in the sheet or in the row of the panel; the matrix for the row of a matrix. */
  question: string
  /** Row of the matrix, else null. */
  row: string | null
  choices: FieldChoice[]
  min: number | null
  max: number | null
  maxLength: number | null
  objectives: number[]
  sensitivity: 'ordinary' | 'sensitive'
  role: string | null
  /** Has an « autre, préciser » text, kept under `<question>-Comment`. */
  comment: boolean
  /** Asked in the last, optional part only. */
  optionalPart: boolean
}

export const textLength = 200
export const commentLength = 1000

const kinds: Record<string, FieldKind> = {
  text: 'text',
  comment: 'text',
  radiogroup: 'choice',
  dropdown: 'choice',
  checkbox: 'choices',
  boolean: 'boolean',
  rating: 'rating',
  ranking: 'ranking',
  matrix: 'choice',
  paneldynamic: 'panel',
  weekhours: 'week',
}

/** @returns the fields in the order people meet them: assigned ones first; a matrix gives one field a row */
export function fieldsOf(definition: Definition, assigned: readonly Assigned[] = []): Field[] {
  const places = placesOf(definition)
  return [...assigned.map(assignedField), ...places.flatMap((place) => fieldsAt(place, places))]
}

/** Key of the text given with « autre ». */
export const commentKey = (question: string) => `${question}-Comment`

/**
 * The answer to a field in the sheet, or in the row of its panel.
 *
 * @returns undefined = not asked, null = asked but left blank
 */
export function answerTo(field: Field, holder: Readonly<Record<string, unknown>>): unknown {
  const value = Object.hasOwn(holder, field.question) ? holder[field.question] : undefined
  if (field.row === null || value === null || value === undefined) return value
  const rows = value as Record<string, unknown>
  return Object.hasOwn(rows, field.row) ? rows[field.row] : null
}

function fieldsAt(place: Place, places: Place[]): Field[] {
  const { element } = place
  const kind = kindOf(element)
  if (kind === null) return []
  const field: Field = {
    path: pathOf(place),
    name: element.name,
    kind,
    title: frenchOf(element.title).replace(/\s*:\s*$/, '') || element.name,
    page: place.page.name,
    parent: place.parent?.name ?? null,
    question: element.name,
    row: null,
    choices: offered(place, places),
    ...boundsOf(element, kind),
    objectives: Array.isArray(element.objectives) ? (element.objectives as number[]) : [],
    sensitivity: element.sensitivity === 'sensitive' ? 'sensitive' : 'ordinary',
    role: typeof element.role === 'string' ? element.role : null,
    comment: element.showOtherItem === true,
    optionalPart: place.page.optionalPart === true,
  }
  if (element.type !== 'matrix') return [field]
  const choices = listOf<{ value: string; text?: unknown }>(element.columns).map((c) => labelled(c.value, c.text))
  return listOf<{ value: string; text?: unknown }>(element.rows).map((row) => ({
    ...field,
    path: `${field.path}.${row.value}`,
    name: row.value,
    title: `${field.title} — ${frenchOf(row.text) || row.value}`,
    row: row.value,
    choices,
  }))
}

function kindOf(element: DefinitionElement): FieldKind | null {
  if (element.type === 'text' && element.inputType === 'number') return 'number'
  return Object.hasOwn(kinds, element.type) ? kinds[element.type]! : null
}

/** Own choices, or those of the earlier question whose ticked answers are offered again. */
function offered(place: Place, places: Place[]): FieldChoice[] {
  const { element } = place
  const source = places.find(
    (other) => other.element.name === element.choicesFromQuestion && other.parent === place.parent,
  )
  const carried = source === undefined ? [] : choicesOf(source.element).filter((choice) => choice.special !== true)
  return [...carried, ...choicesOf(element)]
}

function boundsOf(element: DefinitionElement, kind: FieldKind) {
  const number = (value: unknown, otherwise: number | null) => (typeof value === 'number' ? value : otherwise)
  const bounds = { min: null, max: null, maxLength: null } as Pick<Field, 'min' | 'max' | 'maxLength'>
  if (kind === 'number') return { ...bounds, min: number(element.min, null), max: number(element.max, null) }
  if (kind === 'text')
    return { ...bounds, maxLength: number(element.maxLength, element.type === 'comment' ? commentLength : textLength) }
  if (kind === 'panel')
    return { ...bounds, min: number(element.minPanelCount, 0), max: number(element.maxPanelCount, null) }
  if (kind === 'rating') {
    const steps = ratingSteps(element)
    return { ...bounds, min: steps[0]!, max: steps.at(-1)! }
  }
  return bounds
}

/** @returns the numbers a rating offers, ascending */
export function ratingSteps(element: DefinitionElement): number[] {
  const values = (Array.isArray(element.rateValues) ? element.rateValues : []).map((rate: unknown) =>
    typeof rate === 'number' ? rate : Number((rate as { value: unknown } | null)?.value),
  )
  if (values.length > 0) return values.sort((a, b) => a - b)
  const min = typeof element.rateMin === 'number' ? element.rateMin : 1
  const max = typeof element.rateMax === 'number' ? element.rateMax : 5
  return Array.from({ length: Math.max(1, Math.min(100, max - min + 1)) }, (_, step) => min + step)
}

function assignedField({ name, values }: Assigned): Field {
  return {
    path: name,
    name,
    kind: 'assigned',
    title: 'Valeur tirée au sort',
    page: '',
    parent: null,
    question: name,
    row: null,
    choices: values.map((value) => ({ value, text: value })),
    min: null,
    max: null,
    maxLength: null,
    objectives: [],
    sensitivity: 'ordinary',
    role: null,
    comment: false,
    optionalPart: false,
  }
}
