/** The conditions of a question: its own, and those of the page and the panels around it. */

import { frenchOf, type LocatedElement, pathOf } from '../questionnaire/elements.ts'
import { fieldsOf } from '../questionnaire/fields.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import type { LanguageProblem } from '../review/language-problem.ts'
import { rowOf } from '../types/catalogue.ts'
import { type Condition, compileCondition, ExpressionError, inRow, type Operand, type Operands } from './expression.ts'

/**
 * Compiles the conditions of every place; those outside the language are added to `problems`.
 *
 * A condition reads only what is asked before it, so one pass in the order of the questions settles what is visible:
 * that pass is the fixed point survey-core reaches by clearing what it hides.
 */
export function conditionsOf(questionnaire: Questionnaire, places: LocatedElement[], problems: LanguageProblem[]) {
  const operands = operandsBefore(questionnaire, places)
  const compiled = new Map<object, Condition | null>()
  const read = (name: string, text: unknown, before: number, parent: LocatedElement['parent']): Condition | null => {
    if (text === undefined || text === '') return null
    try {
      return compileCondition(text as string, operands(before, parent))
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      const message = error.unread === null ? error.message : unreadText(error.unread, places)
      problems.push({ path: name, code: 'condition', message })
      return null
    }
  }
  /** A page or a panel appears before its first question. */
  const around = (holder: { name: string; visibleIf?: unknown }, parent: LocatedElement['parent']) => {
    if (!compiled.has(holder)) {
      const first = places.findIndex(
        (place) => place.page === holder || place.containers.includes(holder as DefinitionElement),
      )
      compiled.set(holder, read(holder.name, holder.visibleIf, first, parent))
    }
    return compiled.get(holder) ?? null
  }
  return (place: LocatedElement): { shown: Condition[]; requiredIf: Condition | null } => {
    const { element, page, containers, parent } = place
    const at = places.indexOf(place)
    const shown = [
      ...(parent === null ? [around(page, null)] : []),
      ...containers.map((container) => around(container, parent)),
      read(element.name, element.visibleIf, at, parent),
    ]
    return {
      shown: shown.filter((condition) => condition !== null),
      requiredIf: read(element.name, element.requiredIf, at, parent),
    }
  }
}

/** One that is there is called by its title, and is out of its place; the code of one that is not is all there is. */
function unreadText(name: string, places: LocatedElement[]): string {
  const bare = name.startsWith(inRow) ? name.slice(inRow.length) : name
  const found = places.find((place) => pathOf(place) === bare || place.element.name === bare)
  return found
    ? `La condition lit «\u202f${frenchOf(found.element.title) || bare}\u202f», qui n’est pas demandée avant.`
    : `La condition lit «\u202f${bare}\u202f», qui n’existe pas.`
}

/** What a condition may read, by how many places are asked before it and the repeated panel it stands in. */
export function operandsBefore(questionnaire: Questionnaire, places: LocatedElement[]) {
  const operand = operandsOf(questionnaire)
  return (before: number, parent: LocatedElement['parent']): Operands =>
    (wanted) => {
      const place = readable(wanted, places, before, parent)
      return place === null && !isAssigned(questionnaire, wanted) ? null : operand(wanted, place)
    }
}

const isAssigned = ({ assigned }: Questionnaire, wanted: string) => assigned.some(({ name }) => name === wanted)

/** The place a name stands for, when it is asked before, in the response or (as `panel.name`) in the same row. */
export function readable(
  wanted: string,
  places: LocatedElement[],
  before: number,
  parent: LocatedElement['parent'],
): LocatedElement | null {
  const isOfRow = wanted.startsWith(inRow)
  if (isOfRow && parent === null) return null
  const name = isOfRow ? wanted.slice(inRow.length) : wanted
  const at = places.findIndex((place) => place.element.name === name && place.parent === (isOfRow ? parent : null))
  return at === -1 || at >= before || isUnsteady(places[at]!) ? null : places[at]!
}

/** survey-core does not always look at the conditions again when a row is emptied or a carried ranking re-ordered. */
const isUnsteady = ({ element }: LocatedElement) =>
  element.type === 'paneldynamic' || (element.type === 'ranking' && element.choicesFromQuestion !== undefined)

/** @returns what a readable name holds: its kind, and the values it can take */
function operandsOf(questionnaire: Questionnaire) {
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  return (wanted: string, place: LocatedElement | null): Operand | null => {
    if (place && rowOf(place.element)?.holds === 'grid') return { kind: 'matrix', values: new Set() }
    const path = place === null ? wanted : pathOf(place)
    const field = fields.find((candidate) => candidate.path === path)
    return field === undefined ? null : { kind: field.kind, values: new Set(field.choices.map(({ value }) => value)) }
  }
}
