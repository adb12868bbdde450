/** A secret handed out once (session, link, recovery code): 256 random bits, stored only as their hash. */
import { createHash, randomBytes } from 'node:crypto'

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** The hash stored for a secret: its id in a collection. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
