/** What questions are there for: those that serve no objective take the reason written once, in the notice. */
import { frenchOf } from '../questionnaire/elements.ts'
import type { DefinitionElement, Questionnaire, Text } from '../questionnaire/questionnaire.ts'
import { isAsked } from '../types/catalogue.ts'
import { allElements } from './places.ts'
import { put } from './texts.ts'

export const lacksPurpose = (element: DefinitionElement): boolean =>
  isAsked(element) && !(Array.isArray(element.objectives) && element.objectives.length > 0) && !element.why

/** @returns the line of the notice that says why it is asked, in its languages; null while its French is not written */
export function reasonIn({ notice }: Questionnaire): Text | null {
  const text = notice?.lines?.find(({ id }) => id === 'pourquoi')?.text
  return text === undefined || frenchOf(text).trim() === '' ? null : text
}

/** Gives the reason of the notice to every question that has neither objective nor reason. */
export function withReason(questionnaire: Questionnaire): Questionnaire {
  const reason = reasonIn(questionnaire)
  if (reason === null) return questionnaire
  return allElements(questionnaire)
    .filter(({ element }) => lacksPurpose(element))
    .reduce((given, { at }) => put(given, [...at, 'why'], () => reason) as Questionnaire, questionnaire)
}
