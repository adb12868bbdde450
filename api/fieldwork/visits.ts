/**
 * A visit: what a device is given when its person starts, and shows with the response. It carries the time it was given and is stored nowhere: by it
 * the intake knows whether a response took the time that reading takes.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keyring } from '../keys/keyring.ts'

const headBytes = 12
const macBytes = 16

export type Visits = ReturnType<typeof visitsIn>

export function visitsIn(keyring: Keyring, now: () => Date) {
  const macOf = (questionnaire: string, head: Uint8Array) =>
    createHmac('sha256', keyring.secret('visits').digest)
      .update(questionnaire)
      .update(head)
      .digest()
      .subarray(0, macBytes)

  return {
    open(questionnaire: string): string {
      const head = randomBytes(headBytes)
      head.writeUInt32BE(Math.floor(now().getTime() / 1000))
      return Buffer.concat([head, macOf(questionnaire, head)]).toString('base64url')
    },

    /** How long ago it was given, and its own name; null when it is not ours. */
    read(questionnaire: string, visit: string | undefined): { seconds: number; name: string } | null {
      const bytes = Buffer.from(visit ?? '', 'base64url')
      if (bytes.length !== headBytes + macBytes) return null
      const head = bytes.subarray(0, headBytes)
      if (!timingSafeEqual(bytes.subarray(headBytes), macOf(questionnaire, head))) return null
      return { seconds: now().getTime() / 1000 - head.readUInt32BE(), name: head.toString('base64url') }
    },
  }
}
