/** What the types answered in one's own words share: their length, and sentences nobody wrote. */
import { any, happens, type Random } from '../people/random.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { numbers, textLength, typed, whole } from './rules.ts'
import { coded, textProblem, type Verify } from './verify.ts'

/** Of a `text`, whatever its input type: the properties of the others are accepted and mean nothing. */
export const inputProperties = { ...typed, ...numbers, maxLength: whole(1, textLength) }

export const lengthOf = ({ maxLength }: DefinitionElement, otherwise: number) =>
  typeof maxLength === 'number' ? maxLength : otherwise

export const wordsOf = (element: DefinitionElement, otherwise: number, lines: boolean): Verify => {
  const max = lengthOf(element, otherwise)
  return coded((value) => textProblem(value, max, lines))
}

const sentences = [
  'Un accueil ouvert plus tôt le matin.',
  'Des informations au même endroit.',
  'Merci de nous demander notre avis.',
  'Un bus le mercredi.',
]

export const inventText = (random: Random) => (happens(random, 0.2) ? any(random, sentences) : null)
