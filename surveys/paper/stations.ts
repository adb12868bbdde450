/** The questions of a form in the order they are printed, with their numbers and what each depends on. */

import type { Drawn } from '../answers/engine.ts'
import { parseCondition, type Tree } from '../conditions/expression.ts'
import { elementsIn, isObject, type LocatedElement } from '../questionnaire/elements.ts'
import type { Language, Questionnaire } from '../questionnaire/questionnaire.ts'
import { isAsked } from '../types/catalogue.ts'
import { unbroken } from '../wording/unbroken.ts'
import { judge } from './conditions.ts'

export type Printed = Pick<
  Questionnaire,
  'slug' | 'version' | 'title' | 'summary' | 'audience' | 'audienceText' | 'notice' | 'definition' | 'assigned'
>

/** A question on its way to the paper. */
export type Station = { place: LocatedElement; number: string; conditions: Tree[]; own: string }

/** The text in a language, in French where it has none. */
export function textIn(value: unknown, language: Language): string {
  if (typeof value === 'string') return unbroken(value)
  if (!isObject(value)) return ''
  const own = language === 'fr' ? value.default : (value[language] ?? value.default)
  return typeof own === 'string' ? unbroken(own) : ''
}

export function stationsOf({ definition, assigned }: Printed, drawn: Drawn): Station[] {
  const known = new Map<string, unknown>(assigned.flatMap(({ name }) => (name in drawn ? [[name, drawn[name]]] : [])))
  const stations: Station[] = []
  let count = 0
  for (const place of elementsIn(definition)) {
    const { element, page, containers, parent } = place
    const texts = [
      ...(parent === null ? [page.visibleIf] : []),
      ...containers.map((c) => c.visibleIf),
      element.visibleIf,
    ]
    const conditions = texts.flatMap((text) => (typeof text === 'string' && text !== '' ? [parseCondition(text)] : []))
    if (conditions.some((condition) => judge(condition, known) === false)) continue
    const number = element.type !== 'paneldynamic' && isAsked(element) ? String(++count) : ''
    const own = [...containers, element]
      .map(({ visibleIf }) => visibleIf ?? '')
      .filter((text) => text !== '')
      .join(' and ')
    stations.push({ place, number, conditions, own })
  }
  return stations
}

/** A repeated block is reached by its first question, a text to read by the one after it. */
export function numberOf(station: Station | undefined, stations: Station[]): string | null {
  if (station === undefined) return null
  return stations.slice(stations.indexOf(station)).find(({ number }) => number !== '')?.number ?? null
}

export function carriedInto({ element, parent }: LocatedElement, stations: Station[]): Station | null {
  const source = element.choicesFromQuestion
  return stations.find(({ place }) => place.element.name === source && place.parent === parent) ?? null
}
