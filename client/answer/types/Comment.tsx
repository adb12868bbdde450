/** A few lines, with the room left once it runs short. */
import { useSay } from '../../words/useSay.ts'
import { controlOf } from '../question/ids.ts'
import { NoName } from '../question/NoName.tsx'
import type { AnswerProps, AnswerRow } from './answer.ts'

function CommentAnswer({ question, problem }: AnswerProps) {
  const say = useSay()
  const text: string = question.value ?? ''
  const set = (written: string) => {
    question.value = written === '' ? undefined : written
  }
  const left = question.maxLength - text.length
  return (
    <>
      <textarea
        className="field"
        {...controlOf(question, problem)}
        rows={4}
        autoComplete="off"
        maxLength={question.maxLength}
        value={text}
        required={question.isRequired}
        onChange={({ target }) => set(target.value)}
      />
      <NoName text={text} set={set} />
      {left < 100 && (
        <p className="question-help" role="status">
          {say('answer.characters', { left })}
        </p>
      )}
    </>
  )
}

export const comment: AnswerRow = {
  Answer: CommentAnswer,
  single: 'grande zone de saisie',
  weight: 2,
  heard: () => [],
}
