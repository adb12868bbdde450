/** What a measure hands to the gate: counted figures, and which of them add up to which. */

import type { MaybeEstimate } from '../estimate.ts'

/**
 * One number somebody would like to print. `key` names the people counted: the same key in two tables, or in two
 * publications, is the same group defined the same way. Everything printed about a group (count, share, weighted
 * total, interval, chart point, tooltip, export) is one figure or figures of the same key: hidden together.
 */
export type Figure = {
  key: string
  /** Where it stands in its table, e.g. `{ zone: 'sud', reponse: 'oui' }`. */
  dims: Readonly<Record<string, string>>
  /** Answers counted, unweighted: the numerator of a share, the base of a mean. */
  count: number
  /** The group a share is a share of. Its count is printed with the share. null: the figure is its own base. */
  base: { key: string; count: number } | null
  /** What is printed: decides how it is rounded. `extreme` (minimum, maximum) is never printed. */
  shape: 'count' | 'share' | 'mean' | 'total' | 'quantile' | 'extreme'
  estimate: MaybeEstimate
  /** Of a quantile: which, in (0, 1). */
  quantile?: number
  /** Of a total or mean: the part of it that the largest single answer brings, in [0, 1]. */
  largest?: number
}

/** Count of a group that a table needs to be complete but does not print (a base, those who did not tick). */
export type Cell = {
  key: string
  count: number
  /** true: people outside can find this count elsewhere (the communes' response counts): protect as if printed. */
  known?: boolean
}

/** `total` counts exactly the people of `parts`, each once. */
export type Sum = { total: string; parts: readonly string[] }

export type FigureTable = {
  id: string
  title: string
  /** Health, disability, vulnerability, safety. */
  sensitive: boolean
  figures: readonly Figure[]
  /** Counts that are not printed. */
  cells: readonly Cell[]
  sums: readonly Sum[]
}
