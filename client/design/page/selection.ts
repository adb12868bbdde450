/** What is being worked on: a page, and one of its elements or none. It follows the address. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { allElements, type Found, findElement, pagesOf } from '../../../surveys/edit/places.ts'
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

/** The element that stands where one stood: undone or done again, a code is another, and the rest of its page is there still. */
function inPlaceOf(questionnaire: Questionnaire, { holder, index, size }: Found): Found | undefined {
  return allElements(questionnaire).find(
    (one) =>
      one.holder.kind === holder.kind && one.holder.path === holder.path && one.index === index && one.size === size,
  )
}

/** @param renamed told the new path of what is chosen, when it changed otherwise than by a choice */
export function useSelection(
  questionnaire: Questionnaire,
  renamed: (from: string, to: string) => void = () => {},
): [Selection, (name: string) => void] {
  const [name, setName] = useState(() => placeIn(location.hash))
  const last = useRef<Found | null>(null)
  useEffect(() => {
    const follow = () => setName(placeIn(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const select = useCallback((next: string) => {
    history.replaceState(history.state, '', `#${encodeURIComponent(next)}`)
    setName(next)
  }, [])
  const before = last.current
  const found =
    findElement(questionnaire, name) ?? (before?.path === name ? inPlaceOf(questionnaire, before) : undefined) ?? null
  if (found && found.path !== name) renamed(name, found.path)
  last.current = found
  const own = found?.path ?? name
  useEffect(() => {
    if (own !== name) select(own)
  }, [own, name, select])
  return [selectionOf(questionnaire, own), select]
}
