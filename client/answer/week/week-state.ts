/** Holds the week being typed beside its question: slots that touch stay those of the person. */
import type { PanelModel, Question } from 'survey-core'
import { canonicalWeek, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import { rowsOf, type Slot, slotsOf } from './slots.ts'

export type Week = { slots: Slot[]; alternates: boolean }

const typed = new WeakMap<Question, Week>()

export const asksCover = (question: Question): boolean => question.getPropertyValue('coverQuestion', true)

/** What was being typed, unless the answer has changed from elsewhere since (resumed, copied from a brother). */
export function weekOf(question: Question): Week {
  const rows: WeekRow[] = question.value ?? []
  const known = typed.get(question)
  if (known && sameRows(rowsOf(known.slots, asksCover(question)), rows)) return known
  const alternates = rows.length === 0 ? isEveryOther(question) : rows.some(({ week }) => week !== null)
  return { slots: slotsOf(rows), alternates }
}

/** Said just before, « Oui, une semaine sur deux » is not asked again. */
const everyOther = 'une_sur_deux'
const isEveryOther = ({ parent }: Question): boolean =>
  ((parent as PanelModel | null | undefined)?.questions ?? []).some(({ value }) => value === everyOther)

const sameRows = (some: WeekRow[], others: WeekRow[]) =>
  JSON.stringify(canonicalWeek(some)) === JSON.stringify(canonicalWeek(others))

/** Remembers the week, and gives its rows to the question. */
export function setWeek(question: Question, week: Week) {
  typed.set(question, week)
  const rows = canonicalWeek(rowsOf(week.slots, asksCover(question)))
  question.value = rows.length === 0 ? undefined : rows
}
