/** What travels between the dashboard and the api: figures that went through disclosure control, and words about them. */
import * as z from 'zod'
import { Outcome } from './contracts/shapes/outcome.ts'
import { PublicationLine } from './contracts/shapes/publications.ts'
import { EvidenceCounts, EvidenceItem } from './evidence.ts'
import { BarsChart, CoverageRow, Finding, FoundEstimate, figure, Picture, ShownGrid, Strength } from './figures.ts'

export type { Estimate, MaybeEstimate } from '../../analysis/estimates/estimate.ts'
export type { Finding } from '../../analysis/findings/finding.ts'
export type { Strength } from '../../analysis/findings/strength.ts'
export type { BarsChart, Chart, WeekChart } from '../../analysis/report/tree.ts'
export type * from './contracts/shapes/committee.ts'
export type * from './contracts/shapes/explorations.ts'
export type * from './contracts/shapes/publications.ts'
export type * from './contracts/shapes/taken.ts'
export type { Picture, ShownCell, ShownGrid } from './figures.ts'

export const decisionShape = {
  text: z.string().trim().min(3, 'Écrivez ce qui est décidé, en quelques mots.').max(1000),
  date: z.iso.date(),
  /** Number of the action it engages; null = that of the objective. */
  action: z.int().min(1).max(999).nullable().default(null),
  /** Structure or function; '' = not said, as for the two below. */
  pilot: z.string().trim().max(120).default(''),
  due: z.union([z.iso.date(), z.literal('')]).default(''),
  indicator: z.string().trim().max(200).default(''),
  /** Inhabitants read it too, on the page of results. */
  isPublic: z.boolean().default(false),
}
/** For `refine`: a decision is not due before it was taken. */
export const isDueOnceTaken = ({ due, date }: { due: string; date: string }): boolean => due === '' || due >= date
export const dueTooSoon = { path: ['due'], message: 'Ce jour est avant celui de la décision.' }
export const NewDecision = z.strictObject(decisionShape).refine(isDueOnceTaken, dueTooSoon)

const decisionWords = {
  text: z.string(),
  /** ISO day. */
  date: z.string(),
  action: z.int().nullable().optional(),
  pilot: z.string().optional(),
  due: z.string().optional(),
  indicator: z.string().optional(),
  /** Absent = staff only. */
  isPublic: z.boolean().optional(),
}
/** What was said before a correction; `until`: ISO date and time it was made, `by`: who made it. */
export const FormerWords = z.strictObject({ ...decisionWords, until: z.string(), by: z.string() })

/** A finding where it is only named; `text` and `interval`: its figure in words. */
const FindingLine = z.strictObject({
  questionnaire: z.string(),
  indicator: z.string(),
  objective: z.int(),
  title: z.string(),
  sentence: z.string(),
  strength: Strength,
  estimate: FoundEstimate,
  text: z.string(),
  interval: z.string(),
  /** The last decision: its day, and what became of it. */
  decided: z.strictObject({ date: z.string(), outcome: Outcome.optional() }).nullable(),
})
export type FindingLine = z.infer<typeof FindingLine>

/** A finding as a picture with its caption: `brief`, of twenty-five words at most. */
const PicturedFinding = z.strictObject({
  ...FindingLine.shape,
  brief: z.string(),
  picture: Picture.nullable(),
  /** Question it comes from: two findings of one question stand together. */
  field: z.string(),
})
export type PicturedFinding = z.infer<typeof PicturedFinding>

export const Overview = z.strictObject({
  mention: z.string(),
  questionnaires: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      status: z.enum(['trial', 'soon', 'open', 'closed']),
      current: PublicationLine.nullable(),
    }),
  ),
  rows: z.array(
    z.strictObject({ ...CoverageRow.shape, evidence: EvidenceCounts, best: Strength.nullable(), concluded: z.int() }),
  ),
  /** The few findings that the report puts first. */
  main: z.array(PicturedFinding),
  files: z.array(
    z.strictObject({ file: z.string(), name: z.string(), part: z.enum(['committee', 'residents', 'data']) }),
  ),
})
export type Overview = z.infer<typeof Overview>

export const ObjectivePage = z.strictObject({
  /** Those its findings come from. */
  publications: z.array(PublicationLine),
  row: z.strictObject({ ...CoverageRow.shape, evidence: EvidenceCounts }),
  findings: z.array(PicturedFinding),
  /** Why those of one question do not add up; null = no two are. */
  apart: z.string().nullable(),
  /** Taken on its findings, the newest first. */
  decisions: z.array(
    z.strictObject({
      ...decisionWords,
      at: z.string(),
      by: z.string(),
      on: z.strictObject({ questionnaire: z.string(), indicator: z.string() }),
      outcome: Outcome.optional(),
    }),
  ),
  /** What stands beside the findings: counted, heard, registered, in that order. */
  evidence: z.array(EvidenceItem),
  unread: z.array(z.strictObject({ questionnaire: z.string(), indicator: z.string(), why: z.string() })),
})
export type ObjectivePage = z.infer<typeof ObjectivePage>

/** The findings of the publication in force, in the order of the plan, to be decided on. */
export const ToDecide = z.strictObject({
  title: z.string(),
  publication: PublicationLine.nullable(),
  findings: z.array(FindingLine),
})
export type ToDecide = z.infer<typeof ToDecide>

/** What the committee decided on a finding, and when. */
const Decision = z.strictObject({
  ...decisionWords,
  by: z.string(),
  at: z.string(),
  /** Publication it was taken on; null when it was taken on an action. */
  publication: z.int().nullable(),
  /** Oldest first; absent while nothing was corrected. */
  former: z.array(FormerWords).optional(),
  /** Absent while nobody has said. */
  outcome: Outcome.optional(),
  /** Words of the objective on that day, when the plan says it otherwise today. */
  wordsThen: z.string().nullable(),
})
export type Decision = z.infer<typeof Decision>

const ZoneFigure = z.strictObject({ name: z.string(), ...figure })

export const FindingPage = z.strictObject({
  finding: Finding,
  /** What its sentence says first, of twenty-five words at most. */
  brief: z.string(),
  /** What it would take to know more, a sentence each. */
  more: z.array(z.string()),
  /** Its question has tables in the explorer. */
  isExplored: z.boolean(),
  /** The same indicator by zone, everybody first; null = no zone has a figure of it. */
  zones: z.array(ZoneFigure).nullable(),
  tables: z.array(z.strictObject({ grid: ShownGrid, chart: BarsChart.nullable() })),
  /** Lists by which nothing of it is shown, and why, a line a rule. */
  silent: z.array(z.string()),
  publication: PublicationLine,
  /** Number of the publication in force; null = every one is withdrawn. */
  last: z.int().nullable(),
  decisions: z.array(Decision),
  zoning: z.strictObject({ name: z.string(), provisional: z.boolean(), date: z.string(), source: z.string() }),
  mention: z.string(),
})
export type FindingPage = z.infer<typeof FindingPage>

/** Every finding that a map can show, each once, in the order of the plan. */
export const MappedFindings = z.strictObject({
  mention: z.string(),
  /** Those the findings come from. */
  publications: z.array(PublicationLine),
  findings: z.array(
    z.strictObject({
      questionnaire: z.string(),
      indicator: z.string(),
      objective: z.int(),
      /** Title of the objective. */
      need: z.string(),
      title: z.string(),
      brief: z.string(),
      /** What is counted, in words. */
      base: z.string(),
      /** Everybody first, then every zone. */
      zones: z.array(ZoneFigure),
      /** A sentence on those whose figure is of an earlier day; '' = none is. */
      dated: z.string(),
    }),
  ),
})
export type MappedFindings = z.infer<typeof MappedFindings>

const waveFigure = z.strictObject({ ...figure, base: z.number() })
/** One indicator that two waves share: what each found, and whether the change stands. */
const WaveChange = z.strictObject({
  indicator: z.string(),
  title: z.string(),
  /** Value and interval of each wave in words. */
  earlier: waveFigure,
  later: waveFigure,
  /** In points, null when the two cannot be compared; `value` null: an end is all that is known of one of them. */
  change: z.strictObject({ value: z.number().nullable(), low: z.number(), high: z.number() }).nullable(),
  established: z.boolean(),
  sentence: z.string(),
  limits: z.array(z.string()),
})
export type WaveChange = z.infer<typeof WaveChange>

/** Who answered, who is missing, where to go next, and what changed since the wave before: as one publication reports it. */
export const AnsweredPage = z.strictObject({
  slug: z.string(),
  title: z.string(),
  /** Null: nothing is published yet. */
  publication: PublicationLine.nullable(),
  /** By zone, by way of answering, by each margin entered; then what the weights do. */
  tables: z.array(ShownGrid),
  sentences: z.array(z.string()),
  /** Null: no earlier wave asked the same things. */
  waves: z.strictObject({ earlier: z.string(), later: z.string(), changes: z.array(WaveChange) }).nullable(),
  mention: z.string(),
})
export type AnsweredPage = z.infer<typeof AnsweredPage>

/** The zones of a publication. */
export const TerritoryMap = z.strictObject({
  /** GeoJSON, one feature a commune. */
  outlines: z.unknown(),
  source: z.string(),
  /** Of the publication; `date`: ISO day; `version`: of the table of zones, null = provisional, or not found again. */
  zoning: z.strictObject({
    provisional: z.boolean(),
    date: z.string(),
    source: z.string(),
    version: z.int().nullable(),
  }),
  /** Empty when the zones of the publication are not known. */
  communes: z.array(z.strictObject({ code: z.string(), name: z.string(), zone: z.string(), zoneName: z.string() })),
})
export type TerritoryMap = z.infer<typeof TerritoryMap>
