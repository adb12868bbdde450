/** The team, as an administrator sees and changes it. Every change is written in the journal. */
import { Problem } from '../problems.ts'
import { type Account, isAdministrator } from './account.ts'
import type { Desk } from './desk.ts'
import type { StaffRole } from './roles.ts'

export type Rights = { roles: StaffRole[]; questionnaires: string[] | null }

const words = ({ roles, questionnaires }: Rights) => ({
  roles: roles.join(', '),
  questionnaires: questionnaires === null ? 'tous' : questionnaires.join(', '),
})

export async function invite(desk: Desk, by: Account, name: string, rights: Rights): Promise<string> {
  const secret = await desk.invitations.make({ kind: 'invite', login: null, name, ...rights, createdBy: by.login })
  await desk.audit.record({ who: by.login, what: 'invited', about: name, details: words(rights) })
  return secret
}

/** A link by which someone who lost both phone and codes gets a new password and a new second factor. */
export async function resetLink(desk: Desk, by: Account, login: string): Promise<string> {
  const account = await desk.accounts.find(login)
  if (account?.state !== 'active') throw new Problem('account-unknown')
  const { name, roles, questionnaires } = account
  const secret = await desk.invitations.make({ kind: 'reset', login, name, roles, questionnaires, createdBy: by.login })
  await desk.audit.record({ who: by.login, what: 'invited', about: login, details: { pour: 'retrouver son accès' } })
  return secret
}

/** @throws Problem account-unknown, last-administrator */
export async function setRights(desk: Desk, by: Account, login: string, rights: Rights): Promise<void> {
  if (!rights.roles.includes('admin')) await keepOneAdministrator(desk, login)
  await desk.accounts.change(login, (account) => ({ ...account, ...rights }))
  await desk.audit.record({ who: by.login, what: 'roles-changed', about: login, details: words(rights) })
}

/** Out at once: the account is read at each request, and the sessions are gone. */
export async function revoke(desk: Desk, by: Account, login: string): Promise<void> {
  await keepOneAdministrator(desk, login)
  await desk.accounts.change(login, (account) => ({ ...account, state: 'revoked' }))
  await desk.sessions.closeAll(login)
  await desk.invitations.withdrawFor(login)
  await desk.audit.record({ who: by.login, what: 'revoked', about: login })
}

/** @throws Problem account-unknown */
export async function restore(desk: Desk, by: Account, login: string): Promise<void> {
  await desk.accounts.change(login, (account) => ({ ...account, state: 'active' }))
  await desk.audit.record({ who: by.login, what: 'restored', about: login })
}

export async function closeSessions(desk: Desk, by: Account, login: string, except: string | null): Promise<number> {
  const closed = await desk.sessions.closeAll(login, except)
  await desk.audit.record({ who: by.login, what: 'sessions-closed', about: login, details: { fermées: closed } })
  return closed
}

async function keepOneAdministrator(desk: Desk, login: string): Promise<void> {
  const others = (await desk.accounts.list()).filter((account) => account.login !== login && isAdministrator(account))
  const concerned = await desk.accounts.find(login)
  if (!concerned) throw new Problem('account-unknown')
  if (isAdministrator(concerned) && others.length === 0) throw new Problem('last-administrator')
}
