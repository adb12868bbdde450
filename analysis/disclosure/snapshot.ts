/**
 * Which responses a publication counts. The same people get the same noise, so that a count that changes says « somebody more »:
 * a group is counted anew only when enough people joined it at once.
 */
import type { Since } from './cell.ts'
import { type Arrival, earlierMembers, type ListMembers, type Membership } from './membership.ts'
import { rules } from './rules.ts'

/** Responses of one hour that count as people who joined: whoever sends ten at once does not isolate the eleventh. */
const mostPerHour = 5

/** The responses of now with how they came, one arrival a token. */
export type Candidates = Membership & { arrivals: readonly Arrival[] }

/** What a publication counts. */
export type Counted = {
  membership: Membership
  /** By list and token of a counted response: the classes it is not counted in yet, one bit each. */
  withheld: ReadonlyMap<string, Uint16Array>
}

/**
 * People who joined, as far as they can be told from one person who sends many: those met by an agent (paper, kiosk) all count,
 * of those who came by the web at most five an hour.
 */
export const steadyCount = (arrivals: readonly Arrival[]): number => steadyAmong(arrivals, [...arrivals.keys()]).length

/** Which of the responses of an hour count as people who joined: all who were met, five of those who came by the web. */
function steadyAmong(arrivals: readonly Arrival[], rows: readonly number[]): number[] {
  const hours = new Map<string, number>()
  return rows.filter((row) => {
    const { hour, isAttended } = arrivals[row]!
    const before = hours.get(hour) ?? 0
    if (!isAttended) hours.set(hour, before + 1)
    return isAttended || before < mostPerHour
  })
}

/** @param earlier tokens of each publication with the same noise, the oldest first */
export function sinceOf(
  { tokens, arrivals }: Pick<Candidates, 'tokens' | 'arrivals'>,
  earlier: readonly (readonly string[])[],
): Since {
  const rows = [...tokens.keys()]
  const since = { joined: new Uint8Array(rows.length), steady: new Uint8Array(rows.length) }
  const there = new Set(tokens)
  for (const [snapshot, members] of earlier.entries()) {
    const known = new Set(members)
    const joined = rows.filter((row) => !known.has(tokens[row]!))
    for (const row of joined) since.joined[row]! |= 1 << snapshot
    for (const row of steadyAmong(arrivals, joined)) since.steady[row]! |= 1 << snapshot
  }
  return { ...since, hasLeft: earlier.map((members) => members.some((token) => !there.has(token))) }
}

/** Enough people joined since the last snapshot for a new one; the first has nothing before it. */
export function mayRenew(now: Candidates, last: Membership | null): boolean {
  if (last === null) return now.tokens.length >= rules.leastDescribed
  const before = new Set(last.tokens)
  return steadyCount(now.arrivals.filter((_, at) => !before.has(now.tokens[at]!))) >= rules.leastNew
}

/** Everybody of the last snapshot is still there. */
export function isWhole(now: Membership, last: Membership): boolean {
  const there = new Set(now.tokens)
  return last.tokens.every((token) => there.has(token))
}

/**
 * The groups of a new snapshot. A class takes in its newcomers, and lets go those who left, when eleven people at least joined
 * it, or moved from it to another class; until then it counts the members of its last snapshot, and nobody when one of them is
 * gone.
 *
 * @param last null: the first snapshot, or groups drawn afresh with other noise
 */
export function countedIn(now: Candidates, last: Membership | null): Counted {
  const withheld = new Map<string, Uint16Array>()
  const lists = now.lists.map((list): ListMembers => {
    const before = last && earlierMembers(last, list.path, list.values)
    if (!before) return list
    const own = { ...list, masks: Uint16Array.from(list.masks), waiting: 0 }
    const held = new Uint16Array(list.masks.length)
    for (const at of list.values.keys()) holdClass(1 << at, now, before, own, held)
    withheld.set(list.path, held)
    return own
  })
  return { membership: { tokens: now.tokens, lists }, withheld }
}

/** Leaves in `own` the members the class is counted with, and marks in `held` the others. */
function holdClass(
  bit: number,
  { tokens, arrivals }: Candidates,
  before: NonNullable<ReturnType<typeof earlierMembers>>,
  own: ListMembers,
  held: Uint16Array,
): void {
  const rows = [...tokens.keys()]
  const isNow = rows.map((row) => (own.masks[row]! & bit) !== 0)
  const was = rows.map((row) => ((before.masks.get(tokens[row]!) ?? 0) & bit) !== 0)
  const joined = rows.filter((row) => isNow[row] && !was[row])
  const moved = rows.filter((row) => !isNow[row] && was[row]).length
  const stayed = rows.filter((row) => isNow[row] && was[row]).length
  const members = [...before.masks.values()].filter((mask) => (mask & bit) !== 0).length
  const isBroken = stayed < members || (before.waiting & bit) !== 0
  const isNew = members === 0 && !isBroken
  const isRenewed = steadyCount(joined.map((row) => arrivals[row]!)) >= rules.leastNew || moved >= rules.leastNew
  if (isNew || isRenewed || (joined.length === 0 && !isBroken)) return
  if (isBroken) own.waiting |= bit
  for (const row of rows) {
    // without all of its members the class cannot be counted as it was
    if (isNow[row] && (isBroken || !was[row])) held[row]! |= bit
    if (isNow[row] && !was[row]) own.masks[row]! &= ~bit
  }
}
