/** What each kind of erasure takes out of a store; done twice, it changes nothing more. */

import type { Standing } from '../questionnaires/questionnaires.ts'
import type { Pen } from '../responses/contacts-waiting.ts'
import { bury } from '../responses/tombstones.ts'
import type { Store } from '../store/store.ts'
import type { Erasure, ErasureKind } from './erasure.ts'

type What = Pick<Erasure, 'at' | 'kind' | 'id' | 'questionnaire'>

/** @returns how many responses, or contacts, were there and went */
export const erase = (store: Store, what: What): Promise<number> => erasures[what.kind](store, what)

const erasures: Record<ErasureKind, (store: Store, what: What) => Promise<number>> = {
  response: (store, { id, questionnaire }) => bury(store, id, questionnaire),
  trial: (store, { questionnaire }) => store.responses.removeTrial(questionnaire),
  questionnaire: (store, { questionnaire, at }) => purge(store, questionnaire, at),
  contacts: (store, { id }) => removeContacts(store, id),
  contact: (store, { id }) => removeContact(store, id),
}

/** Collections whose documents are named `questionnaire/…` or `questionnaire@…` and lead to its answers. */
const besideAnswers: [collection: string, sign: string][] = [
  ['flags', '/'],
  ['reviews', '/'],
  ['code-batches', '/'],
  ['vigilance', '@'],
]

/**
 * The answers, everything beside them that could lead to one (codes, sheets typed or waiting, flags, decisions), then their keys: a
 * copy of the base whose keys are gone says nothing more, whoever holds the master.
 */
async function purge(store: Store, slug: string, at: string): Promise<number> {
  const gone = await store.responses.removeAll(slug)
  await store.codes.removeAll(slug)
  for (const [collection, sign] of besideAnswers)
    await removeWhere(store, collection, (_, id) => id.startsWith(`${slug}${sign}`))
  for (const collection of ['paper-sheets', 'kiosk-quarantine'])
    await removeWhere<{ questionnaire: string | null }>(
      store,
      collection,
      ({ questionnaire }) => questionnaire === slug,
    )
  // after the answers: as long as one of them stands, the start asks for its key
  await removeWhere(store, 'keys', (_, id) => id.startsWith(`questionnaire/${slug}/`))
  await notePurged(store, slug, at)
  return gone
}

/** In a store put back from a copy too, nothing more is taken in under a key that is destroyed. */
async function notePurged(store: Store, slug: string, at: string): Promise<void> {
  const standings = store.collection<Standing>('questionnaires')
  for (;;) {
    const stored = await standings.get(slug)
    if (!stored || stored.value.purgedAt !== undefined) return
    const next = { ...stored.value, purgedAt: at, frozenAt: stored.value.frozenAt ?? at }
    if ((await standings.put(slug, next, stored.revision)) !== 'changed') return
  }
}

/** Those of this month and of the months before. */
const removeContacts = (store: Store, month: string) =>
  removeWhere<{ month: string }>(store, 'contacts', (contact) => contact.month <= month)

/** Where it waits, and where it may have gone meanwhile. */
async function removeContact(store: Store, id: string): Promise<number> {
  const waiting = store.collection<Pen>('contacts-waiting')
  for (;;) {
    const pen = await waiting.get('pen')
    if (!pen?.value.entries.some((entry) => entry.id === id)) break
    const entries = pen.value.entries.filter((entry) => entry.id !== id)
    if ((await waiting.put('pen', { ...pen.value, entries }, pen.revision)) === 'changed') continue
    await store.collection('contacts').remove(id)
    return 1
  }
  return Number(await store.collection('contacts').remove(id))
}

async function removeWhere<T>(store: Store, name: string, isOld: (value: T, id: string) => boolean): Promise<number> {
  let gone = 0
  const collection = store.collection<T>(name)
  for (const { id, value } of await collection.list()) if (isOld(value, id) && (await collection.remove(id))) gone++
  return gone
}
