/** Worlds small enough to do in one's head, for the tests of the attacks. */

import type { Crosstab } from '../../../analysis/attack/crosstab.ts'
import type { Asked } from '../../../analysis/attack/explorer.ts'
import { add, nobody, type People, sizeOf } from '../../../analysis/attack/people.ts'
import type { Crossing } from '../../../analysis/explore/crossing.ts'

export const set = (...people: number[]): People => {
  const all = nobody(256)
  for (const one of people) add(all, one)
  return all
}
export const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** A question whose answers and groups are given as sets of people. */
export function asked(
  given: Pick<Asked, 'path' | 'crossings'> & Partial<Asked>,
  groups: Record<string, Record<string, People>>,
): Asked {
  const everybody = set(...from(0, 255))
  return {
    isPanel: false,
    sensitive: false,
    isSingle: true,
    truth: (path) => ({
      asked:
        path === ''
          ? everybody
          : Object.values(groups[path]!).reduce((sum, one) => sum.map((word, at) => word | one[at]!)),
      in: (value) => (path === '' ? everybody : groups[path]![value]!),
    }),
    peopleIn: sizeOf,
    ...given,
  }
}

/** @param shares by column, then by line */
export const crossing = (
  by: string | null,
  columns: string[],
  lines: string[],
  bases: (number | null)[],
  shares: (number | string | null)[][],
): Crossing => ({
  by: by === null ? null : { path: by, title: by, choices: columns.map((value) => ({ value, text: value })), left: [] },
  answers: lines.map((value) => ({ value, label: value })),
  bases,
  shares,
  precision: { worth: 1, peoplePerAnswer: 1, noise: 5 },
})

/** One line of cells, each a whole percent of its base. */
export const oneLine = (
  shares: number[],
  bases: number[],
  truth: number[],
  given: Partial<Crosstab> = {},
): Crosstab => ({
  path: 'question',
  by: 'zone',
  topic: 'ordinary',
  isPanel: false,
  height: 1,
  width: shares.length,
  prints: [{ cells: shares.map((share) => ({ from: share, to: share })), bases }],
  ofLine: null,
  columnBases: bases,
  lineBases: [null],
  totals: [null],
  linesAdd: false,
  columnsAdd: true,
  columnsLeft: true,
  linesLeft: false,
  gone: 0,
  truth: Int32Array.from(truth),
  ...given,
})
