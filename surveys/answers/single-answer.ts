/** « Et le plus souvent ? » after a single tick: one answer is possible, so it is given and nobody is asked. */
import type { Question, SurveyModel } from 'survey-core'
import { choicesOf, special, specialValues } from '../questionnaire/elements.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'

/**
 * @param ticked in the question whose answers are offered again
 * @returns the only answer possible; null when there is something to choose: not knowing or refusing what was just ticked is no choice
 */
export const soleOf = (element: DefinitionElement, ticked: readonly string[]): string | null =>
  element.type === 'radiogroup' &&
  element.choicesFromQuestion !== undefined &&
  isCarriedAlone(element) &&
  ticked.length === 1
    ? ticked[0]!
    : null

/** Nothing is offered but the answers carried from another question, and ways to give none. */
export const isCarriedAlone = (element: DefinitionElement): boolean =>
  choicesOf(element).every(({ value }) => silent.has(value))

const silent: ReadonlySet<string> = new Set([special.refuse, special.dontKnow])

/** The same of a question of a live survey. */
export function soleAnswer(question: Question): string | null {
  if (!carriesOn(question)) return null
  const [one, other] = (question.visibleChoices as { value: string }[]).flatMap(({ value }) =>
    silent.has(value) ? [] : [value],
  )
  return one === undefined || other !== undefined || specialValues.has(one) ? null : one
}

const carriesOn = (question: Question) =>
  question.getType() === 'radiogroup' && typeof question.choicesFromQuestion === 'string'

const asked = (model: SurveyModel) => model.getAllQuestions(true, false, true).filter(carriesOn)

/** Gives the only answer possible wherever there is one: answers saved before this rule lack it. */
export function giveSoles(model: SurveyModel): void {
  for (const question of asked(model)) {
    const sole = soleAnswer(question)
    if (sole !== null) question.value = sole
  }
}

/** From now on the only answer possible is given as soon as it is, and taken back once there is something to choose. */
export function answerSoles(model: SurveyModel): void {
  const given = new WeakMap<Question, string>()
  /** The answer of each while there was something to choose: it stays the person's own when only that one is left. */
  const chosen = new WeakMap<Question, unknown>()
  let isSettling = false
  // answers taken up again hold some that nobody was asked: they are known before anything changes
  const remember = () => {
    for (const question of asked(model)) {
      const sole = soleAnswer(question)
      if (sole === null) chosen.set(question, question.value)
      else if (chosen.get(question) !== sole) given.set(question, sole)
    }
  }
  const settle = () => {
    if (isSettling) return
    isSettling = true
    for (const question of asked(model)) {
      if (soleAnswer(question) !== null || !given.has(question)) continue
      if (question.value === given.get(question)) question.clearValue()
      given.delete(question)
    }
    giveSoles(model)
    remember()
    isSettling = false
  }
  model.onValueChanging.add(remember)
  model.onDynamicPanelValueChanging.add(remember)
  model.onValueChanged.add(settle)
  model.onDynamicPanelValueChanged.add(settle)
  model.onQuestionVisibleChanged.add(settle)
}
