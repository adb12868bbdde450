/** Answering a questionnaire page after page, as a person does: what is hidden is not asked, what is blank is null. */

import type { Drawn } from '../answers/engine.ts'
import type { Answers } from '../answers/response.ts'
import { soleOf } from '../answers/single-answer.ts'
import { conditionsOf } from '../conditions/conditions.ts'
import type { Condition, Scope } from '../conditions/expression.ts'
import { choicesOf, elementsIn, type LocatedElement, listOf, pathOf, special } from '../questionnaire/elements.ts'
import { commentKey } from '../questionnaire/fields.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { LanguageError, type LanguageProblem } from '../review/language-problem.ts'
import { isAsked, rowOf } from '../types/catalogue.ts'
import { any, type Random } from './random.ts'

/** A question as it stands before the person. */
export type Asked = {
  /** Path of the field: `foyer`, `enfants.semaine`, `services.rpe`. */
  path: string
  element: DefinitionElement
  /** Values offered here and now, special answers left out; empty for what is written or counted. */
  offered: string[]
  /** Row of the repeated panel, from 0; null on the response itself. */
  row: number | null
}

/** A value, or null to leave it blank; for a repeated panel, its number of rows. */
export type Reply = (asked: Asked) => unknown

type Step = { place: LocatedElement; path: string; shown: Condition[]; offered: string[]; rows: Step[] }

/**
 * @param questionnaire with its choices written in (`materialise`)
 * @returns the walk: each call gives one complete response of answers, assigned values drawn first unless they already are
 * @throws LanguageError when a condition is outside the language
 */
export function walkOf(questionnaire: Questionnaire): (reply: Reply, random: Random, drawn?: Drawn) => Answers {
  const steps = stepsOf(questionnaire)
  return (reply, random, already = {}) => {
    const response = new Map<string, unknown>()
    for (const { name, values } of questionnaire.assigned) response.set(name, already[name] ?? any(random, values))
    const drawn = Object.fromEntries(response)
    return { ...drawn, ...answerAll(steps, { response, row: null }, null, reply) }
  }
}

function answerAll(steps: Step[], scope: Scope, row: number | null, reply: Reply): Answers {
  const given = (scope.row ?? scope.response) as Map<string, unknown>
  const answers: Answers = {}
  for (const step of steps) {
    if (!step.shown.every((condition) => condition(scope))) continue
    const { name, type } = step.place.element
    const value = type === 'paneldynamic' ? rowsOf(step, scope, reply) : answerTo(step, given, row, reply)
    answers[name] = value
    if (value !== null) given.set(name, value) // conditions know nothing of what is blank
    const isOther = value === special.other || (Array.isArray(value) && value.includes(special.other))
    if (isOther && step.place.element.showOtherItem === true) {
      const path = commentKey(step.path)
      answers[commentKey(name)] = reply({ path, element: step.place.element, offered: [], row }) ?? null
    }
  }
  return answers
}

function rowsOf(step: Step, { response }: Scope, reply: Reply): Answers[] | null {
  const { element } = step.place
  const wanted = Number(reply({ path: step.path, element, offered: [], row: null }) ?? 0)
  const count = Math.min(Number(element.maxPanelCount), Math.max(Number(element.minPanelCount ?? 0), wanted))
  if (count === 0) return null
  return Array.from({ length: count }, (_, row) => answerAll(step.rows, { response, row: new Map() }, row, reply))
}

function answerTo(step: Step, given: ReadonlyMap<string, unknown>, row: number | null, reply: Reply) {
  const { place, path, offered } = step
  const { element } = place
  if (rowOf(element)?.holds !== 'grid') {
    const carried = element.choicesFromQuestion === undefined ? offered : tickedIn(given, element.choicesFromQuestion)
    return soleOf(element, carried) ?? reply({ path, element, offered: carried, row }) ?? null
  }
  const answered = valuesOf(element.rows)
    .map((line) => [line, reply({ path: `${path}.${line}`, element, offered, row })] as const)
    .filter(([, value]) => value !== null && value !== undefined)
  return answered.length > 0 ? Object.fromEntries(answered) : null
}

function tickedIn(given: ReadonlyMap<string, unknown>, question: unknown): string[] {
  const ticked = given.get(String(question))
  return Array.isArray(ticked) ? ticked.filter((value: string) => !exclusive.has(value)) : []
}

const exclusive: ReadonlySet<string> = new Set([special.none, special.refuse, special.dontKnow])

const offeredBy = (element: DefinitionElement): string[] =>
  rowOf(element)?.holds === 'grid'
    ? valuesOf(element.columns)
    : choicesOf(element).flatMap(({ value, special: isSpecial }) => (isSpecial ? [] : [value]))

const valuesOf = (choices: unknown): string[] => listOf<{ value: string }>(choices).map(({ value }) => value)

function stepsOf(questionnaire: Questionnaire): Step[] {
  const problems: LanguageProblem[] = []
  const places = elementsIn(questionnaire.definition)
  const conditions = conditionsOf(questionnaire, places, problems)
  const steps = places
    .filter(({ element }) => isAsked(element))
    .map((place) => ({
      place,
      path: pathOf(place),
      shown: conditions(place).shown,
      offered: offeredBy(place.element),
      rows: [] as Step[],
    }))
  if (problems.length > 0) throw new LanguageError(problems)
  for (const step of steps) steps.find(({ place }) => place.element === step.place.parent)?.rows.push(step)
  return steps.filter(({ place }) => place.parent === null)
}
