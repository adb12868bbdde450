/** A short text on one line. */

import { controlId, describedBy } from '../question/ids.ts'
import type { AnswerProps, AnswerRow } from './answer.ts'

function TextAnswer({ question, problem }: AnswerProps) {
  return (
    <input
      className="field"
      type="text"
      id={controlId(question)}
      autoComplete="off"
      maxLength={question.maxLength}
      placeholder={question.placeholder || undefined}
      value={question.value ?? ''}
      required={question.isRequired}
      aria-invalid={problem !== undefined}
      aria-describedby={describedBy(question, problem !== undefined)}
      onChange={({ target }) => {
        question.value = target.value === '' ? undefined : target.value
      }}
    />
  )
}

export const text: AnswerRow = { Answer: TextAnswer, single: 'zone de saisie', weight: 1, heard: () => [] }
