/** What /participer says, in every language. */
import ar from '../../../surveys/dictionaries/ar/young.json' with { type: 'json' }
import en from '../../../surveys/dictionaries/en/young.json' with { type: 'json' }
import es from '../../../surveys/dictionaries/es/young.json' with { type: 'json' }
import fr from '../../../surveys/dictionaries/fr/young.json' with { type: 'json' }
import easy from '../../../surveys/dictionaries/fr-facile/young.json' with { type: 'json' }
import { useDictionary } from '../../words/dictionary.ts'

const words = { fr, 'fr-facile': easy, en, ar, es }

export const useYoungSay = () => useDictionary<typeof fr>(words)
