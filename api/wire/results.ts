/** What travels between the dashboard and the api: figures that came through the gate, and words about them. */
import * as z from 'zod'
import type { MaybeEstimate } from '../../analysis/estimates/estimate.ts'
import type { CoverageRow } from '../../analysis/findings/coverage.ts'
import type { Finding } from '../../analysis/findings/finding.ts'
import type { Strength } from '../../analysis/findings/strength.ts'
import type { Surveyed } from '../../analysis/report/source.ts'
import type { BarsChart, Chart, WeekChart } from '../../analysis/report/tree.ts'

export type { Estimate, MaybeEstimate } from '../../analysis/estimates/estimate.ts'
export type { BarsChart, Chart, Finding, Strength, WeekChart }

export const NewDecision = z.strictObject({
  text: z.string().trim().min(3).max(1000),
  date: z.iso.date(),
})
export const Nothing = z.strictObject({})

/** A publication, in one line. */
export type PublicationLine = Surveyed & {
  number: number
  madeAt: string
  madeBy: string
  digest: string
  audit: { counts: number; hidden: number; narrowest: number | null }
}

/** A finding where it is only named. */
export type FindingLine = Pick<
  Finding,
  'questionnaire' | 'indicator' | 'objective' | 'title' | 'sentence' | 'strength' | 'estimate'
> & {
  /** Value and interval in words. */
  text: string
  interval: string
  decided: string | null
}

export type Surveying = {
  slug: string
  title: string
  status: 'trial' | 'soon' | 'open' | 'closed'
  current: PublicationLine | null
}

export type Overview = {
  mention: string
  questionnaires: Surveying[]
  rows: (CoverageRow & { best: Strength | null; told: number })[]
  /** The few findings that the report puts first. */
  main: FindingLine[]
  files: { file: string; name: string }[]
}

export type ObjectivePage = {
  row: CoverageRow
  findings: FindingLine[]
  unread: { questionnaire: string; indicator: string; why: string }[]
}

export type ShownCell = { text: string; small?: string; isSecret?: boolean }
export type ShownGrid = {
  title: string
  base: string
  columns: string[]
  notes: string[]
  rows: { label: string; cells: ShownCell[] }[]
}

export type FindingPage = {
  finding: Omit<Finding, 'table' | 'breakdowns'>
  tables: { grid: ShownGrid; chart: BarsChart | null }[]
  publication: PublicationLine
  decisions: Decision[]
  zoning: { name: string; provisional: boolean; source: string }
  mention: string
}

export type PublicationsPage = {
  slug: string
  title: string
  publications: PublicationLine[]
  /** Groups of answers nobody has looked at yet: they count as they are. */
  waiting: number
  working: { done: number; total: number } | null
  failure: string | null
}

export type QuestionList = {
  slug: string
  title: string
  publication: PublicationLine | null
  questions: {
    path: string
    title: string
    page: string
    lists: { path: string; title: string }[]
    weighted: boolean
  }[]
}

/** One place of a crossing and what is told there. */
export type ExplorerCell = {
  dims: Record<string, string>
  estimate: MaybeEstimate
  /** Value and interval in words. */
  text: string
  interval: string
  count: number | null
}

export type Explored = {
  slug: string
  path: string
  title: string
  kind: 'shares' | 'several' | 'mean'
  sensitive: boolean
  who: [string, string]
  lists: { path: string; title: string; choices: { value: string; text: string }[]; left: string[] }[]
  answers: { value: string; label: string }[]
  /** Null: this crossing would describe too few people. */
  cells: ExplorerCell[] | null
  why: string | null
  /** The largest figure told, as a sentence with its interval and base, and what is not clearly behind it. */
  sentence: string
  weighted: boolean
  hasWeights: boolean
  /** When these very figures were frozen. */
  from: { id: string; date: string; responses: number } | null
  publication: PublicationLine
  mention: string
}

/** One indicator that two waves share: what each found, and whether the change stands. */
export type WaveChange = {
  indicator: string
  title: string
  /** Value and interval of each wave in words; « secret » where it may not be told. */
  earlier: { text: string; interval: string; base: number }
  later: { text: string; interval: string; base: number }
  /** In points, null when the two cannot be compared. */
  change: { value: number; low: number; high: number } | null
  established: boolean
  sentence: string
  limits: string[]
}

/** Who answered, who is missing, where to go next, and what changed since the wave before: as one publication tells it. */
export type AnsweredPage = {
  slug: string
  title: string
  /** Null: nothing is published yet. */
  publication: PublicationLine | null
  /** By zone, by way of answering, by each margin entered; then what the weights do. */
  tables: ShownGrid[]
  sentences: string[]
  /** Null: no earlier wave asked the same things. */
  waves: { earlier: string; later: string; changes: WaveChange[] } | null
  mention: string
}

export type TerritoryMap = {
  outlines: unknown
  source: string
  zoneSource: string
  provisional: boolean
  communes: { code: string; name: string; zone: string; zoneName: string }[]
}

export type Decision = {
  text: string /** ISO day. */
  date: string
  by: string
  at: string /** Publication it was taken on. */
  publication: number
}

export type Tally = { name: string; count: number }[]

export type Fieldwork = {
  total: number
  /** Sheets a person has set aside: in none of the other counts. */
  aside: number
  channels: Tally
  days: Tally
  modes: Tally
  zones: Tally
  provisional: boolean
  zoneSource: string
}
