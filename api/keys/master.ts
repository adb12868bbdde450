/** A master key: wraps the keys of the store, and is known by a fingerprint of itself. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** As written in the keyring file; `key` is base64url. */
export type Master = {
  id: string
  key: string
  /** ISO date and time. */
  madeAt: string
  /** When a rotation put another in its place; null for the current one. */
  retiredAt: string | null
}

const nonceBytes = 12
const tagBytes = 16
const bytes = (text: string) => Buffer.from(text, 'base64url')

export function newMaster(madeAt: string): Master {
  const key = randomBytes(32).toString('base64url')
  return { id: idOfMaster(key), key, madeAt, retiredAt: null }
}

/** A fingerprint: two files that hold one key name it alike, and a damaged key no longer bears its name. */
export const idOfMaster = (key: string): string =>
  createHmac('sha256', bytes(key)).update('id of a master key').digest('base64url').slice(0, 22)

/** 32 bytes for one use; says nothing of the master nor of any other use. */
export const derivedFrom = (master: Master, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', bytes(master.key), Buffer.alloc(0), use, 32))

/** @param bound what the key belongs to: it opens under the same words only */
export function wrap(key: Uint8Array, bound: string, master: Master): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', derivedFrom(master, 'wrap'), nonce).setAAD(Buffer.from(bound))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** @throws Error when it was altered, or belongs elsewhere */
export function unwrap(wrapped: string, bound: string, master: Master): Uint8Array {
  return decrypted(wrapped, bound, derivedFrom(master, 'wrap'))
}

/** @throws Error when it was altered, or belongs elsewhere */
export function decrypted(packed: string, bound: string, key: Uint8Array): Uint8Array {
  const all = bytes(packed)
  const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(bound)).setAuthTag(all.subarray(-tagBytes))
  return Buffer.concat([decipher.update(all.subarray(nonceBytes, -tagBytes)), decipher.final()])
}
