/** The responses one kiosk has given, counted and set aside together: a stolen tablet weighs no more in the figures. */
import { dayOf } from '../../surveys/days.ts'
import type { AppContext } from '../context.ts'
import { reviewCollection } from '../fieldwork/reviews.ts'
import { readResponses } from '../responses/responses.ts'
import { collections } from '../store/collections.ts'
import type { Kiosk } from './kiosk.ts'

/** Ids by questionnaire. */
export type OfKiosk = Map<string, string[]>

/**
 * The responses of a questionnaire that a kiosk has given, those of the trial left out.
 *
 * @param since ISO date and time of arrival, which the tablet cannot choose; null for all
 */
export async function idsOfKiosk(
  { store, keyring }: Pick<AppContext, 'store' | 'keyring'>,
  slug: string,
  kiosk: string,
  since: string | null,
): Promise<string[]> {
  const ids: string[] = []
  for await (const block of readResponses(store, keyring, slug))
    for (const response of block)
      if (response.kiosk === kiosk && !response.trial && (since === null || response.receivedAt >= since))
        ids.push(response.id)
  return ids
}

export const countOf = (found: OfKiosk): number => [...found.values()].reduce((sum, ids) => sum + ids.length, 0)

/** Opened in the thread of the analysis: the server goes on answering. A kiosk may have offered more than it does now. */
export async function ofKiosk(context: AppContext, kiosk: Kiosk, since: string | null): Promise<OfKiosk> {
  const slugs = (await context.store.collection(collections.questionnaires).list()).map(({ id }) => id)
  const found: OfKiosk = new Map()
  for (const slug of slugs) {
    const ids = await context.analysis.ofKiosk(slug, kiosk.id, since)
    if (ids.length > 0) found.set(slug, ids)
  }
  return found
}

/**
 * Sets them aside with a reason; each can be brought back where flagged responses are reviewed.
 *
 * @returns how many
 */
export async function setAside(
  context: AppContext,
  by: string,
  kiosk: Kiosk,
  { reason, since }: { reason: string; since: string | null },
): Promise<number> {
  const reviews = reviewCollection(context.store)
  const at = context.now().toISOString()
  const found = await ofKiosk(context, kiosk, since)
  for (const [slug, ids] of found)
    for (const id of ids) {
      const earlier = await reviews.get(`${slug}/${id}`)
      const review = { state: 'aside' as const, why: 'kiosk', group: kiosk.id, reason, by, at }
      await reviews.put(`${slug}/${id}`, review, earlier?.revision ?? null)
    }
  const count = countOf(found)
  const details = { réponses: count, motif: reason, ...(since === null ? {} : { depuis: dayOf(since) }) }
  await context.audit.record({ who: by, what: 'kiosk-aside', about: kiosk.name, details })
  return count
}
