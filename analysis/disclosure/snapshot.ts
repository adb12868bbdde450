/**
 * Which responses a publication counts. The same people get the same noise, so that a count that changes says « somebody more »:
 * a group is counted anew only when enough people joined it at once.
 */
import { type Arrival, type EarlierClass, earlierMembers, type ListMembers, type Membership } from './membership.ts'
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
  /** By list: the classes that stay as an earlier snapshot counted them. */
  earlier: ReadonlyMap<string, readonly EarlierClass[]>
}

/**
 * People who joined, as far as they can be told from one person who sends many: those met by an agent (paper, kiosk) all count,
 * of those who came by the web at most five an hour.
 */
export function steadyCount(arrivals: readonly Arrival[]): number {
  const hours = new Map<string, number>()
  let attended = 0
  for (const { hour, isAttended } of arrivals)
    if (isAttended) attended += 1
    else hours.set(hour, (hours.get(hour) ?? 0) + 1)
  return [...hours.values()].reduce((sum, count) => sum + Math.min(mostPerHour, count), attended)
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
 * it, or moved from it to another class; until then it counts the members of its last snapshot. When one of them is gone it
 * counts nobody: a count of those who are left would differ from the last one by that person alone.
 *
 * @param last null: the first snapshot, or groups drawn afresh with other noise
 */
export function countedIn(now: Candidates, last: Membership | null): Counted {
  const withheld = new Map<string, Uint16Array>()
  const earlier = new Map<string, EarlierClass[]>()
  const lists = now.lists.map((list): ListMembers => {
    const before = last && earlierMembers(last, list.path, list.values)
    if (!before) return list
    const own = { ...list, masks: Uint16Array.from(list.masks), waiting: 0 }
    const held = new Uint16Array(list.masks.length)
    const stays = list.values.flatMap((value, at): EarlierClass[] => {
      const day = before.days.get(value)
      const how = holdClass(1 << at, now, before, own, held)
      return how === 'renewed' || day === undefined ? [] : [{ value, day, isWhole: how === 'whole' }]
    })
    withheld.set(list.path, held)
    earlier.set(list.path, stays)
    return {
      ...own,
      days: list.days.map((day, at) => stays.find(({ value }) => value === list.values[at])?.day ?? day),
    }
  })
  return { membership: { tokens: now.tokens, lists }, withheld, earlier }
}

/** Leaves in `own` the members the class is counted with, and marks in `held` the others. */
function holdClass(
  bit: number,
  { tokens, arrivals }: Candidates,
  before: NonNullable<ReturnType<typeof earlierMembers>>,
  own: ListMembers,
  held: Uint16Array,
): 'renewed' | 'whole' | 'broken' {
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
  if (isNew || isRenewed || (joined.length === 0 && !isBroken)) return 'renewed'
  if (isBroken) own.waiting |= bit
  for (const row of rows) {
    // without all of its members the class cannot be counted as it was
    if (isNow[row] && (isBroken || !was[row])) held[row]! |= bit
    if (isNow[row] && !was[row]) own.masks[row]! &= ~bit
  }
  return isBroken ? 'broken' : 'whole'
}
