/** Frozen publications: once out, a figure cannot be taken back, and everything later is checked against it. */

import { canonical } from '../../surveys/canonical.ts'
import type { Policy } from './policy.ts'
import type { Published } from './published.ts'

export type Publication = {
  id: string
  /** ISO date. */
  date: string
  /** Names the answers it was made from: the same name, the same answers. */
  snapshot: string
  /** Answers it was made from. */
  responses: number
  published: Published
  /** SHA-256 of all the above, hexadecimal. */
  digest: string
}

/** While answers are coming in only their number is shown, and that to the nearest 5. */
export const fieldworkCount = (responses: number): number => Math.round(responses / 5) * 5

/**
 * May a new publication follow the earlier ones? Other tables from the same answers: always. New answers: not before
 * enough of them came in; corrections and withdrawals wait for them.
 *
 * @returns null, or the reason in French
 */
export function refusal(
  next: { snapshot: string; responses: number },
  earlier: readonly Publication[],
  policy: Policy,
): string | null {
  const last = earlier.at(-1)
  if (last === undefined || earlier.some(({ snapshot }) => snapshot === next.snapshot)) return null
  if (next.responses - last.responses >= policy.leastNew) return null
  return `Moins de ${policy.leastNew} nouvelles réponses depuis la publication « ${last.id} » : publier maintenant montrerait qui vient de répondre.`
}

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
