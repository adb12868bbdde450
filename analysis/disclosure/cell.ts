/** The people behind a count: how many responses, and the sum of their record keys. The same people make the same cell. */

export type Cell = { people: number; key: number }

/** Adds rows one after the other; rows of one response must follow each other, and count as one person. */
export type CellSums = {
  people: Int32Array
  keys: Uint32Array
  last: Int32Array
}

export const emptyCells = (size: number): CellSums => ({
  people: new Int32Array(size),
  keys: new Uint32Array(size),
  last: new Int32Array(size).fill(-1),
})

/** @param response of the row: its own place, or that of its family */
export function addToCell({ people, keys, last }: CellSums, at: number, response: number, key: number): void {
  if (last[at] === response) return
  last[at] = response
  people[at]! += 1
  // an unsigned array keeps the sum modulo 2³²
  keys[at]! += key
}

export const cellAt = ({ people, keys }: CellSums, at: number): Cell => ({ people: people[at]!, key: keys[at]! })
