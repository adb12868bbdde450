/** Texts and dates of the questionnaires, as a person of this language reads them. */
import { languageRows } from '../../surveys/languages.ts'
import type { Language, Text } from '../../surveys/questionnaire/questionnaire.ts'
import { unbroken } from '../../surveys/wording/unbroken.ts'

/** The text in the language, else in French. */
export function inLanguage(text: Text, language: Language): string {
  return unbroken(typeof text === 'string' ? text : ((language === 'fr' ? undefined : text[language]) ?? text.default))
}

/** The language a text is read in: the person's when it is translated; French reads for simplified French too. */
export function readIn(text: Text, language: Language): Language {
  if (language === 'fr' || languageRows[language].tag === 'fr') return language
  return typeof text === 'object' && text[language] !== undefined ? language : 'fr'
}
