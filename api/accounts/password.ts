/** Accepts, hashes and compares passwords. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { boundedQueue } from './bounded-queue.ts'
import { knownPasswords } from './known-passwords.ts'

export const minimumLength = 12
export const maximumLength = 128

// OWASP's second argon2id setting: 19 MiB, two passes
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const prefix = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`

// each hash holds 19 MiB and a core: more at once would serve nobody sooner
const hashing = boundedQueue(2, 64)

/**
 * What is wrong with a new password, in one French sentence, or null.
 *
 * @param about what the person is called (login, name): not to be found inside the password
 */
export function weaknessOf(password: string, about: string[]): string | null {
  const length = [...password.normalize('NFC')].length
  if (length < minimumLength)
    return `Il faut au moins ${minimumLength} caractères. Une phrase courte convient très bien.`
  if (length > maximumLength) return `Il faut au plus ${maximumLength} caractères.`
  const letters = lettersOf(password)
  const parts = about.flatMap((text) => text.split(/[^\p{L}]+/u)).map((part) => lettersOf(part))
  if (parts.some((part) => part.length >= 4 && letters.includes(part))) {
    return 'Ce mot de passe contient votre nom ou votre identifiant. Choisissez autre chose.'
  }
  if (new Set(password).size < 5 || isRepeated(password)) {
    return 'Ce mot de passe répète les mêmes caractères. Choisissez une phrase courte.'
  }
  if (letters.length < 4 || knownPasswords.has(letters) || knownPasswords.has(lettersOf(password, true))) {
    return 'Ce mot de passe est trop connu : il serait essayé parmi les premiers. Choisissez une phrase courte.'
  }
  return null
}

/** The argon2id hash to store for a password, with its own salt. */
export async function hashOf(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${prefix}${salt.toString('base64url')}$${(await tagOf(password, salt)).toString('base64url')}`
}

/** True when the password has this hash. No hash (`null`) costs the same time and is never right. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [salt = '', tag = ''] = (stored ?? decoy).slice(prefix.length).split('$')
  const given = await tagOf(password, Buffer.from(salt, 'base64url'))
  const same = timingSafeEqual(given, Buffer.from(tag, 'base64url'))
  return same && stored !== null
}

const decoy = `${prefix}${randomBytes(16).toString('base64url')}$${randomBytes(cost.tagLength).toString('base64url')}`

function tagOf(password: string, nonce: Buffer): Promise<Buffer> {
  return hashing(
    () =>
      new Promise((resolve, reject) =>
        argon2('argon2id', { ...cost, message: password.normalize('NFC'), nonce }, (error, tag) =>
          error ? reject(error) : resolve(tag),
        ),
      ),
  )
}

/** Small letters without accents; with `read`, figures and signs standing for letters are read as those (`p@ssw0rd`). */
function lettersOf(text: string, read = false): string {
  const looksLike: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
  }
  const small = text.toLowerCase().normalize('NFD')
  const trimmed = read ? small.replace(/[^a-z]+$/, '').replace(/[0-9@$]/g, (sign) => looksLike[sign] ?? '') : small
  return trimmed.replace(/[^a-z]/g, '')
}

function isRepeated(password: string): boolean {
  return [1, 2, 3, 4, 5, 6].some(
    (length) =>
      password ===
      password
        .slice(0, length)
        .repeat(Math.ceil(password.length / length))
        .slice(0, password.length),
  )
}
