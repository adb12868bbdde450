/** Where an action of the plan stands, and what became of a decision, as people say it: never computed, and always dated. */
import { dayOf, dayText } from '../days.ts'
import { capital } from '../languages.ts'
import { levelWords } from './levels.ts'

export const actionStates = [
  { value: 'to-start', text: 'à faire', agrees: false },
  { value: 'under-way', text: 'en cours', agrees: false },
  { value: 'done', text: 'fait', agrees: true },
  { value: 'stopped', text: 'arrêté', agrees: true },
] as const
export type ActionState = (typeof actionStates)[number]['value']

/** The state in the gender of what the plan calls an action. @param state null = nobody has said */
export function stateText(state: ActionState | null, count = 1): string {
  const row = actionStates.find(({ value }) => value === state)
  if (!row) return 'non renseigné'
  if (!row.agrees) return row.text
  return `${row.text}${levelWords('action').gender === 'feminine' ? 'e' : ''}${count > 1 ? 's' : ''}`
}

/** What became of a decision; after `isEnd` nothing more is waited for. */
export const outcomeStates = [
  { value: 'kept', text: 'tenue', isEnd: true },
  { value: 'dropped', text: 'abandonnée', isEnd: true },
  { value: 'postponed', text: 'reportée', isEnd: false },
  { value: 'going-on', text: 'en cours', isEnd: false },
] as const
export type OutcomeState = (typeof outcomeStates)[number]['value']

/** `date`: ISO day it was said to be so. `until`: ISO day it is put off to, kept by what is said next. */
export type Outcome = { state: OutcomeState; text: string; date: string; by: string; until?: string | undefined }

type Due = { due?: string | undefined; outcome?: Outcome | undefined }

export const outcomeText = (state: OutcomeState): string => outcomeStates.find(({ value }) => value === state)!.text
export const isEnded = (outcome: Pick<Outcome, 'state'> | undefined): boolean =>
  outcomeStates.some(({ value, isEnd }) => isEnd && value === outcome?.state)

/** A result is decided on while a decision on it holds: not once the last one is given up. */
export const holds = ({ outcome }: { outcome?: Pick<Outcome, 'state'> | undefined }): boolean =>
  outcome?.state !== 'dropped'

/** « Abandonnée le 3 mars 2026. Le budget est refusé. » */
export function outcomeSaid({ state, text, date, until }: Outcome): string {
  const when = { kept: `le ${dayText(date)}`, dropped: `le ${dayText(date)}`, 'going-on': `au ${dayText(date)}` }
  const said = state === 'postponed' ? `au ${dayText(until ?? date)} (dit le ${dayText(date)})` : when[state]
  return `${capital(outcomeText(state))} ${said}.${text === '' ? '' : ` ${closed(text)}`}`
}

/**
 * « Qui : Pôle Enfance. Pour le 1er mai 2026. »; '' when neither is said.
 *
 * @param today ISO day it is read: a day that is over is said to be; absent = nothing is said of it
 */
export function whoAndWhen({ pilot = '', ...decision }: Due & { pilot?: string | undefined }, today?: string): string {
  const due = dueDay(decision)
  const late = today !== undefined && isLate(decision, today) ? ', échéance dépassée' : ''
  return [pilot && `Qui\u00a0: ${closed(pilot)}`, due && `Pour le ${dayText(due).replace(' ', '\u00a0')}${late}.`]
    .filter(Boolean)
    .join(' ')
}

/** ISO day a decision is waited for, '' = none: the one it was put off to, else the first one said. */
export const dueDay = ({ due = '', outcome }: Due): string => outcome?.until ?? due

/** Its day is over and nobody has said that it is kept or given up. @param today ISO day */
export function isLate(decision: Due, today: string): boolean {
  const due = dueDay(decision)
  return due !== '' && due < today && !isEnded(decision.outcome)
}

/** What is said of a decision, and may be corrected. `due`: ISO day; absent or '' = not said. */
export type DecisionWords = {
  text: string
  date: string
  action?: number | null | undefined
  pilot?: string | undefined
  due?: string | undefined
  indicator?: string | undefined
  isPublic?: boolean | undefined
}
/** What was said before a correction. `until`: ISO date and time of the correction. */
export type FormerWords = DecisionWords & { until: string; by: string }

const decisionFields = ['text', 'date', 'action', 'pilot', 'due', 'indicator', 'isPublic'] as const
type DecisionField = (typeof decisionFields)[number]

/** Said before and said otherwise after, field by field: what is only added corrects nothing. */
export const correctedFields = (before: DecisionWords, after: DecisionWords): DecisionField[] =>
  decisionFields.filter((name) => before[name] && before[name] !== after[name])

/** ISO day from which these fields are said as they are now, '' = nothing else was ever said. */
export function correctedOn(
  decision: DecisionWords & { former?: readonly FormerWords[] | undefined },
  fields: readonly DecisionField[] = decisionFields,
): string {
  const last = decision.former?.findLast((before) =>
    correctedFields(before, decision).some((name) => fields.includes(name)),
  )
  return last ? dayOf(new Date(last.until)) : ''
}

type Noted = DecisionWords & {
  /** ISO date and time. */
  at: string
  former?: readonly FormerWords[] | undefined
  outcome?: Outcome | undefined
}

/** A decision as it read on an ISO day: its words of then, and what had become of it; null when it was noted later. */
export function asOf<T extends Noted>(decision: T, day: string): T | null {
  if (dayOf(new Date(decision.at)) > day) return null
  const { former = [], outcome, ...now } = decision
  const isBy = ({ until }: FormerWords) => dayOf(new Date(until)) <= day
  const next = former.find((one) => !isBy(one))
  const earlier = former.filter(isBy)
  return {
    ...(now as T),
    ...(next && Object.fromEntries(decisionFields.map((name) => [name, next[name]]))),
    ...(earlier.length > 0 ? { former: earlier } : {}),
    ...(outcome && outcome.date <= day ? { outcome } : {}),
  }
}

const closed = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
