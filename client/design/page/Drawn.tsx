/** A question with the very components people answer with; nothing in it answers here. */
import { Component, type ReactNode, useMemo } from 'react'
import { ReactQuestionFactory } from 'survey-react-ui'
import type { Found } from '../../../surveys/edit/places.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { QuestionBlock } from '../../answer/question/QuestionBlock.tsx'
import { Bold } from '../../parts/Bold.tsx'
import { shownQuestion, sourceOf } from './shown.ts'

type Props = {
  questionnaire: Questionnaire
  found: Found
  /** Without the title and the help, which are being written above. */
  isBodyOnly?: boolean
}

export function Drawn({ questionnaire, found, isBodyOnly }: Props) {
  const { element } = found
  const source = sourceOf(questionnaire, found)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written elsewhere draws nothing again here
  const question = useMemo(
    () =>
      element.type === 'panel' || element.type === 'paneldynamic'
        ? null
        : shownQuestion(questionnaire, element, source),
    [element, source, questionnaire.parameters],
  )
  if (element.type === 'panel' || element.type === 'paneldynamic')
    return isBodyOnly ? null : (
      <div>
        <h2 className="question-title">{frenchOf(element.title) || 'Sans titre'}</h2>
        {frenchOf(element.description) && (
          <p className="question-help">
            <Bold text={frenchOf(element.description)} />
          </p>
        )}
      </div>
    )
  if (question === null) return <p className="muted">Cette question ne peut pas être dessinée : voir le contrôle.</p>
  return (
    <Undrawable key={question.uniqueId}>
      <div className={isBodyOnly ? 'drawn question' : 'drawn'} inert>
        {isBodyOnly ? (
          ReactQuestionFactory.Instance.createQuestion(question.getTemplate(), {
            question,
            isDisplayMode: false,
            creator: null,
            problem: undefined,
            row: null,
          })
        ) : (
          <QuestionBlock question={question} child={null} row={null} problem={undefined} />
        )}
      </div>
    </Undrawable>
  )
}

/** A draft may hold anything: one question that breaks does not take the page with it. */
class Undrawable extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }
  static getDerivedStateFromError() {
    return { isBroken: true }
  }
  override render() {
    return this.state.isBroken ? (
      <p className="muted">Cette question ne peut pas être dessinée.</p>
    ) : (
      this.props.children
    )
  }
}
