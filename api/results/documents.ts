/** The report's documents, written from the current publications: the same figures as on the screen, at the documents' threshold. */
import { mention } from '../../analysis/disclosure/rules.ts'
import type { CoverageRow } from '../../analysis/findings/coverage.ts'
import { inReadingOrder } from '../../analysis/findings/finding.ts'
import { reportOf } from '../../analysis/report/build.ts'
import type { ReportSource } from '../../analysis/report/source.ts'
import { writeDocuments } from '../../analysis/report/write-documents.ts'
import { publicWriters, type Writer, writers } from '../../analysis/report/writers.ts'
import { asOf } from '../../surveys/authority/follow-up.ts'
import type { Authority } from '../../surveys/authority/schema.ts'
import { canonical } from '../../surveys/canonical.ts'
import { dayOf } from '../../surveys/days.ts'
import { authorityOn } from '../authority/versions.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { committeeOf } from './committee.ts'
import { documentFonts } from './fonts.ts'
import type { Current } from './plan.ts'
import { digestOfSources, type Head, isWithdrawn } from './publications.ts'

type Published = Pick<Current, 'there' | 'findings'> & {
  rows: CoverageRow[]
  /** ISO day whose plan the document has; absent = the plan in force. */
  day?: string
  /** Of one that is alone. */
  number?: number
}

/**
 * Null when nothing is published, or no such document exists.
 *
 * @throws Problem publication-withdrawn: the figures of a withdrawn publication are no longer given out as data
 */
export async function documentOf(context: AppContext, current: Published, file: string, demo: boolean) {
  const writer = writerOf(file)
  if (!writer || current.there.length === 0) return null
  if (writer.isData && current.there.some(isWithdrawn)) throw new Problem('publication-withdrawn')
  const source = await sourceOf(context, current, demo)
  const content = await documentOn(writer, knownOn(source, current.day), await authorityThen(context, current))
  return { file, type: writer.type, content }
}

/** The row of a document; null when there is none of that name. */
export const writerOf = (file: string): Writer | null =>
  [...writers, ...publicWriters].find((one) => one.file === file) ?? null

/** @param then the authority whose words it has; null = the one in force */
export async function documentOn(writer: Writer, source: ReportSource, then: Authority | null = null): Promise<Buffer> {
  const draft = { source, report: reportOf(source), ...(await documentFonts()) }
  let content = Buffer.alloc(0)
  await writeDocuments(
    [writer],
    draft,
    (delivery) => {
      content = Buffer.from(delivery.content)
    },
    then,
  )
  return content
}

/** What was noted until a day: a publication says nothing of what was decided, or chosen for the committee, after it was made. */
function knownOn(source: ReportSource, day: string | undefined): ReportSource {
  if (day === undefined) return source
  const { chosenPages: _, decisions = [], ...rest } = source
  return { ...rest, decisions: decisions.flatMap((one) => asOf(one, day) ?? []) }
}

/** One publication alone, as it was made: under the plan that held on its day. */
export const alone = (head: Head): Published => ({
  there: [head],
  findings: head.findings,
  rows: head.coverage,
  day: dayOf(head.madeAt),
  number: head.number,
})

/** Null when an amendment has changed nothing of what held on the day of a document. */
export async function authorityThen(
  { authority }: AppContext,
  { day }: Pick<Published, 'day'>,
): Promise<Authority | null> {
  if (day === undefined) return null
  const then = authorityOn(await authority.history(), day)
  return canonical(then) === canonical((await authority.now()).authority) ? null : then
}

/** All that a report is made of, from the current publications. */
export async function sourceOf(
  context: AppContext,
  { there, findings, rows, number }: Published,
  demo: boolean,
): Promise<ReportSource> {
  const { site } = await context.settings()
  const newest = there.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1)).at(-1)!
  const { date: since, source: zonesSource } = newest.zoning
  const sameZones = there
    .filter(({ zoning }) => zoning.date === since && zoning.source === zonesSource)
    .map(({ surveyed }) => surveyed.slug)
  return {
    place: site.name,
    date: newest.document.date,
    ...(number === undefined ? { today: dayOf(context.now()) } : {}),
    demo,
    zoning: newest.zoning,
    questionnaires: there.map(({ surveyed }) => surveyed),
    findings: inReadingOrder(findings),
    reached: there.map(({ surveyed, answered, waves }) => ({ slug: surveyed.slug, ...answered, waves })),
    coverage: rows,
    unread: there.flatMap(({ unread }) => unread),
    digest: digestOfSources(there),
    mention,
    ...(number === undefined ? {} : { publication: number }),
    scope: { questionnaire: null, objective: null },
    definitions: await Promise.all(
      there.map(
        async ({ surveyed: { slug, version } }) =>
          (await context.questionnaires.published(slug, version)).questionnaire,
      ),
    ),
    ...(await committeeOf(context, findings, { ...newest, questionnaires: sameZones })),
  }
}
