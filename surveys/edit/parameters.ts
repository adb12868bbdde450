/** Parameters a draft asks for: declared when a question that needs them comes in. */

import { parametersUsed } from '../questionnaire/parameters.ts'
import type { Parameter, Questionnaire } from '../questionnaire/questionnaire.ts'

/** @param known parameters of other questionnaires; those asked for and not yet declared are taken from there */
export function withParameters(questionnaire: Questionnaire, known: readonly Parameter[]): Questionnaire {
  const declared = new Set((questionnaire.parameters ?? []).map(({ name }) => name))
  const missing = [...parametersUsed(questionnaire)].filter((name) => !declared.has(name))
  const found = missing.flatMap((name) => known.find((parameter) => parameter.name === name) ?? [])
  return found.length === 0
    ? questionnaire
    : { ...questionnaire, parameters: [...(questionnaire.parameters ?? []), ...found] }
}
