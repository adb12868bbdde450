/** Where pages and elements stand in a draft: found by their path, changed without touching the original. */
import { isObject, listOf } from '../questionnaire/elements.ts'
import type { DefinitionElement, DefinitionPage, Questionnaire } from '../questionnaire/questionnaire.ts'
import { put, type TextAddress } from './texts.ts'

/** What holds a list of elements: a page by its name, a group or a repeated panel by its path. */
export type Holder = { kind: 'page' | 'group'; path: string }

export type Found = {
  element: DefinitionElement
  /** `garde`, `enfants.garde` inside a repeated panel; groups have one too. */
  path: string
  at: TextAddress
  holder: Holder
  /** Place in its list, and how long the list is. */
  index: number
  size: number
  page: string
  /** Path of the repeated panel around it. */
  parent: string | null
}

export const pagesOf = ({ definition }: Questionnaire): DefinitionPage[] => listOf<DefinitionPage>(definition?.pages)

/** @returns every element in the order people meet it, groups and repeated panels before what they hold */
export function allElements(questionnaire: Questionnaire): Found[] {
  const found: Found[] = []
  const visit = (list: unknown, at: TextAddress, holder: Holder, page: string, parent: string | null) => {
    if (!Array.isArray(list)) return
    list.forEach((element: unknown, index) => {
      if (!isObject(element)) return
      const here = element as DefinitionElement
      const path = parent === null ? String(here.name) : `${parent}.${String(here.name)}`
      const mine = [...at, index]
      found.push({ element: here, path, at: mine, holder, index, size: list.length, page, parent })
      const group: Holder = { kind: 'group', path }
      if (here.type === 'panel') visit(here.elements, [...mine, 'elements'], group, page, parent)
      if (here.type === 'paneldynamic' && parent === null)
        visit(here.templateElements, [...mine, 'templateElements'], group, page, path)
    })
  }
  const pages: unknown = questionnaire.definition?.pages
  if (!Array.isArray(pages)) return []
  pages.forEach((page: unknown, index) => {
    if (!isObject(page)) return
    const name = String(page.name)
    visit(page.elements, ['definition', 'pages', index, 'elements'], { kind: 'page', path: name }, name, null)
  })
  return found
}

export const findElement = (questionnaire: Questionnaire, path: string): Found | null =>
  allElements(questionnaire).find((found) => found.path === path) ?? null

export const pageAddress = (questionnaire: Questionnaire, name: string): TextAddress | null => {
  const at = questionnaire.definition.pages.findIndex((page) => page?.name === name)
  return at === -1 ? null : ['definition', 'pages', at]
}

/** @returns the address of the list that holds its elements; null when there is no such holder */
export function listAddress(questionnaire: Questionnaire, { kind, path }: Holder): TextAddress | null {
  if (kind === 'page') {
    const at = pageAddress(questionnaire, path)
    return at && [...at, 'elements']
  }
  const found = findElement(questionnaire, path)
  return found && [...found.at, found.element.type === 'paneldynamic' ? 'templateElements' : 'elements']
}

/** Changes the list of a holder; a list that is missing starts empty. */
export function editList(
  questionnaire: Questionnaire,
  holder: Holder,
  edit: (list: DefinitionElement[]) => DefinitionElement[],
): Questionnaire {
  const at = listAddress(questionnaire, holder)
  if (at === null) return questionnaire
  return put(questionnaire, at, (list) =>
    edit(Array.isArray(list) ? (list as DefinitionElement[]) : []),
  ) as Questionnaire
}

export function setElement(
  questionnaire: Questionnaire,
  path: string,
  edit: (element: DefinitionElement) => DefinitionElement,
): Questionnaire {
  const found = findElement(questionnaire, path)
  return found === null
    ? questionnaire
    : (put(questionnaire, found.at, (element) => edit(element as DefinitionElement)) as Questionnaire)
}

export function setPage(
  questionnaire: Questionnaire,
  name: string,
  edit: (page: DefinitionPage) => DefinitionPage,
): Questionnaire {
  const at = pageAddress(questionnaire, name)
  return at === null ? questionnaire : (put(questionnaire, at, (page) => edit(page as DefinitionPage)) as Questionnaire)
}

/** The same thing with one property written anew; `undefined` takes it away. */
export function withProperty<T extends Record<string, unknown>>(holder: T, property: string, value: unknown): T {
  const { [property]: _, ...rest } = holder
  return (value === undefined ? rest : { ...holder, [property]: value }) as T
}
