/** Words of the fieldwork that several pages share. */
import type { fieldwork } from '../../api/wire/public.ts'
import { dayAfter, dayOf, dayText } from '../../surveys/days.ts'
import { capital } from '../../surveys/languages.ts'
import { aboutNearFive, nearFive } from '../../surveys/wording/near-five.ts'

const numbers = new Intl.NumberFormat('fr-FR')

/** « 30 juin 2026 » */
export const day = (iso: string): string => dayText(iso)
/** `2026-06-30`, as a field of dates wants it. */
export const dayValue = (iso: string | null): string => (iso === null ? '' : dayOf(iso))
/** Last day proposed to whoever reopens: a week, or as long as it may be; the day it was closed would be over in some hours. */
export function reopenedUntil(freezesAt: string | null, now = new Date()): string {
  const week = dayAfter(dayOf(now), 7)
  return freezesAt !== null && dayOf(freezesAt) < week ? dayOf(freezesAt) : week
}
export const number = (value: number): string => numbers.format(value)
/** A count to the nearest five: « moins de 5 » rather than a zero that may be a two. */
export const about = nearFive
/** « Environ 25 réponses » */
export const roughly = (count: number): string => `${capital(aboutNearFive(count))} réponses`
/** « environ 25 », within a sentence. */
export const aboutAnswers = aboutNearFive
export const answers = (count: number): string => `${about(count)} réponses`

/** « environ 40 codes imprimés n’ont pas encore servi », or that there is none. */
export const unusedSaid = (unused: number | null): string =>
  unused === null ? 'aucun code n’est imprimé' : `${aboutNearFive(unused)} codes imprimés n’ont pas encore servi`

/** How many count, beside how many are hoped for where somebody has said so. */
export function countedSaid({
  total,
  aside,
  targets,
}: Pick<fieldwork.FollowUp, 'total' | 'aside' | 'targets'>): string {
  const hoped = targets.total ? number(targets.total) : null
  if (total > 0) return `${roughly(total)}${hoped ? `, sur ${hoped} espérées` : ''}.`
  const few =
    aside > 0
      ? 'Moins de 5 réponses comptent\u202f: les autres sont mises de côté.'
      : 'Moins de 5 réponses pour l’instant.'
  return hoped ? `${few} Vous en espérez ${hoped}.` : few
}
