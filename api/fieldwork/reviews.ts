/** Decisions of a person about flagged responses: counted, or set aside with a reason. Nothing is deleted. */

import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Review } from './collections.ts'

export type { Review }

export const reviewCollection = (store: Store) => store.collection(collections.reviews)

/** Every decision of a questionnaire, by id of the response. */
export async function reviewsIn(store: Store, slug: string): Promise<Map<string, Review>> {
  const stored = await reviewCollection(store).list(`${slug}/`)
  return new Map(stored.map(({ id, value }) => [id.slice(slug.length + 1), value]))
}

/** Ids of the responses that do not count in the default figures. */
export async function asideIn(store: Store, slug: string): Promise<Set<string>> {
  const all = await reviewsIn(store, slug)
  return new Set([...all].filter(([, { state }]) => state === 'aside').map(([id]) => id))
}

/** How many responses count, without reading them: those set aside are kept, and do not. */
export const countingIn = async (store: Store, slug: string): Promise<number> =>
  Math.max(0, (await store.responses.count(slug)) - (await asideIn(store, slug)).size)
