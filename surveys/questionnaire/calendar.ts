/** Calendar days as ISO texts, read, said and grouped: no clock, no zone. */
import { dayText, monthText } from '../days.ts'
import type { Language } from '../languages.ts'

/** @returns the ISO day, or null when no calendar has it (30 February, month 13) */
export function dayFrom(year: number, month: number, day: number): string | null {
  if (![year, month, day].every(Number.isInteger) || year < 1900 || year > 2100) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : null
}

export const isDay = (value: unknown): value is string => {
  const [, year, month, day] = (typeof value === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)) || []
  return day !== undefined && dayFrom(Number(year), Number(month), Number(day)) === value
}

/** « 5 mars 2026 », in the words of the language. */
export const dayInWords = (day: string, language: Language): string => dayText(day, language)

/** More months than this are too many lines to compare: years are then counted. */
const mostMonths = 36

/** The months, or the years, from one day to another: `2026-03` « mars 2026 ». Never a day. */
export function periodsBetween(first: string, last: string): { value: string; text: string }[] {
  const [from, to] = [first, last].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) as [
    number,
    number,
  ]
  if (to - from < mostMonths)
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => {
      const [year, month] = [Math.floor((from + step) / 12), (from + step) % 12]
      const value = `${year}-${String(month + 1).padStart(2, '0')}`
      return { value, text: monthText(value) }
    })
  const [year, end] = [Math.floor(from / 12), Math.floor(to / 12)]
  return Array.from({ length: end - year + 1 }, (_, step) => ({
    value: String(year + step),
    text: String(year + step),
  }))
}
