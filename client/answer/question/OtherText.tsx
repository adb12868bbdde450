/** « Autre » in a few words. */
import type { QuestionSelectBase } from 'survey-core'
import { useSay } from '../../words/useSay.ts'

export function OtherText({ question }: { question: QuestionSelectBase }) {
  const say = useSay()
  if (!question.isOtherSelected) return null
  return (
    <label className="other">
      <span>{say('answer.precise')}</span>
      <input
        className="field"
        type="text"
        autoComplete="off"
        maxLength={200}
        value={question.otherValue ?? ''}
        onChange={(event) => {
          question.otherValue = event.target.value
        }}
      />
      <small>{say('answer.noName')}</small>
    </label>
  )
}
