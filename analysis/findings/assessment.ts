/** From studies to all that a report is made of: findings, coverage, and what they rest on. */

import type { ZoneTable } from '../../surveys/authority/territory.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { Study } from '../columns/study.ts'
import type { Noise } from '../disclosure/perturbation.ts'
import { baseShown, mention } from '../disclosure/rules.ts'
import { censusOf } from '../measures/respondents/census.ts'
import { type Campaign, type Waves, wavesBetween } from '../measures/waves.ts'
import type { ReportSource, Surveyed } from '../report/source.ts'
import { coverage } from './coverage.ts'
import type { Findings } from './finding.ts'
import { findingsOf } from './findings.ts'

/** A study with how many responses it is made of and what names them. */
export type CountedStudy = Study & { responses: number }

/** One questionnaire and all that may be published of its answers. */
export type Assessed = Omit<Findings, 'unread'> & {
  questionnaire: Questionnaire
  surveyed: Surveyed
  unread: ReportSource['unread']
}

/** What the command knows and the answers do not say. */
export type Circumstances = Pick<ReportSource, 'place' | 'date' | 'demo' | 'digest' | 'scope'> & { zones: ZoneTable }

/** @param noise another one in tests and attacks only */
export function assessStudy(study: CountedStudy, noise?: Noise): Assessed {
  const { questionnaire, responses, period, trial } = study
  const { unread, ...found } = findingsOf(study, noise)
  const { slug, version } = questionnaire
  return {
    ...found,
    questionnaire,
    surveyed: {
      slug,
      version,
      title: frenchOf(questionnaire.title),
      audience: frenchOf(questionnaire.audienceText),
      // how many more responded would tell who refused
      responses: censusOf(study)?.answered ?? baseShown(responses),
      period,
      trial,
    },
    unread: unread.map(({ indicator, why }) => ({ questionnaire: slug, indicator: indicator.id, why })),
  }
}

/** @param scope narrows the findings that are reported, never what disclosure control protects: it always sees whole questionnaires */
export function sourceOf(
  assessed: readonly Omit<Assessed, 'published'>[],
  { zones, ...circumstances }: Circumstances,
): ReportSource {
  const findings = assessed.flatMap((one) => one.findings).toSorted((a, b) => a.objective - b.objective)
  const { objective } = circumstances.scope
  return {
    ...circumstances,
    zoning: { name: zones.name, provisional: zones.provisional, date: zones.date, source: zones.source },
    questionnaires: assessed.map(({ surveyed }) => surveyed),
    coverage: coverage(
      assessed.map(({ questionnaire }) => questionnaire),
      findings,
    ),
    findings: objective === null ? findings : findings.filter((one) => one.objective === objective),
    reached: assessed.map((one) => ({ slug: one.surveyed.slug, ...one.answered, waves: wavesOf(one, assessed) })),
    unread: assessed.flatMap(({ unread }) => unread),
    mention,
  }
}

/** The waves of one questionnaire, or the questionnaire of an earlier year that asked the same things. */
export function wavesOf(
  own: Pick<Assessed, 'waves' | 'questionnaire' | 'surveyed' | 'findings'>,
  all: readonly Pick<Assessed, 'questionnaire' | 'surveyed' | 'findings'>[],
): Waves | null {
  const campaignOf = ({ questionnaire, surveyed, findings }: (typeof all)[number]): Campaign => ({
    label: surveyed.period?.from.slice(0, 4) ?? '',
    questionnaire,
    period: surveyed.period,
    findings,
  })
  return own.waves ?? wavesBetween(all.filter(({ surveyed }) => !surveyed.trial).map(campaignOf), campaignOf(own))
}

/** Studies read by this very process, one after the other. @param done called after each questionnaire; @param noise as `assessStudy` */
export function assess(
  studies: CountedStudy[],
  circumstances: Circumstances,
  done: (studies: number) => void = () => {},
  noise?: Noise,
): ReportSource {
  const assessed = studies.map((study, index) => {
    const found = assessStudy(study, noise)
    done(index + 1)
    return found
  })
  return sourceOf(assessed, circumstances)
}
