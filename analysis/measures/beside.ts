/** What a row answered to another question of the same response: its own, or the one of its household. */
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import { type Column, state, stateAt } from '../columns/column.ts'
import type { Subject } from './measure.ts'

/** Values given at a row; null = none that counts (not asked, blank, does not know, refused). */
export type AnswersAt = (row: number) => readonly string[] | null

/** @returns null when the questionnaire has no such question */
export function answersIn({ table, study }: Pick<Subject, 'table' | 'study'>, path: string): AnswersAt | null {
  const own = table.columns.get(path)
  if (own) return (row) => valuesAt(own, row)
  const above = table.parent === null ? undefined : study.table.columns.get(path)
  return above ? (row) => valuesAt(above, table.parent![row]!) : null
}

/** @throws RangeError when the questionnaire has no such question */
export function answersBeside(subject: Subject, path: string | undefined): AnswersAt {
  const answersAt = path === undefined ? null : answersIn(subject, path)
  if (answersAt === null) throw new RangeError(`${subject.indicator.measure} needs the field ${path ?? 'beside'}`)
  return answersAt
}

export function valuesAt(column: Column, row: number): readonly string[] | null {
  if (stateAt(column, row) !== state.answered) return null
  if (column.kind === 'choice') return [column.values[column.codes[row]!]!]
  if (column.kind === 'choices') return column.values.filter((value) => column.ticked.get(value)![row] === 1)
  return column.kind === 'number' ? [String(column.numbers[row])] : null
}

/** The question at a path of the same questionnaire. */
export const fieldAt = ({ study }: Pick<Subject, 'study'>, path: string): Field | null =>
  fieldsOf(study.questionnaire.definition, study.questionnaire.assigned).find((field) => field.path === path) ?? null
