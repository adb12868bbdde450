/** Can anyone meet this question? Looks for answers that make its conditions true together. */

import { dayAfter } from '../days.ts'
import { mapTests } from '../edit/condition-form.ts'
import { type LocatedElement, pathOf, special } from '../questionnaire/elements.ts'
import { type Field, fieldsOf } from '../questionnaire/fields.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { conditionsOf, operandsBefore, readable } from './conditions.ts'
import { compileTree, inRow, parseCondition, type Scope, type Test, testsIn } from './expression.ts'

/** Answers tried for one question before it is given the benefit of the doubt. */
const maxTries = 5_000
/** The same for the whole questionnaire: conditions made to take for ever must not. */
const maxTriesInAll = 20_000

type Variable = { name: string; place: LocatedElement | null; values: unknown[] }

/**
 * @param questionnaire one that compiles
 * @returns questions nobody can be asked, whatever the answers before; a doubt counts as reachable
 */
export function unreachable(questionnaire: Questionnaire, places: LocatedElement[]): LocatedElement[] {
  const search = searchIn(questionnaire, places)
  return places.filter((place) => !search.isFound(place, (scope) => search.holds(place, scope), true))
}

/** A question shown by a test that is true of an answer nobody was asked for. */
export type Unasked = { place: LocatedElement; test: Test; source: LocatedElement }

/**
 * Conditions that hold because a question was not asked: `{garde} noneof ['creche']` holds for whom nobody asked about care.
 *
 * @param questionnaire one that compiles
 * @returns a doubt counts as none
 */
export function trueUnasked(questionnaire: Questionnaire, places: LocatedElement[]): Unasked[] {
  const search = searchIn(questionnaire, places)
  const operands = operandsBefore(questionnaire, places)
  return places.flatMap((place, at) => {
    const text = place.element.visibleIf
    if (typeof text !== 'string' || text === '') return []
    const tree = parseCondition(text)
    return testsIn(tree).flatMap((test) => {
      const operator = opposite[test.operator]
      const source = readable(test.name, places, at, place.parent)
      if (source === null || operator === undefined || search.isAlwaysAsked(source)) return []
      const turned = mapTests(tree, (one) => (one === test ? { ...test, operator } : one))!
      const otherwise = compileTree(turned, operands(at, place.parent))
      // it decides: with its contrary, the question would not be shown
      const isShownBy = (scope: Scope) =>
        search.holds(place, scope) && !search.holds(source, scope) && !otherwise(scope)
      return search.isFound(place, isShownBy, false) ? [{ place, test, source }] : []
    })
  })
}

/** What holds where a test does not. */
const opposite: Partial<Record<Test['operator'], Test['operator']>> = {
  equal: 'notequal',
  notequal: 'equal',
  anyof: 'noneof',
  noneof: 'anyof',
  contains: 'notcontains',
  notcontains: 'contains',
  empty: 'notempty',
  notempty: 'empty',
}

function searchIn(questionnaire: Questionnaire, places: LocatedElement[]) {
  const conditions = conditionsOf(questionnaire, places, [])
  const known = new Map(places.map((place) => [place, conditions(place).shown]))
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const holds = (at: LocatedElement, scope: Scope) => known.get(at)!.every((condition) => condition(scope))
  let triesLeft = maxTriesInAll
  return {
    holds,
    isAlwaysAsked: (place: LocatedElement) => known.get(place)!.length === 0,
    /**
     * Are there answers before a place that make this true?
     *
     * @param inDoubt what is said when the search is too long; when false, whoever is asked is taken to answer
     */
    isFound(place: LocatedElement, isSo: (scope: Scope) => boolean, inDoubt: boolean): boolean {
      if (known.get(place)!.length === 0) return inDoubt
      const variables = variablesOf(place, places, fields)
      let tries = 0
      const search = (at: number, scope: MutableScope): boolean => {
        if (++tries > maxTries || --triesLeft < 0) return inDoubt
        if (at === variables.length) return isSo(scope)
        const { name, place: source, values } = variables[at]!
        const canAnswer = source === null || holds(source, scope)
        return (canAnswer ? [...values, ...(inDoubt ? [undefined] : [])] : [undefined]).some((value) => {
          set(scope, name, value)
          return search(at + 1, scope)
        })
      }
      return search(0, { response: new Map(), row: new Map() })
    },
  }
}

type MutableScope = { response: Map<string, unknown>; row: Map<string, unknown> }

function set({ response, row }: MutableScope, name: string, value: unknown) {
  if (name.startsWith(inRow)) row.set(name.slice(inRow.length), value)
  else response.set(name, value)
}

/** Everything the conditions of a place depend on, in the order it is asked. */
function variablesOf(place: LocatedElement, places: LocatedElement[], fields: Field[]): Variable[] {
  const tests = new Map<string, Test[]>()
  const visit = (at: LocatedElement) => {
    for (const holder of [at.page, ...at.containers, at.element]) {
      if (typeof holder.visibleIf !== 'string' || holder.visibleIf === '') continue
      for (const test of testsIn(parseCondition(holder.visibleIf))) {
        const known = tests.get(test.name)
        if (known !== undefined) known.push(test)
        else {
          tests.set(test.name, [test])
          const source = readable(test.name, places, places.length, at.parent)
          if (source !== null) visit(source)
        }
      }
    }
  }
  visit(place)
  return [...tests]
    .map(([name, list]) => {
      const source = readable(name, places, places.length, place.parent)
      return { name, place: source, values: candidates(list, fieldOf(name, source, fields), source?.element) }
    })
    .sort((a, b) => order(a, places) - order(b, places))
}

const order = ({ place }: Variable, places: LocatedElement[]) => (place === null ? -1 : places.indexOf(place))

function fieldOf(name: string, place: LocatedElement | null, fields: Field[]): Field | undefined {
  const path = place === null ? name : pathOf(place)
  return fields.find((field) => field.path === path)
}

/** The answers that distinguish the tests: each literal, and one that is none of them. */
function candidates(tests: Test[], field: Field | undefined, element: DefinitionElement | undefined): unknown[] {
  const literals = [...new Set(tests.flatMap(({ literal }) => literal ?? []))]
  if (field?.kind === 'boolean') return [true, false]
  if (field?.kind === 'number' || field?.kind === 'rating') {
    const around = literals.flatMap((limit) => [Number(limit) - 1, Number(limit), Number(limit) + 1])
    const within = around.filter((value) => value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity))
    return [...new Set([...within, field.min ?? 0])]
  }
  if (field?.kind === 'date') {
    const { min, max } = element as DefinitionElement & { min: string; max: string }
    const around = literals.flatMap((day) => [-1, 0, 1].map((days) => dayAfter(String(day), days)))
    return [...new Set([...around.filter((day) => day >= min && day <= max), min])]
  }
  const other = field?.choices.find(({ value }) => !literals.includes(value))?.value
  const values = [...(literals as string[]), ...(other === undefined ? [] : [other])]
  if (field?.kind === 'choice' || field?.kind === 'assigned') return values
  if (field?.kind === 'choices' || field?.kind === 'ranking') return subsets(values.slice(0, 8))
  return ['filled']
}

const alone: readonly string[] = [special.none, special.refuse, special.dontKnow]

function subsets(values: string[]): string[][] {
  const all: string[][] = [[]]
  for (const value of values) for (const set of [...all]) all.push([...set, value])
  return all.filter((set) => set.length > 0 && (set.length === 1 || !set.some((value) => alone.includes(value))))
}
