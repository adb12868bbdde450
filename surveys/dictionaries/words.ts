/** Words of a dictionary: a sentence with `{{values}}`, or one sentence for each plural form its language has. */
import { type Language, languageRows } from '../languages.ts'

/** `by` names the value that is counted; `other` serves for the forms a language does not write. */
export type Plural = { by: string; other: string } & Partial<Record<Intl.LDMLPluralRule, string>>
export type Word = string | Plural

/** What every language must say as French does, and may say to the young (`…_tu`) in its own way. */
export type Like<T> = {
  [K in keyof T as K extends `${string}_tu` ? never : K]: T[K] extends Word ? Word : Like<T[K]>
} & { [K in keyof T & string as T[K] extends Word ? `${K}_tu` : never]?: Word }

/** Every name of a word: `answer.next`, `week.copy` … */
export type Names<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends Word ? `${P}${K}` : Names<T[K], `${P}${K}.`>
}[keyof T & string]

export type Values = Record<string, string | number | undefined>

/**
 * A word with its values written in, in the plural form its count asks for.
 *
 * @example filled({ by: 'count', one: '{{count}} mot', other: '{{count}} mots' }, { count: 0 }, 'fr') → '0 mot'
 */
export function filled(word: Word, values: Values, language: Language): string {
  const text = typeof word === 'string' ? word : (word[formOf(Number(values[word.by]), language)] ?? word.other)
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** French has a singular for none, English has not, Arabic has six forms. */
export const formOf = (count: number, language: Language): Intl.LDMLPluralRule => rulesOf(language).select(count)

const known = new Map<string, Intl.PluralRules>()
function rulesOf(language: Language): Intl.PluralRules {
  const { tag } = languageRows[language]
  const rules = known.get(tag) ?? new Intl.PluralRules(tag)
  known.set(tag, rules)
  return rules
}

/** The word of a name, as it is said to the young when it has a form for them. */
export const wordIn = (words: object, name: string, isYoung: boolean): Word | undefined =>
  (isYoung ? at(words, `${name}_tu`) : undefined) ?? at(words, name)

function at(words: object, name: string): Word | undefined {
  const found = name.split('.').reduce<unknown>((place, part) => (place as Record<string, unknown>)?.[part], words)
  return isWord(found) ? found : undefined
}

export const isWord = (value: unknown): value is Word =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'by' in value && 'other' in value)
