/** Copies of elements with codes of their own; conditions among the copied ones follow. */
import { listOf } from '../questionnaire/elements.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { freeCode, takenCodes } from './codes.ts'
import { renamedText } from './readers.ts'

/**
 * @param elements of this questionnaire, or of a library
 * @param parent path of the repeated panel they will stand in
 */
export function copyOf(
  questionnaire: Questionnaire,
  elements: readonly DefinitionElement[],
  parent: string | null,
): DefinitionElement[] {
  const taken = takenCodes(questionnaire)
  const names = new Map<string, string>()
  const own = (element: DefinitionElement, isRow: boolean): DefinitionElement => {
    const name = freeCode(String(element.name), taken)
    taken.add(name)
    if (name !== element.name) names.set(isRow ? `panel.${element.name}` : element.name, name)
    return {
      ...structuredClone(element),
      name,
      ...(Array.isArray(element.elements)
        ? { elements: listOf<DefinitionElement>(element.elements).map((child) => own(child, isRow)) }
        : {}),
      ...(Array.isArray(element.templateElements)
        ? { templateElements: listOf<DefinitionElement>(element.templateElements).map((child) => own(child, true)) }
        : {}),
    }
  }
  const copies = elements.map((element) => own(element, parent !== null))
  const follow = (element: DefinitionElement): DefinitionElement => {
    const copy: DefinitionElement = { ...element }
    for (const [before, after] of names) {
      const isRow = before.startsWith('panel.')
      const followed = isRow ? `panel.${after}` : after
      for (const property of ['visibleIf', 'requiredIf'])
        if (typeof copy[property] === 'string') copy[property] = renamedText(copy[property], before, followed)
      if (copy.choicesFromQuestion === before.replace('panel.', '')) copy.choicesFromQuestion = after
    }
    if (Array.isArray(copy.elements)) copy.elements = listOf<DefinitionElement>(copy.elements).map(follow)
    if (Array.isArray(copy.templateElements))
      copy.templateElements = listOf<DefinitionElement>(copy.templateElements).map(follow)
    return copy
  }
  return copies.map(follow)
}
