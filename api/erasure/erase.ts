/** What each kind of erasure takes out of a store; done twice, it changes nothing more. */

import { bury } from '../responses/tombstones.ts'
import type { CollectionRow } from '../store/collection-row.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Erasure, ErasureKind } from './erasure.ts'

type What = Pick<Erasure, 'kind' | 'id' | 'questionnaire'>

/** @returns how many responses, or contacts, were there and went */
export const erase = (store: Store, what: What): Promise<number> => erasures[what.kind](store, what)

const erasures: Record<ErasureKind, (store: Store, what: What) => Promise<number>> = {
  response: (store, { id, questionnaire }) => bury(store, id, questionnaire),
  trial: (store, { questionnaire }) => store.responses.removeTrial(questionnaire),
  questionnaire: (store, { questionnaire }) => purge(store, questionnaire),
  contacts: (store, { id }) => removeContacts(store, id),
}

/** Collections whose documents are named `questionnaire/…` or `questionnaire@…` and lead to its answers. */
const besideAnswers = [
  [collections.flags, '/'],
  [collections.reviews, '/'],
  [collections.codeBatches, '/'],
  [collections.vigilance, '@'],
] as const

/** The answers, and everything beside them that could lead to one: codes, sheets typed or waiting, flags, decisions. */
async function purge(store: Store, slug: string): Promise<number> {
  const gone = await store.responses.removeAll(slug)
  await store.codes.removeAll(slug)
  for (const [{ name }, sign] of besideAnswers) await emptied(store, name, `${slug}${sign}`)
  for (const row of [collections.paperSheets, collections.kioskQuarantine] as CollectionRow<{
    questionnaire: string | null
  }>[])
    await removeWhere(store, row, ({ questionnaire }) => questionnaire === slug)
  return gone
}

/** Those of this month and of the months before. */
const removeContacts = (store: Store, month: string) =>
  removeWhere(store, collections.contacts, (contact) => contact.month <= month)

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
