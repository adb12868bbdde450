/** A long list: the device's own picker, the best known of all. */
import type { QuestionDropdownModel } from 'survey-core'
import { useSay } from '../../words/useSay.ts'
import { controlOf } from '../question/ids.ts'
import { OtherText } from '../question/OtherText.tsx'
import type { AnswerProps, AnswerRow } from './answer.ts'
import { choiceTexts } from './choices.ts'

function DropdownAnswer({ question, problem }: AnswerProps) {
  const say = useSay()
  const list = question as QuestionDropdownModel
  return (
    <>
      <select
        className="field"
        {...controlOf(question, problem)}
        value={question.isOtherSelected ? 'other' : String(question.value ?? '')}
        required={question.isRequired}
        onChange={({ target }) => {
          const item = list.visibleChoices.find(({ value }) => String(value) === target.value)
          if (item) question.renderedValue = item.value
          else question.clearValue()
        }}
      >
        <option value="">{say('answer.choose')}</option>
        {list.visibleChoices.map((item) => (
          <option key={String(item.value)} value={String(item.value)}>
            {item.locText.textOrHtml}
          </option>
        ))}
      </select>
      <OtherText question={list} />
    </>
  )
}

export const dropdown: AnswerRow = {
  Answer: DropdownAnswer,
  single: 'liste à dérouler',
  isShareable: true,
  weight: 1,
  spoken: choiceTexts,
  heard: (question) => [{ role: 'option', texts: choiceTexts(question) }],
}
