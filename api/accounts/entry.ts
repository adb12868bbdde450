/** Login and logout: password, then second factor. Nobody can distinguish a known login from an unknown one. */
import { createHmac } from 'node:crypto'
import { Problem } from '../http/problems.ts'
import type { Stored } from '../store/store.ts'
import { type Account, isLogin, loginOf } from './account.ts'
import type { AccountsService } from './accounts.ts'
import { isPassword } from './password.ts'
import type { Session } from './sessions.ts'
import type { BucketName } from './throttle.ts'

/** Where a try comes from: the network (its start only), the secret of a known device, the name of the browser. */
export type LoginSource = { network: string; device: string | null; browser: string }
export type Opened = { secret: string; stage: Session['stage'] }

/**
 * First step.
 *
 * @throws Problem login-refused, wait, busy
 */
export async function logIn(
  accounts: AccountsService,
  typed: string,
  password: string,
  source: LoginSource,
): Promise<Opened> {
  const login = loginOf(typed)
  const names = await bucketsOf(accounts, 'password', login, source)
  await claim(accounts, names)
  const account = await accounts.all.find(login)
  const isRight = await isPassword(password, account?.password ?? null)
  if (!isRight || account?.state !== 'active') throw new Problem('login-refused')
  await accounts.throttle.forgive(names)
  const stage = account.factor === null ? 'enrol' : 'code'
  return { secret: await accounts.sessions.start(login, stage, source.browser), stage }
}

/**
 * Second step: the code of the phone, or a recovery code, after which a new phone has to be set up within the hour; until it is, the
 * lost one stays. The session gets a new secret.
 *
 * @throws Problem code-refused, wait
 */
export async function logInWithCode(
  accounts: AccountsService,
  session: Stored<Session>,
  given: { code: string } | { recovery: string },
  source: LoginSource,
): Promise<Opened> {
  const { login } = session.value
  const names = await bucketsOf(accounts, 'code', login, source)
  await claim(accounts, names)
  const isRecovery = 'recovery' in given
  const at = accounts.now().toISOString()
  const account = await accounts.all.change(login, (before) => {
    const after = isRecovery
      ? accounts.factor.afterRecovery(before, given.recovery)
      : accounts.factor.afterCode(before, given.code)
    return after && { ...after, lastLoginAt: at, ...(isRecovery ? { recoveredAt: at } : {}) }
  })
  if (!account) throw new Problem('code-refused')
  await accounts.throttle.forgive(names)
  await accounts.sessions.close(session.id)
  if (isRecovery) await accounts.sessions.closeAll(login)
  const details: Record<string, number> = isRecovery ? { restants: account.recovery.length } : {}
  await accounts.audit.record({ who: login, what: isRecovery ? 'recovery-used' : 'login', details })
  const stage = isRecovery ? 'enrol' : 'open'
  const replaces = isRecovery ? account.factor : null
  return { secret: await accounts.sessions.start(login, stage, source.browser, replaces), stage }
}

/** Refuses without doing any work while the throttle asks to wait. */
export async function claim(accounts: AccountsService, names: BucketName[]): Promise<void> {
  const waitMs = await accounts.throttle.claim(names)
  if (waitMs <= 0) return
  const seconds = Math.ceil(waitMs / 1000)
  const message = seconds < 90 ? `Réessayez dans ${seconds} s.` : `Réessayez dans ${Math.ceil(seconds / 60)} min.`
  throw new Problem('wait', [{ path: 'wait', message }], seconds)
}

/** The buckets one try counts in; whoever it is, whether the login exists or not. */
export async function bucketsOf(
  accounts: AccountsService,
  step: string,
  login: string,
  source: LoginSource,
): Promise<BucketName[]> {
  const of = (text: string) => createHmac('sha256', accounts.key().digest).update(`${step} ${text}`).digest('base64url')
  if (isLogin(login) && (await accounts.devices.knows(login, source.device)))
    return [{ kind: 'device', of: of(`${login} ${source.device}`) }]
  return [
    { kind: 'pair', of: of(`${login} ${source.network}`) },
    { kind: 'login', of: of(login) },
    { kind: 'network', of: of(source.network) },
  ]
}

/** The account behind an open session, or null when it was revoked since. */
export async function personOf(accounts: AccountsService, session: Stored<Session>): Promise<Account | null> {
  const account = await accounts.all.find(session.value.login)
  return account?.state === 'active' ? account : null
}
