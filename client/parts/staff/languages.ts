/** The languages as the columns of the texts are headed, in French. */
import type { Language } from '../../../surveys/questionnaire/questionnaire.ts'

export const languageNames: Record<Language, string> = {
  fr: 'Français',
  'fr-facile': 'Français simplifié',
  en: 'Anglais',
  ar: 'Arabe',
}
export const inLanguageNamed: Record<Language, string> = {
  fr: 'en français',
  'fr-facile': 'en français simplifié',
  en: 'en anglais',
  ar: 'en arabe',
}
