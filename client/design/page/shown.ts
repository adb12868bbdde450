/** One element of a draft as people will meet it, alone and with nothing hidden. */
import type { Question } from 'survey-core'
import { modelOf } from '../../../surveys/answers/engine.ts'
import type { Found } from '../../../surveys/edit/places.ts'
import { allElements } from '../../../surveys/edit/places.ts'
import { choicesOf } from '../../../surveys/questionnaire/elements.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

/** The question whose ticked answers another one offers again. */
export function sourceOf(questionnaire: Questionnaire, { element, parent }: Found): DefinitionElement | null {
  const name = element.choicesFromQuestion
  if (typeof name !== 'string') return null
  const found = allElements(questionnaire).find((other) => other.parent === parent && other.element.name === name)
  return found?.element ?? null
}

/** @returns null when the engine cannot draw it */
export function shownQuestion(
  questionnaire: Questionnaire,
  element: DefinitionElement,
  source: DefinitionElement | null,
): Question | null {
  const { visibleIf: _, requiredIf: __, choicesFromQuestion: ___, choicesFromQuestionMode: ____, ...plain } = element
  const carried = source
    ? choicesOf(source)
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
