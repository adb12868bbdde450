/** All that the documents of the plan are made of: the same in, the same bytes out. */
import type { LogEntry } from '../../../surveys/action-log/entry.ts'
import type { ActionState, FormerWords, Outcome } from '../../../surveys/authority/follow-up.ts'
import type { EvidenceItem } from '../item.ts'

/** What the pilots of an action say of it on one day; '' = nothing said. */
export type FollowUp = {
  state: ActionState
  /** Why it is stopped or late. */
  why: string
  done: string
  difficulties: string
  next: string
  /** What is asked of the committee. */
  asked: string
  /** ISO day. */
  day: string
  by: string
}

/** A decision that names this action, or was taken on one of its findings. `due`, `pilot`, `indicator`: '' = not said. */
export type ActionDecision = {
  /** ISO date and time it was noted. */
  at: string
  text: string
  /** ISO day. */
  date: string
  by: string
  pilot: string
  due: string
  indicator: string
  /** What was said before each correction, oldest first; absent while nothing was corrected. */
  former?: FormerWords[]
  /** Absent while nobody has said what became of it. */
  outcome?: Outcome
}

export type PlanObjective = { number: number; title: string; short: string; start: number | null }

export type PlanAction = {
  number: number
  title: string
  group: string
  pilots: readonly string[]
  axes: readonly { number: number; title: string }[]
  orientations: readonly { number: number; title: string }[]
  objectives: readonly PlanObjective[]
  /** The oldest first. */
  followUps: readonly FollowUp[]
  /** The newest first. */
  decisions: readonly ActionDecision[]
}

export type PlanSource = {
  place: string
  /** Title of the plan, as printed. */
  plan: string
  /** ISO day. */
  date: string
  demo: boolean
  actions: readonly PlanAction[]
  evidence: readonly EvidenceItem[]
  /** Of the action log. */
  entries: readonly LogEntry[]
  /** Checked quotes whose consent reaches documents. */
  quotes: readonly { text: string; who: string; objectives: readonly number[]; day: string }[]
}

/** The plan as it was known at the end of a year: later follow-ups, decisions, evidence, entries and quotes are left out. */
export function upTo(source: PlanSource, year: number): PlanSource {
  const end = `${year}-12-31`
  return {
    ...source,
    actions: source.actions.map((action) => ({
      ...action,
      followUps: action.followUps.filter(({ day }) => day <= end),
      decisions: action.decisions.filter(({ date }) => date <= end),
    })),
    evidence: source.evidence.filter(({ day }) => day <= end),
    entries: source.entries.filter(({ day }) => day <= end),
    quotes: source.quotes.filter(({ day }) => day <= end),
  }
}
