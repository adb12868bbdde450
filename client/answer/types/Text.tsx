/** A short text on one line. */

import { controlId, describedBy } from '../question/ids.ts'
import { NoName } from '../question/NoName.tsx'
import type { AnswerProps, AnswerRow } from './answer.ts'

function TextAnswer({ question, problem }: AnswerProps) {
  const text: string = question.value ?? ''
  const set = (written: string) => {
    question.value = written === '' ? undefined : written
  }
  return (
    <>
      <input
        className="field"
        type="text"
        id={controlId(question)}
        autoComplete="off"
        maxLength={question.maxLength}
        placeholder={question.placeholder || undefined}
        value={text}
        required={question.isRequired}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy(question, problem !== undefined)}
        onChange={({ target }) => set(target.value)}
      />
      <NoName text={text} set={set} />
    </>
  )
}

export const text: AnswerRow = { Answer: TextAnswer, single: 'zone de saisie', weight: 1, heard: () => [] }
