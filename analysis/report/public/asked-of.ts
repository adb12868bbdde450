/** Who a question was put to, in the words of its questionnaire: the earlier question, and the answers that lead to it. */
import { parseCondition, type Test } from '../../../surveys/conditions/expression.ts'
import type { Translated } from '../../../surveys/languages.ts'
import { type Choice, elementsIn, frenchOf, isObject, listOf, pathOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { elementAt, textIn } from '../../findings/easy.ts'
import { isForOthers } from '../../measures/answers.ts'

export type AskedOf = { question: string; answers: string[] }

/** @returns null where other than the answers to one question lead to it, or that language has no words for them */
export function askedOf(
  { definition }: Pick<Questionnaire, 'definition'>,
  path: string,
  language: Translated,
): AskedOf | null {
  const place = elementsIn(definition).findLast((one) => path === pathOf(one) || path.startsWith(`${pathOf(one)}.`))
  if (!place) return null
  // the volunteers of the optional part are named beside
  const page = place.page.optionalPart === true ? [] : [place.page]
  const given = [...page, ...place.containers, place.element].flatMap(({ visibleIf }) =>
    typeof visibleIf === 'string' ? [answersIn(visibleIf)] : [],
  )
  const [first] = given
  if (!first || given.some((one) => one?.name !== first.name)) return null
  const led = first.values.filter((value) => given.every((one) => one?.values.includes(value)))
  const asked = elementAt(definition, first.name)
  const question = textIn(asked?.title, language)
  const choices = listOf<Choice>(asked?.choices)
  const answers = led.map((value) =>
    textIn(choices.find((choice) => isObject(choice) && choice.value === value)?.text, language),
  )
  return question !== null && answers.length > 0 && answers.every((answer) => answer !== null)
    ? { question, answers }
    : null
}

/**
 * The answers of a question that say it is for others, which are in no figure of it, unless the indicator counts them.
 *
 * @returns null where that language has no words for one of them
 */
export function leftOut(
  { definition, indicators }: Pick<Questionnaire, 'definition' | 'indicators'>,
  { field, indicator }: { field: string; indicator: string },
  language: Translated,
): string[] | null {
  const element = elementAt(definition, field)
  if (!['radiogroup', 'dropdown'].includes(String(element?.type))) return []
  const { wanted = [] } = indicators.find(({ id }) => id === indicator) ?? {}
  const said = listOf<Choice>(element?.choices)
    .filter(isObject)
    .filter((choice) => isForOthers({ value: choice.value, label: frenchOf(choice.text) }))
    .filter(({ value }) => !wanted.includes(String(value)))
    .map(({ text }) => textIn(text, language))
  return said.every((text) => text !== null) ? said : null
}

/** « is this » or « is one of these »; null for another condition. */
function answersIn(condition: string): { name: string; values: unknown[] } | null {
  const tree = parseCondition(condition)
  if (!isTest(tree) || !['equal', 'anyof'].includes(tree.operator)) return null
  return { name: tree.name, values: [tree.literal].flat() }
}

const isTest = (tree: object): tree is Test => 'operator' in tree
