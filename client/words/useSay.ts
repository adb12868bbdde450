/** The words of the interface, for a component: in the person's language, said as this questionnaire speaks. */
import { createContext, useContext } from 'react'
import type { Values } from '../../surveys/dictionaries/words.ts'
import type { Language } from '../../surveys/questionnaire/questionnaire.ts'
import { useComfort } from '../parts/comfort.ts'
import { type Address, type Key, speak } from './speak.ts'

export type Say = (key: Key, values?: Values) => string

export const Addressed = createContext<Address>('vous')

/** The language of this part of the page; null follows the person's choice. A questionnaire not translated stays in French. */
export const Spoken = createContext<Language | null>(null)

export function useLanguage(): Language {
  const { language } = useComfort()
  return useContext(Spoken) ?? language
}

export function useSay(): Say {
  const language = useLanguage()
  const address = useContext(Addressed)
  return (key, values) => speak(language, key, values, address)
}
