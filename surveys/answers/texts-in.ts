/** The texts of a questionnaire for one reader: in French, and in their language where somebody has written it. */
import { isLanguage, type Language } from '../languages.ts'
import { isObject } from '../questionnaire/elements.ts'

/** @returns a copy where every text has French and this language only */
export const textsIn = <T>(value: T, language: Language): T => narrowed(value, language) as T

/** @returns a copy where every text is its words in this language, in French where nobody has written them */
export const wordsIn = <T>(value: T, language: Language): T => worded(value, language) as T

function worded(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => worded(one, language))
  if (!isObject(value)) return value
  if (isText(value)) return (language !== 'fr' && value[language]) || value.default
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, worded(part, language)]))
}

function narrowed(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => narrowed(one, language))
  if (!isObject(value)) return value
  if (!isText(value))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, narrowed(part, language)]))
  const said = language === 'fr' ? undefined : value[language]
  return said === undefined ? value.default : { default: value.default, [language]: said }
}

const isText = (value: Record<string, unknown>) =>
  typeof value.default === 'string' && Object.keys(value).every((name) => name === 'default' || isLanguage(name))
