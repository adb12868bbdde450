/** Words of the fieldwork that several pages share. */
import { dayOf, dayText } from '../../surveys/days.ts'
import { capital } from '../../surveys/languages.ts'
import { aboutNearFive, nearFive } from '../../surveys/near-five.ts'

const numbers = new Intl.NumberFormat('fr-FR')

/** « 30 juin 2026 » */
export const day = (iso: string): string => dayText(iso)
/** `2026-06-30`, as a field of dates wants it. */
export const dayValue = (iso: string | null): string => (iso === null ? '' : dayOf(iso))
export const number = (value: number): string => numbers.format(value)
/** A count to the nearest five: « moins de 5 » rather than a zero that may be a two. */
export const about = nearFive
/** « Environ 25 réponses » */
export const roughly = (count: number): string => `${capital(aboutNearFive(count))} réponses`
/** « environ 25 », within a sentence. */
export const aboutAnswers = aboutNearFive
export const answers = (count: number): string => `${about(count)} réponses`
