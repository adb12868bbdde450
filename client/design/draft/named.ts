/** What a step is about, in words rather than by its code. */
import { shortened } from '../../../surveys/conditions/words.ts'
import { numbersOf } from '../../../surveys/edit/elements.ts'
import { findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

export const quoted = (title: string): string => `«\u202f${shortened(title.replaceAll('**', ''), 50)}\u202f»`

/** « Prenez-vous la voiture ? » between quotes; « la question 3 » or « la page 2 » while it has no title. */
export function named(questionnaire: Questionnaire, path: string): string {
  const pages = pagesOf(questionnaire)
  const page = pages.findIndex(({ name }) => name === path)
  const found = findElement(questionnaire, path)
  const title = frenchOf(found ? found.element.title : pages[page]?.title)
  if (title !== '') return quoted(title)
  if (!found) return page === -1 ? path : `la page ${page + 1}`
  const number = numbersOf(questionnaire).get(path)
  return number === undefined ? 'ce qui est choisi' : `la question ${number}`
}
