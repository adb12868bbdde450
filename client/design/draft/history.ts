/** What was done to a draft, step by step: undone and done again. */
/** `as`: the place it is written in. */
export type Step<T> = { label: string; as: string; before: T; after: T; at: number }
export type StepWay = {
  /** The place it is written in, where the label says the words that are written. */
  as?: string
  /** It follows from the step before, and is undone with it, however long after. */
  isPart?: boolean
}
export type History<T> = { now: T; past: Step<T>[]; future: Step<T>[] }

export const startHistory = <T>(now: T): History<T> => ({ now, past: [], future: [] })

const mostSteps = 200
/** Letters typed one after the other in one place are one step. */
const oneStepMs = 1_500

/** @param at milliseconds; the same place soon after the last step goes on with it */
export function withStep<T>(
  history: History<T>,
  label: string,
  after: T,
  at: number,
  { as = label, isPart = false }: StepWay = {},
): History<T> {
  const { now, past, future } = history
  if (after === now) return history
  const last = past.at(-1)
  if (last && last.as === as && (isPart || at - last.at < oneStepMs) && future.length === 0)
    return { now: after, past: [...past.slice(0, -1), { ...last, label, after, at }], future: [] }
  return { now: after, past: [...past, { label, as, before: now, after, at }].slice(-mostSteps), future: [] }
}

export function undone<T>({ now, past, future }: History<T>): History<T> {
  const last = past.at(-1)
  return last === undefined
    ? { now, past, future }
    : { now: last.before, past: past.slice(0, -1), future: [last, ...future] }
}

export function redone<T>({ now, past, future }: History<T>): History<T> {
  const [next, ...later] = future
  return next === undefined ? { now, past, future } : { now: next.after, past: [...past, next], future: later }
}

/**
 * Puts somebody else's work under every step, so that « Annuler » takes back one's own alone.
 *
 * @param under a state with their work in it; null where the two cross
 * @returns null when what stands now crosses; older steps that do are forgotten
 */
export function rebased<T>(history: History<T>, under: (state: T) => T | null): History<T> | null {
  const now = under(history.now)
  if (now === null) return null
  const past: Step<T>[] = []
  let later = now
  for (const step of history.past.toReversed()) {
    const before = under(step.before)
    if (before === null) break
    past.unshift({ ...step, before, after: later })
    later = before
  }
  const future: Step<T>[] = []
  let earlier = now
  for (const step of history.future) {
    const after = under(step.after)
    if (after === null) break
    future.push({ ...step, before: earlier, after })
    earlier = after
  }
  return { now, past, future }
}
