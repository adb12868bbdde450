/** The team, as an administrator sees and changes it. Every change is written in the journal. */
import { Problem } from '../http/problems.ts'
import { type Account, isAdministrator } from './account.ts'
import type { AccountsService } from './accounts.ts'
import { notOwnRaise, type Rights, withinLimits } from './limits.ts'
import { rolesText } from './roles.ts'

const words = ({ roles, questionnaires }: Rights) => ({
  droits: rolesText(roles),
  questionnaires: questionnaires === null ? 'tous' : questionnaires.join(', '),
})

/** @throws Problem beyond-limits */
export async function invite(accounts: AccountsService, by: Account, name: string, rights: Rights): Promise<string> {
  withinLimits(by, rights)
  const secret = await accounts.invitations.make({ kind: 'invite', login: null, name, ...rights, createdBy: by.login })
  await accounts.audit.record({ who: by.login, what: 'invited', about: name, details: words(rights) })
  return secret
}

/**
 * A link by which someone who lost both phone and codes gets a new password and a new second factor.
 *
 * @throws Problem account-unknown, beyond-limits
 */
export async function resetLink(accounts: AccountsService, by: Account, login: string): Promise<string> {
  const account = await accounts.all.find(login)
  if (account?.state !== 'active') throw new Problem('account-unknown')
  withinLimits(by, account)
  const { name, roles, questionnaires } = account
  const secret = await accounts.invitations.make({
    kind: 'reset',
    login,
    name,
    roles,
    questionnaires,
    createdBy: by.login,
  })
  await accounts.audit.record({
    who: by.login,
    what: 'invited',
    about: login,
    details: { pour: 'retrouver son accès' },
  })
  return secret
}

/** @throws Problem account-unknown, last-administrator, own-rights, beyond-limits */
export async function setRights(accounts: AccountsService, by: Account, login: string, rights: Rights): Promise<void> {
  notOwnRaise(by, login, rights)
  withinLimits(by, rights)
  await concerned(accounts, by, login)
  await changeUnlessLast(accounts, login, (account) => ({ ...account, ...rights }))
  await accounts.audit.record({ who: by.login, what: 'roles-changed', about: login, details: words(rights) })
}

/** Out at once: the account is read at each request, and the sessions are gone. */
export async function revoke(accounts: AccountsService, by: Account, login: string): Promise<void> {
  await concerned(accounts, by, login)
  await changeUnlessLast(accounts, login, (account) => ({ ...account, state: 'revoked' }))
  await accounts.sessions.closeAll(login)
  await accounts.invitations.withdrawFor(login)
  await accounts.audit.record({ who: by.login, what: 'revoked', about: login })
}

/** @throws Problem account-unknown, beyond-limits */
export async function restore(accounts: AccountsService, by: Account, login: string): Promise<void> {
  await concerned(accounts, by, login)
  await accounts.all.change(login, (account) => ({ ...account, state: 'active' }))
  await accounts.audit.record({ who: by.login, what: 'restored', about: login })
}

export async function closeSessions(
  accounts: AccountsService,
  by: Account,
  login: string,
  except: string | null,
): Promise<number> {
  await concerned(accounts, by, login)
  const closed = await accounts.sessions.closeAll(login, except)
  await accounts.audit.record({ who: by.login, what: 'sessions-closed', about: login, details: { fermées: closed } })
  return closed
}

/** @throws Problem account-unknown, beyond-limits */
export async function concerned(accounts: AccountsService, by: Account, login: string): Promise<void> {
  const account = await accounts.all.find(login)
  if (!account) throw new Problem('account-unknown')
  if (account.login !== by.login) withinLimits(by, account)
}

/**
 * Changes an account, and changes it back when that leaves nobody who can invite: two administrators may remove each other at one
 * moment, on two machines, and each still be there when the other is looked at.
 *
 * @throws Problem account-unknown, last-administrator
 */
async function changeUnlessLast(
  accounts: AccountsService,
  login: string,
  change: (account: Account) => Account,
): Promise<void> {
  const before = await accounts.all.find(login)
  if (before === null) throw new Problem('account-unknown')
  const mayBeLast = isAdministrator(before) && !isAdministrator(change(before))
  const others = async () => (await accounts.all.list()).filter((other) => other.login !== login)
  if (mayBeLast && !(await others()).some(isAdministrator)) throw new Problem('last-administrator')
  await accounts.all.change(login, change)
  if (!mayBeLast || (await accounts.all.hasAdministrator())) return
  const { roles, questionnaires, state } = before
  await accounts.all.change(login, (account) => ({ ...account, roles, questionnaires, state }))
  throw new Problem('last-administrator')
}
