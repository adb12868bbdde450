/** Questions taken out of their questionnaire, to stand in another one or in a library. */
import { parametersUsed } from '../questionnaire/parameters.ts'
import type { DefinitionElement, Parameter, Questionnaire } from '../questionnaire/questionnaire.ts'
import { allElements, type Found } from './places.ts'
import { removeAssigned, removeWithReaders } from './rename.ts'

export type TakenOut = {
  elements: DefinitionElement[]
  /** Those the elements ask for. */
  parameters: Parameter[]
  /** Paths of the elements whose condition read an answer that is not taken along: they are asked of more people. */
  loosened: string[]
}

/** @param paths of questions, groups and repeated panels; codes and texts stay as they are */
export function takenOut(questionnaire: Questionnaire, paths: readonly string[]): TakenOut {
  const taken = outermost(questionnaire, paths).map(({ path }) => path)
  const isStaying = (path: string) =>
    taken.some((one) => within(questionnaire, path, one) || within(questionnaire, one, path))
  const others = allElements(questionnaire).filter(({ path }) => !isStaying(path))
  const drawn = (questionnaire.assigned ?? []).reduce((left, { name }) => removeAssigned(left, name), questionnaire)
  const alone = others.reduce((left, { path }) => removeWithReaders(left, path), drawn)
  // out of its repeated panel, a question has no row to read
  const elements = outermost(alone, taken).map(({ element, parent }) => {
    if (parent === null) return element
    const { visibleIf: _, requiredIf: __, ...own } = element
    return own as DefinitionElement
  })
  const used = parametersUsed({
    ...{ ...questionnaire, title: '', summary: '', audienceText: '', notice: { lines: [] } },
    definition: { pages: [{ name: 'page', elements }] },
  })
  return {
    elements,
    parameters: (questionnaire.parameters ?? []).filter(({ name }) => used.has(name)),
    loosened: outermost(questionnaire, taken)
      .filter(({ element }, at) => element.visibleIf !== elements[at]?.visibleIf)
      .map(({ path }) => path),
  }
}

/** Is it the element at `path`, or inside it? */
function within(questionnaire: Questionnaire, inner: string, path: string): boolean {
  if (inner === path) return true
  const holder = allElements(questionnaire).find((found) => found.path === inner)?.holder
  return holder?.kind === 'group' && within(questionnaire, holder.path, path)
}

/**
 * What is chosen without what stands inside another chosen thing: a group or a repeated panel takes its questions along.
 *
 * @returns in the order people meet them
 */
export function outermost(questionnaire: Questionnaire, paths: readonly string[]): Found[] {
  const everything = allElements(questionnaire)
  const isInside = ({ holder }: Found): boolean => {
    if (holder.kind === 'page') return false
    if (paths.includes(holder.path)) return true
    const around = everything.find(({ path }) => path === holder.path)
    return around !== undefined && isInside(around)
  }
  return everything.filter((found) => paths.includes(found.path) && !isInside(found))
}
