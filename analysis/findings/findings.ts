/** Indicators joined to the plan: one finding each, made of published figures only. */

import { objectives } from '../../surveys/authority/plan.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import type { Study } from '../columns/study.ts'
import { subjectsOf } from '../columns/subjects.ts'
import { type Weighed, weigh } from '../design/weigh.ts'
import { publish } from '../disclosure/gate.ts'
import { untoldIn } from '../disclosure/paths.ts'
import { policies } from '../disclosure/policy.ts'
import type { Publication } from '../disclosure/publication.ts'
import type { Figures } from '../disclosure/published.ts'
import type { Bound, FigureTable } from '../disclosure/table.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { measureOf } from '../measures/catalogue.ts'
import { universeOf } from '../measures/local/population.ts'
import type { Measured, Subject } from '../measures/measure.ts'
import { silenceNote, silenceTable } from '../measures/respondents/item-nonresponse.ts'
import { representativityOf } from '../measures/respondents/representativity.ts'
import { wavesWithin } from '../measures/waves.ts'
import { typeset } from '../text/format.ts'
import { easyOf } from './easy.ts'
import type { Finding, Findings, NoFinding } from './finding.ts'
import { floorOf, headlineOf, rivalsOf } from './headline.ts'
import { limitsOf, whoOf } from './limits.ts'
import { pagesOf } from './pages.ts'
import { pathsOf } from './paths.ts'
import { figuresOf } from './presentation.ts'
import { closeRivals, inconclusive, type Rival, sentenceOf } from './sentence.ts'
import { type Strength, strengthOf } from './strength.ts'
import { isMoved, movedLimit, type WeightedHeadline, weightedHeadline, weightedTable } from './weighted-headline.ts'

/** One indicator on its way: what it reads, what its measure computed, and its weighted headline. */
type Item = { subject: Subject; measured: Measured; weighted: FigureTable | null }

/**
 * The findings of one questionnaire, in the order of the plan; disclosure control sees all their figures as one system.
 *
 * Steps: read the columns, measure, weight the headlines, publish, then write each finding from published figures.
 *
 * @param snapshot names the answers
 * @param earlier publications of this questionnaire, oldest first
 */
export function findingsOf(study: Study, snapshot = 'rapport', earlier: readonly Publication[] = []): Findings {
  const { subjects, unread } = subjectsOf(study)
  const weighed = weigh(study)
  const items = subjects.map((subject) => itemOf(subject, weighed))
  const reach = representativityOf(
    study,
    earlier.map(({ published }) => published.knowledge.counts),
    weighed,
  )
  const paths = pathsOf(study.questionnaire)
  const tables = withBounds([...tablesOf(items), ...reach.tables], reach.bounds(householdTables(items)))
  const published = publish({ tables, snapshot, responses: study.table.rows, paths }, policies.document, earlier)
  const figures = figuresOf(published)
  const unpublished = untoldIn(published.knowledge.counts)
  const isUnpublished = (subject: Subject) =>
    paths.some(({ inner, outer }) => inner === universeOf(subject) && unpublished.has(outer))
  const findings = items.map((item) => {
    // how many were asked and did not answer reveals how many were asked
    const measured = isUnpublished(item.subject) ? { ...item.measured, silent: false } : item.measured
    return findingOf(study, { ...item, measured }, weighed, figures)
  })
  return {
    findings: findings.toSorted((a, b) => a.objective - b.objective),
    unread,
    answered: reach.report(figures),
    waves: wavesWithin(subjects, figures),
    published,
  }
}

function itemOf(subject: Subject, weighed: Weighed): Item {
  const measured = measureOf(subject.indicator.measure).compute(subject)
  return { subject, measured, weighted: weightedTable(subject, measured, weighed) }
}

const tablesOf = (items: readonly Item[]): FigureTable[] => [
  ...items.flatMap(({ measured }) => measured.tables),
  ...items.flatMap(({ weighted }) => weighted ?? []),
  ...items.filter(({ measured }) => measured.silent).map(({ subject }) => silenceTable(subject)),
]

/** Tables that count each response once: those of the children count a family several times. */
const householdTables = (items: readonly Item[]): FigureTable[] =>
  items.filter(({ subject }) => subject.table.parent === null).flatMap(({ measured }) => measured.tables)

const withBounds = ([first, ...others]: FigureTable[], bounds: Bound[]): FigureTable[] =>
  first && bounds.length > 0 ? [{ ...first, bounds }, ...others] : first ? [first, ...others] : []

function findingOf(study: Study, { subject, measured, weighted: table }: Item, weighed: Weighed, figures: Figures) {
  const weighted = weightedHeadline(table, weighed, figures)
  const headline = headlineOf(measured, figures)
  const rivals = rivalsOf(measured, figures)
  const strength = headline.value === null ? 'non concluant' : gradeOf(headline, rivals, weighted)
  const common = { ...sourceOf(study, subject), ...easyPart(subject, measured), strength }
  const limits = limitsOf(study, subject, weighted !== null)
  if (headline.value !== null && strength !== 'non concluant')
    return conclusive({ common, limits, study, subject, measured, figures, headline, rivals, weighted })
  const { unit } = subject.table
  const { base, sentence = inconclusive(base, unit), why } = headline.value === null ? headline : floorOf(headline)
  const estimate: NoFinding = { value: null, why, base }
  const evidence = { ...evidenceOf(study, subject), base, effectiveBase: null, method: null }
  return { ...common, limits, estimate, sentence, breakdowns: [], evidence } satisfies Finding
}

/** Unweighted, or not first beyond doubt: at most « indicatif »; moved by weighting: « fragile ». */
function gradeOf(headline: Estimate, rivals: Rival[], weighted: WeightedHeadline | null): Strength {
  const isCalibrated = weighted !== null && strengthOf(weighted.estimate, true) === 'solide'
  const grade = strengthOf(headline, isCalibrated && closeRivals(headline, rivals).length === 0)
  return weighted !== null && isMoved(headline, weighted.estimate) && grade !== 'non concluant' ? 'fragile' : grade
}

function conclusive(given: {
  common: ReturnType<typeof sourceOf> & { strength: Strength } & Pick<Finding, 'easy'>
  limits: string[]
  study: Study
  subject: Subject
  measured: Measured
  figures: Figures
  headline: Estimate
  rivals: Rival[]
  weighted: WeightedHeadline | null
}): Finding {
  const { common, study, subject, measured, figures, headline, rivals, weighted } = given
  const after = measured.consequences?.(figures) ?? { grids: [], sentences: [], limits: [] }
  const pages = pagesOf(measured, figures, whoOf(study.questionnaire, subject.table.unit))
  if (pages.table && measured.silent) pages.table.notes.push(...silenceNote(subject, figures))
  const moved = weighted !== null && isMoved(headline, weighted.estimate)
  return {
    ...common,
    limits: [...given.limits, ...after.limits, ...(moved ? [movedLimit] : [])],
    estimate: headline,
    ...(weighted ? { weighted: weighted.estimate } : {}),
    sentence: [
      sentenceOf(subject.indicator.sentence, headline, rivals),
      ...(weighted ? [weighted.sentence] : []),
      ...after.sentences.map((sentence) => typeset(sentence)),
    ].join(' '),
    ...pages,
    breakdowns: [...pages.breakdowns, ...after.grids.map((table) => ({ table, isWhole: true as const }))],
    evidence: {
      ...evidenceOf(study, subject),
      base: headline.base,
      effectiveBase: headline.effectiveBase,
      method: headline.method,
    },
  }
}

/** Where a finding comes from: objective, questionnaire, question. */
function sourceOf({ questionnaire }: Study, { indicator, field }: Subject) {
  return {
    objective: indicator.objective,
    action: objectives.find(({ number }) => number === indicator.objective)!.action,
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

const evidenceOf = ({ period, trial }: Study, { table }: Subject) => ({
  unit: table.unit,
  weighted: false,
  period,
  trial,
})
