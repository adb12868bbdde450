/** Words of the dashboard that several pages share. */

import type { analyse } from '../../api/wire/public.ts'
import { isEnded, outcomeSaid, outcomeText } from '../../surveys/authority/follow-up.ts'
import { dayText } from '../../surveys/days.ts'
import { type Unit, unitRows } from '../../surveys/questionnaire/audiences.ts'

export const statusWords: Record<analyse.Overview['rows'][number]['status'], string> = {
  measured: 'Mesuré',
  partly: 'En partie',
  'other-source': 'Autre source',
  'not-a-survey-matter': 'Hors questionnaire',
  'no-evidence': 'Enquête : rien',
}

/** Bars filled in its drawing: the strongest first. */
export const strengthBars: Record<analyse.Strength, number> = {
  solide: 3,
  indicatif: 2,
  fragile: 1,
  'non concluant': 0,
}

const numbers = new Intl.NumberFormat('fr-FR')
export const number = (value: number): string => numbers.format(value)
export const answers = (value: number): string => `${number(value)}\u00a0réponse${value < 2 ? '' : 's'}`

/** What a figure rests on: children described are counted as children, communes as communes, others as answers. */
export const base = (value: number, unit: Unit): string =>
  `${number(value)}\u00a0${unitRows[unit].counted[value < 2 ? 0 : 1]}`

/** The page of a finding. */
export const findingAddress = (questionnaire: string, indicator: string): string =>
  `/analyse/${questionnaire}/resultat/${encodeURIComponent(indicator)}`

/** `2026-03-01` or a longer ISO date → « 1er mars 2026 ». */
export const day = (iso: string): string => dayText(iso).replace(' ', '\u00a0')

/** Whatever spaces hold it together. */
export const saysDay = (text: string, iso: string): boolean => spaced(text).includes(spaced(day(iso)))
const spaced = (text: string) => text.replace(/\s/g, ' ')

type LastDecision = NonNullable<analyse.FindingLine['decided']>

/** « décision du 3 mars 2026 », « décision abandonnée le 20 mars 2026 » */
export const decidedBadge = ({ date, outcome }: LastDecision): string =>
  outcome && isEnded(outcome)
    ? `décision ${outcomeText(outcome.state)} le ${day(outcome.date)}`
    : `décision du ${day(date)}${outcome ? `, ${outcomeText(outcome.state)}` : ''}`

/** Its day, after what became of it. */
export const decidedSaid = ({ date, outcome }: LastDecision): string =>
  `${outcome ? `${outcomeSaid(outcome)} ` : ''}Décidé le ${day(date)}.`

/**
 * What a sentence says after its brief, which stands above it: its figures, its reservations.
 *
 * @returns '' when it says nothing more; the whole sentence when the brief is not how it begins
 * @example beyond('Il en manque une.', 'Il en manque une (entre 45 % et 51 %). Sud : trop peu.') // → 'Entre 45 % et 51 %. Sud : trop peu.'
 */
export function beyond(brief: string, given: string): string {
  // a brief leaves out what stands in brackets: « École du Pré (Village) » too
  const sentence = given.replace(/ \([^()]*\)(?=\s*»)/g, (place) => (brief.includes(place) ? place : ''))
  // the figures stand within the first sentence of the brief, before what follows it
  const [first = '', ...others] = sentence.startsWith(withoutStop(brief)) ? [brief] : brief.split(/(?<=\.) /)
  if (!sentence.startsWith(withoutStop(first))) return given
  const rest = others
    .reduce((left, one) => left.replace(` ${one}`, ''), sentence.slice(withoutStop(first).length))
    .trimEnd()
    .replace(/^[.\s]+/, '')
    .replace(/^\(([^()]*)\)/, '$1')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

const withoutStop = (text: string) => text.replace(/\.$/, '')

/** The line under a picture that leaves without the notes of the page; the drawing may add to it. */
export const underPicture = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')
