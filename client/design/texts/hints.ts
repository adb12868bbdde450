/** How a text reads, in words short enough to stand under it. */
import type { Language } from '../../../surveys/questionnaire/questionnaire.ts'
import { levelOf, readingOf } from '../../../surveys/review/reading.ts'
import { limits } from '../../../surveys/review/reading-advice.ts'

const isFrench = (language: Language): language is keyof typeof limits => Object.hasOwn(limits, language)

/** @returns « Phrase de 18 mots : 15 au plus »; null when there is nothing to say, and in languages we cannot judge */
export function hintOf(text: string, language: Language): string | null {
  if (!isFrench(language)) return null
  const { longest } = readingOf([text])
  const { words } = limits[language]
  return longest.words > words ? `Phrase de ${longest.words} mots : ${words} au plus` : null
}

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })

/** « assez facile à lire (indice 68), 11 mots par phrase »; null without a word, and in languages we cannot judge */
export function levelIn(texts: readonly string[], language: Language): string | null {
  if (!isFrench(language)) return null
  const { score, wordsPerSentence } = readingOf(texts)
  if (score === null) return null
  return `${levelOf(score)} à lire (indice ${number.format(score)}), ${number.format(wordsPerSentence)} mots par phrase`
}
