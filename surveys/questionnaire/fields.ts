/** The flat, ordered field list of a questionnaire: what the validator, the columns and the codebook read. */
import { rowOf } from '../types/catalogue.ts'
import { choicesOf, elementsIn, frenchOf, type LocatedElement, labelled, listOf, pathOf } from './elements.ts'
import type { Bounds, Field, FieldChoice } from './field.ts'
import type { Assigned, Definition } from './questionnaire.ts'
import { isEssential } from './short-form.ts'

export type { Field, FieldChoice } from './field.ts'

/** @returns the fields in the order people meet them: assigned ones first; a matrix gives one field a row */
export function fieldsOf(definition: Definition, assigned: readonly Assigned[] = []): Field[] {
  const places = elementsIn(definition)
  return [...assigned.map(assignedField), ...places.flatMap((place) => fieldsAt(place, places))]
}

/** Key of the text given with « autre ». */
export const commentKey = (question: string) => `${question}-Comment`

/**
 * The answer to a field in the response, or in the row of its panel.
 *
 * @returns undefined = not asked, null = asked but left blank
 */
export function answerTo(field: Field, holder: Readonly<Record<string, unknown>>): unknown {
  const value = Object.hasOwn(holder, field.question) ? holder[field.question] : undefined
  if (field.row === null || value === null || value === undefined) return value
  const rows = value as Record<string, unknown>
  return Object.hasOwn(rows, field.row) ? rows[field.row] : null
}

function fieldsAt(place: LocatedElement, places: LocatedElement[]): Field[] {
  const { element } = place
  const row = rowOf(element)
  if (row === null || row.kind === null) return []
  const field: Field = {
    path: pathOf(place),
    name: element.name,
    kind: row.kind,
    title: frenchOf(element.title).replace(/\s*:\s*$/, '') || element.name,
    page: place.page.name,
    parent: place.parent?.name ?? null,
    question: element.name,
    row: null,
    choices: row.countedIn?.(element) ?? offered(place, places),
    ...unbounded,
    ...row.bounds?.(element),
    objectives: Array.isArray(element.objectives) ? (element.objectives as number[]) : [],
    sensitivity: element.sensitivity === 'sensitive' ? 'sensitive' : 'ordinary',
    semantic: typeof element.role === 'string' ? element.role : null,
    comment: element.showOtherItem === true,
    optionalPart: place.page.optionalPart === true,
    essential: isEssential(place),
  }
  if (row.holds !== 'grid') return [field]
  const choices = listOf<{ value: string; text?: unknown }>(element.columns).map((c) => labelled(c.value, c.text))
  return listOf<{ value: string; text?: unknown }>(element.rows).map((line) => ({
    ...field,
    path: `${field.path}.${line.value}`,
    name: line.value,
    title: `${field.title} — ${frenchOf(line.text) || line.value}`,
    row: line.value,
    choices,
  }))
}

const unbounded: Bounds = { min: null, max: null, maxLength: null, stops: null }

/** Own choices, or those of the earlier question whose ticked answers are offered again. */
function offered(place: LocatedElement, places: LocatedElement[]): FieldChoice[] {
  const { element } = place
  const source = places.find(
    (other) => other.element.name === element.choicesFromQuestion && other.parent === place.parent,
  )
  const carried = source === undefined ? [] : choicesOf(source.element).filter((choice) => choice.special !== true)
  return [...carried, ...choicesOf(element)]
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
    ...unbounded,
    objectives: [],
    sensitivity: 'ordinary',
    semantic: null,
    comment: false,
    optionalPart: false,
    essential: true,
  }
}
