/** The ids that tie a control to its question, its help and its problem. */
import type { Question } from 'survey-core'

export const controlId = (question: Question) => `${question.id}-control`

export const helpId = (question: Question) => `${question.id}-help`

/** Ids of what explains the question, for `aria-describedby`. */
export const describedBy = (question: Question, hasProblem: boolean) =>
  [question.locDescription.textOrHtml && helpId(question), hasProblem && `${question.id}-problem`]
    .filter(Boolean)
    .join(' ') || undefined
