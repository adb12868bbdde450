/** Recovery codes replace a lost phone. Each serves once; the store holds only their hashes. */
import { createHmac, randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
export const codesMade = 10

/** Ten codes of 80 bits, to be shown once: `k3m9-7xq2-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codesMade }, () => {
    const letters = [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join('')
    return letters.match(/.{4}/g)!.join('-')
  })
}

/** The hash stored for a code. Typed with or without dashes, in capitals, with o for 0 or i and l for 1: the same code. */
export function hashOfCode(typed: string, key: Uint8Array): string {
  const letters = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return createHmac('sha256', key).update(`recovery ${letters}`).digest('base64url')
}
