/** The fixed words of the results page, a file a language. */
import type { PublicLanguage } from './languages.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import { easyFrench } from './words/fr-facile.ts'
import type { PublicWords } from './words/public-words.ts'

export const publicWords: Record<PublicLanguage, PublicWords> = { fr, 'fr-facile': easyFrench, en, ar }
