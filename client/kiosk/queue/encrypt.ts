/** Encrypts a finished response to the server's public key: from here on nobody can read it on this tablet. */
import type { kiosk } from '../../../api/wire/public.ts'
import { base64urlOf, bytesOf } from '../../../surveys/answers/base64url.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'

export type EncryptedResponse = kiosk.EncryptedResponse
export type ServerKey = kiosk.KioskOrders['queueKey']

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const info = new TextEncoder().encode('ctg kiosk queue 1')

/**
 * ECDH P-256 with a key of the moment, HKDF-SHA256, AES-256-GCM; api/kiosks/encrypted-response.ts decrypts it.
 *
 * @param kiosk id of this tablet @param answeredAt when the person finished, ISO
 */
export async function encryptResponse(
  response: SentResponse,
  answeredAt: string,
  kiosk: string,
  server: ServerKey,
): Promise<EncryptedResponse> {
  const theirBytes = bytesOf(server.publicKey)
  const theirs = await crypto.subtle.importKey('raw', theirBytes, curve, false, [])
  const moment = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', moment.publicKey))
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, moment.privateKey, 256)
  const root = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const salt = new Uint8Array([...ephemeral, ...theirBytes])
  const aes = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  // `sheet`: the name the server decrypts, in queues already on tablets
  const plain = new TextEncoder().encode(JSON.stringify({ answeredAt, sheet: response }))
  const additionalData = new TextEncoder().encode(`${response.id} ${kiosk} ${server.id}`)
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, aes, plain)
  return {
    id: response.id,
    kiosk,
    key: server.id,
    ephemeral: base64urlOf(ephemeral),
    nonce: base64urlOf(nonce),
    box: base64urlOf(new Uint8Array(box)),
  }
}
