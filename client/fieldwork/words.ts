/** Words of the fieldwork that several pages share. */

import type { fieldwork } from '../../api/wire/public.ts'
import { dayOf, dayText } from '../../surveys/days.ts'

type Status = fieldwork.FieldworkLine['status']

export const statusWords: Record<Status, [text: string, kind: string | undefined]> = {
  draft: ['brouillon', undefined],
  review: ['en relecture', 'warm'],
  trial: ['à l’essai', 'warm'],
  soon: ['ouvre bientôt', 'warm'],
  open: ['ouvert', 'good'],
  closed: ['clos', undefined],
  archived: ['archivé', undefined],
}

const numbers = new Intl.NumberFormat('fr-FR')

/** « 30 juin 2026 » */
export const day = (iso: string): string => dayText(iso)
/** `2026-06-30`, as a field of dates wants it. */
export const dayValue = (iso: string | null): string => (iso === null ? '' : dayOf(iso))
export const number = (value: number): string => numbers.format(value)
/** A count to the nearest five: « moins de 5 » rather than a zero that may be a two. */
export const about = (count: number): string => (count === 0 ? 'moins de 5' : numbers.format(count))
export const answers = (count: number): string => `${about(count)} réponses`
