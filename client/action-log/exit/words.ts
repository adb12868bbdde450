/** What the page at the exit of an event says, in every language. */
import ar from '../../../surveys/dictionaries/ar/exit.json' with { type: 'json' }
import en from '../../../surveys/dictionaries/en/exit.json' with { type: 'json' }
import es from '../../../surveys/dictionaries/es/exit.json' with { type: 'json' }
import fr from '../../../surveys/dictionaries/fr/exit.json' with { type: 'json' }
import easy from '../../../surveys/dictionaries/fr-facile/exit.json' with { type: 'json' }
import { useDictionary } from '../../words/dictionary.ts'

const words = { fr, 'fr-facile': easy, en, ar, es }

export const useExitSay = () => useDictionary<typeof fr>(words)
