/** Questions and groups of a draft: added, moved, doubled, changed. */
import { listOf } from '../questionnaire/elements.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { isAsked, type QuestionType, questionTypes, rowOf } from '../types/catalogue.ts'
import { mayShowPictures } from '../types/choices/choices.ts'
import { takenCodes } from './codes.ts'
import { copyOf } from './copies.ts'
import {
  allElements,
  editList,
  type Found,
  findElement,
  type Holder,
  pagesOf,
  setElement,
  withProperty,
} from './places.ts'

/** The repeated panel a holder stands in, itself included. */
export function parentOf(questionnaire: Questionnaire, holder: Holder): string | null {
  if (holder.kind === 'page') return null
  const found = findElement(questionnaire, holder.path)
  return found?.element.type === 'paneldynamic' ? found.path : (found?.parent ?? null)
}

/** @param at place in the list of the holder; beyond the end = last */
export const insertElements = (
  questionnaire: Questionnaire,
  holder: Holder,
  at: number,
  elements: readonly DefinitionElement[],
): Questionnaire => editList(questionnaire, holder, (list) => list.toSpliced(at, 0, ...elements))

/** Adds copies of a library's elements. @returns the questionnaire and the paths they got */
export function insertCopies(
  questionnaire: Questionnaire,
  holder: Holder,
  at: number,
  elements: readonly DefinitionElement[],
): { questionnaire: Questionnaire; paths: string[] } {
  const parent = parentOf(questionnaire, holder)
  const copies = copyOf(questionnaire, elements, parent)
  return {
    questionnaire: insertElements(questionnaire, holder, at, copies),
    paths: copies.map(({ name }) => (parent === null ? name : `${parent}.${name}`)),
  }
}

const provisional: Partial<Record<QuestionType, string>> = {
  panel: 'groupe',
  paneldynamic: 'fiche',
  information: 'texte',
}

/** What a new element of a type starts with: enough to be drawn, its words still to be written. */
export function newElement(questionnaire: Questionnaire, type: QuestionType): DefinitionElement {
  const taken = takenCodes(questionnaire)
  const base = provisional[type] ?? 'question'
  let number = 1
  while (taken.has(`${base}_${number}`)) number++
  const { written, kind, blank } = questionTypes[type]
  const element = { type, ...written, name: `${base}_${number}`, title: '' }
  return kind === null ? { ...element, ...blank } : { ...element, objectives: [], sensitivity: 'ordinary', ...blank }
}

export const removeElement = (questionnaire: Questionnaire, path: string): Questionnaire => {
  const found = findElement(questionnaire, path)
  return found === null
    ? questionnaire
    : editList(questionnaire, found.holder, (list) => list.toSpliced(found.index, 1))
}

/** @returns the questionnaire and the path of the copy, which stands just after */
export function duplicateElement(
  questionnaire: Questionnaire,
  path: string,
): { questionnaire: Questionnaire; path: string } {
  const found = findElement(questionnaire, path)
  if (found === null) return { questionnaire, path }
  const added = insertCopies(questionnaire, found.holder, found.index + 1, [found.element])
  return { questionnaire: added.questionnaire, path: added.paths[0] ?? path }
}

/** An answer belongs to its response or to its repeated panel: a question does not move from one to the other. */
export function mayStandIn(questionnaire: Questionnaire, path: string, holder: Holder): boolean {
  const found = findElement(questionnaire, path)
  if (found === null || found.parent !== parentOf(questionnaire, holder)) return false
  const isInside = holder.kind === 'group' && (holder.path === path || isWithin(questionnaire, holder.path, path))
  return !isInside && !(found.element.type === 'paneldynamic' && holder.kind === 'group')
}

function isWithin(questionnaire: Questionnaire, path: string, group: string): boolean {
  const holder = findElement(questionnaire, path)?.holder
  return holder?.kind === 'group' && (holder.path === group || isWithin(questionnaire, holder.path, group))
}

/** @param at place it takes among the others there, once it has left its own */
export function moveElement(questionnaire: Questionnaire, path: string, holder: Holder, at: number): Questionnaire {
  const found = findElement(questionnaire, path)
  if (found === null || !mayStandIn(questionnaire, path, holder)) return questionnaire
  if (found.holder.kind === holder.kind && found.holder.path === holder.path)
    return at === found.index
      ? questionnaire
      : editList(questionnaire, holder, (list) => list.toSpliced(found.index, 1).toSpliced(at, 0, found.element))
  return insertElements(removeElement(questionnaire, path), holder, at, [found.element])
}

/** The place one step up or down: in its list, else out of its group, else on the next page; null at the very end. */
export function stepOf(questionnaire: Questionnaire, path: string, by: -1 | 1): { holder: Holder; at: number } | null {
  const found = findElement(questionnaire, path)
  if (found === null) return null
  const at = found.index + by
  if (at >= 0 && at < found.size) return { holder: found.holder, at }
  return found.holder.kind === 'group' ? outOf(questionnaire, found, by) : overPage(questionnaire, found, by)
}

function outOf(questionnaire: Questionnaire, found: Found, by: -1 | 1) {
  const group = findElement(questionnaire, found.holder.path)
  if (group === null || group.element.type === 'paneldynamic') return null
  return { holder: group.holder, at: by === 1 ? group.index + 1 : group.index }
}

function overPage(questionnaire: Questionnaire, found: Found, by: -1 | 1) {
  const pages = pagesOf(questionnaire)
  const page = pages[pages.findIndex(({ name }) => name === found.page) + by]
  if (page === undefined) return null
  return { holder: { kind: 'page', path: page.name } as const, at: by === 1 ? 0 : (page.elements?.length ?? 0) }
}

/** What a change of type would lose, as it is said. */
export type Lost = 'lines' | 'choices'

/** Of the same name in several types, of another meaning: lengths, lines of a text. */
const ownToType: ReadonlySet<string> = new Set(['type', 'name', 'inputType', 'cellType', 'maxLength'])

/**
 * Another type for the same question: what the new type has room for is kept, its answers as columns of a grid, or back.
 *
 * @param fresh new element of that type
 * @returns the question, and which of its lists, when somebody wrote them, have no room any more
 */
export function withType(element: DefinitionElement, fresh: DefinitionElement): [DefinitionElement, Lost[]] {
  const { properties, kind } = rowOf(fresh)!
  const holds = (property: string, value: unknown) => {
    if (!Object.hasOwn(properties, property) || ownToType.has(property)) return false
    if (property === 'min' || property === 'max') return kind === 'number' && typeof value === 'number'
    return property !== 'rows' || Array.isArray(value) === Array.isArray(fresh.rows)
  }
  const kept = Object.fromEntries(Object.entries(element).filter(([property, value]) => holds(property, value)))
  const list = listOf<{ picture?: unknown }>(element.choices ?? element.columns)
  for (const property of ['choices', 'columns'])
    if (Object.hasOwn(properties, property) && fresh[property] !== undefined && list.length > 0) kept[property] ??= list
  const next = { ...fresh, ...kept, type: fresh.type, name: element.name } as DefinitionElement
  const plain = (one: unknown) => listOf<{ picture?: unknown }>(one).map(({ picture: _, ...choice }) => choice)
  if (!mayShowPictures(next))
    for (const name of ['choices', 'columns']) if (name in next) next[name] = plain(next[name])
  const isWritten = (one: unknown) =>
    Array.isArray(one) && listOf<{ text?: unknown }>(one).some(({ text }) => text !== '')
  const lost: Lost[] = []
  if (isWritten(element.rows) && !Array.isArray(next.rows)) lost.push('lines')
  if (isWritten(list) && next.choices === undefined && next.columns === undefined) lost.push('choices')
  return [next, lost]
}

/** Sets one property; `undefined` takes it away. */
export const setProperty = (questionnaire: Questionnaire, path: string, property: string, value: unknown) =>
  setElement(questionnaire, path, (element) => withProperty(element, property, value))

/** Questions in order with the number people and colleagues say: groups, repeated panels and texts to read have none. */
export function numbersOf(questionnaire: Questionnaire): Map<string, number> {
  const asked = allElements(questionnaire).filter(({ element }) => isAsked(element) && element.type !== 'paneldynamic')
  return new Map(asked.map(({ path }, at) => [path, at + 1]))
}
