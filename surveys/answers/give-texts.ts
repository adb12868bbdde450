/** Gives a live survey the texts of its questionnaire once more: another language came while somebody answers. */
import {
  type Base,
  type ItemValue,
  type Question,
  type QuestionSelectBase,
  Serializer,
  type SurveyModel,
} from 'survey-core'
import { listOf } from '../questionnaire/elements.ts'
import type { Definition } from '../questionnaire/questionnaire.ts'

type Written = Record<string, unknown>
/** Parts of a survey, by the names of their lists. */
type Holder = Base & Record<string, unknown>
type LocalizableText = { setJson(text: unknown, isLoading: boolean): void }

/**
 * Answers, and what is asked, stay as they are; the survey says its texts anew when its language changes next.
 *
 * @param definition the one the survey was made of, in French and the languages wanted
 */
export function giveTexts(model: SurveyModel, definition: Definition): void {
  give(model as unknown as Holder, definition)
  for (const question of model.getAllQuestions(false, true, true)) carryOn(question)
}

function give(holder: Holder, written: Written): void {
  for (const [name, value] of Object.entries(written)) {
    const localizable = holder[Serializer.findProperty(holder.getType(), name)?.serializationProperty ?? ''] as
      | LocalizableText
      | undefined
    if (localizable) localizable.setJson(structuredClone(value), true)
    else if (name === 'templateElements')
      for (const panel of [holder.template, ...(holder.panels as Holder[])] as Holder[]) {
        give(panel, { title: written.templateTitle, description: written.templateDescription })
        within(panel.elements, value)
      }
    else if (Array.isArray(value)) within(holder[name], value)
  }
}

/** The parts of a list may stand in another order than they were written in, or be some of them only. */
function within(parts: unknown, written: unknown): void {
  const known = new Map(listOf<Holder>(parts).map((part) => [nameOf(part), part]))
  for (const one of listOf<Written>(written)) {
    const part = known.get(nameOf(one))
    if (part) give(part, one)
  }
}

const nameOf = (part: Written) => part.name ?? part.value

/** What a question offers of the choices of another one is a copy, made when that one was answered. */
function carryOn(question: Question): void {
  const { carryForwardQuestion: source } = question as unknown as { carryForwardQuestion?: QuestionSelectBase | null }
  const choices: ItemValue[] = source?.visibleChoices ?? []
  for (const copy of choices.length > 0 ? (question as QuestionSelectBase).visibleChoices : []) {
    const choice = choices.find(({ value }) => value === copy.value)
    if (choice) copy.locText.setJson(choice.locText.getJson(), true)
  }
}
