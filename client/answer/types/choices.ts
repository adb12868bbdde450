/** The texts of the choices a live question offers. */
import type { Question, QuestionSelectBase } from 'survey-core'

export const choiceTexts = (question: Question): string[] =>
  ((question as QuestionSelectBase).visibleChoices ?? []).map(({ locText }) => locText.textOrHtml)
