/** Hours and days as the person's language says them. */
import type { Language } from '../../../surveys/questionnaire/questionnaire.ts'
import { halfHoursADay, speakTime } from '../../../surveys/questionnaire/week.ts'
import { tongues } from '../../parts/comfort.ts'

/** « 5 h 30 », "5:30". @param half half-hours since midnight; beyond 48 = the next day */
export function timeText(half: number, language: Language): string {
  const within = half > halfHoursADay ? half - halfHoursADay : half
  if (language.startsWith('fr')) return speakTime(within)
  return `${Math.floor((within % halfHoursADay) / 2)}:${within % 2 === 1 ? '30' : '00'}`
}

/** The seven days, Monday first. */
export function dayNames(language: Language, width: 'long' | 'narrow' = 'long'): string[] {
  const format = new Intl.DateTimeFormat(tongues[language].tag, { weekday: width, timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index)))
}

export const listText = (parts: string[], language: Language) =>
  new Intl.ListFormat(tongues[language].tag, { type: 'conjunction' }).format(parts)
