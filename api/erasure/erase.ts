/** What each kind of erasure takes out of a store; done twice, it changes nothing more. */

import { removeWithTombstone } from '../responses/tombstones.ts'
import type { CollectionRow } from '../store/collection-row.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Erasure, ErasureKind } from './erasure.ts'

type What = Pick<Erasure, 'at' | 'kind' | 'id' | 'questionnaire'>

/** @returns how many responses, or contacts, were there and went */
export const erase = (store: Store, what: What): Promise<number> => erasures[what.kind](store, what)

const erasures: Record<ErasureKind, (store: Store, what: What) => Promise<number>> = {
  response: async (store, { id, questionnaire }) => {
    const gone = await removeWithTombstone(store, id, questionnaire)
    // what was decided about it would go on being taken off those that count
    await store.documents(collections.reviews.name).remove(`${questionnaire}/${id}`)
    return gone
  },
  trial: (store, { questionnaire }) => store.responses.removeTrial(questionnaire),
  questionnaire: (store, { questionnaire, at }) => purge(store, questionnaire, at),
  contacts: (store, { id }) => removeContacts(store, id),
  contact: (store, { id }) => removeContact(store, id),
  encounter: (store, { id, at }) => emptyEncounter(store, id, at),
  encounters: (store, { id }) => removeEncounters(store, id),
  actor: async (store, { id }) => Number(await store.documents(collections.actors.name).remove(id)),
  idea: async (store, { id }) => Number(await store.documents(collections.ideas.name).remove(id)),
}

/** Collections whose documents are named `questionnaire/…` or `questionnaire@…` and lead to its answers. */
const besideAnswers = [
  [collections.flags, '/'],
  [collections.reviews, '/'],
  [collections.unreadable, '/'],
  [collections.codeBatches, '/'],
  [collections.vigilance, '@'],
] as const

/**
 * The answers, everything beside them that could lead to one (codes, paper forms, quarantine, flags, decisions) or that waited for their results, then their keys: a
 * copy of the base whose keys are gone says nothing more, whoever holds the master.
 */
async function purge(store: Store, slug: string, at: string): Promise<number> {
  const gone = await store.responses.removeAll(slug)
  await store.codes.removeAll(slug)
  for (const [{ name }, sign] of besideAnswers) await emptied(store, name, `${slug}${sign}`)
  for (const row of [collections.paperForms, collections.kioskQuarantine] as CollectionRow<{
    questionnaire: string | null
  }>[])
    await removeWhere(store, row, ({ questionnaire }) => questionnaire === slug)
  await store.documents(collections.announcements.name).remove(slug)
  // after the answers: as long as one of them stands, the start asks for its key
  await emptied(store, collections.keys.name, `questionnaire/${slug}/`)
  await notePurged(store, slug, at)
  return gone
}

/** In a store put back from a copy too, nothing more is taken in under a key that is destroyed. */
async function notePurged(store: Store, slug: string, at: string): Promise<void> {
  await store
    .collection(collections.questionnaires)
    .update(slug, (standing) =>
      standing === null || standing.purgedAt !== undefined
        ? null
        : { ...standing, purgedAt: at, frozenAt: standing.frozenAt ?? at },
    )
}

/** Those of this month and of the months before, with what was waiting to be of them: a backup holds it as it was. */
async function removeContacts(store: Store, month: string): Promise<number> {
  let waited = 0
  await store.collection(collections.contactsWaiting).update('pen', (pending) => {
    waited = pending && pending.since.slice(0, 7) <= month ? pending.entries.length : 0
    return pending && waited > 0 ? { ...pending, entries: [] } : null
  })
  return waited + (await removeWhere(store, collections.contacts, (contact) => contact.month <= month))
}

/** Where it waits, and where it may have gone meanwhile. */
async function removeContact(store: Store, id: string): Promise<number> {
  const waited = await store.collection(collections.contactsWaiting).update('pen', (pending) => {
    if (!pending?.entries.some((entry) => entry.id === id)) return null
    return { ...pending, entries: pending.entries.filter((entry) => entry.id !== id) }
  })
  // unchecked, as the others are: a damaged one must go too
  const left = await store.documents(collections.contacts.name).remove(id)
  return Number(waited !== null || left)
}

/** Its words go; that there was one, and the documents that repeated it, stay. */
async function emptyEncounter(store: Store, id: string, at: string): Promise<number> {
  const emptied = await store
    .collection(collections.encounters)
    .update(id, (before) => (before?.sealed ? { ...before, sealed: null, withdrawnAt: at } : null))
  return Number(emptied !== null)
}

/** Those held up to this day, with the list of the documents that quoted them. */
async function removeEncounters(store: Store, day: string): Promise<number> {
  const collection = store.collection(collections.encounters)
  let gone = 0
  for (const { id, value } of await collection.list()) {
    if (value.day > day) continue
    await emptied(store, collections.quoteUses.name, `${id}/`)
    if (await collection.remove(id)) gone++
  }
  return gone
}

/** Unchecked: a document that cannot be read must go with the others. */
async function emptied(store: Store, name: string, prefix: string): Promise<void> {
  const documents = store.documents(name)
  for (const { id } of await documents.list(prefix)) await documents.remove(id)
}

async function removeWhere<T>(store: Store, row: CollectionRow<T>, isOld: (value: T) => boolean): Promise<number> {
  let gone = 0
  const collection = store.collection(row)
  for (const { id, value } of await collection.list()) if (isOld(value) && (await collection.remove(id))) gone++
  return gone
}
