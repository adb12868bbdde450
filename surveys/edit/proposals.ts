/** Indicators proposed for the questions that have none, each by the type of its question. */
import { fieldsOf } from '../questionnaire/fields.ts'
import type { Indicator, Questionnaire } from '../questionnaire/questionnaire.ts'
import type { MeasureRule } from '../review/indicators.ts'
import { addIndicator, newIndicator } from './head.ts'

export type Proposal = { indicator: Indicator }

/** What a proposal needs to know of a measure, beside its rule. */
export type ProposingMeasure = MeasureRule & { sentence: string }

/**
 * One indicator for each field that serves an objective and that no indicator reads. Its measure is the first that suits the
 * kind of answer and asks nothing else; what situates people (commune, age) and accords measure nothing.
 *
 * @param measures in the order of the catalogue
 */
export function proposedIndicators(questionnaire: Questionnaire, measures: readonly ProposingMeasure[]): Proposal[] {
  const read = new Set(questionnaire.indicators.flatMap(({ field, beside = [] }) => [field, ...beside]))
  let draft = questionnaire
  return fieldsOf(questionnaire.definition, questionnaire.assigned).flatMap((field) => {
    const { path, parent, kind, semantic, objectives, title } = field
    const [objective] = objectives
    if (read.has(path) || semantic !== null || objective === undefined) return []
    const measure = measures.find(
      ({ kinds, needsWanted, beside }) =>
        kinds.includes(kind) && !needsWanted && beside.every(({ optional }) => optional),
    )
    if (!measure) return []
    const indicator: Indicator = {
      ...newIndicator(draft, {
        field: path,
        title: title.replace(/[\s?:…]+$/u, ''),
        objective,
        measure: measure.name,
        sentence: measure.sentence,
      }),
      unit: parent === null ? questionnaire.unit : 'children',
    }
    draft = addIndicator(draft, indicator)
    return [{ indicator }]
  })
}
