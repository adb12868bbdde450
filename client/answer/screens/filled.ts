/** Turns stored answers into what a live survey holds: blank ones become missing keys again, in rows of children too. */
import type { Answers } from '../../../surveys/answers/response.ts'
import { isWeekRow } from '../../../surveys/questionnaire/week.ts'

export const filled = (answers: Answers) => without(answers) as Record<string, unknown>

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without)
  if (typeof value !== 'object' || value === null || isWeekRow(value)) return value
  const answered = Object.entries(value).filter(([, content]) => content !== null)
  return Object.fromEntries(answered.map(([name, content]) => [name, without(content)]))
}
