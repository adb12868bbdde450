/** Who belonged to a snapshot, and to which groups: all that is remembered of earlier publications. */

/** One closed list of groups. */
export type ListMembers = {
  path: string
  /** At most sixteen. */
  values: readonly string[]
  /** The classes each member was counted in, one bit a class (a family is in the age bands of all its children). */
  masks: Uint16Array
  /** Classes that wait since one of their members left, one bit a class. */
  waiting: number
  /** ISO day of the snapshot whose members each class counts, in the order of `values`; '' = it has never been shown. */
  days: readonly string[]
}

/**
 * A class that stays as an earlier snapshot counted it. `isWhole`: its members are counted again; else one of them is gone, and
 * only the figures published then can still be shown.
 */
export type EarlierClass = { value: string; day: string; isWhole: boolean }

/** `tokens` stand for responses (see record-key.ts), in any order; every list has one mask a token. */
export type Membership = { tokens: readonly string[]; lists: readonly ListMembers[] }

/**
 * How a response came, to tell a burst from a steady stream; `isAttended`: an agent was there. `isCorrected`: somebody whom an
 * earlier snapshot counted with other answers.
 */
export type Arrival = { hour: string; isAttended: boolean; isCorrected?: true }

/** The members of a list as an earlier snapshot counted them, in the bits of `values`. */
export function earlierMembers(
  { tokens }: Membership,
  list: ListMembers,
  values: readonly string[],
): { masks: Map<string, number>; waiting: number; days: Map<string, string> } {
  const places = list.values.map((value) => values.indexOf(value))
  const moved = (mask: number) =>
    places.reduce((sum, place, at) => (place >= 0 && mask & (1 << at) ? sum | (1 << place) : sum), 0)
  return {
    masks: new Map(tokens.map((token, at) => [token, moved(list.masks[at]!)])),
    waiting: moved(list.waiting),
    days: new Map(list.values.map((value, at) => [value, list.days[at]!])),
  }
}
