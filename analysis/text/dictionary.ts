/** Themes of free answers, as people of the service write and edit them: a title and the words that reveal it. */

import { ofAuthority } from '../../surveys/authority/in-force.ts'
import { wordsOf } from './words.ts'

export type Theme = {
  id: string
  title: string
  /** As a sentence says it: « les transports et la distance ». */
  phrase?: string | undefined
  /** Words or expressions in any form: « horaire », « place en crèche ». The order inside an expression counts. */
  words: readonly string[]
}

export type Dictionary = readonly Theme[]

/** The themes to start from; each service edits its own. */
export const foundingDictionary = ofAuthority(({ themes }): Dictionary => themes)

/**
 * Themes that a text touches, in the order of the dictionary.
 *
 * @returns ids; none when the text is empty or touches no theme
 */
export function themesOf(text: string, dictionary: Dictionary): string[] {
  if (text === '') return []
  const stems = stemmed(text)
  return expressionsOf(dictionary)
    .filter(({ expressions }) => expressions.some((expression) => stems.includes(expression)))
    .map(({ id }) => id)
}

/** Between spaces, so that an expression is found whole. */
const stemmed = (text: string): string =>
  ` ${wordsOf(text)
    .map(({ stem }) => stem)
    .join(' ')} `

const known = new WeakMap<Dictionary, { id: string; expressions: string[] }[]>()

/** The words of each theme as stems, computed once per dictionary. */
function expressionsOf(dictionary: Dictionary) {
  const found = known.get(dictionary)
  if (found) return found
  const themes = dictionary.map(({ id, words }) => ({ id, expressions: words.map(stemmed) }))
  known.set(dictionary, themes)
  return themes
}
