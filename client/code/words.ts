/** What the pages opened with twelve words say, in every language. */
import ar from '../../surveys/dictionaries/ar/own.json' with { type: 'json' }
import en from '../../surveys/dictionaries/en/own.json' with { type: 'json' }
import es from '../../surveys/dictionaries/es/own.json' with { type: 'json' }
import fr from '../../surveys/dictionaries/fr/own.json' with { type: 'json' }
import easy from '../../surveys/dictionaries/fr-facile/own.json' with { type: 'json' }
import { useDictionary } from '../words/dictionary.ts'

export const ownWords = { fr, 'fr-facile': easy, en, ar, es }

export const useOwnSay = () => useDictionary<typeof fr>(ownWords)
