/** Encrypts a short text with a key of the keyring (AES-256-GCM), bound to its owner. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export function encryptText(text: string, owner: string, key: Uint8Array): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** @throws Error when it was altered, or belongs to somebody else */
export function decryptText(ciphertext: string, owner: string, key: Uint8Array): string {
  const packed = Buffer.from(ciphertext, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, packed.subarray(0, 12))
  decipher.setAAD(Buffer.from(owner)).setAuthTag(packed.subarray(-16))
  return Buffer.concat([decipher.update(packed.subarray(12, -16)), decipher.final()]).toString('utf8')
}
