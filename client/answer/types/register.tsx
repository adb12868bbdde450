/** Registers our answers with survey-react-ui, under the type survey-core knows each of them by. */
import { ReactQuestionFactory } from 'survey-react-ui'
import { type DrawnType, questionTypes } from '../../../surveys/types/catalogue.ts'
import type { AnswerProps } from './answer.ts'
import { answerRowOf, answers } from './catalogue.ts'

// The typings promise the creator a name; it is given the props (survey-react-ui 3.0.0).
type Creator = Parameters<typeof ReactQuestionFactory.Instance.registerQuestion>[1]
const types = Object.keys(answers) as DrawnType[]
for (const type of new Set(types.map((name) => questionTypes[name].written?.type ?? name))) {
  const create = (props: AnswerProps) => {
    const { Answer } = answerRowOf(props.question)!
    return <Answer key={props.question.id} {...props} />
  }
  ReactQuestionFactory.Instance.registerQuestion(type, create as unknown as Creator)
}
