/** From studies to all that a report is made of: findings, coverage, and what they rest on. */
import { frenchOf } from '../surveys/elements.ts'
import type { ZoneTable } from '../surveys/territory.ts'
import { coverage } from './coverage.ts'
import { policies } from './disclosure/policy.ts'
import { findingsOf } from './findings.ts'
import type { ReportSource } from './report/source.ts'
import type { Study } from './study.ts'

/** A study with how many sheets it is made of and what names them. */
export type CountedStudy = Study & { responses: number }

/** What the command knows and the answers do not say. */
export type Circumstances = Pick<ReportSource, 'place' | 'date' | 'demo' | 'digest' | 'scope'> & { zones: ZoneTable }

/**
 * @param scope narrows the findings that are told, never what the gate protects: it always sees whole questionnaires
 * @param done called after each questionnaire
 */
export function assess(
  studies: CountedStudy[],
  { zones, ...circumstances }: Circumstances,
  done: (studies: number) => void = () => {},
): ReportSource {
  const assessed = studies.map((study, index) => {
    const found = findingsOf(study)
    done(index + 1)
    return { study, ...found }
  })
  const findings = assessed.flatMap((one) => one.findings).toSorted((a, b) => a.objective - b.objective)
  const { objective } = circumstances.scope
  return {
    ...circumstances,
    zoning: { name: zones.name, provisional: zones.provisional, date: zones.date, source: zones.source },
    questionnaires: studies.map(({ questionnaire, responses, period, trial }) => ({
      slug: questionnaire.slug,
      version: questionnaire.version,
      title: frenchOf(questionnaire.title),
      audience: frenchOf(questionnaire.audienceText),
      responses,
      period,
      trial,
    })),
    coverage: coverage(
      studies.map(({ questionnaire }) => questionnaire),
      findings,
    ),
    findings: objective === null ? findings : findings.filter((one) => one.objective === objective),
    unread: assessed.flatMap(({ study, unread }) =>
      unread.map(({ indicator, why }) => ({ questionnaire: study.questionnaire.slug, indicator: indicator.id, why })),
    ),
    mention: policies.document.mention,
  }
}
