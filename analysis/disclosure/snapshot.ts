/**
 * Which responses a publication counts. The same people get the same noise, so that a count that changes says « somebody more »:
 * a group is counted anew only when enough people joined it at once.
 */
import type { Since } from './cell.ts'
import { type Arrival, type EarlierClass, earlierMembers, type ListMembers, type Membership } from './membership.ts'
import { rules } from './rules.ts'

/** Responses of one hour that count as people who joined: whoever sends ten at once does not isolate the eleventh. */
const mostPerHour = 5
/** Bits of a mask. */
const mostClasses = 16

/** The responses of now with how they came, one arrival a token. */
export type Candidates = Membership & { arrivals: readonly Arrival[] }

/** What a publication counts. */
export type Counted = {
  membership: Membership
  /** By list and token of a counted response: the classes it is not counted in yet, one bit each. */
  withheld: ReadonlyMap<string, Uint16Array>
  /** By list: the classes that stay as an earlier snapshot counted them. */
  earlier: ReadonlyMap<string, readonly EarlierClass[]>
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
    const { hour, isAttended, isCorrected } = arrivals[row]!
    // one person may correct again and again: nobody has joined
    if (isCorrected) return false
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

/** People who joined since a snapshot, as `steadyCount` counts them: a new one takes them in, and the next begins from nothing. */
export function joinedSince(now: Candidates, last: Membership): number {
  const before = new Set(last.tokens)
  return steadyCount(now.arrivals.filter((_, at) => !before.has(now.tokens[at]!)))
}

/** Enough people joined since the last snapshot for a new one; the first has nothing before it. */
export const mayRenew = (now: Candidates, last: Membership | null): boolean =>
  last === null ? now.tokens.length >= rules.leastDescribed : joinedSince(now, last) >= rules.leastNew

/** Everybody of the last snapshot is still there. */
export function isWhole(now: Membership, last: Membership): boolean {
  const there = new Set(now.tokens)
  return last.tokens.every((token) => there.has(token))
}

/**
 * The groups of a new snapshot. A class takes in its newcomers, and lets go those who left, when eleven people at least joined
 * it, or moved from it to another class; until then it counts the members of its last snapshot. When one of them is gone it
 * counts nobody: a count of those who are left would differ from the last one by that person alone.
 *
 * @param last null: the first snapshot, or groups drawn afresh with other noise
 */
export function countedIn(now: Candidates, last: Membership | null): Counted {
  const withheld = new Map<string, Uint16Array>()
  const earlier = new Map<string, EarlierClass[]>()
  const lists = now.lists.map((list): ListMembers => {
    const known = last?.lists.find(({ path }) => path === list.path)
    if (!last || !known) return list
    // a class that is too small today is remembered: it may come back
    const gone = known.values.filter((value) => !list.values.includes(value))
    const values = [...list.values, ...gone].slice(0, mostClasses)
    const before = earlierMembers(last, known, values)
    const own = { ...list, values, masks: Uint16Array.from(list.masks), waiting: 0 }
    const held = new Uint16Array(list.masks.length)
    const states = values.map((value, at) => {
      if (at >= list.values.length) return remember(1 << at, now, before, own)
      return (before.days.get(value) ? holdClass : holdNewClass)(1 << at, now, before, own, held)
    })
    const days = values.map((value, at) => {
      if (states[at] === 'renewed') return list.days[at]!
      return states[at] === 'unknown' ? '' : before.days.get(value)!
    })
    withheld.set(list.path, held)
    earlier.set(
      list.path,
      values.flatMap((value, at): EarlierClass[] =>
        states[at] === 'whole' || states[at] === 'broken'
          ? [{ value, day: days[at]!, isWhole: states[at] === 'whole' }]
          : [],
      ),
    )
    return { ...own, days }
  })
  return { membership: { tokens: now.tokens, lists }, withheld, earlier }
}

type Before = ReturnType<typeof earlierMembers>
/** Whole, broken: as it was, see `EarlierClass`. Remembered: it is not shown today. Unknown: neither today nor before. */
type ClassState = 'renewed' | 'whole' | 'broken' | 'remembered' | 'unknown'

/** Leaves in `own` the members of a class that is not shown today; it waits when one of them is gone. */
function remember(bit: number, { tokens }: Candidates, before: Before, own: ListMembers): ClassState {
  const rows = [...tokens.keys()].filter((row) => (before.masks.get(tokens[row]!) ?? 0) & bit)
  for (const row of rows) own.masks[row]! |= bit
  if (rows.length < sizeOf(bit, before) || before.waiting & bit) own.waiting |= bit
  return 'remembered'
}

/**
 * A class of another name (small ones put together otherwise) is shown when it is the same as each earlier one that it shares
 * people with, or far from it: else the difference of the two would describe a few.
 */
function holdNewClass(
  bit: number,
  { tokens, arrivals }: Candidates,
  before: Before,
  own: ListMembers,
  held: Uint16Array,
): ClassState {
  const rows = [...tokens.keys()].filter((row) => own.masks[row]! & bit)
  const isClose = (old: number): boolean => {
    const joined = rows.filter((row) => !((before.masks.get(tokens[row]!) ?? 0) & old))
    const shared = rows.length - joined.length
    const left = sizeOf(old, before) - shared
    if (shared === 0 || (left === 0 && joined.length === 0)) return false
    return left < rules.leastNew && steadyCount(joined.map((row) => arrivals[row]!)) < rules.leastNew
  }
  if (!own.values.some((value, at) => before.days.get(value) && isClose(1 << at))) return 'renewed'
  for (const row of rows) {
    held[row]! |= bit
    own.masks[row]! &= ~bit
  }
  return 'unknown'
}

const sizeOf = (bit: number, { masks }: Before): number => [...masks.values()].filter((mask) => mask & bit).length

/** Leaves in `own` the members the class is counted with, and marks in `held` the others. */
function holdClass(
  bit: number,
  { tokens, arrivals }: Candidates,
  before: Before,
  own: ListMembers,
  held: Uint16Array,
): ClassState {
  const rows = [...tokens.keys()]
  const isNow = rows.map((row) => (own.masks[row]! & bit) !== 0)
  const was = rows.map((row) => ((before.masks.get(tokens[row]!) ?? 0) & bit) !== 0)
  const joined = rows.filter((row) => isNow[row] && !was[row])
  const moved = rows.filter((row) => !isNow[row] && was[row]).length
  const stayed = rows.filter((row) => isNow[row] && was[row]).length
  const isBroken = stayed < sizeOf(bit, before) || (before.waiting & bit) !== 0
  const isRenewed = steadyCount(joined.map((row) => arrivals[row]!)) >= rules.leastNew || moved >= rules.leastNew
  if (isRenewed || (joined.length === 0 && !isBroken)) return 'renewed'
  if (isBroken) own.waiting |= bit
  for (const row of rows) {
    // without all of its members the class cannot be counted as it was
    if (isNow[row] && (isBroken || !was[row])) held[row]! |= bit
    if (isNow[row] && !was[row]) own.masks[row]! &= ~bit
  }
  return isBroken ? 'broken' : 'whole'
}
