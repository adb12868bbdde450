/** Answers begun, as they leave this device: the twelve words give a key, which stays here, and a proof, which tells nothing of it. */
import { base64urlOf, bytesOf } from '../../../surveys/answers/base64url.ts'
import { plainCode } from '../../../surveys/answers/withdrawal-words.ts'

const nonceBytes = 12
/** Sizes of what is sent are multiples of this: they do not say how much was answered. */
const blockBytes = 8 * 1024

/**
 * HKDF-SHA256 of the words: 256 bits for AES-GCM, and 256 others that name what was saved.
 *
 * @returns `proof` in base64url; it is not the one that opens a response sent
 */
export async function keysOf(words: readonly string[]): Promise<{ key: CryptoKey; proof: string }> {
  const root = await crypto.subtle.importKey('raw', encoded(plainCode(words)), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ])
  const from = (use: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoded(use) })
  const aes = { name: 'AES-GCM', length: 256 }
  return {
    key: await crypto.subtle.deriveKey(from('carried answers 1: key'), root, aes, false, ['encrypt', 'decrypt']),
    proof: base64urlOf(new Uint8Array(await crypto.subtle.deriveBits(from('carried answers 1: proof'), root, 256))),
  }
}

/** A nonce of its own each time, then the ciphertext; base64url. */
export async function encrypted(value: unknown, key: CryptoKey): Promise<string> {
  const content = encoded(JSON.stringify(value))
  // JSON takes spaces after it
  const plain = new Uint8Array(Math.ceil(content.length / blockBytes) * blockBytes).fill(0x20)
  plain.set(content)
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const box = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  return base64urlOf(new Uint8Array([...iv, ...box]))
}

/** @throws DOMException when it is not what this key has encrypted */
export async function decrypted(sealed: string, key: CryptoKey): Promise<unknown> {
  const bytes = bytesOf(sealed)
  const iv = bytes.subarray(0, nonceBytes)
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(nonceBytes))
  return JSON.parse(new TextDecoder().decode(plain))
}

const encoded = (text: string) => new TextEncoder().encode(text)
