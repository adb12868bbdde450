/** The two doors of a questionnaire: all of it, or its essential questions alone, for who has two minutes. */
import { isAsked } from '../types/catalogue.ts'
import { elementsIn, type LocatedElement, listOf } from './elements.ts'
import type { Definition, DefinitionElement, DefinitionPage, Questionnaire } from './questionnaire.ts'

/** Its own mark, that of its page, or that of the repeated panel that holds it; a panel is, as soon as something in it is. */
export const isEssential = ({ element, page, parent }: Pick<LocatedElement, 'element' | 'page' | 'parent'>): boolean =>
  [element, page, parent].some((holder) => holder?.essential === true) ||
  listOf<DefinitionElement>(element.templateElements).some(({ essential }) => essential === true)

type Form = Pick<Questionnaire, 'definition'> & Partial<Pick<Questionnaire, 'assigned'>>

/**
 * The questionnaire that the short door leads to: its essential questions, with their pages and groups.
 *
 * @returns null when there is one door only: nothing is essential, or everything
 */
export function shortFormOf<Q extends Form>(questionnaire: Q): Q | null {
  const { definition, assigned } = questionnaire
  const places = elementsIn(definition)
  const kept = new Set(places.filter(isEssential).map(({ element }) => element))
  if (places.filter(({ element }) => isAsked(element)).every(({ element }) => kept.has(element))) return null
  if (kept.size === 0) return null
  const among = (elements: unknown): DefinitionElement[] =>
    listOf<DefinitionElement>(elements).flatMap((element) => {
      if (element.type === 'panel') {
        const own = among(element.elements)
        return own.length > 0 ? [{ ...element, elements: own }] : []
      }
      if (!kept.has(element)) return []
      return element.templateElements === undefined
        ? [element]
        : [{ ...element, templateElements: among(element.templateElements) }]
    })
  const pages = listOf<DefinitionPage>(definition.pages).map((page) => ({ ...page, elements: among(page.elements) }))
  const short: Definition = { ...definition, pages: pages.filter(({ elements }) => elements.length > 0) }
  const names = new Set([...kept].map(({ name }) => name))
  const draws = listOf<Questionnaire['assigned'][number]>(assigned).map(({ orders, ...drawn }) => ({
    ...drawn,
    ...(orders ? { orders: orders.filter((name) => names.has(name)) } : {}),
  }))
  return { ...questionnaire, definition: short, ...(assigned ? { assigned: draws } : {}) }
}
