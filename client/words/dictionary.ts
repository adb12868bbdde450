/** Words that a page brings itself, in every language at once: the first page does not carry them, and no network is asked for them. */
import { useContext } from 'react'
import { filled, type Like, type Names, type Values, wordIn } from '../../surveys/dictionaries/words.ts'
import type { Language } from '../../surveys/languages.ts'
import { Addressed, useLanguage } from './useSay.ts'

export type KeyOf<French> = Exclude<Names<French>, `${string}_tu`>
export type SayOf<French> = (key: KeyOf<French>, values?: Values) => string

/** Says the words of this dictionary in the person's language, as this questionnaire speaks. */
export function useDictionary<French extends object>(words: Record<Language, Like<French>>): SayOf<French> {
  const language = useLanguage()
  const isYoung = useContext(Addressed) === 'tu'
  return (key, values = {}) =>
    filled(wordIn(words[language], key, isYoung) ?? wordIn(words.fr, key, isYoung) ?? key, values, language)
}
