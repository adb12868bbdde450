/** The words survey-core shows, from the dictionaries: its own are machine-translated. */
import ar from '../dictionaries/ar/engine.json' with { type: 'json' }
import en from '../dictionaries/en/engine.json' with { type: 'json' }
import es from '../dictionaries/es/engine.json' with { type: 'json' }
import fr from '../dictionaries/fr/engine.json' with { type: 'json' }
import easy from '../dictionaries/fr-facile/engine.json' with { type: 'json' }
import type { Language } from '../languages.ts'

export const frenchWords = fr
export const engineWords: Record<Language, Record<keyof typeof fr, string>> = { fr, 'fr-facile': easy, en, ar, es }
