/**
 * The second factor: six figures that change every 30 seconds, as any authenticator application shows them.
 *
 * @source RFC 6238 (TOTP) and RFC 4226 (HOTP), HMAC-SHA1, 6 digits
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const stepMs = 30_000
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new shared secret of 160 bits, in base32. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(20))
}

/** The step a moment belongs to. @param at milliseconds since 1970 */
export function stepAt(at: number): number {
  return Math.floor(at / stepMs)
}

/** The code of one step. @param secret base32 @param digits length of the code */
export function codeOf(secret: string, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = hash[hash.length - 1]! & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/**
 * The step whose code was given: the present one, the one before or the one after (clocks differ), never one used already.
 *
 * @param used last step accepted for this person; its code and older ones are refused
 * @returns the step to remember as used, or null when the code is wrong
 */
export function stepOfCode(secret: string, code: string, at: number, used: number): number | null {
  const given = Buffer.from(code.replace(/\s/g, '').padEnd(6).slice(0, 7))
  const present = stepAt(at)
  const found = [present, present - 1, present + 1].filter((step) => {
    const right = Buffer.from(codeOf(secret, step))
    return given.length === right.length && timingSafeEqual(given, right)
  })
  return found.find((step) => step > used) ?? null
}

/** The address an authenticator application reads from the QR code. */
export function totpAddress(secret: string, login: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`
}

function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
