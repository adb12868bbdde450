/** Holds the week being typed beside its question: a slot whose cover is not known is no value yet. */
import type { PanelModel, Question } from 'survey-core'
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
  const alternates = rows.length === 0 ? isEveryOther(question) : rows.some(({ week }) => week !== null)
  return { slots: slotsOf(rows), alternates }
}

/** Said just before, « Oui, une semaine sur deux » is not asked again. */
const everyOther = 'une_sur_deux'
const isEveryOther = ({ parent }: Question): boolean =>
  ((parent as PanelModel | null | undefined)?.questions ?? []).some(({ value }) => value === everyOther)

const sameRows = (some: WeekRow[], others: WeekRow[]) =>
  JSON.stringify(canonicalWeek(some)) === JSON.stringify(canonicalWeek(others))

/** The first moment of the week, by day and hour, that nobody has said who covers. */
export const firstUnsaid = ({ slots }: Week): Slot | undefined =>
  slots
    .filter(({ cover }) => cover === null)
    .sort((a, b) => (a.week ?? '').localeCompare(b.week ?? '') || a.day - b.day || a.from - b.from)[0]

/**
 * Remembers the week and gives the question the slots whose cover is known.
 *
 * @param slotText names a moment in the person's words
 */
export function setWeek(question: Question, week: Week, slotText: (slot: Slot) => string) {
  const asks = asksCover(question)
  typed.set(question, week)
  const unsaid = asks ? firstUnsaid(week) : undefined
  noteUnfinished(question, unsaid ? 'errors.week' : null, unsaid && { slot: slotText(unsaid) })
  const rows = canonicalWeek(rowsOf(week.slots, asks))
  question.value = rows.length === 0 ? undefined : rows
}

/** The person passes: the moments nobody has said who covers hold nothing back, and stand there for who comes back. */
export const passUnsaid = (question: Question) => noteUnfinished(question, null)
