/** A short text on one line. */

import { controlOf } from '../question/ids.ts'
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
        {...controlOf(question, problem)}
        autoComplete="off"
        maxLength={question.maxLength}
        placeholder={question.placeholder || undefined}
        value={text}
        required={question.isRequired}
        onChange={({ target }) => set(target.value)}
      />
      <NoName text={text} set={set} />
    </>
  )
}

export const text: AnswerRow = { Answer: TextAnswer, single: 'zone de saisie', weight: 1, heard: () => [] }
