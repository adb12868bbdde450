/** The staff's PIN, by which the kiosk is left: stored on the tablet as a salted hash, checked without any network. */
import type { Pin } from './queue/database.ts'

export const pinLength = 6
const iterations = 600_000
const freeMisses = 5
const longestMs = 15 * 60_000

export const isPinShaped = (typed: string) => new RegExp(`^\\d{${pinLength}}$`).test(typed)

/** « 111111 » and « 123456 » are the first ones tried. */
export const isTooPlain = (pin: string) =>
  new Set(pin).size < 3 || '01234567890'.includes(pin) || '09876543210'.includes(pin)

export async function newPin(pin: string): Promise<Pin> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { salt, hash: await hashOf(pin, salt), misses: 0, waitUntil: 0 }
}

/**
 * @param now milliseconds
 * @returns the pin with this try counted; after five misses each further one makes the next wait, twice as long each time
 */
export async function tried(
  pin: Pin,
  typed: string,
  now: number,
): Promise<{ isRight: boolean; waitMs: number; pin: Pin }> {
  if (now < pin.waitUntil) return { isRight: false, waitMs: pin.waitUntil - now, pin }
  const given = await hashOf(typed, pin.salt)
  if (given.every((byte, at) => byte === pin.hash[at]))
    return { isRight: true, waitMs: 0, pin: { ...pin, misses: 0, waitUntil: 0 } }
  const misses = pin.misses + 1
  const waitMs = misses < freeMisses ? 0 : Math.min(longestMs, 30_000 * 2 ** (misses - freeMisses))
  return { isRight: false, waitMs, pin: { ...pin, misses, waitUntil: now + waitMs } }
}

async function hashOf(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits'])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256))
}
