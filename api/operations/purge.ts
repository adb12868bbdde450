/** Purges one line of the retention list, on a trusted clock: by a person who confirmed twice, or by the hourly work for coordinates whose time is over. */

import { dayOf } from '../../surveys/days.ts'
import type { Account } from '../accounts/account.ts'
import { withinLimits } from '../accounts/limits.ts'
import type { AppContext } from '../context.ts'
import { erase } from '../erasure/erase.ts'
import { cacheMs } from '../http/cache.ts'
import { Problem } from '../http/problems.ts'
import type * as wire from '../wire/fieldwork.ts'
import { lastExpiry } from './backups.ts'
import { clockOf } from './clock.ts'
import { journalCut, purgeLines, purgesIn } from './retention.ts'

/** Coordinates and the journal belong to the whole site. @throws Problem beyond-limits */
export function purgeableBy(account: Account, { id }: Pick<wire.NewPurge, 'id'>): void {
  const [kind = '', slug = ''] = [id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)]
  withinLimits(account, { questionnaires: kind === 'answers' ? [slug] : null })
}

/**
 * What was promised to each person who left them, without anybody's word. The clock is believed.
 *
 * @throws StoreUnavailable when the file could not be written anew: the next hour does it again
 */
export async function purgeContactsDue(context: AppContext): Promise<void> {
  for (const line of await purgeLines(context))
    if (line.kind === 'contacts' && line.isDue) await purge(context, 'serveur', line, '')
}

/**
 * @throws Problem clock-doubted, disposal-changed, form-refused; StoreUnavailable when the file could not be written anew: do it again
 */
export async function purgeLine(
  context: AppContext,
  by: string,
  { id, count, reference }: wire.NewPurge,
): Promise<wire.Purged> {
  await clockOf(context).trusted()
  const line = (await purgeLines(context)).find((one) => one.id === id)
  if (!line?.isErasable || line.count !== count) throw new Problem('disposal-changed')
  if (line.needsApproval && reference.length < 3)
    throw new Problem('form-refused', [
      { path: 'reference', message: 'Indiquez la référence du visa d’élimination des archives.' },
    ])
  return purge(context, by, line, reference)
}

/** Begun, done and proven in this order: whatever stops in between, the line is still on the list and can be done again. */
async function purge(context: AppContext, by: string, line: wire.PurgeLine, reference: string): Promise<wire.Purged> {
  const { id, count } = line
  const at = context.now().toISOString()
  const backupsUntil = await lastExpiry(context.store, '', at)
  const proof = { at, by, title: line.title, count, reference, backupsUntil, line: id }
  const name = `${proof.at.replace(/[:.]/g, '-')}-${line.kind}`
  await purgesIn(context).put(name, { ...proof, isDone: false }, null)
  await deletions[line.kind](context, id.slice(id.indexOf('/') + 1))
  await context.store.eraseTraces()
  const details = {
    lignes: count,
    'visa des archives': reference || 'sans objet',
    'dans nos sauvegardes jusqu’au': backupsUntil === null ? 'aucune' : dayOf(backupsUntil),
  }
  await context.audit.record({ who: by, what: deeds[line.kind], about: line.title, details })
  await markDone(context, id)
  return { backupsUntil }
}

const deeds = {
  answers: 'purged',
  contacts: 'contacts-purged',
  encounters: 'heard-purged',
  journal: 'journal-trimmed',
} as const

const deletions: Record<wire.PurgeLine['kind'], (context: AppContext, what: string) => Promise<void>> = {
  answers: purgeAnswers,
  contacts: purgeContacts,
  encounters: purgeEncounters,
  journal: async (context) => {
    const { logMonths } = (await context.settings()).values
    await context.audit.trim(journalCut(context.now().toISOString(), logMonths))
  },
}

/**
 * The ledger has it before anything goes, so that no backup brings the answers back. Twice: another instance may take a late tablet's
 * response in for as long as it remembers its last reading.
 */
async function purgeAnswers(context: AppContext, slug: string): Promise<void> {
  await context.ledger.record('questionnaire', slug, slug)
  const what = { at: context.now().toISOString(), kind: 'questionnaire', id: slug, questionnaire: slug } as const
  await erase(context.store, what)
  await context.stopwatch.pass(cacheMs + 200)
  await erase(context.store, what)
  context.keyring.forget(slug)
}

async function purgeContacts(context: AppContext, month: string): Promise<void> {
  await context.ledger.record('contacts', month, '')
  await erase(context.store, { at: context.now().toISOString(), kind: 'contacts', id: month, questionnaire: '' })
}

async function purgeEncounters(context: AppContext, day: string): Promise<void> {
  await context.ledger.record('encounters', day, '')
  await erase(context.store, { at: context.now().toISOString(), kind: 'encounters', id: day, questionnaire: '' })
}

async function markDone(context: AppContext, line: string): Promise<void> {
  for (const { id, revision, value } of await purgesIn(context).list())
    if (value.line === line && !value.isDone) await purgesIn(context).put(id, { ...value, isDone: true }, revision)
}

/** What was deleted, newest first. */
export async function proofs(context: AppContext): Promise<wire.PurgeProof[]> {
  const stored = await purgesIn(context).list()
  return stored
    .filter(({ value }) => value.isDone)
    .map(({ value: { at, by, title, count, reference, backupsUntil } }) => ({
      at,
      by,
      title,
      count,
      reference,
      backupsUntil,
    }))
    .reverse()
}
