/** A preview that begins at one question: it and what it stands in are shown whatever was answered before. */
import {
  allElements,
  type Found,
  findElement,
  setElement,
  setPage,
  withProperty,
} from '../../../surveys/edit/places.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

/** @param place path of a question, or name of a page; null when the questionnaire holds neither */
export function foundAt(questionnaire: Questionnaire, place: string): Found | null {
  return findElement(questionnaire, place) ?? allElements(questionnaire).find(({ page }) => page === place) ?? null
}

/** @returns the questionnaire without the conditions of the question and of what holds it, and the screen that asks it */
export function begunAt(questionnaire: Questionnaire, found: Found): { questionnaire: Questionnaire; screen: string } {
  const around = holdersOf(questionnaire, found)
  const shown = around.reduce(
    (before, { path }) => setElement(before, path, (element) => withProperty(element, 'visibleIf', undefined)),
    setPage(questionnaire, found.page, (page) => withProperty(page, 'visibleIf', undefined)),
  )
  // a screen is found by what stands on its page; a repeated group by its cards
  const { element } = around.at(-1)!
  return { questionnaire: shown, screen: element.type === 'paneldynamic' ? `${element.name}/cards` : element.name }
}

/** The question, then the groups around it, the outermost last. */
function holdersOf(questionnaire: Questionnaire, found: Found): Found[] {
  const holder = found.holder.kind === 'page' ? null : findElement(questionnaire, found.holder.path)
  return holder ? [found, ...holdersOf(questionnaire, holder)] : [found]
}
