/** Conditions said to those who make the questionnaire: by the titles of the questions, where paper says their numbers. */

import { type Reads, sayCondition } from '../paper/conditions.ts'
import { type Speech, speechOf } from '../paper/words.ts'
import { dayInWords } from '../questionnaire/calendar.ts'
import { choicesOf, elementsIn, frenchOf, type LocatedElement } from '../questionnaire/elements.ts'
import { fieldsOf } from '../questionnaire/fields.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { ExpressionError, inRow, parseCondition } from './expression.ts'

const speech: Speech = {
  ...speechOf('fr', false),
  answered: (question, said) => `la réponse à ${question} est ${said}`,
  answeredElse: (question, said) => `la réponse à ${question} est autre que ${said}`,
  notAnswered: (question, said) => `la réponse à ${question} n’est pas ${said}`,
  any: (question) => `${question} a une réponse`,
  none: (question) => `${question} est sans réponse`,
  box: (question) => `la case de ${question} est cochée`,
  more: (question, limit) => `la réponse à ${question} dépasse ${limit}`,
  less: (question, limit) => `la réponse à ${question} est en dessous de ${limit}`,
  since: (question, day) => `la réponse à ${question} est le ${dayInWords(day, 'fr')} ou après`,
  until: (question, day) => `la réponse à ${question} est le ${dayInWords(day, 'fr')} ou avant`,
  not: (what) => `il est faux que ${what}`,
}

/**
 * « la réponse à « Travaillez-vous ? » est « Oui » »
 *
 * @param parent the repeated panel the condition stands in
 * @returns null when the condition cannot be read
 */
export function sentenceOfCondition(
  questionnaire: Questionnaire,
  condition: string,
  parent: LocatedElement['parent'],
): string | null {
  try {
    return sayCondition(parseCondition(condition), readsIn(questionnaire, parent), speech)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

function readsIn(questionnaire: Questionnaire, parent: LocatedElement['parent']): Reads {
  const places = elementsIn(questionnaire.definition)
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  return (name) => {
    const isOfRow = name.startsWith(inRow)
    const own = isOfRow ? name.slice(inRow.length) : name
    const place = places.find(
      (one) => one.element.name === own && one.parent?.name === (isOfRow ? parent?.name : undefined),
    )
    const drawn = (questionnaire.assigned ?? []).find((one) => one.name === own)
    if (place === undefined)
      return {
        number: drawn ? 'la valeur tirée au sort' : `«\u202f${own}\u202f»`,
        choices: (drawn?.values ?? []).map((value) => ({ value, text: value })),
        isBox: false,
      }
    const path = isOfRow ? `${parent?.name}.${own}` : own
    const carried = fields.find((field) => field.path === path)?.choices ?? choicesOf(place.element)
    return {
      number: `«\u202f${shortened(frenchOf(place.element.title) || own)}\u202f»`,
      choices: carried,
      isBox: false,
    }
  }
}

/** A long question is known by its beginning. */
export const shortened = (title: string, most = 70): string =>
  title.length <= most ? title : `${title.slice(0, most).replace(/\s+\S*$/, '')}…`
