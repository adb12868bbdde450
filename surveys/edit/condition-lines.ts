/** The lines of a condition in words: what each kind of question may be asked, and of which questions. */

import { readable } from '../conditions/conditions.ts'
import { inRow, type Literal, type Operator, type Test } from '../conditions/expression.ts'
import { elementsIn, frenchOf, type LocatedElement } from '../questionnaire/elements.ts'
import { type Field, fieldsOf } from '../questionnaire/fields.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { rowOf } from '../types/catalogue.ts'
import { type Comparison, type FieldKind, kinds } from '../types/kinds.ts'
import { allElements, findElement, pagesOf } from './places.ts'

export type OperatorOffer = {
  operator: Operator
  text: string
  values: 'none' | 'one' | 'several' | 'number' | 'day' | 'boolean'
}

const blank: OperatorOffer[] = [
  { operator: 'notempty', text: 'a une réponse', values: 'none' },
  { operator: 'empty', text: 'est sans réponse', values: 'none' },
]
const one: OperatorOffer[] = [
  { operator: 'anyof', text: 'est', values: 'several' },
  { operator: 'noneof', text: 'n’est pas', values: 'several' },
  ...blank,
]
const several: OperatorOffer[] = [
  { operator: 'anyof', text: 'comprend au moins une de', values: 'several' },
  { operator: 'allof', text: 'comprend toutes', values: 'several' },
  { operator: 'noneof', text: 'ne comprend aucune de', values: 'several' },
  ...blank,
]
const numbers: OperatorOffer[] = [
  { operator: 'equal', text: 'est égale à', values: 'number' },
  { operator: 'notequal', text: 'est différente de', values: 'number' },
  { operator: 'greaterorequal', text: 'est au moins', values: 'number' },
  { operator: 'greater', text: 'dépasse', values: 'number' },
  { operator: 'lessorequal', text: 'est au plus', values: 'number' },
  { operator: 'less', text: 'est en dessous de', values: 'number' },
  ...blank,
]
const days: OperatorOffer[] = [
  { operator: 'greaterorequal', text: 'est ce jour ou après', values: 'day' },
  { operator: 'greater', text: 'est après', values: 'day' },
  { operator: 'lessorequal', text: 'est ce jour ou avant', values: 'day' },
  { operator: 'less', text: 'est avant', values: 'day' },
  { operator: 'equal', text: 'est ce jour', values: 'day' },
  { operator: 'notequal', text: 'est un autre jour que', values: 'day' },
  ...blank,
]
const offers: Record<Comparison, OperatorOffer[]> = {
  word: one,
  list: several,
  number: numbers,
  day: days,
  boolean: [{ operator: 'equal', text: 'est', values: 'boolean' }, ...blank],
  presence: blank,
}

/** A question a condition may read from where it stands. */
export type Readable = {
  name: string
  title: string
  kind: FieldKind | null
  choices: Field['choices']
  offers: OperatorOffer[]
}

/** @param path the page or the element the condition belongs to */
export function readableFrom(questionnaire: Questionnaire, path: string): Readable[] {
  const places = elementsIn(questionnaire.definition)
  const found = findElement(questionnaire, path)
  const parent = found?.parent ? (findElement(questionnaire, found.parent)?.element ?? null) : null
  const at = firstPlace(questionnaire, path, places)
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const before = places.slice(0, at).flatMap((place): Readable[] => {
    const isOfRow = place.parent !== null
    if (isOfRow && place.parent !== parent) return []
    const name = isOfRow ? inRow + place.element.name : place.element.name
    if (readable(name, places, at, parent) === null) return []
    const field = fields.find((one) => one.path === (isOfRow ? `${place.parent?.name}.${place.element.name}` : name))
    const kind = rowOf(place.element)?.holds === 'grid' ? null : (field?.kind ?? null)
    return [
      {
        name,
        title: frenchOf(place.element.title) || place.element.name,
        kind,
        choices: field?.choices ?? [],
        offers: kind === null ? blank : offers[kinds[kind].compared],
      },
    ]
  })
  const drawn = (questionnaire.assigned ?? []).map(
    ({ name, values }): Readable => ({
      name,
      title: `Tiré au sort\u202f: ${name}`,
      kind: 'assigned',
      choices: values.map((value) => ({ value, text: value })),
      offers: one,
    }),
  )
  return [...before, ...drawn]
}

/** Where the questions of a page or an element begin: it appears before its first one. */
function firstPlace(questionnaire: Questionnaire, path: string, places: LocatedElement[]): number {
  const found = findElement(questionnaire, path)
  const page = pagesOf(questionnaire).find(({ name }) => name === path)
  const at = found
    ? places.findIndex(({ element, containers }) => element === found.element || containers.includes(found.element))
    : places.findIndex((place) => place.page === page)
  if (at !== -1) return at
  // an empty group or page: what stands before it in the order of everything
  const all = allElements(questionnaire)
  const before = found
    ? all.slice(0, all.indexOf(all.find((one) => one.path === path)!))
    : beforePage(questionnaire, path)
  return places.filter(({ element }) => before.some((one) => one.element === element)).length
}

function beforePage(questionnaire: Questionnaire, name: string) {
  const names = pagesOf(questionnaire).map((page) => page.name)
  const earlier = new Set(names.slice(0, Math.max(0, names.indexOf(name))))
  return allElements(questionnaire).filter(({ page }) => earlier.has(page))
}

/** A test as its line shows it: `= 'oui'` and `contains 'oui'` are lists of one. */
export function shownTest({ name, operator, literal }: Test, kind: FieldKind | null): Test {
  const list = literal === null ? [] : Array.isArray(literal) ? literal : [literal]
  const compared = kind && kinds[kind].compared
  const [isWord, isList] = [compared === 'word', compared === 'list']
  if (isWord && operator === 'equal') return { name, operator: 'anyof', literal: list }
  if (isWord && operator === 'notequal') return { name, operator: 'noneof', literal: list }
  if (isList && operator === 'contains') return { name, operator: list.length > 1 ? 'allof' : 'anyof', literal: list }
  if (isList && operator === 'notcontains' && list.length === 1) return { name, operator: 'noneof', literal: list }
  return kind === 'boolean' && operator === 'notequal' && typeof literal === 'boolean'
    ? { name, operator: 'equal', literal: !literal }
    : { name, operator, literal }
}

/** A test as it is written: one word alone is compared with `=`. */
export function writtenTest(test: Test, kind: FieldKind | null): Test {
  const list = Array.isArray(test.literal) ? test.literal : null
  if (kind !== null && kinds[kind].compared === 'word' && list?.length === 1)
    return { ...test, operator: test.operator === 'noneof' ? 'notequal' : 'equal', literal: list[0] as Literal }
  return test
}

/** Enough to be written: the value its operator asks for is there. */
export function isComplete({ operator, literal }: Test, offered: readonly OperatorOffer[]): boolean {
  const offer = offered.find((one) => one.operator === operator)
  if (offer === undefined) return false
  if (offer.values === 'none') return true
  return Array.isArray(literal) ? literal.length > 0 : literal !== null && literal !== ''
}
