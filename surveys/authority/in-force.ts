/** The authority in force: its names, its plan, its territory, its judgement and its dictionaries, read at use. */
import { firstAuthority } from './first.ts'
import type { Authority } from './schema.ts'

let inForce: Authority = firstAuthority

/** What is in force now. Read it where it is used, never into a constant at import: a version may replace it at any time. */
export const authority = (): Authority => inForce

/** Puts an authority in force in this process or thread: called at start, and when the store holds another version. */
export function setAuthority(next: Authority): void {
  inForce = next
}

/**
 * Makes something under another authority than the one in force.
 *
 * @param other null = the one in force
 * @param make does not wait: nothing else of this process runs meanwhile
 */
export function under<T>(other: Authority | null, make: () => T): T {
  const now = inForce
  inForce = other ?? now
  try {
    return make()
  } finally {
    inForce = now
  }
}

/**
 * A value made from the authority in force, made again when another takes its place.
 *
 * @example export const objectives = ofAuthority(({ plan }) => plan.objectives)
 */
export function ofAuthority<T>(make: (authority: Authority) => T): () => T {
  let made: { from: Authority; value: T } | null = null
  return () => {
    if (made?.from !== inForce) made = { from: inForce, value: make(inForce) }
    return made.value
  }
}
