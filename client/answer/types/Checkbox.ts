/** Several choices: boxes to tick. */
import type { AnswerRow } from './answer.ts'
import { ChoicesAnswer } from './ChoicesAnswer.tsx'
import { choiceTexts } from './choices.ts'

export const checkbox: AnswerRow = {
  Answer: ChoicesAnswer,
  isShareable: true,
  spoken: choiceTexts,
  heard: (question) => [{ role: 'case à cocher', texts: choiceTexts(question) }],
}
