/** The noise of a count, looked up by its cell key: the same people always get the same noise. */
import type { Cell } from './cell.ts'
import tables from './perturbation-tables.json' with { type: 'json' }

export type Topic = 'ordinary' | 'sensitive'

/** Largest change of a count, its variance, and the counts 1 … blocked that are never published. */
export type NoiseRules = { variance: number; largest: number; blocked: number }

/** What a count becomes; tests and attacks put another one in its place, the product never does. */
export type Noise = (cell: Cell, topic: Topic) => number

/** What a count may become, the smallest first, each with the chance of it and of all before it. */
export type Row = { counts: number[]; cumulative: number[] }

const rowsOf = (topic: Topic): Row[] => {
  const rows: Row[] = []
  for (const [from, to, probability] of tables[topic].rows as [number, number, number][]) {
    rows[from] ??= { counts: [], cumulative: [] }
    const { counts, cumulative } = rows[from]
    counts.push(to)
    cumulative.push((cumulative.at(-1) ?? 0) + probability)
  }
  return rows
}

const transitions: Record<Topic, Row[]> = { ordinary: rowsOf('ordinary'), sensitive: rowsOf('sensitive') }

/** Row i: what i people become; the last one, shifted, holds for more. Public: protection hangs on the record keys alone. */
export const transitionsOf = (topic: Topic): readonly Row[] => transitions[topic]

export const noiseRules = (topic: Topic): NoiseRules => {
  const { variance, largest, blocked } = tables[topic]
  return { variance, largest, blocked }
}

/**
 * The published count of a cell: mean 0 noise of the topic's variance, never below 0, none of the blocked counts, 0 stays 0.
 *
 * @source Marley & Leaver (2011); perturbation tables of the R package ptable (Destatis), see perturbation-tables.json
 */
export const perturbed: Noise = ({ people, key }, topic) => {
  const rows = transitions[topic]
  const last = rows.length - 1
  const { counts, cumulative } = rows[Math.min(people, last)]!
  const draw = key / 2 ** 32
  const at = cumulative.findIndex((end) => draw < end)
  // rounding of the table leaves a hair at the end
  return counts.at(at)! + Math.max(0, people - last)
}
