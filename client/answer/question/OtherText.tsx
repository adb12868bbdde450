/** « Autre » in a few words. */
import type { QuestionSelectBase } from 'survey-core'
import { useSay } from '../../words/useSay.ts'
import { NoName } from './NoName.tsx'

export function OtherText({ question }: { question: QuestionSelectBase }) {
  const say = useSay()
  if (!question.isOtherSelected) return null
  const text: string = question.otherValue ?? ''
  const set = (written: string) => {
    question.otherValue = written
  }
  return (
    <div className="other">
      <label>
        <span>{say('answer.precise')}</span>
        <input
          className="field"
          type="text"
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={({ target }) => set(target.value)}
        />
        <small>{say('answer.noName')}</small>
      </label>
      <NoName text={text} set={set} />
    </div>
  )
}
