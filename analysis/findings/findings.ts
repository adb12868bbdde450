/** Indicators joined to the plan: one finding each, made of published figures only. */

import { objectives } from '../../surveys/authority/plan.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { servedBy } from '../../surveys/questionnaire/served.ts'
import type { Study } from '../columns/study.ts'
import { subjectsOf } from '../columns/subjects.ts'
import { type Weighed, weigh } from '../design/weigh.ts'
import type { FigureTable } from '../disclosure/figure-table.ts'
import { type Noise, noiseRules } from '../disclosure/perturbation.ts'
import { publish } from '../disclosure/publish.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import { quotedOf } from '../disclosure/quoted.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { measureOf } from '../measures/catalogue.ts'
import type { Measured, Subject } from '../measures/measure.ts'
import { silenceNote, silenceTable } from '../measures/respondents/item-nonresponse.ts'
import { representativityOf } from '../measures/respondents/representativity.ts'
import { settled } from '../measures/settled.ts'
import { wavesWithin } from '../measures/waves.ts'
import { typeset } from '../text/format.ts'
import { easyOf } from './easy.ts'
import type { Finding, Findings, NoFinding } from './finding.ts'
import { floorOf, headlineOf, isMoved, rivalsOf } from './headline.ts'
import { limitsOf, movedLimit, whoOf } from './limits.ts'
import { pagesOf } from './pages.ts'
import { figuresOf } from './presentation.ts'
import { closeRivals, inconclusive, type Rival, sentenceInWords, sentenceOf } from './sentence.ts'
import { type Strength, strengthOf } from './strength.ts'

/** One indicator on its way: what it reads, and what its measure computed. */
type Item = { subject: Subject; measured: Measured }

/**
 * The findings of one questionnaire, in the order of the plan: one for each objective that an indicator serves.
 *
 * Steps: read the columns, measure under the weights in force, publish, then write each finding from published figures.
 *
 * @param noise another one in tests and attacks only
 */
export function findingsOf(study: Study, noise?: Noise): Findings {
  const weighed = weigh(study)
  const { subjects, unread } = subjectsOf(study, weighed)
  const items = subjects.map(
    (subject): Item => ({ subject, measured: measureOf(subject.indicator.measure).compute(subject) }),
  )
  const reach = representativityOf(study, weighed)
  const published = publish([...tablesOf(items), ...reach.tables], noise, quotedOf(study))
  const figures = figuresOf(published)
  const findings = items.flatMap((item) => {
    const finding = findingOf(study, item, weighed, figures)
    return servedBy(item.subject.indicator).map((objective) => ({ ...finding, ...placeOf(objective) }))
  })
  return {
    findings: findings.toSorted((a, b) => a.objective - b.objective),
    unread,
    answered: reach.report(figures),
    waves: wavesWithin(subjects, figures),
    published,
  }
}

const tablesOf = (items: readonly Item[]): FigureTable[] => [
  ...items.flatMap(({ measured }) => measured.tables),
  ...items.filter(({ measured }) => measured.silent).map(({ subject }) => silenceTable(subject)),
]

function findingOf(study: Study, { subject, measured: raw }: Item, weighed: Weighed, figures: Figures): Finding {
  const measured = settled(raw, figures)
  const headline = headlineOf(measured, figures)
  const rivals = rivalsOf(measured, figures)
  const isWeighted = weighed.weighting !== null
  const strength = headline.value === null ? 'non concluant' : gradeOf(headline, rivals, measured, figures, isWeighted)
  const common = { ...sourceOf(study, subject), ...easyPart(subject, measured), strength }
  const limits = limitsOf(study, subject, isWeighted)
  const evidence = evidenceOf(study, subject, isWeighted)
  if (headline.value !== null && strength !== 'non concluant')
    return conclusive({ common, limits, evidence, study, subject, measured, figures, headline, rivals })
  const estimate = headline.value === null ? headline : floorOf(headline)
  const { base } = estimate
  return {
    ...common,
    limits,
    estimate,
    sentence: inconclusiveSentence(estimate, subject, measured),
    breakdowns: [],
    evidence: { ...evidence, base, effectiveBase: null, method: null },
  }
}

function inconclusiveSentence(
  { why, words, base }: NoFinding,
  { indicator, table }: Subject,
  measured: Measured,
): string {
  if (why !== 'in-words' || words === undefined) return inconclusive(base, table.unit)
  return sentenceInWords(indicator.sentence, words, measured.rivals[0] ?? null)
}

/** Unweighted, or not first beyond doubt: at most « indicatif »; moved by weighting: « fragile ». */
function gradeOf(
  headline: Estimate,
  rivals: Rival[],
  measured: Measured,
  figures: Figures,
  isWeighted: boolean,
): Strength {
  const grade = strengthOf(headline, isWeighted && closeRivals(headline, rivals).length === 0)
  return isWeighted && isMoved(measured, figures) && grade !== 'non concluant' ? 'fragile' : grade
}

function conclusive(given: {
  common: ReturnType<typeof sourceOf> & { strength: Strength } & Pick<Finding, 'easy'>
  limits: string[]
  evidence: ReturnType<typeof evidenceOf>
  study: Study
  subject: Subject
  measured: Measured
  figures: Figures
  headline: Estimate
  rivals: Rival[]
}): Finding {
  const { common, study, subject, measured, figures, headline, rivals, evidence } = given
  const after = measured.consequences?.(figures) ?? { grids: [], sentences: [], limits: [] }
  const pages = pagesOf(measured, figures, whoOf(study.questionnaire, subject.table.unit))
  if (pages.table && measured.silent) pages.table.notes.push(...silenceNote(subject, figures))
  const moved = evidence.weighted && isMoved(measured, figures) ? [movedLimit] : []
  return {
    ...common,
    limits: [...given.limits, ...after.limits, ...moved],
    estimate: headline,
    sentence: [
      sentenceOf(subject.indicator.sentence, headline, rivals),
      ...after.sentences.map((sentence) => typeset(sentence)),
    ].join(' '),
    ...pages,
    breakdowns: [...pages.breakdowns, ...after.grids.map((table) => ({ table, isWhole: true as const }))],
    evidence: {
      ...evidence,
      base: headline.base,
      effectiveBase: headline.effectiveBase,
      method: headline.method,
    },
  }
}

const placeOf = (objective: number) => ({
  objective,
  action: objectives.find(({ number }) => number === objective)!.action,
})

/** Where a finding comes from: objective, questionnaire, question. */
function sourceOf({ questionnaire }: Study, { indicator, field }: Subject) {
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

function easyPart(subject: Subject, measured: Measured): Pick<Finding, 'easy'> {
  const easy = easyOf(subject, measured)
  return easy ? { easy } : {}
}

const evidenceOf = ({ period, trial }: Study, { table, field }: Subject, weighted: boolean) => ({
  unit: table.unit,
  weighted,
  period,
  trial,
  noise: noiseRules(field.sensitivity === 'sensitive' ? 'sensitive' : 'ordinary'),
})
