/** What a measure hands to the gate: counted figures, and which of them add up to which. */

import type { Design } from '../design/design.ts'
import type { MaybeEstimate } from '../estimates/estimate.ts'

/**
 * One number somebody would like to print. `key` names the people counted: the same key in two tables, or in two
 * publications, is the same group defined the same way (see `keyOf`). Everything printed about a group (count, share,
 * weighted total, interval, chart point, tooltip, export) is one figure, or figures of the same key: hidden together.
 */
export type Figure = {
  key: string
  /** Where it stands in its table, e.g. `{ zone: 'sud', garde: 'oui' }`. */
  dims: Readonly<Record<string, string>>
  /** Answers counted, unweighted: the numerator of a share, the base of a mean. */
  count: number
  /** The group a share is a share of; its count is printed with the share. null: the figure is its own base. */
  base: { key: string; count: number } | null
  /** What is printed: decides how it is rounded. `extreme` (minimum, maximum) is never printed. */
  shape: 'count' | 'share' | 'mean' | 'total' | 'quantile' | 'extreme'
  /** As computed; its `base` must be the count of the base. */
  estimate: MaybeEstimate
  /** The same figure of the same people under another design (weighted); absent = it has none. */
  under?: (design: Design) => MaybeEstimate
  /** Of a quantile: which, in (0, 1). */
  quantile?: number
  /** Of a total or a mean: the part of it that the largest single answer brings, in [0, 1]. */
  largest?: number
  /** Weighted tables: the weight that all these answers share, when they do (post-strata): weighted total / weight = count. */
  weight?: number
}

/** Count of a group that a table needs to add up but does not print (a base, those who did not tick). */
export type Cell = {
  key: string
  count: number
  /** Key of the group this is an answer of; null: a group of people. */
  base: string | null
  /** true: people outside can find this count elsewhere (how many answered in each commune). */
  known?: boolean
}

/** `total` counts exactly the people of `parts`, each once. */
export type Sum = { total: string; parts: readonly string[] }

/** A group counts no more people than this: told outside the tables. */
export type Bound = { key: string; most: number }

export type FigureTable = {
  id: string
  title: string
  /** Health, disability, vulnerability, safety. */
  sensitive: boolean
  /** true: the estimates are weighted; the unweighted numerators are then not printed beside them. */
  weighted: boolean
  /** Variables that cut the people into groups, the question itself apart. */
  crossing: number
  figures: readonly Figure[]
  cells: readonly Cell[]
  sums: readonly Sum[]
  /** What else readers know of these groups. */
  bounds?: readonly Bound[]
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
