/**
 * A colleague leaves: their rights, drafts, requests, kiosks and paper batches go to somebody who stays, the links they had made stop
 * working, and their access ends; in one step that may be cut anywhere and done again.
 */
import type { AppContext } from '../context.ts'
import { draftsIn } from '../design/drafts.ts'
import { Problem } from '../http/problems.ts'
import { kiosksIn } from '../kiosks/kiosk.ts'
import { collections } from '../store/collections.ts'
import type { Collection } from '../store/store.ts'
import type { HandedOver } from '../wire/staff.ts'
import type { Account } from './account.ts'
import { type Rights, withinLimits } from './limits.ts'
import { revoke } from './people.ts'

/**
 * @param from the one who leaves; may have lost their access before
 * @throws Problem account-unknown, hand-over-refused, own-hand-over, last-administrator, beyond-limits
 */
export async function handOver(context: AppContext, by: Account, from: string, to: string): Promise<HandedOver> {
  const { accounts, audit } = context
  const leaving = await accounts.all.find(from)
  const staying = await accounts.all.find(to)
  if (!leaving || !staying) throw new Problem('account-unknown')
  if (from === to || from === by.login || staying.state !== 'active' || staying.factor === null)
    throw new Problem('hand-over-refused')
  // before anything moves: what is handed over reaches as far as both of them do
  withinLimits(by, leaving)
  withinLimits(by, staying)
  const rights = both(staying, leaving)
  if (to === by.login && !isSame(rights, staying)) throw new Problem('own-hand-over')

  await accounts.all.change(to, (account) => ({ ...account, ...both(account, leaving) }))
  const handed: HandedOver = {
    drafts: await draftsTo(context, from, staying),
    requests: await requestsTo(context, from, staying),
    kiosks: await kiosksTo(context, from, to),
    batches: await moved(context.store.collection(collections.paperBatches), 'by', from, to),
    links: await withdrawLinks(context, from),
  }
  if (leaving.state === 'active') await revoke(accounts, by, from)
  await audit.record({
    who: by.login,
    what: 'handed-over',
    about: from,
    details: {
      à: to,
      droits: rights.roles.join(', '),
      questionnaires: rights.questionnaires?.join(', ') ?? 'tous',
      brouillons: handed.drafts,
      demandes: handed.requests,
      bornes: handed.kiosks,
      'lots de papier': handed.batches,
      'liens annulés': handed.links,
    },
  })
  return handed
}

const both = (one: Rights, other: Rights): Rights => ({
  roles: [...new Set([...one.roles, ...other.roles])],
  questionnaires:
    one.questionnaires === null || other.questionnaires === null
      ? null
      : [...new Set([...one.questionnaires, ...other.questionnaires])],
})

const isSame = (one: Rights, other: Rights) =>
  one.roles.length === other.roles.length && one.questionnaires?.length === other.questionnaires?.length

/** Whoever takes a request over is the one who asked: a second person still approves. */
async function draftsTo(context: AppContext, from: string, { login, name }: Account): Promise<number> {
  const drafts = draftsIn(context)
  return changedAll(drafts, (draft) => {
    const isAsked = draft.askedBy?.login === from
    if (draft.updatedBy !== from && !isAsked) return null
    return {
      ...draft,
      ...(draft.updatedBy === from ? { updatedBy: login, updatedByName: name } : {}),
      ...(isAsked ? { askedBy: { ...draft.askedBy!, login, name } } : {}),
    }
  })
}

async function requestsTo({ store }: AppContext, from: string, { login, name }: Account): Promise<number> {
  const taken = <T extends { by: string }>(request: T) =>
    request.by === from ? { ...request, by: login, byName: name } : null
  return (
    (await changedAll(store.collection(collections.liveRequests), taken)) +
    (await changedAll(store.collection(collections.publicationRequests), taken))
  )
}

/** A link that the one who leaves may still hold would register a tablet of theirs. */
async function kiosksTo({ store, now }: AppContext, from: string, to: string): Promise<number> {
  const theirs = (await kiosksIn(store, now).list()).filter(({ createdBy }) => createdBy === from)
  for (const { id } of theirs) await kiosksIn(store, now).forgetLinks(id)
  return moved(store.collection(collections.kiosks), 'createdBy', from, to)
}

async function withdrawLinks({ accounts }: AppContext, from: string): Promise<number> {
  const theirs = (await accounts.invitations.list()).filter(({ value }) => value.createdBy === from)
  for (const { id } of theirs) await accounts.invitations.withdraw(id)
  return theirs.length
}

const moved = <K extends string, T extends Record<K, string>>(
  collection: Collection<T>,
  name: K,
  from: string,
  to: string,
) => changedAll(collection, (value) => (value[name] === from ? { ...value, [name]: to } : null))

/** Changes every document that `next` has another value for, whatever other instances write meanwhile. @returns how many */
async function changedAll<T>(collection: Collection<T>, next: (value: T) => T | null): Promise<number> {
  let changed = 0
  for (const { id } of await collection.list())
    if ((await collection.update(id, (value) => value && next(value))) !== null) changed++
  return changed
}
