/** The input of every writer: what was published, read and decided, as plain data. */
import type { FormerWords, Outcome } from '../../surveys/authority/follow-up.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { CoverageRow } from '../findings/coverage.ts'
import type { Finding } from '../findings/finding.ts'
import type { Answered } from '../measures/respondents/representativity.ts'
import type { Waves } from '../measures/waves.ts'
import { date } from '../text/format.ts'

/** One questionnaire as the report names it. */
export type Surveyed = {
  slug: string
  version: number
  title: string
  audience: string
  responses: number
  /** ISO days of the first and the last response; null = no response. */
  period: { from: string; to: string } | null
  trial: boolean
  /** What a person has set aside is counted too. */
  withAside?: true
  /** What was found wrong since it was published, oldest first. */
  notices?: PublicationNotice[]
}

/** A publication found wrong: corrected in words, or withdrawn. `day`: ISO. */
export type PublicationNotice = { kind: 'erratum' | 'withdrawal'; reason: string; day: string }

/**
 * A decision noted on a finding: the committee’s words, its ISO day, and who noted them. `due`: ISO day by which it is done, when one
 * was said. `isPublic`: inhabitants read it too; absent = no. `former`: what was said before each correction, oldest first.
 */
export type Decided = {
  questionnaire: string
  indicator: string
  /** ISO date and time it was noted. */
  at: string
  text: string
  date: string
  by: string
  pilot?: string
  due?: string
  isPublic?: boolean
  former?: readonly FormerWords[]
  outcome?: Outcome
}

/** A decision noted on the same question of another questionnaire: under which objective, and that questionnaire's title. */
export type DecidedBeside = Decided & { objective: number; title: Questionnaire['title'] }

/** What an analyst chose to put before the committee, in this order; words left out are those of the rule. */
export type ChosenPage = { objective: number; finding: string | null; answer: string; asked: string }

/** Outline of a zone: rings of [longitude, latitude]. */
export type Ring = readonly (readonly [number, number])[]
export type ZoneOutlines = {
  zones: { name: string; rings: Ring[] }[]
  source: string
  /** Slugs of those published with these zones: the findings of others have no map; absent = all. */
  questionnaires?: readonly string[]
}

export type Reached = Answered & { slug: string; waves: Waves | null }

/** All that a report is made of: the same in, the same bytes out. */
export type ReportSource = {
  place: string
  /** ISO day. */
  date: string
  /** ISO day it is read, where that is not its date. */
  today?: string
  demo: boolean
  zoning: { name: string; provisional: boolean; date: string; source: string }
  questionnaires: Surveyed[]
  findings: Finding[]
  /** Who answered each questionnaire, and what changed since its wave before. */
  reached: Reached[]
  coverage: CoverageRow[]
  unread: { questionnaire: string; indicator: string; why: string }[]
  /** SHA-256 of the answers read, hexadecimal. */
  digest: string
  /** Printed beside published figures. */
  mention: string
  /** Number of the one publication it tells; absent = it tells all that are current. */
  publication?: number
  scope: { questionnaire: string | null; objective: number | null }
  /** Oldest first; absent where none was read. */
  decisions?: Decided[]
  /** Those that inhabitants read of questionnaires that are not in here, oldest first; absent where none was read. */
  decidedBeside?: DecidedBeside[]
  /** Absent = those of the rule. */
  chosenPages?: ChosenPage[]
  /** Absent = no map is drawn. */
  outlines?: ZoneOutlines
  /** The questionnaires as they were asked, for pages in other languages; absent = those pages tell nothing. */
  definitions?: Questionnaire[]
}

/** The objectives a report speaks of: one publication says nothing of those its questionnaire does not ask about. */
export const covered = ({ coverage, publication }: Pick<ReportSource, 'coverage' | 'publication'>): CoverageRow[] =>
  publication === undefined ? coverage : coverage.filter(({ indicators }) => indicators > 0)

/** « du 2 mars au 12 avril 2026 », or the one day. */
export function periodText(period: Surveyed['period']): string {
  if (period === null) return 'aucune réponse'
  return period.from === period.to ? `le ${date(period.from)}` : `du ${date(period.from)} au ${date(period.to)}`
}

/** What was found wrong in the publications of a report, one sentence each. */
export const noticeTexts = (questionnaires: readonly Surveyed[], kind: PublicationNotice['kind']): string[] =>
  questionnaires.flatMap(({ title, notices = [] }) =>
    notices.filter((one) => one.kind === kind).map(({ reason, day }) => `« ${title} », le ${date(day)} : ${reason}`),
  )

/** One sentence where a report counts what a person has set aside; null where it does not. */
export function asideText(questionnaires: readonly Surveyed[]): string | null {
  const named = questionnaires.filter(({ withAside }) => withAside).map(({ title }) => `« ${title} »`)
  return named.length === 0
    ? null
    : `Ce rapport compte aussi les fiches qu’une personne a mises de côté (${named.join(', ')}).`
}
