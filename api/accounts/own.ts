/** What a person changes about their own way in. */
import { Problem } from '../http/problems.ts'
import type { AccountsService } from './accounts.ts'
import { bucketsOf, claim, type LoginSource } from './entry.ts'
import { hashOfCode, newRecoveryCodes } from './factor/recovery.ts'
import { weaknesses } from './joining.ts'
import { hashOf, isPassword } from './password.ts'
import type { Visitor } from './visitor.ts'

/**
 * A new password; every other session of the person is closed, this one goes on under a new secret.
 *
 * @returns the new secret
 * @throws Problem form-refused, wait
 */
export async function changePassword(
  accounts: AccountsService,
  { session, account }: Visitor,
  { current, password }: { current: string; password: string },
  source: LoginSource,
): Promise<string> {
  const { login, name } = account
  const problems = weaknesses(password, [login, name])
  if (problems.length > 0) throw new Problem('form-refused', problems)
  const names = await bucketsOf(accounts, 'password', login, source)
  await claim(accounts, names)
  if (!(await isPassword(current, account.password)))
    throw new Problem('form-refused', [{ path: 'current', message: 'Ce n’est pas votre mot de passe actuel.' }])
  await accounts.throttle.forgive(names)
  const hash = await hashOf(password)
  await accounts.all.change(login, (before) => ({ ...before, password: hash }))
  await accounts.sessions.closeAll(login)
  await accounts.audit.record({ who: login, what: 'password-changed' })
  return accounts.sessions.start(login, 'open', session.value.device)
}

/** Ten new recovery codes in the place of the old ones; asks for a code of the phone. */
export async function newCodes(
  accounts: AccountsService,
  { account }: Visitor,
  code: string,
  source: LoginSource,
): Promise<string[]> {
  const names = await bucketsOf(accounts, 'code', account.login, source)
  await claim(accounts, names)
  const codes = newRecoveryCodes()
  const recovery = codes.map((text) => hashOfCode(text, accounts.key().digest))
  const changed = await accounts.all.change(account.login, (before) => {
    const after = accounts.factor.afterCode(before, code)
    return after && { ...after, recovery }
  })
  if (!changed) throw new Problem('code-refused')
  await accounts.throttle.forgive(names)
  await accounts.audit.record({ who: account.login, what: 'codes-renewed' })
  return codes
}
