/** Choosing one or several: radiogroup, checkbox, boolean, rating. */
import type {
  QuestionBooleanModel,
  QuestionCheckboxModel,
  QuestionRadiogroupModel,
  QuestionRatingModel,
} from 'survey-core'
import { special } from '../../../surveys/questionnaire/elements.ts'
import { useSay } from '../../words/useSay.ts'
import type { AnswerProps } from './answer-props.ts'
import { Choice } from './Choice.tsx'
import { OtherText } from './OtherText.tsx'

const aside = new Set<unknown>([special.none, special.refuse, special.dontKnow])

export function ChoicesAnswer({ question }: AnswerProps) {
  const say = useSay()
  const choices = question as QuestionCheckboxModel | QuestionRadiogroupModel
  const isSeveral = question.getType() === 'checkbox'
  const most = isSeveral ? (choices as QuestionCheckboxModel).maxSelectedChoices : 0
  const isTold = question.locDescription.textOrHtml !== ''
  return (
    <>
      {isSeveral && !isTold && choices.visibleChoices.length > 1 && (
        <p className="question-help">{most > 0 ? say('answer.atMost', { count: most }) : say('answer.several')}</p>
      )}
      <div className="choices">
        {choices.visibleChoices.map((item) => (
          <Choice
            key={String(item.value)}
            type={isSeveral ? 'checkbox' : 'radio'}
            name={question.id}
            text={item.locText.textOrHtml}
            isChosen={choices.isItemSelected(item)}
            isEnabled={item.isEnabled}
            isAside={aside.has(item.value)}
            isRequired={question.isRequired}
            choose={(isChosen) => choices.clickItemHandler(item, isChosen)}
          />
        ))}
      </div>
      <OtherText question={choices} />
      {!isSeveral && <Clear question={question} />}
    </>
  )
}

export function BooleanAnswer({ question }: AnswerProps) {
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
            text={text}
            isChosen={question.value === side}
            isRequired={question.isRequired}
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

export function RatingAnswer({ question }: AnswerProps) {
  const { visibleRateValues, locMinRateDescription, locMaxRateDescription } = question as QuestionRatingModel
  const [low, high] = [locMinRateDescription.textOrHtml, locMaxRateDescription.textOrHtml]
  return (
    <>
      {(low || high) && (
        <p className="rating-ends" aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </p>
      )}
      <div className="choices" data-shape="steps">
        {visibleRateValues.map((item, index) => {
          const end = index === 0 ? low : index === visibleRateValues.length - 1 ? high : ''
          return (
            <label className="choice" key={String(item.value)}>
              <input
                type="radio"
                name={question.id}
                checked={question.value === item.value}
                onChange={() => {
                  question.value = item.value
                }}
              />
              <span>{item.locText.textOrHtml}</span>
              {end && <span className="visually-hidden"> ({end})</span>}
            </label>
          )
        })}
      </div>
      <Clear question={question} />
    </>
  )
}

/** A circle once chosen cannot be unchosen by touching it again. */
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
        currentTarget.closest('fieldset')?.querySelector('input')?.focus()
        question.clearValue()
      }}
    >
      {say('answer.clear')}
    </button>
  )
}
