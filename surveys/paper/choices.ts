/** What can be ticked at a question of a paper form, and the code typed for each. */
import { type Choice, choicesOf, type LocatedElement, listOf, special } from '../questionnaire/elements.ts'
import type { DefinitionElement, Language } from '../questionnaire/questionnaire.ts'
import { ratingSteps } from '../types/rating.ts'
import type { PaperChoice } from './paper-choice.ts'
import { carriedInto, type Station, textIn } from './stations.ts'
import type { Speech } from './words.ts'

/** Codes of the special answers, the same in every questionnaire. */
export const specialCodes: Record<string, string> = {
  [special.none]: '90',
  [special.other]: '91',
  [special.refuse]: '98',
  [special.dontKnow]: '99',
}

export type Coded = Omit<PaperChoice, 'goTo'>

/** Codes follow the order of the definition, whatever the order printed. */
export function choicesIn(place: LocatedElement, stations: Station[], language: Language, say: Speech): Coded[] {
  const { element } = place
  if (element.type === 'boolean')
    return [
      { code: '1', value: true, text: textIn(element.labelTrue, language) || say.yes },
      { code: '2', value: false, text: textIn(element.labelFalse, language) || say.no },
    ]
  if (element.type === 'rating')
    return ratingSteps(element).map((step) => ({
      code: String(step),
      value: step,
      text: rateText(element, step, language),
    }))
  if (element.type === 'matrix') return numbered(listOf(element.columns), language)
  const source = carriedInto(place, stations)
  const carried = source === null ? [] : choicesIn(source.place, stations, language, say).filter(isOrdinary)
  const own = numbered(listOf(element.choices), language, carried.length)
  const specials = choicesOf({ ...element, choices: [] }).map(({ value }) => ({
    code: specialCodes[value]!,
    value,
    text: specialText(element, value, language, say),
  }))
  return [...carried, ...own, ...specials]
}

const isOrdinary = ({ value }: Coded) => specialCodes[String(value)] === undefined

const numbered = (choices: Choice[], language: Language, from = 0): Coded[] =>
  choices.map(({ value, text, picture }, at) => ({
    code: specialCodes[value] ?? String(from + at + 1),
    value,
    text: textIn(text, language) || value,
    ...(picture && { picture }),
  }))

function specialText(element: DefinitionElement, value: string, language: Language, say: Speech): string {
  const own = {
    [special.none]: [element.noneText, say.nothing],
    [special.other]: [element.otherText, say.other],
    [special.refuse]: [element.refuseText, say.refuse],
    [special.dontKnow]: [element.dontKnowText, say.dontKnow],
  }[value] as [unknown, string]
  return textIn(own[0], language) || own[1]
}

function rateText(element: DefinitionElement, step: number, language: Language): string {
  const steps = ratingSteps(element)
  if (step === steps[0]) return textIn(element.minRateDescription, language)
  return step === steps.at(-1) ? textIn(element.maxRateDescription, language) : ''
}

/** `2-1-3` puts the second choice first; those beyond the order keep their place. */
export function reordered(choices: Coded[], order: string | undefined): Coded[] {
  const moved = (order?.split('-') ?? []).flatMap((rank) => choices.find(({ code }) => code === rank) ?? [])
  return [...moved, ...choices.filter((choice) => !moved.includes(choice))]
}
