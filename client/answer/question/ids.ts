/** The ids that tie a control to its question, its help and its problem. */
import type { Question } from 'survey-core'

export const controlId = (question: Question) => `${question.id}-control`

export const helpId = (question: Question) => `${question.id}-help`

export const rangeId = (question: Question) => `${question.id}-range`

/**
 * Ids of what explains the question, for `aria-describedby`.
 *
 * @param range its bounds, as they are shown under `rangeId`; empty where none are
 */
export const describedBy = (question: Question, hasProblem: boolean, range = '') =>
  [
    question.locDescription.textOrHtml && helpId(question),
    range && rangeId(question),
    hasProblem && `${question.id}-problem`,
  ]
    .filter(Boolean)
    .join(' ') || undefined

/** What ties the one control of a question to it. */
export const controlOf = (question: Question, problem: string | undefined, range?: string) => ({
  id: controlId(question),
  'aria-invalid': problem !== undefined,
  'aria-describedby': describedBy(question, problem !== undefined, range),
})
