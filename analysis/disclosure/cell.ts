/** The people behind a count: how many responses, and the sum of their record keys. The same people make the same cell. */

/** @property since earlier snapshots with the same noise, oldest first: who joined the cell after each */
export type Cell = { people: number; key: number; since?: readonly Joined[] }

/** `steady`: of the newcomers, those that do not come from a burst; `hasLeft`: somebody that snapshot counted is gone. */
export type Joined = { newcomers: number; steady: number; hasLeft: boolean }

/** By response, one bit an earlier snapshot (at most eight): it joined after it; it counts among those who joined. */
export type Since = { joined: Uint8Array; steady: Uint8Array; hasLeft: readonly boolean[] }

/** Adds rows one after the other; rows of one response must follow each other, and count as one person. */
export type CellSums = {
  people: Int32Array
  keys: Uint32Array
  last: Int32Array
  since: Since | undefined
  /** Newcomers, then steady ones, of each cell and snapshot. */
  newcomers: Int32Array
  steady: Int32Array
}

/** @param since of the table whose rows are added */
export const emptyCells = (size: number, since?: Since): CellSums => ({
  people: new Int32Array(size),
  keys: new Uint32Array(size),
  last: new Int32Array(size).fill(-1),
  since,
  newcomers: new Int32Array(since ? size * since.hasLeft.length : 0),
  steady: new Int32Array(since ? size * since.hasLeft.length : 0),
})

/** @param response of the row: its own place, or that of its family */
export function addToCell(sums: CellSums, at: number, response: number, key: number): void {
  const { people, keys, last, since } = sums
  if (last[at] === response) return
  last[at] = response
  people[at]! += 1
  // an unsigned array keeps the sum modulo 2³²
  keys[at]! += key
  if (since === undefined || since.joined[response] === 0) return
  const snapshots = since.hasLeft.length
  for (let snapshot = 0; snapshot < snapshots; snapshot++) {
    sums.newcomers[at * snapshots + snapshot]! += (since.joined[response]! >>> snapshot) & 1
    sums.steady[at * snapshots + snapshot]! += (since.steady[response]! >>> snapshot) & 1
  }
}

export function cellAt({ people, keys, since, newcomers, steady }: CellSums, at: number): Cell {
  const cell = { people: people[at]!, key: keys[at]! }
  if (since === undefined) return cell
  const snapshots = since.hasLeft.length
  const joinedSince = (hasLeft: boolean, snapshot: number): Joined => ({
    newcomers: newcomers[at * snapshots + snapshot]!,
    steady: steady[at * snapshots + snapshot]!,
    hasLeft,
  })
  return { ...cell, since: since.hasLeft.map(joinedSince) }
}
