/** A response as a tablet encrypts it: what travels. */
import * as z from 'zod'
import { SentResponse } from '../../surveys/answers/response.ts'
import { answerBytes } from './sizes.ts'

const base64url = (bytes: number) => z.base64url().max(Math.ceil((bytes * 4) / 3))

/** What stands outside says nothing of the answers; all of it is bound to what is inside. */
export const EncryptedResponse = z.strictObject({
  /** Id of the response. */
  id: z.uuid(),
  kiosk: z.uuid(),
  /** Id of the server's key it is encrypted to. */
  key: z.uuid(),
  /** Public key of the moment, raw. */
  ephemeral: base64url(65),
  nonce: base64url(12),
  box: base64url(answerBytes + 1_024),
})
export type EncryptedResponse = z.infer<typeof EncryptedResponse>

/** What was encrypted: the response (`sheet` on every tablet in service), and when the person finished it. */
export const Inside = z.strictObject({ answeredAt: z.iso.datetime(), sheet: SentResponse })
export type Inside = z.infer<typeof Inside>
