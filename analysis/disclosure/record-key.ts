/** The random number that stands for a response in every count it enters: the same everywhere, and nobody can guess it. */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** Key of the record keys of one questionnaire; another epoch gives every response another record key. */
export type RecordSecret = { key: Uint8Array; epoch: number }

/** What tells two secrets apart. */
export const nameOfSecret = ({ key, epoch }: RecordSecret): string => `${epoch} ${Buffer.from(key).toString('base64')}`

const ready = new WeakMap<Uint8Array, KeyObject>()

/** The key as the library wants it, made once for tens of thousands of responses. */
function secretKeyOf(key: Uint8Array): KeyObject {
  const made = ready.get(key) ?? createSecretKey(key)
  ready.set(key, made)
  return made
}

/**
 * HMAC-SHA256 of the response id, cut to 32 bits. A repeated panel (a child) has the record key of its response, so that the
 * people behind a count are the families, not their children.
 *
 * @source Thompson, Broadfoot & Elazar (2013), record keys of the TableBuilder of the Australian Bureau of Statistics
 */
export const recordKeyOf = ({ key, epoch }: RecordSecret, responseId: string): number =>
  createHmac('sha256', secretKeyOf(key)).update(`record ${epoch} ${responseId}`).digest().readUInt32BE(0)

/** Characters of what stands for an answered questionnaire. */
export const contentTokenLength = 8

/** What stands for all that somebody answered, so that a correction is seen: useless once the key is destroyed. */
export const contentTokenOf = ({ key }: Pick<RecordSecret, 'key'>, content: string): string =>
  createHmac('sha256', secretKeyOf(key)).update(`content ${content}`).digest().subarray(0, 6).toString('base64url')

/** What stands for a response in the list of who belonged to a snapshot: useless once the key is destroyed, the same in every epoch. */
export const memberTokenOf = ({ key }: Pick<RecordSecret, 'key'>, responseId: string): string =>
  createHmac('sha256', secretKeyOf(key)).update(`member ${responseId}`).digest().subarray(0, 9).toString('base64url')
