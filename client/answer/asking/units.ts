/** What a screen asks, piece by piece, and what of it is answered. */
import type { Question, QuestionMatrixModel } from 'survey-core'
import { unfinished } from '../screens/unfinished.ts'
import { isMany } from '../types/grids/Matrix.tsx'

/** A question, a text to read, or one line of a grid. */
export type Unit = {
  id: string
  question: Question
  /** Name of the line. */
  row: string | null
}

/** @param byLine a grid is so many units as it has lines, for who reads with difficulty */
export function unitsOf(questions: readonly Question[], byLine: boolean): Unit[] {
  return questions.flatMap((question): Unit[] => {
    if (!byLine || !/^(matrix|numbers)$/.test(question.getType())) return [{ id: question.id, question, row: null }]
    const { visibleRows } = question as QuestionMatrixModel
    return visibleRows.map(({ name }) => ({ id: `${question.id} ${name}`, question, row: String(name) }))
  })
}

export const isBlank = ({ question, row }: Unit): boolean =>
  row === null ? question.isEmpty() : (question.value?.[row] ?? null) === null

/** Something was given that can be stored. */
export const isAnswered = (unit: Unit): boolean =>
  !isBlank(unit) && (unit.row !== null || unfinished(unit.question) === undefined)

export const mayBePassed = (unit: Unit): boolean =>
  unit.question.hasInput && !unit.question.isRequired && isBlank(unit) && unfinished(unit.question) === undefined

/** Answered, and nothing more to say: « Autre » waits for its words, a grid for all of its lines. */
export function isGiven(question: Question): boolean {
  if (question.isEmpty() || unfinished(question) !== undefined || question.isOtherSelected) return false
  // a week may always hold one moment more, a line of boxes one more tick, a line of numbers one more digit
  if (/^(weekhours|numbers)$/.test(question.getType()) || isMany(question)) return false
  return question.getType() !== 'matrix' || unitsOf([question], true).every(isAnswered)
}

/** Where it is asked on the page; null while it is not shown. */
export function partOf({ question, row }: Unit): HTMLElement | null {
  const block = document.getElementById(question.id)
  return row === null ? block : (block?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`) ?? null)
}

/** What names it there. */
export const titleOf = (unit: Unit): HTMLElement | null =>
  partOf(unit)?.querySelector<HTMLElement>(unit.row === null ? '.question-title' : 'legend, label') ?? null

/** What it is answered by: choices, a field, the button a week begins with. */
export const answersOf = (unit: Unit): HTMLElement[] => {
  const [choices, fields] = ['.choices > *', 'input, select, textarea, .week button'].map((of) => [
    ...(partOf(unit)?.querySelectorAll<HTMLElement>(of) ?? []),
  ])
  return choices!.length > 0 ? choices! : fields!.slice(0, 1)
}

/** The same in words. */
export function titleSaid({ question, row }: Unit): string {
  const { locText } = (question as QuestionMatrixModel).visibleRows?.find(({ name }) => name === row)?.item ?? {}
  return (locText ?? question.locTitle).textOrHtml.replaceAll('**', '')
}
