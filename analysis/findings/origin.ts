/** Where a finding comes from and what it rests on. */
import { objectives } from '../../surveys/authority/plan.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import type { Study } from '../columns/study.ts'
import { noiseRules } from '../disclosure/perturbation.ts'
import type { Measured, Subject } from '../measures/measure.ts'
import { easyOf } from './easy.ts'
import type { Finding } from './finding.ts'

export const placeOf = (objective: number) => ({
  objective,
  action: objectives().find(({ number }) => number === objective)!.action,
})

/** Objective, questionnaire, question. */
export function sourceOf({ questionnaire }: Study, { indicator, field }: Subject) {
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
    },
  }
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
