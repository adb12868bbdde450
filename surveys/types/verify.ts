/** What the verifiers of the types are made of: what is wrong with an answer that is not blank. */

import { type ProblemCode, problem, type ValidationProblem } from '../answers/problem.ts'
import type { Scope } from '../conditions/expression.ts'
import { choicesOf, specialValues } from '../questionnaire/elements.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'

/** Adds what is wrong with `value` to `found`; `scope` gives the answers before it. */
export type Verify = (value: unknown, scope: Scope, path: string, found: ValidationProblem[]) => void

/** Values offered to this person. */
export type Offer = (scope: Scope) => ReadonlySet<unknown>

export const coded =
  (judge: (value: unknown, scope: Scope) => ProblemCode | null): Verify =>
  (value, scope, path, found) => {
    const code = judge(value, scope)
    if (code !== null) found.push(problem(path, code))
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

export function oneChoice(element: DefinitionElement): Verify {
  const offer = offerOf(element)
  return coded((value, scope) => (typeof value !== 'string' ? 'type' : offer(scope).has(value) ? null : 'choice'))
}

export const isWordList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.length <= 200 && value.every((item) => typeof item === 'string')

/** Fixed choices, or the ones ticked in an earlier question; its special answers are not offered again. */
export function offerOf(element: DefinitionElement): Offer {
  const own = new Set<unknown>(choicesOf(element).map(({ value }) => value))
  const source = element.choicesFromQuestion
  if (typeof source !== 'string') return () => own
  return ({ response, row }) => {
    const ticked = (row ?? response).get(source)
    const carried = Array.isArray(ticked) ? ticked.filter((choice) => !specialValues.has(choice)) : []
    return new Set([...own, ...carried])
  }
}
