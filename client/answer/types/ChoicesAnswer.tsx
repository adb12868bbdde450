/** Choosing one or several in a list. */
import { Fragment, useEffect, useState } from 'react'
import type { QuestionCheckboxModel, QuestionRadiogroupModel } from 'survey-core'
import { special, specialValues } from '../../../surveys/questionnaire/elements.ts'
import { useSay } from '../../words/useSay.ts'
import { usePictures } from '../pictograms/Pictures.tsx'
import { Clear } from '../question/Clear.tsx'
import { OtherText } from '../question/OtherText.tsx'
import type { AnswerProps } from './answer.ts'
import { Choice } from './Choice.tsx'

const aside = new Set<unknown>([special.none, special.refuse, special.dontKnow])

type Picture = typeof import('../pictograms/ChoicePicture.tsx').ChoicePicture

/** Few questionnaires have pictures: what draws them is fetched for those. Without a network the words stand alone. */
function useChoicePicture(isPictured: boolean): Picture | null {
  const [found, setFound] = useState<Picture | null>(null)
  useEffect(() => {
    if (isPictured)
      import('../pictograms/ChoicePicture.tsx').then(
        ({ ChoicePicture }) => setFound(() => ChoicePicture),
        () => {},
      )
  }, [isPictured])
  return found
}

export function ChoicesAnswer({ question }: AnswerProps) {
  const say = useSay()
  const choices = question as QuestionCheckboxModel | QuestionRadiogroupModel
  const isSeveral = question.getType() === 'checkbox'
  const most = isSeveral ? (choices as QuestionCheckboxModel).maxSelectedChoices : 0
  const howMany = most > 0 ? say('answer.atMost', { count: most }) : say('answer.several')
  const help = question.locDescription.textOrHtml
  // a help that says it in words of its own, « 3 réponses au plus », names the number
  const isSaid = help.includes(most > 0 ? String(most) : howMany)
  const values = choices.visibleChoices.map(({ value }) => String(value))
  const pictureOf = usePictures(
    question.name,
    values.filter((value) => !specialValues.has(value)),
  )
  const given = choices.visibleChoices.map((item) => String(item.getPropertyValue('picture') ?? ''))
  const isPictured = given.some((picture) => picture !== '')
  const ChoicePicture = useChoicePicture(isPictured)
  const count = isSeveral && most > 0 && Array.isArray(question.value) ? question.value.length : 0
  return (
    <>
      {isSeveral && !isSaid && values.filter((value) => !aside.has(value)).length > 1 && (
        <p className="question-help">{howMany}</p>
      )}
      <div className="choices" data-shape={isPictured ? 'pictures' : undefined}>
        {choices.visibleChoices.map((item, at) => (
          <Fragment key={String(item.value)}>
            <Choice
              type={isSeveral ? 'checkbox' : 'radio'}
              name={question.id}
              value={String(item.value)}
              text={item.locText.textOrHtml}
              isChosen={choices.isItemSelected(item)}
              isEnabled={item.isEnabled}
              picture={
                isPictured
                  ? given[at] && ChoicePicture && <ChoicePicture picture={given[at]} />
                  : !aside.has(item.value) && pictureOf?.(String(item.value))
              }
              isAside={aside.has(item.value)}
              choose={(isChosen) => choices.clickItemHandler(item, isChosen)}
            />
            {item === choices.otherItem && <OtherText question={choices} />}
          </Fragment>
        ))}
      </div>
      {most > 0 && (
        <p className="chosen-count" role="status">
          {count > 0 && say(count >= most ? 'answer.chosenAll' : 'answer.chosen', { count, most })}
        </p>
      )}
      {!isSeveral && <Clear question={question} />}
    </>
  )
}
