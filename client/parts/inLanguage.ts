/** Texts and dates of the questionnaires, as a person of this language reads them. */
import type { Language, Text } from '../../surveys/questionnaire/questionnaire.ts'
import { tongues } from './comfort.ts'

/** The text in the language, else in French. */
export function inLanguage(text: Text, language: Language): string {
  if (typeof text === 'string') return text
  return (language === 'fr' ? undefined : text[language]) ?? text.default
}

/** The language a text is read in: the person's when it is translated; French reads for simplified French too. */
export function readIn(text: Text, language: Language): Language {
  if (language === 'fr' || language === 'fr-facile') return language
  return typeof text === 'object' && text[language] !== undefined ? language : 'fr'
}

/** Dates and numbers as the person writes them: British order in English, the figures of the Maghreb in Arabic. */
export const localeOf = (language: Language) =>
  language === 'en' ? 'en-GB' : language === 'ar' ? 'ar-u-nu-latn' : tongues[language].tag

/** « 12 mars » or « 12 mars 2027 » when it is another year. @param iso date and time */
export function dayOf(iso: string | number, language: Language, now = new Date()): string {
  const date = new Date(iso)
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year,
  }).format(date)
}
