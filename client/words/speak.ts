/** The interface's own words: French at once, the other languages when somebody asks for them. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../surveys/questionnaire.ts'
import { fr, type Words } from './fr.ts'

const others: Record<Exclude<Language, 'fr'>, () => Promise<Words>> = {
  'fr-facile': async () => (await import('./fr-facile.ts')).frFacile,
  en: async () => (await import('./en.ts')).en,
  ar: async () => (await import('./ar.ts')).ar,
}

export const words = i18next.createInstance()
const ready = words.use(initReactI18next).init({
  lng: 'fr',
  fallbackLng: 'fr',
  // `fr-facile` is a name of ours: keep i18next from reading it as a region of French.
  load: 'currentOnly',
  resources: { fr: { translation: fr } },
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})

/** Fetches the words of a language when they are not here yet, then speaks it. */
export async function speak(language: Language) {
  await ready
  if (language !== 'fr' && !words.hasResourceBundle(language, 'translation')) {
    words.addResourceBundle(language, 'translation', await others[language]())
  }
  await words.changeLanguage(language)
}
