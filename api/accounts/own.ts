/** What a person changes about their own way in. */
import { Problem } from '../problems.ts'
import type { Desk } from './desk.ts'
import { bucketsOf, claim, type Place } from './entry.ts'
import { weaknesses } from './joining.ts'
import { hashOf, isPassword } from './password.ts'
import { hashOfCode, newRecoveryCodes } from './recovery.ts'
import type { Visitor } from './visitor.ts'

/**
 * A new password; every other session of the person is closed, this one goes on under a new secret.
 *
 * @returns the new secret
 * @throws Problem form-refused, wait
 */
export async function changePassword(
  desk: Desk,
  { session, account }: Visitor,
  { current, password }: { current: string; password: string },
  place: Place,
): Promise<string> {
  const { login, name } = account
  const problems = weaknesses(password, [login, name])
  if (problems.length > 0) throw new Problem('form-refused', problems)
  const names = await bucketsOf(desk, 'password', login, place)
  await claim(desk, names)
  if (!(await isPassword(current, account.password)))
    throw new Problem('form-refused', [{ path: 'current', message: 'Ce n’est pas votre mot de passe actuel.' }])
  await desk.throttle.forgive(names)
  const hash = await hashOf(password)
  await desk.accounts.change(login, (before) => ({ ...before, password: hash }))
  await desk.sessions.closeAll(login)
  await desk.audit.record({ who: login, what: 'password-changed' })
  return desk.sessions.start(login, 'open', session.value.device)
}

/** Ten new recovery codes in the place of the old ones; asks for a code of the phone. */
export async function newCodes(desk: Desk, { account }: Visitor, code: string, place: Place): Promise<string[]> {
  const names = await bucketsOf(desk, 'code', account.login, place)
  await claim(desk, names)
  const codes = newRecoveryCodes()
  const recovery = codes.map((text) => hashOfCode(text, desk.key().digest))
  const changed = await desk.accounts.change(account.login, (before) => {
    const after = desk.factor.afterCode(before, code)
    return after && { ...after, recovery }
  })
  if (!changed) throw new Problem('code-refused')
  await desk.throttle.forgive(names)
  await desk.audit.record({ who: account.login, what: 'codes-renewed' })
  return codes
}
