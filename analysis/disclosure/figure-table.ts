/** What a measure hands to disclosure control: shares of answers, each with the people behind it. */
import type { MaybeEstimate } from '../estimates/estimate.ts'
import type { Cell } from './cell.ts'
import type { Census } from './census.ts'

/** The people a share is a share of. `key` names them; `count`: answers, which are more than people where children count. */
export type Base = { key: string; count: number; cell: Cell }

/** One share somebody would like to read. `key` names the people who gave the answer (see `keyOf`). */
export type Figure = {
  key: string
  /** Where it stands in its table, e.g. `{ zone: 'sud', reponse: 'oui' }`. */
  dims: Readonly<Record<string, string>>
  /** Answers counted, unweighted. */
  count: number
  cell: Cell
  base: Base
  /** As computed, under the weights in force. */
  estimate: MaybeEstimate
  /** The same without weights, in [0, 1]. */
  unweighted: number
  /** Of a part of the people: who gave the answer among all of them, and all of them. */
  whole?: { cell: Cell; base: Cell }
}

export type FigureTable = {
  id: string
  title: string
  /** Health, disability, vulnerability, safety: more noise, and « all of them » is never published. */
  sensitive: boolean
  /** Two questions crossed: both margins of a figure must be large (see `rules`). */
  crossed: boolean
  figures: readonly Figure[]
  /** What one answer is worth, where the estimates do not say it; else their median. */
  worth?: number
  /** Part of the people who responded, by steps of 0.05; absent = not known, as if it were none. */
  sampled?: number
  /** Keys of answers of the same people, of which the largest is put forward: its interval holds the choice too. */
  ranked?: readonly (readonly string[])[]
  /** Of public bodies that agreed to be named: their figures are exact. */
  census?: Census
}

/**
 * The name of a group: who is counted, and what they have in common.
 *
 * @param universe questionnaire and field, e.g. `familles.garde`
 * @param traits in any order, e.g. `{ zone: 'sud', garde: 'oui' }`; a trait left out means everybody
 */
export function keyOf(universe: string, traits: Readonly<Record<string, string>>): string {
  const names = Object.keys(traits).sort()
  return [universe, ...names.map((name) => `${name}=${traits[name]}`)].join('|')
}

/** The questionnaire and field that a key names. */
export const universeIn = (key: string): string => key.split('|', 1)[0]!
