/** Words and numbers of the log, as French people write them. */
import { type LogState, stateRows } from '../../surveys/action-log/rows.ts'

/** « 1 204 », « 2,5 » */
export const number = (value: number): string =>
  value.toLocaleString('fr-FR', { maximumFractionDigits: 2 }).replace(/[\u00a0\s]/g, '\u202f')

/** « 14 personnes », « non compté » when nobody counted: that is not 0. */
export const peopleText = (present: number | null): string =>
  present === null ? 'non compté' : counted(present, 'personne', 'personnes')

export const counted = (count: number, one: string, several: string): string =>
  `${number(count)}\u00a0${count < 2 ? one : several}`

/** « 2 h 30 » */
export function hoursText(hours: number): string {
  const minutes = Math.round((hours % 1) * 60)
  return `${number(Math.floor(hours))}\u00a0h${minutes > 0 ? `\u00a0${String(minutes).padStart(2, '0')}` : ''}`
}

export const eurosText = (cost: number): string => `${number(cost)}\u00a0€`

const kinds: Record<LogState, 'good' | 'warm' | undefined> = {
  planned: undefined,
  ongoing: 'good',
  done: 'good',
  stopped: 'warm',
  cancelled: 'warm',
}
export const stateBadge = (state: LogState) => ({ text: stateRows[state].text, kind: kinds[state] })

/** A number typed by hand: « 2,5 »; null when the field is empty or holds no number. */
export function typedNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^\d+(\.\d*)?$/.test(plain) ? Number(plain) : null
}
