/** Questions that hang on one another: what one is answered says by itself what the other is. */
import { elementsIn, type LocatedElement, pathOf } from '../questionnaire/elements.ts'
import { fieldsOf } from '../questionnaire/fields.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { readable } from './conditions.ts'
import { inRow, namesRead } from './expression.ts'

/**
 * Whether one of two fields is asked, or offers its answers, by what the other is, through others too; or whether they are lines
 * of one question.
 */
export function tiesIn({ definition, assigned }: Pick<Questionnaire, 'definition' | 'assigned'>) {
  const places = elementsIn(definition)
  const before = new Map(places.map((place) => [pathOf(place), readBy(place, places)]))
  const above = (path: string, met = new Set<string>()): Set<string> => {
    for (const one of before.get(path) ?? [])
      if (!met.has(one)) {
        met.add(one)
        above(one, met)
      }
    return met
  }
  const questions = new Map(
    fieldsOf(definition, assigned).map(({ path, parent, question }) => [
      path,
      parent === null ? question : `${parent}.${question}`,
    ]),
  )
  return (one: string, other: string): boolean => {
    const [first, second] = [questions.get(one) ?? one, questions.get(other) ?? other]
    return first === second || above(first).has(second) || above(second).has(first)
  }
}

/** Paths of the questions that a place is asked by, or takes its answers from. */
function readBy({ element, page, containers, parent }: LocatedElement, places: LocatedElement[]): string[] {
  const conditions = [page, ...containers, ...(parent === null ? [] : [parent]), element].flatMap(({ visibleIf }) =>
    namesRead(visibleIf),
  )
  const source = element.choicesFromQuestion
  const carried = typeof source === 'string' ? [parent === null ? source : inRow + source] : []
  return [...conditions, ...carried].flatMap((name) => {
    const place = readable(name, places, places.length, parent)
    return place === null ? [] : [pathOf(place)]
  })
}
