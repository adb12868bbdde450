/** One erasure as the ledger holds it: what was erased, in ids only, chained to the one before. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { canonical } from '../../surveys/canonical.ts'

/**
 * What can be erased: one response, the trial or all responses of a questionnaire, contacts up to a month, one contact, one encounter,
 * encounters up to a day, the card of one actor, one idea of the wall.
 */
export const erasureKinds = [
  'response',
  'trial',
  'questionnaire',
  'contacts',
  'contact',
  'encounter',
  'encounters',
  'actor',
  'idea',
] as const
export type ErasureKind = (typeof erasureKinds)[number]

export const Erasure = z.strictObject({
  number: z.int().min(1),
  /** ISO date and time. */
  at: z.string(),
  kind: z.enum(erasureKinds),
  /** Id of the response, contact, encounter, actor or idea; the slug again; last month of the contacts, last day of the encounters. */
  id: z.string(),
  /** Slug; '' for contacts, encounters, actors and ideas. */
  questionnaire: z.string(),
  previous: z.string(),
  hash: z.string(),
})
export type Erasure = z.infer<typeof Erasure>

/** Where a chain stands; the number is also the count of its entries. */
export type Head = { number: number; hash: string }
export const noErasure: Head = { number: 0, hash: '0'.repeat(43) }

export function chained(head: Head, what: Pick<Erasure, 'at' | 'kind' | 'id' | 'questionnaire'>): Erasure {
  const entry = { number: head.number + 1, ...what, previous: head.hash }
  return { ...entry, hash: hashOf(entry) }
}

export const follows = (head: Head, { hash, ...entry }: Erasure): boolean =>
  entry.number === head.number + 1 && entry.previous === head.hash && hashOf(entry) === hash

const hashOf = (entry: Omit<Erasure, 'hash'>) => createHash('sha256').update(canonical(entry)).digest('base64url')
