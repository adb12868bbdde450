/** Deletes one line of the disposal list for good: once it is due, on a clock that can be believed, by a person who said so twice. */
import { contactsIn } from '../contacts.ts'
import type { House } from '../house.ts'
import { sheetShelf } from '../paper/batches.ts'
import { Problem } from '../problems.ts'
import type * as wire from '../wire-fieldwork.ts'
import { clockOf } from './clock.ts'
import { change, standingOf } from './dates.ts'
import { disposalLines, disposalShelf, journalCut } from './retention.ts'

/** Shelves whose documents are named `questionnaire/…` or `questionnaire@…` and lead to its answers. */
const besideAnswers: [shelf: string, sign: string][] = [
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
export async function dispose(house: House, by: string, { id, count, reference }: wire.Dispose): Promise<void> {
  await clockOf(house).trusted()
  const line = (await disposalLines(house)).find((one) => one.id === id)
  if (!line?.isDue || line.count !== count) throw new Problem('disposal-changed')
  if (line.needsApproval && reference.length < 3)
    throw new Problem('form-refused', [
      { path: 'reference', message: 'Indiquez la référence du visa d’élimination des archives.' },
    ])
  const proof = { at: house.now().toISOString(), by, title: line.title, count, reference, line: id }
  const name = `${proof.at.replace(/[:.]/g, '-')}-${line.kind}`
  await disposalShelf(house).put(name, { ...proof, isDone: false }, null)
  await deletions[line.kind](house, id.slice(id.indexOf('/') + 1))
  await house.store.scour()
  const details = { lignes: count, 'visa des archives': reference || 'sans objet' }
  await house.audit.record({ who: by, what: deeds[line.kind], about: line.title, details })
  await markDone(house, id)
}

const deeds = { answers: 'purged', contacts: 'contacts-purged', journal: 'journal-trimmed' } as const

const deletions: Record<wire.DisposalLine['kind'], (house: House, what: string) => Promise<void>> = {
  answers: purgeAnswers,
  contacts: async (house, month) => {
    await contactsIn(house).removeUntil(month)
  },
  journal: async (house) => {
    const { logMonths } = (await house.settings()).values
    await house.audit.trim(journalCut(house.now().toISOString(), logMonths))
  },
}

/** The answers, and everything beside them that could lead to one: codes, sheets typed or waiting, flags, decisions. */
async function purgeAnswers(house: House, slug: string): Promise<void> {
  const { store } = house
  await store.responses.removeAll(slug)
  await store.codes.removeAll(slug)
  for (const [shelf, sign] of besideAnswers) await emptied(house, shelf, (name) => name.startsWith(`${slug}${sign}`))
  for (const { id, value } of await sheetShelf(store).list())
    if (value.questionnaire === slug) await sheetShelf(store).remove(id)
  const waiting = store.shelf<{ questionnaire: string | null }>('kiosk-quarantine')
  for (const { id, value } of await waiting.list()) if (value.questionnaire === slug) await waiting.remove(id)
  const kept = await standingOf(house, slug)
  await change(house, slug, kept, {
    purgedAt: house.now().toISOString(),
    frozenAt: kept.value.frozenAt ?? house.now().toISOString(),
  })
}

async function emptied({ store }: House, name: string, isOld: (id: string) => boolean): Promise<void> {
  const shelf = store.shelf(name)
  for (const { id } of await shelf.list()) if (isOld(id)) await shelf.remove(id)
}

async function markDone(house: House, line: string): Promise<void> {
  for (const { id, revision, value } of await disposalShelf(house).list())
    if (value.line === line && !value.isDone) await disposalShelf(house).put(id, { ...value, isDone: true }, revision)
}

/** What was deleted, newest first. */
export async function proofs(house: House): Promise<wire.DisposalProof[]> {
  const kept = await disposalShelf(house).list()
  return kept
    .filter(({ value }) => value.isDone)
    .map(({ value: { at, by, title, count, reference } }) => ({ at, by, title, count, reference }))
    .reverse()
}
