/**
 * An answer changed by mistake takes others with it: what is hidden is emptied at once. They come back with their question, as long as
 * the page stands: nothing of them is saved on the device, nor sent. A consent is asked for again.
 */
import type { Question, SurveyModel } from 'survey-core'
import { isConsent } from '../question/said.ts'
import { plain } from '../screens/plain.ts'

type Given = { value: unknown; comment: string }

/** From now on, what is asked again has the answer it had. @param model with the answers to go on with, if any */
export function rememberHidden(model: SurveyModel): void {
  const given = new Map<Question, Given>()
  const hidden = new Set<Question>()
  let isSettling = false
  /** @returns whether an answer came back, which may bring others */
  const settled = (): boolean => {
    let isChanged = false
    for (const question of model.getAllQuestions(false, false, true)) {
      if (!isAsked(question)) {
        if (given.has(question)) hidden.add(question)
        continue
      }
      // the rows of a repeated panel come back with it, all of them
      if (question.parentQuestion && hidden.has(question.parentQuestion)) continue
      // survey-core leaves a hidden one its first row
      const isTakenAway = hidden.has(question) && (question.isEmpty() || question.getType() === 'paneldynamic')
      const before = isTakenAway ? given.get(question) : undefined
      if (before !== undefined && !isOffered(question, before.value)) continue
      hidden.delete(question)
      if (before !== undefined) {
        question.value = plain(before.value)
        if (before.comment !== '') question.comment = before.comment
        isChanged = true
      }
      const last = given.get(question)
      if (question.isEmpty() && last !== undefined && !isOffered(question, last.value)) hidden.add(question)
      else if (question.isEmpty()) given.delete(question)
      else if (!isConsent(question)) given.set(question, { value: plain(question.value), comment: question.comment })
    }
    return isChanged
  }
  const settle = () => {
    if (isSettling) return
    isSettling = true
    while (settled());
    isSettling = false
  }
  model.onValueChanged.add(settle)
  model.onDynamicPanelValueChanged.add(settle)
  model.onQuestionVisibleChanged.add(settle)
  model.onPanelVisibleChanged.add(settle)
  model.onPageVisibleChanged.add(settle)
  settle()
}

/** With all that it stands in. */
const isAsked = (question: Question): boolean =>
  question.isVisible && question.isParentVisible && (!question.parentQuestion || isAsked(question.parentQuestion))

/** Answers carried from another question may have changed since, or be on their way back. */
const isOffered = (question: Question, value: unknown): boolean =>
  question.choicesFromQuestion === undefined ||
  question.choicesFromQuestion === '' ||
  [value]
    .flat()
    .every((one) => (question.visibleChoices as { value: unknown }[]).some((choice) => choice.value === one))
