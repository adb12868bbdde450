/** The languages as the columns of the texts are headed, in French. */
import { byLanguage, headingOf, languageRows } from '../../../surveys/languages.ts'

export const languageNames = byLanguage(headingOf)
export const inLanguageNamed = byLanguage((language) => `en ${languageRows[language].french}`)
