/** Yes or no: two circles side by side. */
import type { Question, QuestionBooleanModel } from 'survey-core'
import { useSay } from '../../words/useSay.ts'
import { Clear } from '../question/Clear.tsx'
import type { AnswerProps, AnswerRow } from './answer.ts'
import { Choice } from './Choice.tsx'

function BooleanAnswer({ question }: AnswerProps) {
  const say = useSay()
  const { locLabelTrue, locLabelFalse } = question as QuestionBooleanModel
  const sides = [
    [true, locLabelTrue.textOrHtml || say('answer.yes')],
    [false, locLabelFalse.textOrHtml || say('answer.no')],
  ] as const
  return (
    <>
      <div className="choices" data-shape="pills">
        {sides.map(([side, text]) => (
          <Choice
            key={String(side)}
            type="radio"
            name={question.id}
            value={String(side)}
            text={text}
            isChosen={question.value === side}
            choose={() => {
              question.value = side
            }}
          />
        ))}
      </div>
      <Clear question={question} />
    </>
  )
}

export const boolean: AnswerRow = {
  Answer: BooleanAnswer,
  isShareable: true,
  weight: 1,
  heard(question: Question) {
    const { locLabelTrue, locLabelFalse } = question as QuestionBooleanModel
    return [{ role: 'bouton radio', texts: [locLabelTrue.textOrHtml || 'Oui', locLabelFalse.textOrHtml || 'Non'] }]
  },
}
