/** Who reads an answer: conditions, answers taken up, indicators, drawn orders. The designer warns of what a change would break. */

import { readable } from '../conditions/conditions.ts'
import { inRow, namesRead } from '../conditions/expression.ts'
import { elementsIn, frenchOf, pathOf } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { allElements, pagesOf } from './places.ts'

export type Reader = {
  /** Where it reads: a page or an element; the id of an indicator. */
  path: string
  how: 'visibleIf' | 'requiredIf' | 'choicesFromQuestion' | 'indicator' | 'orders'
  /** French name of the reader. */
  title: string
}

/** `{before}` becomes `{after}` in a condition as written. */
export const renamedText = (condition: string, before: string, after: string) =>
  condition.replaceAll(`{${before}}`, `{${after}}`)

/** What a condition calls the answer at a path, seen from inside a repeated panel or from outside. */
export const nameSeenFrom = (path: string, parent: string | null): string | null => {
  const [first, second] = path.split('.')
  if (second === undefined) return path
  return first === parent ? inRow + second : null
}

/** @param path of a question; its rows and what a repeated panel holds count as the question itself */
export function readersOf(questionnaire: Questionnaire, path: string): Reader[] {
  const readers: Reader[] = []
  const isRead = (condition: unknown, parent: string | null) => {
    const name = nameSeenFrom(path, parent)
    return name !== null && namesRead(condition).includes(name)
  }
  for (const page of pagesOf(questionnaire))
    if (isRead(page.visibleIf, null))
      readers.push({ path: page.name, how: 'visibleIf', title: frenchOf(page.title) || page.name })
  for (const { element, path: own, parent } of allElements(questionnaire)) {
    const title = frenchOf(element.title) || String(element.name)
    if (isRead(element.visibleIf, parent)) readers.push({ path: own, how: 'visibleIf', title })
    if (isRead(element.requiredIf, parent)) readers.push({ path: own, how: 'requiredIf', title })
    const source = element.choicesFromQuestion
    if (typeof source === 'string' && (parent === null ? source : `${parent}.${source}`) === path)
      readers.push({ path: own, how: 'choicesFromQuestion', title })
  }
  const isField = (field: string) => field === path || field.startsWith(`${path}.`)
  for (const { id, title, field, beside, breakdowns } of questionnaire.indicators ?? [])
    if ([field, ...(beside ?? []), ...(breakdowns ?? [])].some(isField))
      readers.push({ path: id, how: 'indicator', title })
  for (const { name, orders } of questionnaire.assigned ?? [])
    if (orders?.includes(path)) readers.push({ path: name, how: 'orders', title: name })
  return readers
}

/**
 * What a change leaves without its question: conditions and answers taken up that read something no longer asked before.
 *
 * @returns French sentences, none for what was broken already
 */
export function brokenBy(before: Questionnaire, after: Questionnaire): string[] {
  const known = new Set(brokenReads(before).map(({ key }) => key))
  return [
    ...new Set(
      brokenReads(after)
        .filter(({ key }) => !known.has(key))
        .map(({ message }) => message),
    ),
  ]
}

function brokenReads(questionnaire: Questionnaire): { key: string; message: string }[] {
  const places = elementsIn(questionnaire.definition)
  const titles = new Map(places.map((place) => [pathOf(place), frenchOf(place.element.title) || place.element.name]))
  const drawn = new Set((questionnaire.assigned ?? []).map(({ name }) => name))
  const broken: { key: string; message: string }[] = []
  const pages = pagesOf(questionnaire)
  places.forEach((place, at) => {
    const title = titles.get(pathOf(place))!
    const say = (own: string, name: string, what: (read: string) => string) => {
      const read = name.startsWith(inRow) ? `${place.parent?.name}.${name.slice(inRow.length)}` : name
      broken.push({ key: `${own}<${name}`, message: what(titles.get(read) ?? name) })
    }
    // a page or a group says it itself, once: one of its questions may be the one it reads
    const holders: [own: string, title: string, holder: Record<string, unknown>][] = [
      [`/${place.page.name}`, pageNamed(place.page, pages.indexOf(place.page)), place.page],
      ...place.containers.map((group): [string, string, Record<string, unknown>] => [
        `group ${group.name}`,
        `Le groupe «\u202f${frenchOf(group.title) || group.name}\u202f»`,
        group,
      ]),
      [pathOf(place), `«\u202f${title}\u202f»`, place.element],
    ]
    for (const [own, subject, { visibleIf, requiredIf }] of holders)
      for (const condition of [visibleIf, requiredIf])
        for (const name of namesRead(condition))
          if (!drawn.has(name) && readable(name, places, at, place.parent) === null)
            say(
              own,
              name,
              (read) =>
                `${subject} dépend de la réponse à «\u202f${read}\u202f», qui ne serait plus posée avant ${subject.startsWith('Le ') ? 'lui' : 'elle'}.`,
            )
    const source = place.element.choicesFromQuestion
    if (typeof source === 'string') {
      const from = places.findIndex((other) => other.element.name === source && other.parent === place.parent)
      if (from === -1 || from >= at)
        say(
          pathOf(place),
          source,
          (read) =>
            `«\u202f${title}\u202f» reprend les réponses de «\u202f${read}\u202f», qui ne serait plus posée avant elle.`,
        )
    }
  })
  return broken
}

const pageNamed = ({ title }: { title?: unknown }, at: number): string =>
  frenchOf(title) === '' ? `La page ${at + 1}` : `La page «\u202f${frenchOf(title)}\u202f»`
