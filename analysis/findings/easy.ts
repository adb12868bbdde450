/** A finding in easy French: made of the questionnaire’s own easy words and of the estimate, never of the indicator’s texts. */
import { type Choice, isObject, listOf, pathOf, placesOf, special } from '../../surveys/questionnaire/elements.ts'
import type { DefinitionElement } from '../../surveys/questionnaire/questionnaire.ts'
import type { Measured, Subject } from '../measures/measure.ts'

/** The question and the answers counted, in easy French; `who`: of a hundred of them. */
export type Easy = { question: string; answers: string[]; who: string }

/** Said of measures whose figure is no answer to the question. */
const own: Readonly<Record<string, string>> = {
  week: 'ont besoin d’une garde tôt le matin, le soir, la nuit ou le week-end',
  gap: 'ont une garde, mais les parents en voudraient une autre',
}
/** What these count cannot be said in one short sentence. */
const never = new Set(['places', 'price-curve', 'themes'])

/** @returns null when the questionnaire has no easy words for it */
export function easyOf({ indicator, field, study, table }: Subject, { headline }: Measured): Easy | null {
  if (never.has(indicator.measure) || headline === null) return null
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
  const answers = own[indicator.measure] ? [own[indicator.measure]!] : answersIn(element, headline.key)
  if (question === null || answers === null) return null
  return { question, answers, who: whoOf(table.unit, audience) }
}

/** « reponse=a+b » names the answers counted. */
function answersIn(element: DefinitionElement, key: string): string[] | null {
  const [, told] = /\|reponse=([^|]+)/.exec(key) ?? []
  if (told === undefined) return []
  if (element.type === 'boolean') return [told === 'true' ? 'oui' : 'non']
  if (element.type === 'rating') return [told]
  const offered = [
    ...listOf<Choice>(element.choices),
    ...listOf<Choice>(element.columns),
    { value: special.none, text: element.noneText },
    { value: special.other, text: element.otherText },
  ]
  const values = told.split('+')
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
