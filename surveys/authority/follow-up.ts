/** Where an action of the plan stands, as its pilots say it: never computed, and always dated. */
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

/** What became of a decision. */
export const outcomeStates = [
  { value: 'kept', text: 'tenue' },
  { value: 'dropped', text: 'abandonnée' },
] as const
export type OutcomeState = (typeof outcomeStates)[number]['value']
export const outcomeText = (state: OutcomeState): string => outcomeStates.find(({ value }) => value === state)!.text

/** Its day is over and nobody has said what became of it. @param today ISO day */
export const isLate = ({ due = '', outcome }: { due?: string; outcome?: unknown }, today: string): boolean =>
  due !== '' && due < today && !outcome
