/** A circle once chosen cannot be unchosen by touching it again. */
import { useSay } from '../../words/useSay.ts'
import type { AnswerProps } from '../types/answer.ts'

export function Clear({ question }: Pick<AnswerProps, 'question'>) {
  const say = useSay()
  if (question.isRequired || question.isEmpty()) return null
  return (
    <button
      type="button"
      className="button clear"
      data-kind="quiet"
      onClick={({ currentTarget }) => {
        // the button goes with the answer: the focus goes on in the question
        currentTarget.closest('.question')?.querySelector('input')?.focus()
        question.clearValue()
      }}
    >
      {say('answer.clear')}
    </button>
  )
}
