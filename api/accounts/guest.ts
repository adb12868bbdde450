/** A visit of the demonstration: a link that opens a session at once, for one made-up account, on a store of made-up people only. */
import { Problem } from '../http/problems.ts'
import type { Account } from './account.ts'
import type { AccountsService } from './accounts.ts'
import type { LoginSource, Opened } from './entry.ts'
import { hashOf } from './password.ts'
import { newSecret } from './secret.ts'

const login = 'visite'

/** Strangers share this account: one of them is not the others. */
export const isGuest = ({ login: own, factor }: Pick<Account, 'login' | 'factor'>): boolean =>
  own === login && factor === null

/** All that a team does, but administering and taking whole rows out. */
const roles: Account['roles'] = ['analyst', 'designer', 'publisher', 'pilot', 'listener']

/** The secret of a new link; it serves as often as wanted until it is too old. */
export async function guestLink(accounts: AccountsService): Promise<string> {
  if (!(await accounts.all.find(login))) await createGuest(accounts)
  return accounts.invitations.make({
    kind: 'guest',
    login,
    name: '',
    roles,
    questionnaires: null,
    createdBy: 'operateur',
  })
}

async function createGuest(accounts: AccountsService): Promise<void> {
  await accounts.all.create({
    login,
    name: 'Alex, en visite',
    roles,
    questionnaires: null,
    // nobody knows it: the link is the only way in
    password: await hashOf(newSecret()),
    factor: null,
    factorUsed: 0,
    recovery: [],
    state: 'active',
    createdAt: accounts.now().toISOString(),
    createdBy: 'operateur',
    lastLoginAt: null,
  })
}

/** @throws Problem link-refused: no such link, too old, or the account was taken away */
export async function openGuestSession(
  accounts: AccountsService,
  secret: string,
  source: LoginSource,
): Promise<Opened> {
  const stored = await accounts.invitations.find(secret)
  const account = stored?.value.kind === 'guest' ? await accounts.all.find(login) : null
  if (account?.state !== 'active') throw new Problem('link-refused')
  await accounts.audit.record({ who: login, what: 'login', details: {} })
  return { secret: await accounts.sessions.start(login, 'open', source.browser), stage: 'open' }
}
