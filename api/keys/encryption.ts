/** Encrypts a response for the store, decrypts it, and compares two responses by their digests. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'
import type { Response, SentResponse } from '../../surveys/answers/response.ts'
import { canonical } from '../../surveys/canonical.ts'
import type { StoredResponse } from '../store/store.ts'
import type { QuestionnaireKey } from './wrapped-keys.ts'

const nonceBytes = 12
const tagBytes = 16

/** HMAC-SHA256 of the canonical response, base64url: useless without the keyring. */
export function digestOf(sent: Omit<SentResponse, 'invitation' | 'visit'>, key: QuestionnaireKey): string {
  return createHmac('sha256', secretOf(key.digest)).update(canonical(sent)).digest('base64url')
}

/** The digest stored with a response: leaves out when it came and how it was let in. */
export function digestOfResponse(response: Response, key: QuestionnaireKey, withdrawal: string | null): string {
  const { receivedAt: _, answeredAt: __, invited: ___, trial: ____, kiosk: _____, ...sent } = response
  return digestOf(withdrawal === null ? sent : { ...sent, withdrawal }, key)
}

/** A short proof of reception (`7KQM-2H9X`), the same each time for one response; says nothing about its content. */
export function receiptOf(id: string, key: QuestionnaireKey): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bytes = createHmac('sha256', secretOf(key.digest)).update(`receipt ${id}`).digest().subarray(0, 8)
  const letters = [...bytes].map((byte) => alphabet[byte % 32]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/**
 * Encrypts a response into the row to store.
 *
 * @param encrypts false stores the plain JSON
 * @param withdrawal hash of the person's code: part of the digest, never of the ciphertext
 */
export function encryptResponse(
  response: Response,
  key: QuestionnaireKey,
  encrypts: boolean,
  withdrawal: string | null = null,
): StoredResponse {
  const { id, questionnaire, version, receivedAt, trial } = response
  const plain = Buffer.from(JSON.stringify(response))
  return {
    id,
    questionnaire,
    version,
    receivedAt,
    trial,
    digest: digestOfResponse(response, key, withdrawal),
    sealed: encrypts ? encrypt(plain, id, key.encryption) : Uint8Array.from(plain),
    key: encrypts ? key.id : null,
    withdrawal,
  }
}

/** A stored response that cannot be decrypted: its key is gone, or the row was altered. */
export class UnreadableResponse extends Error {
  override name = 'UnreadableResponse'
}

/**
 * The response as it was received.
 *
 * @throws UnreadableResponse when its key is gone, or when the row was altered or belongs to another id
 */
export async function decryptResponse(
  row: StoredResponse,
  keyring: { key(id: string): Promise<QuestionnaireKey | null> },
): Promise<Response> {
  const key = row.key === null ? null : await keyring.key(row.key)
  if (row.key !== null && !key) throw new UnreadableResponse('its key cannot be opened by the keyring')
  let response: unknown
  try {
    response = JSON.parse(Buffer.from(key ? decrypt(row.sealed, row.id, key.encryption) : row.sealed).toString())
  } catch (error) {
    throw new UnreadableResponse('it was altered where it lies', { cause: error })
  }
  // plain JSON may still parse once altered
  if (!isResponseOf(row, response)) throw new UnreadableResponse('it is not the response its row says')
  return response
}

function isResponseOf({ id, questionnaire }: StoredResponse, content: unknown): content is Response {
  const response = content as Partial<Response> | null
  return (
    typeof response === 'object' &&
    response?.id === id &&
    response.questionnaire === questionnaire &&
    typeof response.answers === 'object' &&
    response.answers !== null &&
    Number.isInteger(response.version) &&
    [response.receivedAt, response.answeredAt ?? response.receivedAt].every(isMoment)
  )
}

const isMoment = (text: unknown) => typeof text === 'string' && !Number.isNaN(Date.parse(text))

/** Whether this key decrypts the row under its id. */
export function responseOpensWith(row: StoredResponse, key: QuestionnaireKey): boolean {
  try {
    return decrypt(row.sealed, row.id, key.encryption).length > 0
  } catch {
    return false
  }
}

/** Nonce, ciphertext, tag, in an array of its own (it travels to another thread). The id is bound to it. */
function encrypt(plain: Uint8Array, id: string, key: Uint8Array): Uint8Array {
  const packed = new Uint8Array(nonceBytes + plain.length + tagBytes)
  packed.set(nextNonce(), 0)
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), packed.subarray(0, nonceBytes)).setAAD(Buffer.from(id))
  packed.set(cipher.update(plain), nonceBytes)
  cipher.final()
  packed.set(cipher.getAuthTag(), nonceBytes + plain.length)
  return packed
}

/** Random bytes drawn for many nonces at once: each draw is a call to the system. */
const drawn = new Uint8Array(256 * nonceBytes)
let used = drawn.length
function nextNonce(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += nonceBytes
  return drawn.subarray(used - nonceBytes, used)
}

/** Keys prepared once: a response is encrypted, or decrypted, in half the time. */
const ready = new WeakMap<Uint8Array, KeyObject>()
function secretOf(key: Uint8Array): KeyObject {
  const known = ready.get(key) ?? createSecretKey(key)
  ready.set(key, known)
  return known
}

function decrypt(packed: Uint8Array, id: string, key: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key), packed.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(id)).setAuthTag(packed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(packed.subarray(nonceBytes, -tagBytes)), decipher.final()])
}
