/** Words of the fieldwork that several pages share. */
import { dayOf, dayText } from '../../surveys/days.ts'

const numbers = new Intl.NumberFormat('fr-FR')

/** « 30 juin 2026 » */
export const day = (iso: string): string => dayText(iso)
/** `2026-06-30`, as a field of dates wants it. */
export const dayValue = (iso: string | null): string => (iso === null ? '' : dayOf(iso))
export const number = (value: number): string => numbers.format(value)
/** A count to the nearest five: « moins de 5 » rather than a zero that may be a two. */
export const about = (count: number): string => (count === 0 ? 'moins de 5' : numbers.format(count))
/** How many have answered: five to the nearest five is three as well. */
export const roughly = (count: number): string => (count === 5 ? 'Entre 3 et 7 réponses' : `Environ ${answers(count)}`)
export const answers = (count: number): string => `${about(count)} réponses`
