/** What a kiosk says, in every language at once: it works without a network; the questions and their buttons are the same as on a phone. */
import ar from '../../surveys/dictionaries/ar/kiosk.json' with { type: 'json' }
import en from '../../surveys/dictionaries/en/kiosk.json' with { type: 'json' }
import es from '../../surveys/dictionaries/es/kiosk.json' with { type: 'json' }
import fr from '../../surveys/dictionaries/fr/kiosk.json' with { type: 'json' }
import easy from '../../surveys/dictionaries/fr-facile/kiosk.json' with { type: 'json' }
import type { Like } from '../../surveys/dictionaries/words.ts'
import type { Language } from '../../surveys/languages.ts'
import { useDictionary } from '../words/dictionary.ts'

export const kioskWords: Record<Language, Like<typeof fr>> = { fr, 'fr-facile': easy, en, ar, es }

export const useKioskSay = () => useDictionary<typeof fr>(kioskWords)
