/** The second factor of a person: set up, asked, replaced by a recovery code when the phone is lost. */

import { decryptText, encryptText } from '../../keys/encrypted-text.ts'
import type { QuestionnaireKey } from '../../keys/keyring.ts'
import type { Account } from '../account.ts'
import { hashOfCode, newRecoveryCodes } from './recovery.ts'
import { newTotpSecret, stepAt, stepOfCode } from './totp.ts'

export function secondFactor(key: () => QuestionnaireKey, now: () => Date) {
  const secretIn = (ciphertext: string, login: string) => decryptText(ciphertext, login, key().encryption)
  return {
    /** A new secret, and its ciphertext. */
    propose(login: string): { secret: string; ciphertext: string } {
      const secret = newTotpSecret()
      return { secret, ciphertext: encryptText(secret, login, key().encryption) }
    },

    read: secretIn,

    /**
     * The account with this factor and new recovery codes (to be shown once), or null when the code does not match, or when the
     * factor is no longer the one to replace: a second sending would void the codes that are being read.
     */
    confirmed(
      account: Account,
      { factor: ciphertext, replaces }: { factor: string; replaces: string | null },
      code: string,
    ): { account: Account; codes: string[] } | null {
      if (account.factor !== replaces) return null
      const step = stepOfCode(secretIn(ciphertext, account.login), code, now().getTime(), 0)
      if (step === null) return null
      const codes = newRecoveryCodes()
      const recovery = codes.map((text) => hashOfCode(text, key().digest))
      return { account: { ...account, factor: ciphertext, factorUsed: step, recovery }, codes }
    },

    /** The account with this code marked as used, or null when it is wrong or was used already. */
    afterCode(account: Account, code: string): Account | null {
      if (account.factor === null) return null
      const at = now().getTime()
      const used = usedBefore(account.factorUsed, at)
      const step = stepOfCode(secretIn(account.factor, account.login), code, at, used)
      return step === null ? null : { ...account, factorUsed: step }
    },

    /** The account without the recovery code used, or null when the code is not one of theirs. */
    afterRecovery(account: Account, code: string): Account | null {
      const hash = hashOfCode(code, key().digest)
      if (!account.recovery.includes(hash)) return null
      return { ...account, recovery: account.recovery.filter((stored) => stored !== hash) }
    },
  }
}

/** Five minutes: a clock that is set right by a little lets no code serve twice. */
const mostStepsAhead = 10

/**
 * The last step used, or 0 when it lies far ahead: the clock was wrong when it was used, and would otherwise
 * shut this person out until that day.
 */
const usedBefore = (used: number, at: number) => (used > stepAt(at) + mostStepsAhead ? 0 : used)
