/** The interface's own words: French at once, the other languages when somebody asks for them. */
import fr from '../../surveys/dictionaries/fr/screens.json' with { type: 'json' }
import { filled, type Like, type Names, type Values, wordIn } from '../../surveys/dictionaries/words.ts'
import { type Language, languageRows, type Translated } from '../../surveys/languages.ts'

/** Every name of a word: `answer.next`, `week.copy` … */
export type Key = Names<typeof fr>
/** `vous`, or `tu` when the young are spoken to. */
export type Address = 'vous' | 'tu'
type Words = Like<typeof fr>

const spoken = new Map<Language, Words>([['fr', fr]])
const others: Record<Translated, () => Promise<{ default: Words }>> = {
  'fr-facile': () => import('../../surveys/dictionaries/fr-facile/screens.json', { with: { type: 'json' } }),
  en: () => import('../../surveys/dictionaries/en/screens.json', { with: { type: 'json' } }),
  ar: () => import('../../surveys/dictionaries/ar/screens.json', { with: { type: 'json' } }),
  es: () => import('../../surveys/dictionaries/es/screens.json', { with: { type: 'json' } }),
}

/** Fetches the words of a language when they are not here yet. */
export async function learn(language: Language) {
  if (language !== 'fr' && !spoken.has(language)) spoken.set(language, (await others[language]()).default)
}

/** The words of this name in this language, those of its fallback where it has none, with `{{values}}` filled in. */
export function speak(language: Language, key: Key, values: Values = {}, address: Address = 'vous'): string {
  for (let said: Language | null = language; said !== null; said = languageRows[said].fallback) {
    const word = wordIn(spoken.get(said) ?? {}, key, address === 'tu')
    if (word !== undefined) return filled(word, values, said)
  }
  return key
}
