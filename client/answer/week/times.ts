/** Hours and lists as the person's language says them. */
import { type Language, languageRows } from '../../../surveys/languages.ts'
import { halfHoursADay, speakTime } from '../../../surveys/questionnaire/week.ts'

/** « 5 h 30 », "5:30". @param half half-hours since midnight; beyond 48 = the next day */
export function timeText(half: number, language: Language): string {
  const within = half > halfHoursADay ? half - halfHoursADay : half
  if (languageRows[language].tag === 'fr') return speakTime(within)
  return `${Math.floor((within % halfHoursADay) / 2)}:${within % 2 === 1 ? '30' : '00'}`
}

export const listText = (parts: string[], language: Language) =>
  new Intl.ListFormat(languageRows[language].tag, { type: 'conjunction' }).format(parts)
