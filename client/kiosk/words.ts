/** What a kiosk says, in every language at once: it works without a network; the questions and their buttons are the same as on a phone. */
import { useContext } from 'react'
import ar from '../../surveys/dictionaries/ar/kiosk.json' with { type: 'json' }
import en from '../../surveys/dictionaries/en/kiosk.json' with { type: 'json' }
import es from '../../surveys/dictionaries/es/kiosk.json' with { type: 'json' }
import fr from '../../surveys/dictionaries/fr/kiosk.json' with { type: 'json' }
import easy from '../../surveys/dictionaries/fr-facile/kiosk.json' with { type: 'json' }
import { filled, type Like, type Names, type Values, wordIn } from '../../surveys/dictionaries/words.ts'
import type { Language } from '../../surveys/languages.ts'
import { useComfort } from '../parts/comfort.ts'
import { Addressed } from '../words/useSay.ts'

export type KioskKey = Exclude<Names<typeof fr>, `${string}_tu`>
export const kioskWords: Record<Language, Like<typeof fr>> = { fr, 'fr-facile': easy, en, ar, es }

export type KioskSay = (key: KioskKey, values?: Values) => string

export function useKioskSay(): KioskSay {
  const { language } = useComfort()
  const isYoung = useContext(Addressed) === 'tu'
  return (key, values = {}) => filled(wordIn(kioskWords[language], key, isYoung) ?? fr[key], values, language)
}
