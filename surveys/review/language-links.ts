/** Names that other parts of the questionnaire rely on: each is its own, and what is taken up exists. */
import { readable } from '../conditions/conditions.ts'
import { inRow, namesRead } from '../conditions/expression.ts'
import { frenchOf, type LocatedElement, listOf } from '../questionnaire/elements.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { isEssential } from '../questionnaire/short-form.ts'
import { caps, isName } from '../types/rules.ts'
import type { Say } from './language-problem.ts'

export function namesApart({ assigned }: Questionnaire, places: LocatedElement[], say: Say) {
  const taken = new Set(assigned.map(({ name }) => name))
  for (const { name } of assigned)
    if (!isName(name)) say(name, 'name', 'Le nom d’une valeur tirée au sort s’écrit en minuscules.')
  const twice = (name: string) =>
    say(name, 'name', `Le code «\u202f${name}\u202f» sert deux fois\u202f: en changer un.`)
  for (const { element, parent } of places) {
    // Inside a repeated panel a name is looked up in the row first: sharing one with the response would be ambiguous
    const key = element.name
    if (taken.has(key) || (parent !== null && taken.has(`${parent.name}.${key}`))) twice(key)
    taken.add(parent === null ? key : `${parent.name}.${key}`)
  }
  const topLevel = new Set(places.filter(({ parent }) => parent === null).map(({ element }) => element.name))
  for (const { element, parent } of places)
    if (parent !== null && topLevel.has(element.name) && !taken.has(element.name)) twice(element.name)
  for (const { name, orders, values } of assigned)
    for (const order of orders ?? []) {
      const ordered = places.find(({ element }) => element.name === order)?.element
      if (listOf(ordered?.choices).length === 0 || !values.every(isOrder))
        say(name, 'orders', `L’ordre tiré au sort ne correspond pas aux choix de «\u202f${order}\u202f».`)
    }
}

/** `2-1-3`; ranks beyond the choices filled in by the authority are passed over. */
const isOrder = (value: string) => {
  const ranks = value.split('-').map(Number)
  return ranks.length <= caps.choices && ranks.sort((a, b) => a - b).every((rank, at) => rank === at + 1)
}

/** By the short door nothing is known of a question that is not essential. */
export function essential(place: LocatedElement, places: LocatedElement[], say: Say) {
  if (!isEssential(place)) return
  const { element, page, containers, parent } = place
  const holders = [page, ...containers, element]
  const names = holders.flatMap(({ visibleIf, requiredIf }) => [...namesRead(visibleIf), ...namesRead(requiredIf)])
  const { choicesFromQuestion: source } = element
  const read = [...names, ...(typeof source === 'string' ? [parent === null ? source : inRow + source] : [])]
  for (const name of new Set(read)) {
    const other = readable(name, places, places.length, parent)
    if (other !== null && !isEssential(other))
      say(
        element.name,
        'essential',
        `Cette question est essentielle, mais dépend de «\u202f${frenchOf(other.element.title)}\u202f», qui ne l’est pas\u202f: cocher «\u202fEssentielle\u202f» là-bas aussi, ou la décocher ici.`,
      )
  }
}

const isSource = ({ type, choicesFromQuestion }: DefinitionElement) =>
  type === 'checkbox' && choicesFromQuestion === undefined

export function carried({ element, parent }: LocatedElement, places: LocatedElement[], say: Say) {
  if (element.choicesFromQuestion === undefined) return
  const at = places.findIndex((place) => place.element === element)
  const source = places.findIndex(
    (place) => place.element.name === element.choicesFromQuestion && place.parent === parent,
  )
  const fits = source !== -1 && source < at && isSource(places[source]!.element)
  if (!fits)
    say(element.name, 'carried', 'Les réponses reprises viennent d’une question à cases posée avant, au même endroit.')
  // Otherwise survey-core would offer what the person typed as a choice, and leave it ticked after it is gone
  if (fits && places[source]!.element.showOtherItem === true && element.showOtherItem !== true)
    say(
      element.name,
      'carried',
      'La question reprise offre «\u202fautre\u202f»\u202f: l’offrir ici aussi, ou le retirer là-bas.',
    )
}
