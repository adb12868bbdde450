/** Ids made of a content, so that the same content is stored once. */
import { createHash } from 'node:crypto'

/** @returns a UUID (version 8: of one's own making), the same for the same text */
export function idOf(content: string): string {
  const hash = createHash('sha256').update(content).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
