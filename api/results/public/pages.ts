/** The results page of one questionnaire, from the publication that was opened: the figures of the documents, and the decisions made public. */

import { createHash } from 'node:crypto'
import { findingId } from '../../../analysis/report/finding-blocks.ts'
import { committeePages } from '../../../analysis/report/short/committee.ts'
import type { DecidedBeside, ReportSource } from '../../../analysis/report/source.ts'
import type { Authority } from '../../../surveys/authority/schema.ts'
import { canonical } from '../../../surveys/canonical.ts'
import { dayOf } from '../../../surveys/days.ts'
import type { AppContext } from '../../context.ts'
import type { PublicResults } from '../collections.ts'
import { decisionsIn } from '../decisions.ts'
import { alone, documentOn, sourceOf, writerOf } from '../documents.ts'
import { noticesIn } from '../notices.ts'
import { currentFor } from '../plan.ts'
import type { Head, Publications } from '../publications.ts'

/**
 * All that the page is made of: one publication alone, with the committee's pages as they were worded when it was opened. A page
 * whose answer comes from another questionnaire is not this one's; where none is left, the rule chooses.
 */
export async function publicSourceOf(
  context: AppContext,
  head: Head,
  { pages }: Pick<PublicResults, 'pages'>,
  demo: boolean,
): Promise<ReportSource> {
  const { chosenPages: _, ...source } = await sourceOf(context, alone(head), demo)
  const known = new Set(source.findings.map(findingId))
  const own = (pages ?? []).filter(({ finding }) => finding === null || known.has(finding))
  const proposed = {
    ...source,
    today: dayOf(context.now()),
    decidedBeside: await decidedBeside(context, head.surveyed.slug),
  }
  const chosen = { ...proposed, chosenPages: own }
  return committeePages(chosen).length > 0 ? chosen : proposed
}

/** What inhabitants read of decisions on the other questionnaires; one taken on figures since withdrawn is not among them. */
async function decidedBeside(context: AppContext, slug: string): Promise<DecidedBeside[]> {
  const notices = noticesIn(context.store)
  const all = await decisionsIn(context.store).all()
  const besides = await Promise.all(
    all.map(async ({ on, publication, action: _, ...one }): Promise<DecidedBeside | null> => {
      if (on === null || on.questionnaire === slug || !one.isPublic) return null
      const wrong = publication === null ? [] : (await notices.all(on.questionnaire)).get(publication)
      if (wrong?.some(({ kind }) => kind === 'withdrawal')) return null
      const { standing } = await context.questionnaires.found(on.questionnaire)
      const { questionnaire } = await context.questionnaires.published(on.questionnaire, standing.version)
      const indicator = questionnaire.indicators.find(({ id }) => id === on.indicator)
      return indicator ? { ...one, ...on, objective: indicator.objective, title: questionnaire.title } : null
    }),
  )
  return besides.filter((one) => one !== null)
}

/** The committee's pages as they stand now, each with the finding it rests on; null = nobody has chosen any. */
export async function pagesNow(
  context: AppContext,
  publications: Publications,
  demo: boolean,
): Promise<PublicResults['pages']> {
  const current = await currentFor(context, publications, () => true)
  const source = await sourceOf(context, current, demo)
  const { chosenPages } = source
  if (chosenPages === undefined) return null
  return committeePages(source).map(({ objective, lead, asked }) => ({
    objective,
    finding: findingId(lead),
    answer: chosenPages.find((one) => one.objective === objective)?.answer ?? '',
    asked,
  }))
}

const most = 64
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Documents of the page, each written once for the same content: anybody may ask for them, and a PDF takes a moment. */
export function publicDocuments() {
  const known = new Map<string, Promise<Buffer>>()
  /** @param then the authority whose words it has; null = the one in force */
  return async (
    source: ReportSource,
    file: string,
    then: Authority | null,
  ): Promise<{ type: string; content: Buffer } | null> => {
    const writer = writerOf(file)
    if (writer === null) return null
    const { digest, date, today, decisions, decidedBeside, chosenPages, questionnaires, place } = source
    const plan = then === null ? null : hashOf(canonical(then))
    const key = JSON.stringify([
      file,
      digest,
      date,
      today,
      decisions,
      decidedBeside,
      chosenPages,
      questionnaires,
      place,
      plan,
    ])
    const content = known.get(key) ?? documentOn(writer, source, then)
    known.set(key, content)
    content.catch(() => known.delete(key))
    if (known.size > most) known.delete(known.keys().next().value!)
    return { type: writer.type, content: await content }
  }
}
