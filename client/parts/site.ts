/** The authority's name, contact, languages and whether all is made up: asked once for all screens. */

import { createContext, useContext, useEffect, useState } from 'react'
import type { Site } from '../../api/wire/public.ts'
import { setZone } from '../../surveys/days.ts'
import { languageRows, languages } from '../../surveys/languages.ts'
import type { Language } from '../../surveys/questionnaire/questionnaire.ts'
import { site } from './api.ts'
import { useComfort } from './comfort.ts'

let asked: Promise<Site> | undefined
let known: Site | null = null
/** What asks again, one for each part of the screen that shows it. */
const readers = new Set<() => void>()

/** Asks the api, once for all who want to know. */
export function askSite(): Promise<Site> {
  asked ??= site().then((answer) => {
    known = answer
    setZone(answer.timeZone)
    // ours is in the styles
    if (answer.colour !== '') void import('./colour.ts').then(({ wear }) => wear(answer.colour))
    return answer
  })
  return asked
}

/** Where people come: what is written down, scanned or handed on leads there, from whatever address it was seen. */
export const publicOrigin = (): string => known?.publicAddress || location.origin

/** Asks again, once the authority has changed. */
export function askSiteAgain(): void {
  asked = undefined
  for (const ask of readers) ask()
}

/** @returns null until the api has answered; the screens do without */
export function useSite(): Site | null {
  const [here, setHere] = useState(known)
  useEffect(() => {
    const ask = () => {
      askSite().then(setHere, () => {
        asked = undefined
      })
    }
    ask()
    readers.add(ask)
    return () => void readers.delete(ask)
  }, [])
  return here
}

/** The languages of the questionnaire on the screen; undefined = those of the site. */
export const OwnLanguages = createContext<readonly Language[] | undefined>(undefined)

/** The languages to choose from: those the authority and the questionnaire offer, and the one being read. */
export function useOffered(): [Language, (typeof languageRows)[Language]][] {
  const { language } = useComfort()
  const known = useSite()
  const own = useContext(OwnLanguages)
  const all = languages.map((language): [Language, (typeof languageRows)[Language]] => [
    language,
    languageRows[language],
  ])
  const isOffered = (code: Language) => (!known || known.languages.includes(code)) && (!own || own.includes(code))
  return all.filter(([code]) => code === language || isOffered(code))
}
