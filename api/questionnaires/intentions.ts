/** Indicators of intentions, as a questionnaire stored before the property `intention` existed means them. */
import { founding } from '../../surveys/questionnaire/founding.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'

/**
 * The questionnaire, where an indicator that says nothing of intentions says what the shipped one of its id and field says. Stored
 * bytes stay as they are; `intention: false` is a designer's choice and stays too.
 *
 * @param questionnaire as stored under a slug of the founding ones; any other comes back as it is
 */
export function withIntentions(questionnaire: Questionnaire): Questionnaire {
  const shipped = founding().find(({ slug }) => slug === questionnaire.slug)
  // what was written into the store by other means than ours may hold anything
  if (!shipped || !Array.isArray(questionnaire.indicators)) return questionnaire
  const meant = new Set(shipped.indicators.filter(({ intention }) => intention).map(keyOf))
  return {
    ...questionnaire,
    indicators: questionnaire.indicators.map((indicator) =>
      indicator?.intention === undefined && meant.has(keyOf(indicator)) ? { ...indicator, intention: true } : indicator,
    ),
  }
}

const keyOf = (indicator: { id?: string; field?: string }) => JSON.stringify([indicator?.id, indicator?.field])
