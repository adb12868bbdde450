/** One change made to several questions at once. */
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { isAsked } from '../types/catalogue.ts'
import { mayStandIn, moveElement } from './elements.ts'
import { allElements, type Found, pagesOf, setElement, withProperty } from './places.ts'
import { removeWithReaders } from './rename.ts'

const editEach = (
  questionnaire: Questionnaire,
  paths: readonly string[],
  edit: Parameters<typeof setElement>[2],
): Questionnaire => paths.reduce((draft, path) => setElement(draft, path, edit), questionnaire)

const askedAmong = (questionnaire: Questionnaire, paths: readonly string[]) =>
  allElements(questionnaire).filter((found) => paths.includes(found.path) && isAsked(found.element))

/** Adds an objective of the plan to each question, or takes it from each. */
export function setObjective(
  questionnaire: Questionnaire,
  paths: readonly string[],
  number: number,
  isServed: boolean,
): Questionnaire {
  const asked = askedAmong(questionnaire, paths).map(({ path }) => path)
  return editEach(questionnaire, asked, (element) => {
    const others = objectivesOf(element).filter((one) => one !== number)
    return { ...element, objectives: isServed ? [...others, number].toSorted((a, b) => a - b) : others }
  })
}

/** @returns the objectives of all questions, with how many of them serve each */
export function objectivesAmong(questionnaire: Questionnaire, paths: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { element } of askedAmong(questionnaire, paths))
    for (const number of objectivesOf(element)) counts.set(number, (counts.get(number) ?? 0) + 1)
  return new Map([...counts].toSorted(([a], [b]) => a - b))
}

const objectivesOf = ({ objectives }: Found['element']): number[] =>
  Array.isArray(objectives) ? objectives.filter((number) => typeof number === 'number') : []

/** Questions that may be made required: a sensitive one stays free. */
export const requirable = (questionnaire: Questionnaire, paths: readonly string[]): Found[] =>
  askedAmong(questionnaire, paths).filter(({ element }) => element.sensitivity !== 'sensitive')

/** @param paths sensitive questions among them stay as they are */
export const setRequired = (
  questionnaire: Questionnaire,
  paths: readonly string[],
  isRequired: boolean,
): Questionnaire =>
  editEach(
    questionnaire,
    requirable(questionnaire, paths).map(({ path }) => path),
    (element) => withProperty(withProperty(element, 'requiredIf', undefined), 'isRequired', isRequired || undefined),
  )

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

/** What may change its page: a question of a repeated panel stays in it, unless the panel goes. */
export const movable = (questionnaire: Questionnaire, paths: readonly string[], page: string): Found[] =>
  outermost(questionnaire, paths).filter(
    ({ path, holder }) =>
      !(holder.kind === 'page' && holder.path === page) &&
      mayStandIn(questionnaire, path, { kind: 'page', path: page }),
  )

/** Brings the chosen questions to the end of a page, in the order people meet them; those that are there stay where they are. */
export const moveToPage = (questionnaire: Questionnaire, paths: readonly string[], page: string): Questionnaire =>
  movable(questionnaire, paths, page).reduce((draft, { path }) => {
    const last = pagesOf(draft).find(({ name }) => name === page)?.elements?.length ?? 0
    return moveElement(draft, path, { kind: 'page', path: page }, last)
  }, questionnaire)

/** Takes the chosen questions away, with what reads them. */
export const removeAll = (questionnaire: Questionnaire, paths: readonly string[]): Questionnaire =>
  outermost(questionnaire, paths).reduce((draft, { path }) => removeWithReaders(draft, path), questionnaire)
