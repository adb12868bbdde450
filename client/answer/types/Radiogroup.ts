/** One choice: circles to touch. */
import type { AnswerRow } from './answer.ts'
import { ChoicesAnswer } from './ChoicesAnswer.tsx'
import { choiceTexts } from './choices.ts'

export const radiogroup: AnswerRow = {
  Answer: ChoicesAnswer,
  isShareable: true,
  spoken: choiceTexts,
  heard: (question) => [{ role: 'bouton radio', texts: choiceTexts(question) }],
}
