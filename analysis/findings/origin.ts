/** Where a finding comes from and what it rests on. */
import { objectives } from '../../surveys/authority/plan.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { endsSaid } from '../../surveys/wording/ends.ts'
import type { Study } from '../columns/study.ts'
import { noiseRules } from '../disclosure/perturbation.ts'
import type { Measured, Subject } from '../measures/measure.ts'
import { typeset } from '../text/format.ts'
import { easyOf, elementAt } from './easy.ts'
import type { Finding } from './finding.ts'

export const placeOf = (objective: number) => ({
  objective,
  action: objectives().find(({ number }) => number === objective)!.action,
})

/** Objective, questionnaire, question. */
export function sourceOf({ questionnaire }: Study, { indicator, field }: Subject) {
  const ends = endsOf({ field, study: { questionnaire } })
  return {
    ...placeOf(indicator.objective),
    questionnaire: questionnaire.slug,
    indicator: indicator.id,
    title: indicator.title,
    source: {
      questionnaire: questionnaire.slug,
      title: frenchOf(questionnaire.title),
      version: questionnaire.version,
      field: field.path,
      question: field.title,
      ...(ends === '' ? {} : { ends }),
    },
  }
}

/** In French. */
export function endsOf({ field, study }: Pick<Subject, 'field'> & { study: Pick<Study, 'questionnaire'> }): string {
  const element = elementAt(study.questionnaire.definition, field.path)
  return element === null ? '' : typeset(endsSaid(element, field, frenchOf))
}

export function easyPart(subject: Subject, measured: Measured): Pick<Finding, 'easy'> {
  const easy = easyOf(subject, measured)
  return easy ? { easy } : {}
}

export const evidenceOf = ({ period, trial }: Study, { table }: Subject, { tables }: Measured, weighted: boolean) => ({
  unit: table.unit,
  weighted,
  period,
  trial,
  // free texts have the noise of sensitive topics, whatever was asked
  ...(tables[0]?.census ? {} : { noise: noiseRules(tables[0]?.sensitive ? 'sensitive' : 'ordinary') }),
})
