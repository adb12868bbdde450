/** The interface's own words: French at once, the other languages when somebody asks for them. */
import type { Language } from '../../surveys/questionnaire/questionnaire.ts'
import { fr } from './fr.ts'

/** Every name of a word: `answer.next`, `week.copy` … */
export type Key = Names<typeof fr>
type Names<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Names<T[K], `${P}${K}.`>
}[keyof T & string]

export type Values = Record<string, string | number | undefined>
/** `vous`, or `tu` when the young are spoken to. */
export type Address = 'vous' | 'tu'

const spoken = new Map<Language, object>([['fr', fr]])
const others: Record<Exclude<Language, 'fr'>, () => Promise<object>> = {
  'fr-facile': async () => (await import('./fr-facile.ts')).frFacile,
  en: async () => (await import('./en.ts')).en,
  ar: async () => (await import('./ar.ts')).ar,
}

/** Fetches the words of a language when they are not here yet. */
export async function learn(language: Language) {
  if (language !== 'fr' && !spoken.has(language)) spoken.set(language, await others[language]())
}

/** The words of this name in this language, French where the language has none, with `{{values}}` filled in. */
export function speak(language: Language, key: Key, values: Values = {}, address: Address = 'vous'): string {
  const words = spoken.get(language) ?? fr
  const text = (address === 'tu' ? at(words, `${key}_tu`) : undefined) ?? at(words, key) ?? at(fr, key) ?? key
  return filled(text, values, language)
}

/** `{{count}}` gives way to its value, `{{count|mot|mots}}` to the first word for one (in French for none too), else to the second. */
export const filled = (text: string, values: Values, language: Language): string =>
  text.replace(/\{\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}\}/g, (_, name: string, one?: string, more?: string) =>
    one === undefined ? String(values[name] ?? '') : ((isOne(values[name], language) ? one : more) ?? ''),
  )

const isOne = (count: Values[string], language: Language) =>
  new Intl.PluralRules(language.slice(0, 2)).select(Number(count)) === 'one'

function at(words: object, key: string): string | undefined {
  const found = key.split('.').reduce<unknown>((place, name) => (place as Record<string, unknown>)?.[name], words)
  return typeof found === 'string' ? found : undefined
}
