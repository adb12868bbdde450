/** The words of the interface, for a component: in the person's language, said as this questionnaire speaks. */
import { createContext, useContext } from 'react'
import { useComfort } from '../parts/comfort.ts'
import { type Address, type Key, speak, type Values } from './speak.ts'

export type Say = (key: Key, values?: Values) => string

export const Addressed = createContext<Address>('vous')

export function useSay(): Say {
  const { language } = useComfort()
  const address = useContext(Addressed)
  return (key, values) => speak(language, key, values, address)
}
