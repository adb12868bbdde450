/** What travels between the dashboard and the api: figures that went through disclosure control, and words about them. */
import * as z from 'zod'
import type { Surveyed } from '../../analysis/report/source.ts'
import { mostObjectives } from '../../surveys/questionnaire/objectives.ts'
import { AbsentQuestion } from './contracts/shapes/explorations.ts'
import { EvidenceCounts, EvidenceItem } from './evidence.ts'
import { exactly } from './exactly.ts'
import { BarsChart, CoverageRow, Finding, FoundEstimate, MaybeEstimate, Strength } from './figures.ts'

export type { Estimate, MaybeEstimate } from '../../analysis/estimates/estimate.ts'
export type { Finding } from '../../analysis/findings/finding.ts'

export type { Strength } from '../../analysis/findings/strength.ts'
export type { BarsChart, Chart, WeekChart } from '../../analysis/report/tree.ts'
export type { AbsentQuestion, NewExploration, SavedExploration } from './contracts/shapes/explorations.ts'

export const NewDecision = z.strictObject({
  text: z.string().trim().min(3).max(1000),
  date: z.iso.date(),
  /** Number of the action it engages; null = that of the objective. */
  action: z.int().min(1).max(999).nullable().default(null),
  /** Structure or function; '' = not said, as for the two below. */
  pilot: z.string().trim().max(120).default(''),
  due: z.union([z.iso.date(), z.literal('')]).default(''),
  indicator: z.string().trim().max(200).default(''),
  /** Inhabitants read it too, on the page of results. */
  isPublic: z.boolean().default(false),
})

/** The results of a publication put before everybody. */
export const OpenToPublic = z.strictObject({ withData: z.boolean() })

/** Days a link may serve, at most. */
export const mostLinkDays = 90
export const NewCommitteeLink = z.strictObject({
  label: z.string().trim().min(2).max(120),
  days: z.int().min(1).max(mostLinkDays),
})
/** `path`: of the page, with its secret; never shown again. */
export const MadeCommitteeLink = z.strictObject({ id: z.string(), path: z.string(), until: z.string() })
export const CommitteeLinks = z.strictObject({
  links: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      until: z.string(),
      by: z.string(),
      at: z.string(),
      revokedAt: z.string().nullable(),
      isOpen: z.boolean(),
    }),
  ),
})
export type CommitteeLinks = z.infer<typeof CommitteeLinks>

const period = z.strictObject({ from: z.string(), to: z.string() }).nullable()
const surveyed = exactly<Surveyed>()({
  slug: z.string(),
  version: z.int(),
  title: z.string(),
  audience: z.string(),
  responses: z.int(),
  period,
  trial: z.boolean(),
  withAside: z.literal(true).optional(),
  notices: z
    .array(z.strictObject({ kind: z.enum(['erratum', 'withdrawal']), reason: z.string(), day: z.string() }))
    .optional(),
})

/** A publication found wrong: corrected in words, or withdrawn for good. */
export const NewNotice = z.strictObject({
  kind: z.enum(['erratum', 'withdrawal']),
  reason: z.string().trim().min(10).max(1000),
})

/** A publication, in one line. */
export const PublicationLine = z.strictObject({
  ...surveyed.shape,
  number: z.int(),
  madeAt: z.string(),
  madeBy: z.string(),
  digest: z.string(),
})
export type PublicationLine = z.infer<typeof PublicationLine>

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
  /** Day of the last decision. */
  decided: z.string().nullable(),
})
export type FindingLine = z.infer<typeof FindingLine>

/** The small picture of a finding; `left`: answers that do not fit, zones that may not be drawn. */
const Picture = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bars'),
    by: z.enum(['answers', 'zones']),
    end: z.number(),
    bars: z.array(
      z.strictObject({
        label: z.string(),
        estimate: MaybeEstimate,
        text: z.string(),
        interval: z.string(),
        isLead: z.boolean(),
        isUncertain: z.boolean(),
      }),
    ),
    left: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('week'),
    layer: z.enum(['needed', 'regular', 'covered', 'lacking']),
    title: z.string(),
    /** 7 days of 48 half-hours, Monday first; null = too small. */
    values: z.array(z.array(z.number().nullable())),
  }),
])
export type Picture = z.infer<typeof Picture>

/** A finding as a picture with its caption: `brief`, of twenty words at most. */
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
  files: z.array(z.strictObject({ file: z.string(), name: z.string() })),
})
export type Overview = z.infer<typeof Overview>

export const ObjectivePage = z.strictObject({
  /** Those its findings come from. */
  publications: z.array(PublicationLine),
  row: z.strictObject({ ...CoverageRow.shape, evidence: EvidenceCounts }),
  findings: z.array(PicturedFinding),
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

const ShownCell = z.strictObject({
  text: z.string(),
  small: z.string().optional(),
  /** Too few people for a figure. */
  isSmall: z.boolean().optional(),
})
export type ShownCell = z.infer<typeof ShownCell>
const ShownGrid = z.strictObject({
  title: z.string(),
  base: z.string(),
  columns: z.array(z.string()),
  notes: z.array(z.string()),
  rows: z.array(z.strictObject({ label: z.string(), cells: z.array(ShownCell) })),
})
export type ShownGrid = z.infer<typeof ShownGrid>

/** What an analyst chooses to put before the committee; '' = the words of the rule. */
export const NewCommittee = z.strictObject({
  pages: z
    .array(
      z.strictObject({
        objective: z.int().min(1).max(mostObjectives),
        finding: z.string().max(200).nullable(),
        answer: z.string().trim().max(400),
        asked: z.string().trim().max(400),
      }),
    )
    .max(mostObjectives),
})

const CommitteePage = z.strictObject({
  objective: z.int(),
  title: z.string(),
  question: z.string(),
  finding: z.string(),
  /** The finding that answers. */
  lead: z.strictObject({ slug: z.string(), indicator: z.string(), title: z.string() }),
  strength: Strength,
  answer: z.string(),
  /** What is read from the last row: the words chosen, else the first sentence without its figures in brackets. */
  brief: z.string(),
  picture: Picture.nullable(),
  where: z.string().nullable(),
  needs: ShownGrid.nullable(),
  unknown: z.array(z.string()),
  asked: z.string(),
  decided: z.array(z.strictObject({ text: z.string(), date: z.string(), by: z.string(), title: z.string() })),
  own: z.strictObject({ answer: z.string(), asked: z.string() }),
})
export type CommitteePage = z.infer<typeof CommitteePage>

export const Committee = z.strictObject({
  /** False: those of the rule. */
  isChosen: z.boolean(),
  pages: z.array(CommitteePage),
  /** Objectives with an answer, and the findings that may give it. */
  offered: z.array(
    z.strictObject({
      objective: z.int(),
      title: z.string(),
      findings: z.array(z.strictObject({ id: z.string(), title: z.string(), sentence: z.string() })),
    }),
  ),
})
export type Committee = z.infer<typeof Committee>

/** What the committee decided on a finding, and when. */
const Decision = z.strictObject({
  text: z.string(),
  /** ISO day. */
  date: z.string(),
  by: z.string(),
  at: z.string(),
  /** Publication it was taken on; null when it was taken on an action. */
  publication: z.int().nullable(),
  action: z.int().nullable().optional(),
  pilot: z.string().optional(),
  due: z.string().optional(),
  indicator: z.string().optional(),
  /** Absent = staff only. */
  isPublic: z.boolean().optional(),
  /** Words of the objective on that day, when the plan says it otherwise today. */
  wordsThen: z.string().nullable(),
})
export type Decision = z.infer<typeof Decision>

const ZoneFigure = z.strictObject({ name: z.string(), estimate: MaybeEstimate, text: z.string(), interval: z.string() })

export const FindingPage = z.strictObject({
  finding: Finding,
  /** What its sentence says first, of twenty words at most. */
  brief: z.string(),
  /** What it would take to know more, a sentence each. */
  more: z.array(z.string()),
  /** Its question has tables in the explorer. */
  isExplored: z.boolean(),
  /** The same indicator by zone, everybody first; null = no zone has a figure of it. */
  zones: z.array(ZoneFigure).nullable(),
  tables: z.array(z.strictObject({ grid: ShownGrid, chart: BarsChart.nullable() })),
  publication: PublicationLine,
  decisions: z.array(Decision),
  zoning: z.strictObject({ name: z.string(), provisional: z.boolean(), date: z.string(), source: z.string() }),
  mention: z.string(),
})
export type FindingPage = z.infer<typeof FindingPage>

export const PublicationsPage = z.strictObject({
  slug: z.string(),
  title: z.string(),
  publications: z.array(PublicationLine),
  /** Groups of answers nobody has looked at yet: they count as they are. */
  waiting: z.int(),
  working: z.strictObject({ done: z.int(), total: z.int() }).nullable(),
  failure: z.string().nullable(),
  /** What everybody may read now: number of the publication, since when, with its data or not. */
  open: z.strictObject({ number: z.int(), at: z.string(), by: z.string(), withData: z.boolean() }).nullable(),
})
export type PublicationsPage = z.infer<typeof PublicationsPage>

/** What is read before publishing; counts to the nearest five. */
export const Readiness = z.strictObject({
  title: z.string(),
  /** Why nothing can be published; null = it can be asked for. */
  stop: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      kind: z.enum(['good', 'warm']),
      text: z.string(),
      link: z.string().optional(),
      linkText: z.string().optional(),
    }),
  ),
  zones: z.array(z.strictObject({ name: z.string(), count: z.int(), isShown: z.boolean(), text: z.string() })),
  /** Of the publication in force: its findings, and how many of them hold no figure. */
  secret: z.strictObject({ publication: z.int(), findings: z.int(), secret: z.int() }).nullable(),
  /** Two people are needed: one asks, another publishes. */
  byTwo: z.boolean(),
  /** Who has asked already. */
  request: z.strictObject({ byName: z.string(), at: z.string(), isMine: z.boolean() }).nullable(),
  /** What is bound for good. */
  binds: z.array(z.string()),
})
export type Readiness = z.infer<typeof Readiness>

const List = z.strictObject({ path: z.string(), title: z.string() })
export const QuestionList = z.strictObject({
  slug: z.string(),
  title: z.string(),
  publication: PublicationLine.nullable(),
  questions: z.array(
    z.strictObject({
      path: z.string(),
      title: z.string(),
      page: z.string(),
      lists: z.array(List),
      weighted: z.boolean(),
      /** Panel it is asked in: questions of one panel may be crossed; absent before they could be. */
      panel: z.string().optional(),
    }),
  ),
  /** Those of the same publication that have no table. */
  absent: z.array(AbsentQuestion),
})
export type QuestionList = z.infer<typeof QuestionList>

/** One place of a crossing and what is published there; `text` and `interval`: its figure in words. */
const ExplorerCell = z.strictObject({
  dims: z.record(z.string(), z.string()),
  estimate: MaybeEstimate,
  text: z.string(),
  interval: z.string(),
})
export type ExplorerCell = z.infer<typeof ExplorerCell>

export const Explored = z.strictObject({
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  kind: z.enum(['shares', 'several', 'mean']),
  sensitive: z.boolean(),
  who: z.tuple([z.string(), z.string()]),
  lists: z.array(
    z.strictObject({
      ...List.shape,
      /** `day`: the group stands as it was on that ISO day. */
      choices: z.array(z.strictObject({ value: z.string(), text: z.string(), day: z.string().optional() })),
      left: z.array(z.string()),
    }),
  ),
  answers: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  /** Null: this crossing would describe too few people. */
  cells: z.array(ExplorerCell).nullable(),
  /** What everybody said, an estimate an answer: what a group is compared with. */
  whole: z.array(z.strictObject({ answer: z.string(), estimate: MaybeEstimate })),
  why: z.string().nullable(),
  /** The largest figure published, as a sentence with its interval and base, and what is not clearly behind it. */
  sentence: z.string(),
  /** Divided: the sentence of each answer, for when one is shown alone. */
  sentences: z.array(z.strictObject({ answer: z.string(), sentence: z.string() })),
  /** Short responses, of which there are some, were not asked it. */
  isWholeOnly: z.boolean(),
  /** Each figure is weighted, or none. */
  weighted: z.boolean(),
  publication: PublicationLine,
  mention: z.string(),
})
export type Explored = z.infer<typeof Explored>

const waveFigure = z.strictObject({ text: z.string(), interval: z.string(), base: z.number() })
/** One indicator that two waves share: what each found, and whether the change stands. */
const WaveChange = z.strictObject({
  indicator: z.string(),
  title: z.string(),
  /** Value and interval of each wave in words. */
  earlier: waveFigure,
  later: waveFigure,
  /** In points, null when the two cannot be compared. */
  change: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
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

export const TerritoryMap = z.strictObject({
  /** GeoJSON, one feature a commune. */
  outlines: z.unknown(),
  source: z.string(),
  zoneSource: z.string(),
  provisional: z.boolean(),
  communes: z.array(z.strictObject({ code: z.string(), name: z.string(), zone: z.string(), zoneName: z.string() })),
})
export type TerritoryMap = z.infer<typeof TerritoryMap>

const Tally = z.array(z.strictObject({ name: z.string(), count: z.int() }))
export type Tally = z.infer<typeof Tally>

/** How the collection goes, to the nearest five. */
const Fieldwork = z.strictObject({
  total: z.int(),
  /** Responses a person has set aside: in none of the other counts. */
  aside: z.int(),
  channels: Tally,
  days: Tally,
  modes: Tally,
  zones: Tally,
  provisional: z.boolean(),
  zoneSource: z.string(),
})
export type Fieldwork = z.infer<typeof Fieldwork>
export const FieldworkCounts = z.strictObject({ title: z.string(), ...Fieldwork.shape })
