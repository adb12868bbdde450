/** What questionnaires bring to each objective of the plan. */
import { elementsIn, frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Definition, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { servedBy } from '../../../surveys/questionnaire/served.ts'

export type Coverage = { questions: number; indicators: number; elsewhere: string[] }

/** Titles of the questionnaires people can answer, by objective. */
export type Elsewhere = ReadonlyMap<number, string[]>

const asked = (definition: Definition) =>
  elementsIn(definition).flatMap(({ element }) =>
    Array.isArray(element.objectives) ? (element.objectives as number[]) : [],
  )

export function coverageOf({ definition, indicators }: Questionnaire, elsewhere: Elsewhere) {
  const questions = asked(definition)
  return (objective: number): Coverage => ({
    questions: questions.filter((number) => number === objective).length,
    indicators: indicators.filter((indicator) => servedBy(indicator).includes(objective)).length,
    elsewhere: elsewhere.get(objective) ?? [],
  })
}

/** Objectives that questions are linked to and no indicator serves: their answers would give no result. */
export function unservedBy({ definition, indicators }: Pick<Questionnaire, 'definition' | 'indicators'>): number[] {
  const served = new Set(indicators.flatMap((indicator) => servedBy(indicator)))
  return [...new Set(asked(definition))].filter((objective) => !served.has(objective)).toSorted((a, b) => a - b)
}

/** @param others the other questionnaires, published */
export function elsewhereOf(others: readonly Pick<Questionnaire, 'title' | 'definition'>[]): Elsewhere {
  const found = new Map<number, string[]>()
  for (const { title, definition } of others)
    for (const number of new Set(asked(definition))) found.set(number, [...(found.get(number) ?? []), frenchOf(title)])
  return found
}
