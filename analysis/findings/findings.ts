/** Indicators joined to the plan: one finding each, made of published figures only. */

import { objectives } from '../../surveys/authority/plan.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import type { Indicator, Unit } from '../../surveys/questionnaire/questionnaire.ts'
import type { Study } from '../columns/study.ts'
import { subjectsOf } from '../columns/subjects.ts'
import { type Weighed, weigh, weightedDesign } from '../design/weigh.ts'
import { type Published, publish } from '../disclosure/gate.ts'
import { untoldIn } from '../disclosure/paths.ts'
import { policies } from '../disclosure/policy.ts'
import type { Publication } from '../disclosure/publication.ts'
import type { Bound, FigureTable } from '../disclosure/table.ts'
import type { Estimate, NoEstimate } from '../estimates/estimate.ts'
import { measures } from '../measures/catalogue.ts'
import { universeOf } from '../measures/local/population.ts'
import type { Layout, Measured, Subject } from '../measures/measure.ts'
import { silenceNote, silenceTable } from '../measures/respondents/item-nonresponse.ts'
import { type Answered, representativityOf } from '../measures/respondents/representativity.ts'
import { type Waves, wavesWithin } from '../measures/waves.ts'
import type { BarsChart, Chart, Grid } from '../report/tree.ts'
import { amount, and, interval, typeset } from '../text/format.ts'
import { type Easy, easyOf } from './easy.ts'
import { limitsOf, whoOf } from './limits.ts'
import { pathsOf } from './paths.ts'
import { barsOf, estimateOf, type Figures, figuresOf, gridOf, type Who, weekChartOf } from './presentation.ts'
import { closeRivals, inconclusive, type Rival, sentenceOf } from './sentence.ts'
import { type Strength, strengthOf } from './strength.ts'

/** No figure, and why; `base` null when it may not be told either. */
export type NoFinding = Omit<NoEstimate, 'base'> & { base: number | null }

export type Finding = {
  objective: number
  action: number
  questionnaire: string
  indicator: string
  title: string
  estimate: Estimate | NoFinding
  sentence: string
  /** The same figure weighted to the margins entered; absent = none. */
  weighted?: Estimate
  strength: Strength
  table?: Grid
  /** Where the headline stands in its table; absent = nowhere alone. */
  standing?: { row: string; column: string }
  chart?: Chart
  /** The rest of its tables, most of them by group. `isWhole`: of everybody (children, places, adults), to be read with the finding. */
  breakdowns: { table: Grid; chart?: BarsChart; isWhole?: true }[]
  /** The same in easy French; absent = there are no easy words for it. */
  easy?: Easy
  /** `title`: of the questionnaire. */
  source: { questionnaire: string; title: string; version: number; field: string; question: string }
  /** `unit`: what the base counts. */
  evidence: {
    base: number | null
    unit: Unit
    effectiveBase: number | null
    weighted: boolean
    method: string | null
  } & Pick<Study, 'period' | 'trial'>
  limits: string[]
}

export type Findings = {
  findings: Finding[]
  /** Indicators that cannot be read as they are written, and why in French. */
  unread: { indicator: Indicator; why: string }[]
  /** Who answered, who is missing, where to go next. */
  answered: Answered
  /** What changed between the last two waves; null = a single one. */
  waves: Waves | null
  /** All that these findings tell, to be frozen and to check later publications against. */
  published: Published
}

/**
 * The findings of one questionnaire, in the order of the plan; all its figures go through the gate as one system.
 *
 * @param snapshot names the answers
 * @param earlier publications of this questionnaire, oldest first
 */
export function findingsOf(study: Study, snapshot = 'rapport', earlier: readonly Publication[] = []): Findings {
  const { subjects, unread } = subjectsOf(study)
  const measured = subjects.map((subject) => measures.get(subject.indicator.measure)!(subject))
  const weighed = weigh(study)
  const redressed = subjects.map((subject, index) =>
    weighed.weighting
      ? headTable({ ...subject, design: weightedDesign(subject.table, weighed.weighting) }, measured[index]!)
      : null,
  )
  const reach = representativityOf(
    study,
    earlier.map(({ published }) => published.knowledge.counts),
    weighed,
  )
  const tables = [
    ...measured.flatMap((one) => one.tables),
    ...redressed.filter((one) => one !== null),
    ...subjects.filter((_, index) => measured[index]!.silent).map((subject) => silenceTable(subject)),
    ...reach.tables,
  ]
  const once = measured.filter((_, index) => subjects[index]!.table.parent === null).flatMap((one) => one.tables)
  const known = withBounds(tables, reach.bounds(once))
  const paths = pathsOf(study.questionnaire)
  const submission = { tables: known, snapshot, responses: study.table.rows, paths }
  const published = publish(submission, policies.document, earlier)
  const figures = figuresOf(published)
  const untold = untoldIn(published.knowledge.counts)
  const findings = subjects.map((subject, index) => {
    // who was asked and kept silent tells how many were asked
    const universe = universeOf(subject)
    const isAskedTold = !paths.some(({ inner, outer }) => inner === universe && untold.has(outer))
    const own = isAskedTold ? measured[index]! : { ...measured[index]!, silent: false }
    return findingOf(study, subject, own, figures, redressOf(redressed[index]!, weighed, figures))
  })
  return {
    findings: findings.toSorted((a, b) => a.objective - b.objective),
    unread,
    answered: reach.tell(figures),
    waves: wavesWithin(subjects, figures),
    published,
  }
}

const withBounds = ([first, ...others]: FigureTable[], bounds: Bound[]): FigureTable[] =>
  first && bounds.length > 0 ? [{ ...first, bounds }, ...others] : first ? [first, ...others] : []

function findingOf(
  study: Study,
  subject: Subject,
  measured: Measured,
  figures: Figures,
  redress: Redress | null,
): Finding {
  const { indicator, field } = subject
  const { questionnaire, period, trial } = study
  const easy = easyOf(subject, measured)
  const common = {
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
    ...(easy ? { easy } : {}),
    limits: limitsOf(study, subject, redress !== null),
  }
  const { unit } = subject.table
  const evidence = { unit, weighted: false, period, trial }
  const told = headlineOf(measured, figures)
  const moved = told.value !== null && redress !== null && isMoved(told, redress.estimate)
  const rivals = rivalsOf(measured, figures)
  const isCalibrated = redress !== null && strengthOf(redress.estimate, true) === 'solide'
  const graded =
    told.value === null ? 'non concluant' : strengthOf(told, isCalibrated && closeRivals(told, rivals).length === 0)
  const strength = moved && graded !== 'non concluant' ? 'fragile' : graded
  if (told.value === null || strength === 'non concluant') {
    const { base, sentence = inconclusive(base, unit), why } = told.value === null ? told : floorOf(told)
    const nothing = { base, effectiveBase: null, method: null, ...evidence }
    const estimate: NoFinding = { value: null, why, base }
    return { ...common, estimate, sentence, strength: 'non concluant', breakdowns: [], evidence: nothing }
  }
  const who = whoOf(questionnaire, unit)
  const after = measured.consequences?.(figures) ?? { grids: [], sentences: [], limits: [] }
  const pages = drawn(measured, figures, who)
  if (pages.table && measured.silent) pages.table.notes.push(...silenceNote(subject, figures))
  return {
    ...common,
    limits: [...common.limits, ...after.limits, ...(moved ? [movedLimit] : [])],
    estimate: told,
    ...(redress ? { weighted: redress.estimate } : {}),
    sentence: [
      sentenceOf(indicator.sentence, told, rivals),
      ...(redress ? [redress.sentence] : []),
      ...after.sentences.map((sentence) => typeset(sentence)),
    ].join(' '),
    strength,
    ...pages,
    breakdowns: [...pages.breakdowns, ...after.grids.map((table) => ({ table, isWhole: true as const }))],
    evidence: { base: told.base, effectiveBase: told.effectiveBase, method: told.method, ...evidence },
  }
}

type Redress = { estimate: Estimate; sentence: string }

/** The headline alone, weighted: it counts the same people under the same key. */
function headTable(subject: Subject, { headline }: Measured): FigureTable | null {
  const again = measures.get(subject.indicator.measure)!(subject)
  const table = again.tables.find(({ id }) => id === headline?.table)
  const figure = table?.figures.find(({ key }) => key === headline?.key)
  return table && figure
    ? { ...table, id: `${table.id}/redresse`, weighted: true, figures: [figure], cells: [], sums: [] }
    : null
}

function redressOf(table: FigureTable | null, weighed: Weighed, figures: Figures): Redress | null {
  const figure = table?.figures[0]
  if (!table || !figure || weighed.weighting === null) return null
  const estimate = estimateOf(figures(table.id, figure.key))
  if (estimate.value === null) return null
  const by = and(weighed.margins.map(({ variable }) => variable.toLowerCase()))
  const words = `Redressé (${by}) : ${amount(estimate.value, estimate.unit)} (${interval(estimate)}).`
  return { estimate, sentence: typeset(words) }
}

/** Weighting takes the figure out of its own interval: it depends on who answered. */
const isMoved = (own: Estimate, weighted: Estimate): boolean => weighted.value < own.low || weighted.value > own.high
const movedLimit = 'Le redressement change nettement ce chiffre : il dépend de qui a répondu.'

/** `sentence`: of its own, when it is not for want of answers. */
type Silent = NoFinding & { sentence?: string }

/** The headline as it may be told; without a figure, the sentence that says so. */
function headlineOf({ headline, tables }: Measured, figures: Figures): Estimate | Silent {
  const raw = tables.flatMap((one) => one.figures).find((one) => one.key === headline?.key)
  if (headline === null || raw === undefined) return silent('not-asked', 0)
  const figure = figures(headline.table, headline.key)
  const estimate = estimateOf(figure)
  if (estimate.value !== null) return estimate
  const base = raw.base?.count ?? raw.count
  if (base === 0) return silent('not-asked', 0)
  if (base < policies.document.least) return silent('too-few', null)
  if (figure.secret) return { value: null, why: 'secret', base: null, sentence: figure.why }
  return silent(estimate.why, base)
}

const silent = (why: NoFinding['why'], base: number | null): Silent => ({ value: null, why, base })

/** Shown by the gate, but below the floor of the strength rules: the number of answers, and nothing else. */
const floorOf = ({ base }: Estimate): Silent => silent('too-few', base)

function rivalsOf({ headline, rivals }: Measured, figures: Figures): Rival[] {
  return rivals.flatMap(({ label, key }) => {
    const estimate = estimateOf(figures(headline!.table, key))
    return estimate.value === null ? [] : [{ label, estimate }]
  })
}

function standingOf(headline: Measured['headline'], layout: Layout | undefined): Finding['standing'] {
  if (headline === null || layout?.table !== headline.table) return undefined
  const row = layout.rows.find(({ keys }) => keys.includes(headline.key))
  return row && { row: row.label, column: layout.columns[row.keys.indexOf(headline.key)]!.title }
}

function drawn(
  { headline, layouts, week }: Measured,
  figures: Figures,
  who: Who,
): Pick<Finding, 'table' | 'standing' | 'chart' | 'breakdowns'> {
  const standing = standingOf(headline, layouts[0])
  const pages = layouts.map((layout) => ({ table: gridOf(layout, figures, who), chart: barsOf(layout, figures, who) }))
  const [first, ...others] = pages
  const chart =
    week && first ? weekChartOf(week, figures, 'La semaine, demi-heure par demi-heure', first.table.base) : first?.chart
  return {
    ...(first ? { table: first.table } : {}),
    ...(standing ? { standing } : {}),
    ...(chart ? { chart } : {}),
    breakdowns: others.map(({ table, chart: bars }) => (bars ? { table, chart: bars } : { table })),
  }
}
