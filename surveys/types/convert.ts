/** Converts a question of a SurveyJS file: the tools each type receives. */
import type { Choice } from '../questionnaire/elements.ts'
import type { DefinitionElement, Text } from '../questionnaire/questionnaire.ts'

export type Written = Record<string, unknown>

export type ImportTools = {
  /** Notes what is lost, under the title of the question. */
  say(message: string): void
  /** The texts that are there, in the form of this product. */
  texts(texts: Written): Record<string, Text>
  /** The choices with the product's values, and the special answers; conditions will follow. */
  offering(): Written
  /** A list of answers with the product's values, at most so many. */
  list(value: unknown, most: number): Choice[]
  elements(value: unknown): DefinitionElement[]
  elementsOfRow(value: unknown): DefinitionElement[]
}

/** @param base type, code, title, help, objectives and conditions, already converted */
export type Convert = (base: DefinitionElement, written: Written, tools: ImportTools) => DefinitionElement

export const bound = (value: unknown, otherwise: number) =>
  typeof value === 'number' && Math.abs(value) <= 1e9 ? Math.round(value) : otherwise

export const within = (value: unknown, min: number, max: number, otherwise: number) =>
  Math.min(max, Math.max(min, typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : otherwise))
