/** Joining the team: the link, the password, the second factor. */
import { Problem } from '../http/problems.ts'
import type { Stored } from '../store/store.ts'
import { type Account, isAdministrator, isLogin, isUnfinishedFirst, loginOf } from './account.ts'
import type { AccountsService } from './accounts.ts'
import type { LoginSource, Opened } from './entry.ts'
import { totpAddress } from './factor/totp.ts'
import type { Invitation, Offer } from './invitations.ts'
import { reaches } from './limits.ts'
import { hashOf, weaknessOf } from './password.ts'
import { rolesText } from './roles.ts'
import type { Session } from './sessions.ts'

const firstOffer: Offer = {
  kind: 'first',
  login: null,
  name: '',
  roles: ['admin', 'publisher', 'designer', 'analyst'],
  questionnaires: null,
  createdBy: 'operateur',
}

/** The secret of a set-up link while nobody administers the site yet; null afterwards. */
export async function setUpLink(accounts: AccountsService): Promise<string | null> {
  return (await accounts.all.hasAdministrator()) ? null : accounts.invitations.make(firstOffer)
}

/** A link for whoever runs the server: makes an administrator, or gives an account that exists its access back. */
export async function operatorLink(accounts: AccountsService, login: string | null): Promise<string> {
  const account = login === null ? null : await accounts.all.find(loginOf(login))
  if (login !== null && !account) throw new Problem('account-unknown')
  const roles = account ? [...new Set<Account['roles'][number]>(['admin', ...account.roles])] : firstOffer.roles
  const offer: Offer = { ...firstOffer, kind: 'operator', roles }
  const secret = await accounts.invitations.make(
    account ? { ...offer, login: account.login, name: account.name } : offer,
  )
  await accounts.audit.record({ who: 'operateur', what: 'operator-link', about: account?.login ?? '' })
  return secret
}

/** @throws Problem link-refused, the same for a link used, too old, never made, or of somebody who could no longer make it */
export async function invitationOf(accounts: AccountsService, secret: string): Promise<Stored<Invitation>> {
  const stored = await accounts.invitations.find(secret)
  if (!stored || !(await stillStands(accounts, stored.value))) throw new Problem('link-refused')
  return stored
}

/** Whoever loses the right to give a right takes the links with it: one put by would let its maker in again. */
async function stillStands(accounts: AccountsService, invitation: Invitation): Promise<boolean> {
  if (invitation.kind === 'first') return !(await accounts.all.hasAdministrator())
  if (invitation.kind === 'operator' || invitation.kind === 'guest') return true
  const maker = await accounts.all.find(invitation.createdBy)
  return maker !== null && isAdministrator(maker) && reaches(maker, invitation)
}

/**
 * Uses a link: makes the account, or gives it its new password. The second factor comes next.
 *
 * @throws Problem link-refused, form-refused
 */
export async function accept(
  accounts: AccountsService,
  secret: string,
  typed: { login: string; name: string; password: string },
  source: LoginSource,
): Promise<Opened> {
  const stored = await invitationOf(accounts, secret)
  const invitation = stored.value
  // a visit gives no account of one's own
  if (invitation.kind === 'guest') throw new Problem('link-refused')
  const login = invitation.login ?? loginOf(typed.login)
  const name = typed.name.trim() || invitation.name
  const isNew = invitation.kind === 'first' || invitation.kind === 'invite' || invitation.login === null
  const problems = [
    ...(isLogin(login) ? [] : [{ path: 'login', message: loginRule }]),
    ...(isNew && isLogin(login) && (isReserved(login) || (await accounts.all.find(login)))
      ? [{ path: 'login', message: loginTaken }]
      : []),
    ...(name
      ? []
      : [{ path: 'name', message: 'Indiquez votre prénom et votre nom : vos collègues vous reconnaîtront.' }]),
    ...weaknesses(typed.password, [login, name]),
  ]
  if (problems.length > 0) throw new Problem('form-refused', problems)
  const password = await hashOf(typed.password)
  if (!(await accounts.invitations.use(stored))) throw new Problem('link-refused')
  if (isNew) await create(accounts, stored, { login, name, password })
  else await giveBack(accounts, login, invitation, password)
  await accounts.invitations.withdrawFor(login)
  const what = invitation.kind === 'first' ? 'set-up' : isNew ? 'joined' : 'access-reset'
  await accounts.audit.record({
    who: login,
    what,
    details: { droits: rolesText(invitation.roles), lien: invitation.createdBy },
  })
  return { secret: await accounts.sessions.start(login, 'enrol', source.browser), stage: 'enrol' }
}

/** What an authenticator application has to scan; the same until it is confirmed. */
export async function proposeFactor(
  accounts: AccountsService,
  session: Stored<Session>,
  issuer: string,
): Promise<{ secret: string; address: string }> {
  const { login } = session.value
  const proposed = session.value.factor === null ? accounts.factor.propose(login) : null
  if (proposed) await accounts.sessions.remember(session.id, proposed.ciphertext)
  const secret = proposed?.secret ?? accounts.factor.read(session.value.factor!, login)
  return { secret, address: totpAddress(secret, login, issuer) }
}

/**
 * Takes the first code of the new factor; the session is open from here on, under a new secret.
 *
 * @returns the recovery codes, shown this once
 * @throws Problem code-refused; link-refused when somebody else administers since the set-up link was used
 */
export async function confirmFactor(
  accounts: AccountsService,
  session: Stored<Session>,
  code: string,
  source: LoginSource,
): Promise<Opened & { codes: string[] }> {
  const { login, factor, replaces } = session.value
  let codes: string[] = []
  const known = await accounts.all.find(login)
  const isFirst = known !== null && isUnfinishedFirst(known)
  if (isFirst && (await accounts.all.hasAdministrator())) throw new Problem('link-refused')
  const account = await accounts.all.change(login, (before) => {
    const confirmed = factor === null ? null : accounts.factor.confirmed(before, { factor, replaces }, code)
    codes = confirmed?.codes ?? []
    const { roles } = isFirst ? firstOffer : before
    return confirmed && { ...confirmed.account, roles, lastLoginAt: accounts.now().toISOString() }
  })
  if (!account) throw new Problem('code-refused')
  await accounts.sessions.closeAll(login)
  await accounts.audit.record({ who: login, what: 'factor-set' })
  return { secret: await accounts.sessions.start(login, 'open', source.browser), stage: 'open', codes }
}

/** The journal writes these for the server itself and for whoever runs it: a person of that name could pass for them. */
const isReserved = (login: string) => login === 'operateur' || login === 'serveur'

const loginRule =
  'L’identifiant a 3 à 80 caractères : lettres sans accent, chiffres, point, tiret ou @. Votre adresse électronique convient.'
const loginTaken = 'Cet identifiant est déjà pris. Choisissez-en un autre.'

export function weaknesses(password: string, about: string[]): { path: string; message: string }[] {
  const message = weaknessOf(password, about)
  return message === null ? [] : [{ path: 'password', message }]
}

async function create(
  accounts: AccountsService,
  stored: Stored<Invitation>,
  person: Pick<Account, 'login' | 'name' | 'password'>,
) {
  const { kind, roles, questionnaires, createdBy } = stored.value
  const account: Account = {
    ...person,
    // half-made, it holds no right: whoever sets the phone up first administers
    roles: kind === 'first' ? [] : roles,
    questionnaires,
    factor: null,
    factorUsed: 0,
    recovery: [],
    state: 'active',
    createdAt: accounts.now().toISOString(),
    createdBy,
    lastLoginAt: null,
  }
  if (await accounts.all.create(account)) return
  // two people chose one login at the same moment: the second gets the link back and chooses again
  await accounts.invitations.giveBack(stored)
  throw new Problem('form-refused', [{ path: 'login', message: loginTaken }])
}

async function giveBack(accounts: AccountsService, login: string, { kind, roles }: Invitation, password: string) {
  await accounts.all.change(login, (account) => ({
    ...account,
    password,
    factor: null,
    recovery: [],
    ...(kind === 'operator' ? { roles, state: 'active' as const } : {}),
  }))
  await accounts.sessions.closeAll(login)
  await accounts.devices.forgetAll(login)
}
