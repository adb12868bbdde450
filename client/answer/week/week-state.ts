/** Holds the week being typed beside its question: a slot whose cover is not known is no value yet. */
import type { Question } from 'survey-core'
import { canonicalWeek, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import { noteUnfinished } from '../screens/unfinished.ts'
import { rowsOf, type Slot, slotsOf } from './slots.ts'

export type Week = { slots: Slot[]; alternates: boolean }

const typed = new WeakMap<Question, Week>()

export const asksCover = (question: Question): boolean => question.getPropertyValue('coverQuestion', true)

/** What was being typed, unless the answer has changed from elsewhere since (resumed, copied from a brother). */
export function weekOf(question: Question): Week {
  const rows: WeekRow[] = question.value ?? []
  const known = typed.get(question)
  if (known && sameRows(rowsOf(known.slots, asksCover(question)), rows)) return known
  return { slots: slotsOf(rows), alternates: rows.some(({ week }) => week !== null) }
}

const sameRows = (some: WeekRow[], others: WeekRow[]) =>
  JSON.stringify(canonicalWeek(some)) === JSON.stringify(canonicalWeek(others))

/** Remembers the week and gives the question the slots whose cover is known. */
export function setWeek(question: Question, week: Week) {
  const asks = asksCover(question)
  typed.set(question, week)
  noteUnfinished(question, asks && week.slots.some(({ cover }) => cover === null) ? 'errors.week' : null)
  const rows = canonicalWeek(rowsOf(week.slots, asks))
  question.value = rows.length === 0 ? undefined : rows
}
