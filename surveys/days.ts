/** Days, hours and their names as the authority's people count them: from midnight to midnight in its time zone. */
import { type Language, languageRows } from './languages.ts'

export const defaultZone = 'Europe/Paris'

/** A date and time, or a plain day (`2026-06-30`), which begins at midnight in the zone. */
type Moment = Date | string | number

// One authority a process and a page: its zone is set once at the start, and again when the setting changes
let zone = defaultZone
const formats = new Map<string, Intl.DateTimeFormat>()
/** By quarter of an hour since 1970: no zone changes its clock between two of them. */
const days = new Map<number, string>()
const quarterMs = 900_000
const mostDays = 100_000

/** @param name as in the IANA list: `Europe/Paris`, `Indian/Reunion` */
export function setZone(name: string): void {
  if (name === zone) return
  if (!isZone(name)) throw new RangeError(`setZone needs a time zone, not ${name}`)
  zone = name
  formats.clear()
  days.clear()
}
export const zoneNow = (): string => zone

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** `2026-06-30`: the day a moment falls on. */
export function dayOf(moment: Moment): string {
  const instant = instantOf(moment)
  const quarter = Math.floor(instant.getTime() / quarterMs)
  const known = days.get(quarter)
  if (known !== undefined) return known
  const day = clockText(instant).slice(0, 10)
  if (days.size === mostDays) days.clear()
  days.set(quarter, day)
  return day
}

/**
 * ISO date and time of the first instant of a day.
 *
 * @param day `2026-06-30`
 * @example startOfDay('2026-06-30') → '2026-06-29T22:00:00.000Z' in Paris
 */
export function startOfDay(day: string): string {
  const wall = Date.parse(`${day}T00:00:00Z`)
  // The offset before midnight may differ from the one after it: the second pass reads it at the right place
  const first = wall - offsetAt(wall)
  const second = wall - offsetAt(first)
  // Where the clock jumps over midnight, the day begins after the jump
  const start = dayOf(second) < day ? first : second
  return new Date(start).toISOString()
}

/** Days a questionnaire stays open unless another last day is chosen: six weeks, which cover school holidays. */
export const usualDays = 42

/** The last second of a day. */
export const endOfDay = (day: string): string =>
  new Date(new Date(startOfDay(dayAfter(day))).getTime() - 1_000).toISOString()

export function dayAfter(day: string, days = 1): string {
  return new Date(new Date(`${day}T12:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day so many months later, or the last day of that month when it is shorter. @param moment ISO date and time */
export function monthsAfter(moment: string, months: number): string {
  const date = new Date(moment)
  const wanted = new Date(date)
  wanted.setUTCDate(1)
  wanted.setUTCMonth(wanted.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth() + 1, 0)).getUTCDate()
  wanted.setUTCDate(Math.min(date.getUTCDate(), lastDay))
  return wanted.toISOString()
}

/** In French the first day of a month is « 1er ». */
const withFirst = (text: string, language: Language): string =>
  language === 'fr' || language === 'fr-facile' ? text.replace(/(?<!\d)1(?=\s\p{L})/u, '1er') : text

/** « 30 juin 2026 », « 1er mars 2026 » */
export const dayText = (moment: Moment, language: Language = 'fr'): string =>
  withFirst(format(language, { dateStyle: 'long' }).format(instantOf(moment)), language)

/** « mardi 30 juin 2026 » */
export const fullDayText = (moment: Moment, language: Language = 'fr'): string =>
  withFirst(format(language, { dateStyle: 'full' }).format(instantOf(moment)), language)

/** « 12 mars », with the year when it is another than this one: a line never ends inside the day and its month. */
export const shortDayText = (moment: Moment, language: Language, now = new Date()): string =>
  withFirst(
    format(language, {
      day: 'numeric',
      month: 'long',
      ...(dayOf(moment).slice(0, 4) === dayOf(now).slice(0, 4) ? {} : { year: 'numeric' }),
    }).format(instantOf(moment)),
    language,
  ).replace(/ (?!\d{4})/g, '\u00a0')

/** « 3 mars 2026 à 14 h 05 » */
export const momentText = (moment: Moment): string =>
  withFirst(format('fr', { dateStyle: 'medium', timeStyle: 'short' }).format(instantOf(moment)), 'fr').replace(
    /, (\d\d):(\d\d)/,
    ' à $1\u00a0h\u00a0$2',
  )

/** « 14 h 05 » */
export const hourText = (moment: Moment): string =>
  format('fr', { hour: '2-digit', minute: '2-digit' }).format(instantOf(moment)).replace(':', '\u00a0h\u00a0')

/** « mars 2026 ». @param month `2026-03` */
export const monthText = (month: string, language: Language = 'fr'): string =>
  format(language, { month: 'long', year: 'numeric' }).format(middleOf(month))

/** « mars », « janv. ». @param month `2026-03` */
export const monthName = (month: string, width: 'long' | 'short' = 'long'): string =>
  format('fr', { month: width }).format(middleOf(month))

/** A moment of the same month in every time zone. */
const middleOf = (month: string) => new Date(`${month}-15T12:00:00Z`)

/** The seven days, Monday first, in the language's own case: « lundi », "Monday". */
export function dayNames(language: Language = 'fr', width: 'long' | 'narrow' = 'long'): string[] {
  const names = new Intl.DateTimeFormat(languageRows[language].tag, { weekday: width, timeZone: 'UTC' })
  // 1 January 2024 was a Monday
  return Array.from({ length: 7 }, (_, index) => names.format(Date.UTC(2024, 0, 1 + index)))
}

/** A plain day would be midnight in UTC: the day before, west of Greenwich. */
const instantOf = (moment: Moment): Date =>
  new Date(typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment) ? startOfDay(moment) : moment)

/** `2026-06-30 14:05:00` on the clock of the zone. */
const clockText = (moment: Date) => format('clock', { dateStyle: 'short', timeStyle: 'medium' }).format(moment)

/** Whole hours since midnight on the clock of the zone. */
export const hourOf = (moment: Moment): number => Number(clockText(instantOf(moment)).slice(11, 13))

/** Milliseconds the clock of the zone is ahead of UTC at a moment. */
const offsetAt = (moment: number) =>
  Date.parse(`${clockText(new Date(moment)).replace(' ', 'T')}Z`) - Math.floor(moment / 1_000) * 1_000

function format(language: Language | 'clock', options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language === 'clock' ? 'sv-SE' : languageRows[language].locale
  const key = locale + JSON.stringify(options)
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.set(key, made)
  return made
}
