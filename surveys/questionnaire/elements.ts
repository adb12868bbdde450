/** Walking a definition: every question with the page and the panels that hold it, in the order people meet them. */
import type { Definition, DefinitionElement, DefinitionPage } from './questionnaire.ts'

/** Values with a meaning of their own in every questionnaire; `nsp` and `refus` stay out of the base and are counted beside. */
export const special = { none: 'aucun', refuse: 'refus', dontKnow: 'nsp', other: 'other' } as const
export const specialValues: ReadonlySet<string> = new Set(Object.values(special))

/** Begins the code of a public place that the authority has named itself: counted, but never by zone, age or sex, which would be a map. */
export const namedPlace = 'nomme_'
export const isNamedPlace = ({ value }: { value: string }): boolean => value.startsWith(namedPlace)

/** One offered answer; its picture is the name of a pictogram of ours, or the digest of one the staff brought. */
export type Choice = { value: string; text?: unknown; picture?: string }

export type LocatedElement = {
  element: DefinitionElement
  page: DefinitionPage
  /** Panels that only group questions, outermost first; inside a repeated panel, only those below it. */
  containers: DefinitionElement[]
  /** The repeated panel (`paneldynamic`) it is asked in, once per row. */
  parent: DefinitionElement | null
}

/** @returns every element but grouping panels, in order; a repeated panel comes just before its template elements */
export function elementsIn(definition: Definition): LocatedElement[] {
  const places: LocatedElement[] = []
  const visit = (
    elements: unknown,
    page: DefinitionPage,
    containers: DefinitionElement[],
    parent: LocatedElement['parent'],
  ) => {
    for (const element of listOf<DefinitionElement>(elements)) {
      if (element.type === 'panel') {
        visit(element.elements, page, [...containers, element], parent)
        continue
      }
      places.push({ element, page, containers, parent })
      if (element.type === 'paneldynamic' && parent === null) visit(element.templateElements, page, [], element)
    }
  }
  for (const page of listOf<DefinitionPage>(definition.pages)) visit(page.elements, page, [], null)
  return places
}

/** The path of a place: `garde`, or `enfants.garde` inside a repeated panel. */
export const pathOf = (place: LocatedElement) =>
  place.parent === null ? place.element.name : `${place.parent.name}.${place.element.name}`

/** The choices as written, followed by the special answers the question offers. */
export function choicesOf(element: DefinitionElement): { value: string; text: string; special?: true }[] {
  const choices = listOf<Choice>(element.choices).map(({ value, text }) => labelled(value, text))
  if (element.showOtherItem === true) choices.push(labelled(special.other, element.otherText ?? 'Autre, préciser'))
  if (element.showNoneItem === true) choices.push(labelled(special.none, element.noneText ?? 'Aucun'))
  if (element.showRefuseItem === true)
    choices.push(labelled(special.refuse, element.refuseText ?? 'Je préfère ne pas répondre'))
  if (element.showDontKnowItem === true)
    choices.push(labelled(special.dontKnow, element.dontKnowText ?? 'Je ne sais pas'))
  return choices
}

export const labelled = (value: string, text: unknown) => ({
  value,
  text: frenchOf(text) || value,
  ...(specialValues.has(value) ? { special: true as const } : {}),
})

/** The French of a text, without the `**` of bold. */
export function frenchOf(text: unknown): string {
  const french = isObject(text) ? text.default : text
  return typeof french === 'string' ? french.replaceAll('**', '') : ''
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Drafts may be broken anywhere: what is not a list of objects counts as an empty list. */
export const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value.filter(isObject) as T[]) : [])
