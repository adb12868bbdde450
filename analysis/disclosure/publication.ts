/** Frozen publications: once out, a figure cannot be taken back. */
import { canonical } from '../../surveys/canonical.ts'
import type { Published } from './published-figure.ts'
import { baseShown } from './rules.ts'

export type Publication = {
  id: string
  /** ISO date. */
  date: string
  /** Names what it was made from (answers, tables and version): the same name, the same figures. */
  snapshot: string
  /** Responses it was made from. */
  responses: number
  published: Published
  /** SHA-256 of all the above, hexadecimal. */
  digest: string
}

/** While responses are coming in only their number is shown, and that to the nearest 5. */
export const fieldworkCount = baseShown

/** SHA-256 of a publication’s content, whatever the order of its keys. */
export async function digestOf({
  id,
  date,
  snapshot,
  responses,
  published,
}: Omit<Publication, 'digest'>): Promise<string> {
  const text = canonical({ id, date, snapshot, responses, published })
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Figures as a dated publication, with its digest. */
export async function freeze(
  published: Published,
  { id, date, snapshot, responses }: Omit<Publication, 'published' | 'digest'>,
): Promise<Publication> {
  const publication = { id, date, snapshot, responses, published }
  return { ...publication, digest: await digestOf(publication) }
}

/** A stored publication, as it was frozen. @throws RangeError when a byte of it changed */
export async function reopen(stored: Publication): Promise<Publication> {
  if ((await digestOf(stored)) !== stored.digest)
    throw new RangeError(`reopen needs the publication as it was frozen: ${stored.id}`)
  return stored
}
