/** What is being worked on: a page, and one of its elements or none. It follows the address. */
import { useCallback, useEffect, useState } from 'react'
import { findElement, pagesOf } from '../../../surveys/edit/places.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { placeIn } from '../addresses.ts'

export type Selection = { page: string; path: string | null }

/** The place a name stands for; the first page when there is none. */
export function selectionOf(questionnaire: Questionnaire, name: string): Selection {
  const found = findElement(questionnaire, name)
  if (found) return { page: found.page, path: found.path }
  const pages = pagesOf(questionnaire)
  const page = pages.find((one) => one.name === name) ?? pages[0]
  return { page: page?.name ?? '', path: null }
}

export function useSelection(questionnaire: Questionnaire): [Selection, (name: string) => void] {
  const [name, setName] = useState(() => placeIn(location.hash))
  useEffect(() => {
    const follow = () => setName(placeIn(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const select = useCallback((next: string) => {
    history.replaceState(history.state, '', `#${encodeURIComponent(next)}`)
    setName(next)
  }, [])
  return [selectionOf(questionnaire, name), select]
}
