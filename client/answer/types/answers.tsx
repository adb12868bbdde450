/** Our answer of each question type, registered with survey-react-ui: whole rows to touch, plain controls to read. */
import type { ReactElement } from 'react'
import { ReactQuestionFactory } from 'survey-react-ui'
import { WeekAnswer } from '../week/WeekAnswer.tsx'
import type { AnswerProps } from './answer-props.ts'
import { BooleanAnswer, ChoicesAnswer, RatingAnswer } from './ChoicesAnswer.tsx'
import { DropdownAnswer } from './DropdownAnswer.tsx'
import { MatrixAnswer } from './MatrixAnswer.tsx'
import { RankingAnswer } from './RankingAnswer.tsx'
import { CommentAnswer, TextAnswer } from './TextAnswer.tsx'

const answers: Record<string, (props: AnswerProps) => ReactElement> = {
  radiogroup: ChoicesAnswer,
  checkbox: ChoicesAnswer,
  boolean: BooleanAnswer,
  rating: RatingAnswer,
  dropdown: DropdownAnswer,
  matrix: MatrixAnswer,
  ranking: RankingAnswer,
  text: TextAnswer,
  comment: CommentAnswer,
  weekhours: WeekAnswer,
}

// The typings promise the creator a name; it is given the props (survey-react-ui 3.0.0).
type Creator = Parameters<typeof ReactQuestionFactory.Instance.registerQuestion>[1]
for (const [type, Answer] of Object.entries(answers)) {
  const create = (props: AnswerProps) => <Answer key={props.question.id} {...props} />
  ReactQuestionFactory.Instance.registerQuestion(type, create as unknown as Creator)
}
