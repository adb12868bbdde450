/** A finding in easy French: made of the questionnaire’s own easy words and of the estimate, never of the indicator’s texts. */
import { type Choice, isObject, listOf, pathOf, placesOf, special } from '../../surveys/questionnaire/elements.ts'
import type { DefinitionElement } from '../../surveys/questionnaire/questionnaire.ts'
import { measureOf } from '../measures/catalogue.ts'
import type { Measured, Subject } from '../measures/measure.ts'
import { answerTrait, valuesIn } from '../measures/tables.ts'

/** The question and the answers counted, in easy French; `who`: of a hundred of them. */
export type Easy = { question: string; answers: string[]; who: string }

/** @returns null when the questionnaire has no easy words for it */
export function easyOf({ indicator, field, study, table }: Subject, { headline, tables }: Measured): Easy | null {
  const { easy } = measureOf(indicator.measure)
  if (easy === 'none' || headline === null) return null
  const { definition, audience } = study.questionnaire
  // The last one: a repeated panel comes before the questions it repeats
  const place = placesOf(definition).findLast(
    (one) => field.path === pathOf(one) || field.path.startsWith(`${pathOf(one)}.`),
  )
  if (!place) return null
  const { element } = place
  const row = listOf<Choice>(element.rows).find(({ value }) => field.path.endsWith(`.${value}`))
  const title = easyText(element.title)?.replace(/\s*:$/, '…') ?? null
  const question = row === undefined ? title : joined(title, easyText(row.text))
  const answers = easy === 'answers' ? answersIn(element, countedAnswers(headline, tables)) : [easy.counted]
  if (question === null || answers === null) return null
  return { question, answers, who: whoOf(table.unit, audience) }
}

/** Values counted by the headline; none when it is no share of an answer (a mean, a median). */
function countedAnswers({ table, key }: NonNullable<Measured['headline']>, tables: Measured['tables']): string[] {
  const figure = tables.find(({ id }) => id === table)?.figures.find((one) => one.key === key)
  return valuesIn(figure?.dims[answerTrait])
}

/** Texts of the answers counted; null when the questionnaire has no easy words for one of them. */
function answersIn(element: DefinitionElement, values: string[]): string[] | null {
  const [only] = values
  if (only === undefined) return []
  if (element.type === 'boolean') return [only === 'true' ? 'oui' : 'non']
  if (element.type === 'rating') return [only]
  const offered = [
    ...listOf<Choice>(element.choices),
    ...listOf<Choice>(element.columns),
    { value: special.none, text: element.noneText },
    { value: special.other, text: element.otherText },
  ]
  // more than three answers are no longer one idea
  if (values.length > 3) return null
  const texts = values.map((value) => easyText(offered.find((choice) => choice.value === value)?.text))
  return texts.every((text) => text !== null) ? texts : null
}

function easyText(text: unknown): string | null {
  const easy = isObject(text) ? text['fr-facile'] : null
  return typeof easy === 'string' ? easy.replaceAll('**', '').trim() : null
}

const joined = (question: string | null, row: string | null) =>
  question === null || row === null ? null : `${question.replace(/\s*[?…]$/, '')} : ${row}`

function whoOf(unit: Subject['table']['unit'], audience: string): string {
  if (unit === 'households') return 'familles'
  if (unit === 'children') return 'enfants'
  const [, from, to] = /^young-(\d+)-(\d+)$/.exec(audience) ?? []
  return from === undefined ? 'personnes' : `jeunes de ${from} à ${to} ans`
}
