/** Decrypts a response as a tablet encrypts it: ECDH P-256 with a key of the moment, HKDF-SHA256, AES-256-GCM (client/kiosk/queue/encrypt.ts). */
import { bounded } from '../http/body.ts'
import { type EncryptedResponse, Inside } from '../wire/encrypted-response.ts'
import type { QueueKeys } from './queue-keys.ts'

const info = new TextEncoder().encode('ctg kiosk queue 1')
export const boundTo = ({ id, kiosk, key }: Pick<EncryptedResponse, 'id' | 'kiosk' | 'key'>) =>
  new TextEncoder().encode(`${id} ${kiosk} ${key}`)

/** The response inside, or null: its key is gone, it was altered, or what is inside is no response of that id. */
export async function decryptQueued(encrypted: EncryptedResponse, keys: QueueKeys): Promise<Inside | null> {
  const key = await keys.find(encrypted.key)
  if (!key) return null
  try {
    const ephemeral = Buffer.from(encrypted.ephemeral, 'base64url')
    const theirs = await crypto.subtle.importKey('raw', ephemeral, { name: 'ECDH', namedCurve: 'P-256' }, false, [])
    const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, key.privateKey, 256)
    const root = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
    const salt = Buffer.concat([ephemeral, key.publicKey])
    const aes = await crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt, info },
      root,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    )
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: Buffer.from(encrypted.nonce, 'base64url'), additionalData: boundTo(encrypted) },
      aes,
      Buffer.from(encrypted.box, 'base64url'),
    )
    const inside = Inside.safeParse(bounded(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain))))
    return inside.success && inside.data.sheet.id === encrypted.id ? inside.data : null
  } catch {
    // whatever is wrong with it, staff decide; what it holds is never quoted
    return null
  }
}
