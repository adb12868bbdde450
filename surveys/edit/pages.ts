/** Pages of a draft: added, moved, doubled, taken away. */
import type { DefinitionPage, Questionnaire } from '../questionnaire/questionnaire.ts'
import { copyOf } from './copies.ts'
import { pagesOf } from './places.ts'

const withPages = (questionnaire: Questionnaire, pages: DefinitionPage[]): Questionnaire => ({
  ...questionnaire,
  definition: { ...questionnaire.definition, pages },
})

/** `page_1`, `page_2`… the first that is free. */
export function freePageName(questionnaire: Questionnaire): string {
  const taken = new Set(pagesOf(questionnaire).map(({ name }) => name))
  for (let number = pagesOf(questionnaire).length + 1; ; number++)
    if (!taken.has(`page_${number}`)) return `page_${number}`
}

/** @param after name of the page it follows; null = at the end */
export function addPage(questionnaire: Questionnaire, name: string, after: string | null = null): Questionnaire {
  const pages = pagesOf(questionnaire)
  const at = after === null ? pages.length : pages.findIndex((page) => page.name === after) + 1
  return withPages(questionnaire, pages.toSpliced(at, 0, { name, title: '', elements: [] }))
}

/** @param to place it takes among the other pages, from 0 */
export function movePage(questionnaire: Questionnaire, name: string, to: number): Questionnaire {
  const pages = pagesOf(questionnaire)
  const from = pages.findIndex((page) => page.name === name)
  if (from === -1) return questionnaire
  const others = pages.toSpliced(from, 1)
  const place = Math.max(0, Math.min(to, others.length))
  return place === from ? questionnaire : withPages(questionnaire, others.toSpliced(place, 0, pages[from]!))
}

export function removePage(questionnaire: Questionnaire, name: string): Questionnaire {
  return withPages(
    questionnaire,
    pagesOf(questionnaire).filter((page) => page.name !== name),
  )
}

/** The copy stands just after, with codes of its own. */
export function duplicatePage(questionnaire: Questionnaire, name: string): Questionnaire {
  const pages = pagesOf(questionnaire)
  const at = pages.findIndex((page) => page.name === name)
  if (at === -1) return questionnaire
  const page = pages[at]!
  const elements = copyOf(questionnaire, page.elements ?? [], null)
  return withPages(questionnaire, pages.toSpliced(at + 1, 0, { ...page, name: freePageName(questionnaire), elements }))
}
