/** One verifier a type of question: what is wrong with an answer that is not blank. */

import type { Scope } from '../conditions/expression.ts'
import { choicesOf, isObject, listOf, type Place, special, specialValues } from '../questionnaire/elements.ts'
import { commentLength, ratingSteps, textLength } from '../questionnaire/fields.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { weekProblem } from '../questionnaire/week.ts'
import { type Problem, type ProblemCode, problem } from './problem.ts'

/** Adds what is wrong with `value` to `found`; `scope` gives the answers before it. */
export type Verify = (value: unknown, scope: Scope, path: string, found: Problem[]) => void

/** Values offered to this person. */
type Offer = (scope: Scope) => ReadonlySet<unknown>

/** @returns the verifier of a question of the language; a repeated panel is verified row by row in check.ts */
export function verifierOf({ element }: Place): Verify {
  const make = Object.hasOwn(verifiers, element.type) ? verifiers[element.type] : undefined
  return make === undefined ? () => {} : make(element)
}

const verifiers: Record<string, (element: DefinitionElement) => Verify> = {
  text: (element) => (element.inputType === 'number' ? wholeNumber(element) : shortText(element, textLength)),
  comment: (element) => shortText(element, commentLength, true),
  radiogroup: oneChoice,
  dropdown: oneChoice,
  checkbox: manyChoices,
  boolean: () => coded((value) => (typeof value === 'boolean' ? null : 'type')),
  rating: (element) => {
    const steps = new Set<unknown>(ratingSteps(element))
    return coded((value) => (typeof value !== 'number' ? 'type' : steps.has(value) ? null : 'choice'))
  },
  ranking,
  matrix,
  weekhours: (element) => (value, _, path, found) => {
    const message = weekProblem(value, element.coverQuestion !== false)
    if (message !== null) found.push(problem(path, 'week', message))
  },
}

const coded =
  (judge: (value: unknown, scope: Scope) => ProblemCode | null): Verify =>
  (value, scope, path, found) => {
    const code = judge(value, scope)
    if (code !== null) found.push(problem(path, code))
  }

function wholeNumber({ min, max }: DefinitionElement): Verify {
  return (value, _, path, found) => {
    if (typeof value !== 'number') found.push(problem(path, 'type'))
    else if (!Number.isInteger(value)) found.push(problem(path, 'integer'))
    else if (value < (min as number) || value > (max as number))
      found.push(problem(path, 'range', `Un nombre de ${min} à ${max} est attendu.`))
  }
}

function shortText(element: DefinitionElement, otherwise: number, lines = false): Verify {
  const max = typeof element.maxLength === 'number' ? element.maxLength : otherwise
  return coded((value) => textProblem(value, max, lines))
}

/** Control characters, lone surrogates and text directions that could disguise a line never come from a real form. */
export function textProblem(value: unknown, max: number, lines = true): ProblemCode | null {
  if (typeof value !== 'string') return 'type'
  if (value.length > max) return 'length'
  if (value.trim() === '') return 'blank'
  return value === cleanText(value, lines) ? null : 'signs'
}

/** @returns the text without signs nobody sees, line ends as `\n` (or as spaces when it has one line), no blanks around */
export function cleanText(text: string, lines = true): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
  return lines ? plain : plain.replace(/[\n\t]+/g, ' ')
}

function oneChoice(element: DefinitionElement): Verify {
  const offer = offerOf(element)
  return coded((value, scope) => (typeof value !== 'string' ? 'type' : offer(scope).has(value) ? null : 'choice'))
}

const exclusive: ReadonlySet<unknown> = new Set([special.none, special.refuse, special.dontKnow])

function manyChoices(element: DefinitionElement): Verify {
  const offer = offerOf(element)
  const most = typeof element.maxSelectedChoices === 'number' ? element.maxSelectedChoices : Number.POSITIVE_INFINITY
  return coded((value, scope) => {
    if (!isWordList(value)) return 'type'
    const offered = offer(scope)
    if (!value.every((choice) => offered.has(choice))) return 'choice'
    if (new Set(value).size !== value.length) return 'duplicate'
    if (value.length > 1 && value.some((choice) => exclusive.has(choice))) return 'exclusive'
    return value.length > most ? 'many' : null
  })
}

function ranking(element: DefinitionElement): Verify {
  const offer = offerOf(element)
  return coded((value, scope) => {
    if (!isWordList(value)) return 'type'
    const offered = offer(scope)
    const whole = value.length === offered.size && new Set(value).size === value.length
    return whole && value.every((choice) => offered.has(choice)) ? null : 'order'
  })
}

function matrix(element: DefinitionElement): Verify {
  const rows = new Set(listOf<{ value: string }>(element.rows).map(({ value }) => value))
  const columns = new Set<unknown>(listOf<{ value: string }>(element.columns).map(({ value }) => value))
  return (value, _, path, found) => {
    if (!isObject(value) || Object.keys(value).length === 0) return void found.push(problem(path, 'type'))
    for (const [row, column] of Object.entries(value).slice(0, rows.size + 1)) {
      if (!rows.has(row)) found.push(problem(`${path}.${row.slice(0, 80)}`, 'unknown'))
      else if (!columns.has(column)) found.push(problem(`${path}.${row}`, 'choice'))
    }
  }
}

const isWordList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.length <= 200 && value.every((item) => typeof item === 'string')

/** Fixed choices, or the ones ticked in an earlier question; its special answers are not offered again. */
function offerOf(element: DefinitionElement): Offer {
  const own = new Set<unknown>(choicesOf(element).map(({ value }) => value))
  const source = element.choicesFromQuestion
  if (typeof source !== 'string') return () => own
  return ({ sheet, row }) => {
    const ticked = (row ?? sheet).get(source)
    const carried = Array.isArray(ticked) ? ticked.filter((choice) => !specialValues.has(choice)) : []
    return new Set([...own, ...carried])
  }
}
