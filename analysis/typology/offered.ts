/** The questions a typology may be made of: closed, with one answer, about ordinary matters, put to one kind of people. */
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { leastTypology } from '../../surveys/thresholds.ts'
import type { FieldKind } from '../../surveys/types/kinds.ts'
import { isGroup } from '../columns/closed-lists.ts'

/** Fewest and most questions, and fewest people. */
export const typologyRules = {
  leastQuestions: 4,
  mostQuestions: 12,
  leastPeople: leastTypology,
  /** Part of the people who must have answered a question, and part of the questions that a person must have answered. */
  leastAnswered: 0.6,
  leastGiven: 0.5,
  /** Part of the people below which an answer takes no part by itself. */
  leastShare: 0.05,
  /** Value of the test from which an answer is said to distinguish a class. */
  leastTestValue: 3,
  /** Answers said of a class, more often and less often than all. */
  mostMore: 6,
  mostLess: 3,
} as const

const kinds: ReadonlySet<FieldKind> = new Set(['choice', 'boolean', 'rating'])

/** What a typology is asked for. */
export type TypologyAsked = {
  /** Paths of the questions that make it. */
  questions: readonly string[]
  /** Classes; null = as many as the tree says. */
  classes: number | null
}

export type OfferedQuestion = {
  path: string
  title: string
  page: string
  /** Path of the panel it is asked in, '' for the response itself. */
  panel: string
}

/** Groups of people (zone, age, household) describe the classes; they do not make them. */
export function offeredIn({ definition, assigned }: Pick<Questionnaire, 'definition' | 'assigned'>): OfferedQuestion[] {
  const fields = fieldsOf(definition, assigned)
  return fields
    .filter((field) => isOffered(field, fields))
    .map((field) => ({
      path: field.path,
      title: field.title,
      page: field.page,
      panel: field.parent ?? '',
    }))
}

const isOffered = (field: Field, fields: readonly Field[]): boolean =>
  kinds.has(field.kind) &&
  field.sensitivity === 'ordinary' &&
  field.semantic === null &&
  !isGroup(field.path, fields) &&
  answersOf(field) >= 2

function answersOf({ kind, choices, stops }: Field): number {
  if (kind === 'boolean') return 2
  if (stops !== null) return stops.length
  const silences = new Set(['nsp', 'refus', 'pas_concerne'])
  return choices.filter(({ value }) => !silences.has(value)).length
}
