/** Coming in and going out: password, then second factor. A known and an unknown login cannot be told apart. */
import { createHmac } from 'node:crypto'
import { Problem } from '../problems.ts'
import type { Kept } from '../store/store.ts'
import { type Account, isLogin, loginOf } from './account.ts'
import type { Desk } from './desk.ts'
import { isPassword } from './password.ts'
import type { Session } from './sessions.ts'
import type { BucketName } from './throttle.ts'

/** Where a try comes from: the network (its start only), the secret of a known device, the name of the browser. */
export type Place = { network: string; device: string | null; browser: string }
export type Opened = { secret: string; stage: Session['stage'] }

/**
 * First step.
 *
 * @throws Problem login-refused, wait, busy
 */
export async function logIn(desk: Desk, typed: string, password: string, place: Place): Promise<Opened> {
  const login = loginOf(typed)
  const names = await bucketsOf(desk, 'password', login, place)
  await claim(desk, names)
  const account = await desk.accounts.find(login)
  const isRight = await isPassword(password, account?.password ?? null)
  if (!isRight || account?.state !== 'active') throw new Problem('login-refused')
  await desk.throttle.forgive(names)
  const stage = account.factor === null ? 'enrol' : 'code'
  return { secret: await desk.sessions.start(login, stage, place.browser), stage }
}

/**
 * Second step: the code of the phone, or a recovery code, after which a new phone has to be set up.
 * The session gets a new secret.
 *
 * @throws Problem code-refused, wait
 */
export async function giveCode(
  desk: Desk,
  session: Kept<Session>,
  given: { code: string } | { recovery: string },
  place: Place,
): Promise<Opened> {
  const { login } = session.value
  const names = await bucketsOf(desk, 'code', login, place)
  await claim(desk, names)
  const isRecovery = 'recovery' in given
  const at = desk.now().toISOString()
  const account = await desk.accounts.change(login, (before) => {
    const after = isRecovery
      ? desk.factor.afterRecovery(before, given.recovery)
      : desk.factor.afterCode(before, given.code)
    return after && { ...after, lastLoginAt: at }
  })
  if (!account) throw new Problem('code-refused')
  await desk.throttle.forgive(names)
  await desk.sessions.close(session.id)
  if (isRecovery) await desk.sessions.closeAll(login)
  const details: Record<string, number> = isRecovery ? { restants: account.recovery.length } : {}
  await desk.audit.record({ who: login, what: isRecovery ? 'recovery-used' : 'login', details })
  const stage = isRecovery ? 'enrol' : 'open'
  return { secret: await desk.sessions.start(login, stage, place.browser), stage }
}

/** Refuses without doing any work while the throttle asks to wait. */
export async function claim(desk: Desk, names: BucketName[]): Promise<void> {
  const waitMs = await desk.throttle.claim(names)
  if (waitMs <= 0) return
  const seconds = Math.ceil(waitMs / 1000)
  const message = seconds < 90 ? `Réessayez dans ${seconds} s.` : `Réessayez dans ${Math.ceil(seconds / 60)} min.`
  throw new Problem('wait', [{ path: 'wait', message }], seconds)
}

/** The buckets one try counts in; whoever it is, whether the login exists or not. */
export async function bucketsOf(desk: Desk, step: string, login: string, place: Place): Promise<BucketName[]> {
  const of = (text: string) => createHmac('sha256', desk.key().digest).update(`${step} ${text}`).digest('base64url')
  if (isLogin(login) && (await desk.devices.knows(login, place.device)))
    return [{ kind: 'device', of: of(`${login} ${place.device}`) }]
  return [
    { kind: 'pair', of: of(`${login} ${place.network}`) },
    { kind: 'login', of: of(login) },
    { kind: 'network', of: of(place.network) },
  ]
}

/** The account behind an open session, or null when it was revoked since. */
export async function personOf(desk: Desk, session: Kept<Session>): Promise<Account | null> {
  const account = await desk.accounts.find(session.value.login)
  return account?.state === 'active' ? account : null
}
