/** Deletes one line of the disposal list for good: once it is due, on a clock that can be believed, by a person who said so twice. */

import type { AppContext } from '../context.ts'
import { change, standingOf } from '../fieldwork/dates.ts'
import { Problem } from '../http/problems.ts'
import { sheetShelf } from '../paper/batches.ts'
import { contactsIn } from '../responses/contacts.ts'
import type * as wire from '../wire/fieldwork.ts'
import { clockOf } from './clock.ts'
import { disposalLines, disposalShelf, journalCut } from './retention.ts'

/** Shelves whose documents are named `questionnaire/…` or `questionnaire@…` and lead to its answers. */
const besideAnswers: [collection: string, sign: string][] = [
  ['flags', '/'],
  ['reviews', '/'],
  ['code-batches', '/'],
  ['vigilance', '@'],
]

/**
 * Begun, done and proven in this order: whatever stops in between, the line is still on the list and can be done again.
 *
 * @throws Problem clock-doubted, disposal-changed, form-refused; StoreUnavailable when the file could not be written anew: do it again
 */
export async function dispose(context: AppContext, by: string, { id, count, reference }: wire.Dispose): Promise<void> {
  await clockOf(context).trusted()
  const line = (await disposalLines(context)).find((one) => one.id === id)
  if (!line?.isDue || line.count !== count) throw new Problem('disposal-changed')
  if (line.needsApproval && reference.length < 3)
    throw new Problem('form-refused', [
      { path: 'reference', message: 'Indiquez la référence du visa d’élimination des archives.' },
    ])
  const proof = { at: context.now().toISOString(), by, title: line.title, count, reference, line: id }
  const name = `${proof.at.replace(/[:.]/g, '-')}-${line.kind}`
  await disposalShelf(context).put(name, { ...proof, isDone: false }, null)
  await deletions[line.kind](context, id.slice(id.indexOf('/') + 1))
  await context.store.scour()
  const details = { lignes: count, 'visa des archives': reference || 'sans objet' }
  await context.audit.record({ who: by, what: deeds[line.kind], about: line.title, details })
  await markDone(context, id)
}

const deeds = { answers: 'purged', contacts: 'contacts-purged', journal: 'journal-trimmed' } as const

const deletions: Record<wire.DisposalLine['kind'], (context: AppContext, what: string) => Promise<void>> = {
  answers: purgeAnswers,
  contacts: async (context, month) => {
    await contactsIn(context).removeUntil(month)
  },
  journal: async (context) => {
    const { logMonths } = (await context.settings()).values
    await context.audit.trim(journalCut(context.now().toISOString(), logMonths))
  },
}

/** The answers, and everything beside them that could lead to one: codes, sheets typed or waiting, flags, decisions. */
async function purgeAnswers(context: AppContext, slug: string): Promise<void> {
  const { store } = context
  await store.responses.removeAll(slug)
  await store.codes.removeAll(slug)
  for (const [collection, sign] of besideAnswers)
    await emptied(context, collection, (name) => name.startsWith(`${slug}${sign}`))
  for (const { id, value } of await sheetShelf(store).list())
    if (value.questionnaire === slug) await sheetShelf(store).remove(id)
  const waiting = store.collection<{ questionnaire: string | null }>('kiosk-quarantine')
  for (const { id, value } of await waiting.list()) if (value.questionnaire === slug) await waiting.remove(id)
  const kept = await standingOf(context, slug)
  await change(context, slug, kept, {
    purgedAt: context.now().toISOString(),
    frozenAt: kept.value.frozenAt ?? context.now().toISOString(),
  })
}

async function emptied({ store }: AppContext, name: string, isOld: (id: string) => boolean): Promise<void> {
  const collection = store.collection(name)
  for (const { id } of await collection.list()) if (isOld(id)) await collection.remove(id)
}

async function markDone(context: AppContext, line: string): Promise<void> {
  for (const { id, revision, value } of await disposalShelf(context).list())
    if (value.line === line && !value.isDone) await disposalShelf(context).put(id, { ...value, isDone: true }, revision)
}

/** What was deleted, newest first. */
export async function proofs(context: AppContext): Promise<wire.DisposalProof[]> {
  const kept = await disposalShelf(context).list()
  return kept
    .filter(({ value }) => value.isDone)
    .map(({ value: { at, by, title, count, reference } }) => ({ at, by, title, count, reference }))
    .reverse()
}
