/** A secret handed out once (session, link, recovery code): 256 bits of chance, kept only as its hash. */
import { createHash, randomBytes } from 'node:crypto'

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret, and its name on a collection. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
