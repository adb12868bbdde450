/** The responses a person should look at, in groups; what they decide is written by response, with its reason. */
import { createHash } from 'node:crypto'
import { cellsReader, scalesOf } from '../../analysis/flags/cells.ts'
import { nearDuplicates } from '../../analysis/flags/duplicates.ts'
import { straightLined } from '../../analysis/flags/straight.ts'
import type { Response } from '../../surveys/answers/response.ts'
import type { DataContext } from '../data-context.ts'
import { readResponses } from '../responses/responses.ts'
import { unreadableIn } from '../responses/unreadable.ts'
import { flagsIn } from './intake-monitor.ts'
import { type Review, reviewsIn } from './reviews.ts'

export type Why = 'kiosk' | 'burst' | 'sender' | 'fast' | 'duplicate' | 'straight'
/** `ids`: those a decision is about; the first of a group of duplicates is somebody's, and stays. */
export type Group = {
  key: string
  why: Why
  ids: string[]
  responses: number
  from: string
  to: string
  review: Review | null
}

/**
 * The groups of a questionnaire that is no longer on trial. A response is in one group only, the weightiest reason first; an invited
 * response came by a code of its own, and belongs to no burst.
 */
export async function groupsIn(context: DataContext, slug: string): Promise<Group[]> {
  const { standing } = await context.questionnaires.found(slug)
  if (standing.status === 'trial') return []
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const read = cellsReader(questionnaire)
  const responses: (Pick<Response, 'id' | 'receivedAt' | 'mode' | 'invited'> & { cells: ReturnType<typeof read> })[] =
    []
  for await (const block of readResponses(context.store, context.keyring, slug, unreadableIn(context).open))
    for (const { id, receivedAt, mode, invited, trial, answers } of block)
      if (!trial) responses.push({ id, receivedAt, mode, ...(invited ? { invited } : {}), cells: read(answers) })
  responses.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  const cells = responses.map((response) => response.cells)
  const noticed = new Map(
    (await flagsIn(context.store).list(`${slug}/`)).map(({ id, value }) => [id.slice(slug.length + 1), value]),
  )
  const bursts = new Map<string, typeof responses>()
  for (const response of responses) {
    const flag = response.invited ? undefined : noticed.get(response.id)
    if (flag) bursts.set(`${flag.why}/${flag.burst}`, [...(bursts.get(`${flag.why}/${flag.burst}`) ?? []), response])
  }
  const of = (why: 'burst' | 'sender') =>
    [...bursts].filter(([name]) => name.startsWith(`${why}/`)).map(([, own]) => ({ why, own, first: false }))
  const reviews = await reviewsIn(context.store, slug)
  const found: { why: Why; own: typeof responses; first: boolean }[] = [
    { why: 'kiosk', own: responses.filter(({ id }) => reviews.get(id)?.why === 'kiosk'), first: false },
    ...of('burst'),
    ...of('sender'),
    ...nearDuplicates(cells).map((group) => ({
      why: 'duplicate' as const,
      own: group.map((at) => responses[at]!),
      first: true,
    })),
    { why: 'straight', own: straightLined(cells, scalesOf(questionnaire)).map((at) => responses[at]!), first: false },
    { why: 'fast', own: bursts.get('fast/') ?? [], first: false },
  ]
  const taken = new Set<string>()
  return found.flatMap(({ why, own, first }) => {
    const asked = (first ? own.slice(1) : own).filter(({ id }) => !taken.has(id))
    for (const { id } of asked) taken.add(id)
    return stated(why, asked, reviews)
  })
}

/** Splits a group by decision: responses that came after a decision wait for one of their own. */
function stated(why: Why, responses: { id: string; receivedAt: string }[], reviews: Map<string, Review>): Group[] {
  const parts = new Map<string, typeof responses>()
  for (const response of responses) {
    const review = reviews.get(response.id)
    const name = review ? `${review.state} ${review.at}` : ''
    parts.set(name, [...(parts.get(name) ?? []), response])
  }
  return [...parts.values()].map((own) => {
    const ids = own.map(({ id }) => id).toSorted()
    const days = own.map(({ receivedAt }) => receivedAt).toSorted()
    const key = createHash('sha256').update(`${why} ${ids.join()}`).digest('base64url').slice(0, 22)
    return {
      key,
      why,
      ids,
      responses: ids.length,
      from: days[0]!,
      to: days.at(-1)!,
      review: reviews.get(ids[0]!) ?? null,
    }
  })
}
