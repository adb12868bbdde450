/** Can anyone meet this question? Looks for answers that make its conditions true together. */

import { type Place, pathOf, special } from '../questionnaire/elements.ts'
import { type Field, fieldsOf } from '../questionnaire/fields.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { conditionsOf, readable } from './conditions.ts'
import { inRow, parseCondition, type Scope, type Test, testsIn } from './expression.ts'

/** Answers tried for one question before it is given the benefit of the doubt. */
const maxTries = 5_000
/** The same for the whole questionnaire: conditions made to take for ever must not. */
const maxTriesInAll = 20_000

type Variable = { name: string; place: Place | null; values: unknown[] }

/**
 * @param questionnaire one that compiles
 * @returns questions nobody can be asked, whatever the answers before; a doubt counts as reachable
 */
export function unreachable(questionnaire: Questionnaire, places: Place[]): Place[] {
  const conditions = conditionsOf(questionnaire, places, [])
  const known = new Map(places.map((place) => [place, conditions(place)]))
  const shown = (place: Place) => known.get(place)!
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  let triesLeft = maxTriesInAll
  return places.filter((place) => {
    if (shown(place).shown.length === 0 || triesLeft <= 0) return false
    const variables = variablesOf(place, places, fields)
    let tries = 0
    const search = (at: number, scope: MutableScope): boolean => {
      if (++tries > maxTries || --triesLeft < 0) return true
      if (at === variables.length) return holds(place, scope)
      const { name, place: source, values } = variables[at]!
      const canAnswer = source === null || holds(source, scope)
      return [...(canAnswer ? values : []), undefined].some((value) => {
        set(scope, name, value)
        return search(at + 1, scope)
      })
    }
    const holds = (at: Place, scope: Scope) => shown(at).shown.every((condition) => condition(scope))
    return !search(0, { response: new Map(), row: new Map() })
  })
}

type MutableScope = { response: Map<string, unknown>; row: Map<string, unknown> }

function set({ response, row }: MutableScope, name: string, value: unknown) {
  if (name.startsWith(inRow)) row.set(name.slice(inRow.length), value)
  else response.set(name, value)
}

/** Everything the conditions of a place depend on, in the order it is asked. */
function variablesOf(place: Place, places: Place[], fields: Field[]): Variable[] {
  const tests = new Map<string, Test[]>()
  const visit = (at: Place) => {
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
      return { name, place: source, values: candidates(list, fieldOf(name, source, fields)) }
    })
    .sort((a, b) => order(a, places) - order(b, places))
}

const order = ({ place }: Variable, places: Place[]) => (place === null ? -1 : places.indexOf(place))

function fieldOf(name: string, place: Place | null, fields: Field[]): Field | undefined {
  const path = place === null ? name : pathOf(place)
  return fields.find((field) => field.path === path)
}

/** The answers that distinguish the tests: each literal, and one that is none of them. */
function candidates(tests: Test[], field: Field | undefined): unknown[] {
  const literals = [...new Set(tests.flatMap(({ literal }) => literal ?? []))]
  if (field?.kind === 'boolean') return [true, false]
  if (field?.kind === 'number' || field?.kind === 'rating') {
    const around = literals.flatMap((limit) => [Number(limit) - 1, Number(limit), Number(limit) + 1])
    const within = around.filter((value) => value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity))
    return [...new Set([...within, field.min ?? 0])]
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
