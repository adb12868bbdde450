/** Codes changed everywhere at once, and questions taken away with what reads them. */

import { ExpressionError, inRow, namesRead, parseCondition, type Test } from '../conditions/expression.ts'
import { isObject } from '../questionnaire/elements.ts'
import type { DefinitionElement, DefinitionPage, Questionnaire } from '../questionnaire/questionnaire.ts'
import { isAsked } from '../types/catalogue.ts'
import { mapTests, writeCondition } from './condition-form.ts'
import { removeElement } from './elements.ts'
import { removePage } from './pages.ts'
import { allElements, type Found, findElement, setElement } from './places.ts'
import { nameSeenFrom, renamedText } from './readers.ts'

type Conditional = DefinitionElement | DefinitionPage
/** Looks at every page and element, children first; `parent` is the repeated panel around. */
function everywhere(
  questionnaire: Questionnaire,
  edit: <T extends Conditional>(holder: T, parent: string | null) => T,
): Questionnaire {
  const within = (list: unknown, parent: string | null): unknown =>
    Array.isArray(list) ? list.map((item) => (isObject(item) ? one(item as DefinitionElement, parent) : item)) : list
  const one = (element: DefinitionElement, parent: string | null): DefinitionElement => {
    const copy = { ...element }
    if (Array.isArray(copy.elements)) copy.elements = within(copy.elements, parent)
    if (Array.isArray(copy.templateElements)) copy.templateElements = within(copy.templateElements, copy.name)
    return edit(copy, parent)
  }
  const pages = questionnaire.definition.pages.map((page) =>
    isObject(page) ? edit({ ...page, elements: within(page.elements, null) } as DefinitionPage, null) : page,
  )
  return { ...questionnaire, definition: { ...questionnaire.definition, pages } }
}

function withConditions<T extends Conditional>(holder: T, edit: (condition: string) => string | undefined): T {
  const copy: T = { ...holder }
  for (const property of ['visibleIf', 'requiredIf'] as const) {
    const condition = copy[property]
    if (typeof condition !== 'string' || condition === '') continue
    const next = edit(condition)
    if (next === undefined) delete copy[property]
    else (copy as Record<string, unknown>)[property] = next
  }
  return copy
}

/**
 * Gives a question another code, and its readers the new name: conditions, answers taken up, indicators, drawn orders.
 *
 * @param code free in the questionnaire
 * @returns the questionnaire, and the path the question has now
 */
export function renameElement(
  questionnaire: Questionnaire,
  path: string,
  code: string,
): { questionnaire: Questionnaire; path: string } {
  const found = findElement(questionnaire, path)
  if (found === null || found.element.name === code) return { questionnaire, path }
  const before = found.element.name
  const after = found.parent === null ? code : `${found.parent}.${code}`
  const named = setElement(questionnaire, path, (element) => ({ ...element, name: code }))
  // a group or a text to read holds no answer: nothing can read it
  if (!isAsked(found.element)) return { questionnaire: named, path: after }
  const read = everywhere(named, (holder, parent) => {
    const seen = nameSeenFrom(path, parent)
    const copy =
      seen === null
        ? holder
        : withConditions(holder, (condition) =>
            renamedText(condition, seen, seen.startsWith(inRow) ? inRow + code : code),
          )
    return copy.choicesFromQuestion === before && parent === found.parent
      ? { ...copy, choicesFromQuestion: code }
      : copy
  })
  const field = (name: string) =>
    name === path ? after : name.startsWith(`${path}.`) ? after + name.slice(path.length) : name
  return {
    questionnaire: {
      ...read,
      indicators: read.indicators.map((indicator) => ({
        ...indicator,
        field: field(indicator.field),
        ...(indicator.beside ? { beside: indicator.beside.map(field) } : {}),
        breakdowns: indicator.breakdowns.map(field),
      })),
      assigned: (read.assigned ?? []).map((drawn) =>
        drawn.orders ? { ...drawn, orders: drawn.orders.map((name) => (name === path ? after : name)) } : drawn,
      ),
    },
    path: after,
  }
}

/** Gives an answer, or the column of a grid, another code, and its readers with it. */
export function renameValue(
  questionnaire: Questionnaire,
  path: string,
  list: 'choices' | 'columns' | 'rows',
  before: string,
  after: string,
): Questionnaire {
  const named = setElement(questionnaire, path, (element) => ({
    ...element,
    [list]: (element[list] as { value: string }[]).map((choice) =>
      choice.value === before ? { ...choice, value: after } : choice,
    ),
  }))
  const swap = <T>(value: T) => (value === before ? (after as T) : value)
  const read =
    list === 'choices'
      ? everywhere(named, (holder, parent) =>
          withConditions(holder, (condition) =>
            changed(condition, (test) =>
              test.name === nameSeenFrom(path, parent)
                ? { ...test, literal: Array.isArray(test.literal) ? test.literal.map(swap) : swap(test.literal) }
                : test,
            ),
          ),
        )
      : named
  const field = (name: string) => (list === 'rows' && name === `${path}.${before}` ? `${path}.${after}` : name)
  return {
    ...read,
    indicators: read.indicators.map((indicator) => ({
      ...indicator,
      field: field(indicator.field),
      breakdowns: indicator.breakdowns.map(field),
      ...(indicator.wanted && list !== 'rows' && (indicator.field === path || indicator.field.startsWith(`${path}.`))
        ? { wanted: indicator.wanted.map(swap) }
        : {}),
    })),
  }
}

/** A condition that cannot be read stays as it is. */
function changed(condition: string, change: (test: Test) => Test | null): string | undefined {
  try {
    const tree = mapTests(parseCondition(condition), change)
    return tree === null ? undefined : writeCondition(tree)
  } catch (error) {
    if (error instanceof ExpressionError) return condition
    throw error
  }
}

/** Takes an element away, with the lines of conditions, the answers taken up and the indicators that read it or what it holds. */
export function removeWithReaders(questionnaire: Questionnaire, path: string): Questionnaire {
  const inside = allElements(questionnaire).filter(({ holder }) => holder.kind === 'group' && holder.path === path)
  const emptied = inside.reduce((left, { path: inner }) => removeWithReaders(left, inner), questionnaire)
  const found = findElement(emptied, path)
  return found === null ? emptied : withoutReaders(removeElement(emptied, path), found)
}

/** Takes a value drawn by lot away, with the lines of conditions that read it. */
export const removeAssigned = (questionnaire: Questionnaire, name: string): Questionnaire =>
  withoutReaders(
    { ...questionnaire, assigned: (questionnaire.assigned ?? []).filter((drawn) => drawn.name !== name) },
    { element: { type: 'assigned', name }, path: name, parent: null },
  )

export function removePageWithReaders(questionnaire: Questionnaire, name: string): Questionnaire {
  const inside = allElements(questionnaire).filter(({ holder }) => holder.kind === 'page' && holder.path === name)
  return removePage(
    inside.reduce((left, { path }) => removeWithReaders(left, path), questionnaire),
    name,
  )
}

function withoutReaders(
  questionnaire: Questionnaire,
  { element, path, parent: where }: Pick<Found, 'element' | 'path' | 'parent'>,
): Questionnaire {
  const without = everywhere(questionnaire, (holder, parent) => {
    const seen = nameSeenFrom(path, parent)
    const copy = withConditions(holder, (condition) =>
      seen !== null && namesRead(condition).includes(seen)
        ? changed(condition, (test) => (test.name === seen ? null : test))
        : condition,
    )
    if (copy.choicesFromQuestion !== element.name || parent !== where) return copy
    const { choicesFromQuestion: _, choicesFromQuestionMode: __, ...own } = copy
    return { ...own, choices: element.choices ?? [] } as unknown as typeof copy
  })
  const isRead = (field: string) => field === path || field.startsWith(`${path}.`)
  return {
    ...without,
    indicators: without.indicators
      .filter(({ field, beside }) => ![field, ...(beside ?? [])].some(isRead))
      .map((indicator) => ({ ...indicator, breakdowns: indicator.breakdowns.filter((field) => !isRead(field)) })),
    assigned: (without.assigned ?? []).map((drawn) =>
      drawn.orders ? { ...drawn, orders: drawn.orders.filter((name) => name !== path) } : drawn,
    ),
  }
}
