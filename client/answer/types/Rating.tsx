/** A mark: a row of circles, the meaning of both ends above. */
import type { Question, QuestionRatingModel } from 'survey-core'
import { Clear } from '../question/Clear.tsx'
import type { AnswerProps, AnswerRow } from './answer.ts'

function RatingAnswer({ question }: AnswerProps) {
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

export const rating: AnswerRow = {
  Answer: RatingAnswer,
  isShareable: true,
  weight: 2,
  heard(question: Question) {
    const { visibleRateValues, locMinRateDescription, locMaxRateDescription } = question as QuestionRatingModel
    const ends = (at: number) =>
      at === 0
        ? locMinRateDescription.textOrHtml
        : at === visibleRateValues.length - 1
          ? locMaxRateDescription.textOrHtml
          : ''
    const texts = visibleRateValues.map(({ locText }, at) => `${locText.textOrHtml}${ends(at) && ` (${ends(at)})`}`)
    return [{ role: 'bouton radio', texts }]
  },
}
