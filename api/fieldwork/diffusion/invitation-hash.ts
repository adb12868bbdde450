/** Hashes an invitation code with a key of the keyring, so that a stolen base cannot be searched for codes. */
import { createHmac } from 'node:crypto'
import type { Keyring } from '../../keys/keyring.ts'

/** @param code as `invitationIn` gives it back */
export const hashOfInvitation = (keyring: Keyring, questionnaire: string, code: string): string =>
  createHmac('sha256', keyring.secret('invitations').digest).update(`${questionnaire} ${code}`).digest('base64url')
