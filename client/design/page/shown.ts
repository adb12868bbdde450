/** One element of a draft as people will meet it, alone and with nothing hidden. */
import type { Question } from 'survey-core'
import type { Found } from '../../../surveys/edit/places.ts'
import { allElements } from '../../../surveys/edit/places.ts'
import { choicesOf } from '../../../surveys/elements.ts'
import { modelOf } from '../../../surveys/engine.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire.ts'
import { materialise } from '../../../surveys/questionnaire-parameters.ts'

/** @returns null when the engine cannot draw it */
export function shownQuestion(questionnaire: Questionnaire, { element, parent }: Found): Question | null {
  const { visibleIf: _, requiredIf: __, choicesFromQuestion: source, choicesFromQuestionMode: ___, ...plain } = element
  const from =
    typeof source === 'string' &&
    allElements(questionnaire).find((other) => other.parent === parent && other.element.name === source)
  const carried = from
    ? choicesOf(from.element)
        .filter((choice) => choice.special !== true)
        .map(({ value, text }) => ({ value, text }))
    : null
  const alone = {
    ...plain,
    ...(carried ? { choices: carried } : {}),
    templateElements: undefined,
    elements: undefined,
  } as unknown as DefinitionElement
  try {
    const model = modelOf(
      withValues({ ...questionnaire, assigned: [], definition: { pages: [{ name: 'page', elements: [alone] }] } }),
      'fr',
    )
    return model.getAllQuestions()[0] ?? null
  } catch {
    return null
  }
}

/** A text that asks for a parameter nobody has declared is shown as it is written. */
function withValues(questionnaire: Questionnaire): Questionnaire {
  try {
    return materialise(questionnaire, {})
  } catch (error) {
    if (error instanceof RangeError) return questionnaire
    throw error
  }
}
