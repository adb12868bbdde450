import { describe, expect, test } from 'vitest'
import type { Arrival } from '../../../analysis/disclosure/membership.ts'
import { type Candidates, countedIn, isWhole, mayRenew, steadyCount } from '../../../analysis/disclosure/snapshot.ts'

const values = ['sud', 'nord']
const days = ['2026-03-02', '2026-03-02']
const [sud, nord] = [1, 2]
type Person = { token: string; mask: number; arrival?: Arrival }
const attended: Arrival = { hour: '2026-03-02T10', isAttended: true }

/** So many people of a zone. */
const of = (mask: number, count: number, name: string, arrival = attended): Person[] =>
  Array.from({ length: count }, (_, at) => ({ token: `${name}${at}`, mask, arrival }))
const candidates = (...people: Person[][]): Candidates => {
  const all = people.flat()
  return {
    tokens: all.map(({ token }) => token),
    lists: [{ path: 'zone', values, masks: Uint16Array.from(all, ({ mask }) => mask), waiting: 0, days }],
    arrivals: all.map(({ arrival = attended }) => arrival),
  }
}
/** The same people on another day. */
const on = (day: string, now: Candidates): Candidates => ({
  ...now,
  lists: now.lists.map((list) => ({ ...list, days: list.values.map(() => day) })),
})
/** Tokens counted in a class. */
const membersOf = (now: Candidates, { withheld }: ReturnType<typeof countedIn>, bit: number) =>
  now.tokens.filter((_, row) => now.lists[0]!.masks[row]! & bit & ~(withheld.get('zone')?.[row] ?? 0))

const before = candidates(of(sud, 40, 's'), of(nord, 40, 'n'))
const { membership: last } = countedIn(before, null)

describe('the groups of a snapshot', () => {
  test('the first one counts everybody', () => {
    expect(membersOf(before, countedIn(before, null), sud)).toHaveLength(40)
  })

  test('ten newcomers wait, eleven are counted', () => {
    for (const [newcomers, counted] of [
      [0, 40],
      [10, 40],
      [11, 51],
    ] as const) {
      const now = candidates(of(sud, 40, 's'), of(nord, 40, 'n'), of(sud, newcomers, 'late'))
      expect(membersOf(now, countedIn(now, last), sud)).toHaveLength(counted)
      expect(membersOf(now, countedIn(now, last), nord)).toHaveLength(40)
    }
  })

  test('those who wait are counted with the next ones', () => {
    const now = candidates(of(sud, 40, 's'), of(nord, 40, 'n'), of(sud, 6, 'late'))
    const { membership } = countedIn(now, last)
    const then = candidates(of(sud, 40, 's'), of(nord, 40, 'n'), of(sud, 12, 'late'))
    expect(membersOf(then, countedIn(then, membership), sud)).toHaveLength(52)
  })

  test('a class that somebody left is not counted, in any later snapshot, until eleven joined it', () => {
    const now = candidates(of(sud, 39, 's'), of(nord, 40, 'n'), of(nord, 20, 'late'))
    const { membership } = countedIn(now, last)
    expect(membersOf(now, countedIn(now, last), sud)).toEqual([])
    expect(membersOf(now, countedIn(now, last), nord)).toHaveLength(60)
    const then = candidates(of(sud, 39, 's'), of(nord, 40, 'n'), of(nord, 40, 'late'))
    expect(membersOf(then, countedIn(then, membership), sud)).toEqual([])
    const joined = candidates(of(sud, 39, 's'), of(sud, 11, 'new'), of(nord, 40, 'n'))
    expect(membersOf(joined, countedIn(joined, membership), sud)).toHaveLength(50)
  })

  test('a class that stays as it was has the day of its members, until it is counted anew', () => {
    const [april, may, june] = ['2026-04-01', '2026-05-01', '2026-06-01'] as const
    const now = on(april, candidates(of(sud, 39, 's'), of(nord, 40, 'n'), of(nord, 4, 'late')))
    const counted = countedIn(now, last)
    expect(counted.earlier.get('zone')).toEqual([
      { value: 'sud', day: '2026-03-02', isWhole: false },
      { value: 'nord', day: '2026-03-02', isWhole: true },
    ])
    const then = on(may, candidates(of(sud, 39, 's'), of(nord, 40, 'n'), of(nord, 11, 'late')))
    const next = countedIn(then, counted.membership)
    // it keeps waiting, and its day with it
    expect(next.earlier.get('zone')).toEqual([{ value: 'sud', day: '2026-03-02', isWhole: false }])
    expect(next.membership.lists[0]!.days).toEqual(['2026-03-02', may])
    const joined = on(june, candidates(of(sud, 39, 's'), of(sud, 11, 'new'), of(nord, 40, 'n'), of(nord, 11, 'late')))
    const last3 = countedIn(joined, next.membership)
    expect(last3.earlier.get('zone')).toEqual([])
    expect(last3.membership.lists[0]!.days).toEqual([june, june])
  })

  // a zone of thirty lost one, was put with five others, and came back with a newcomer: each time a person could be told
  test('a class that becomes too small is remembered, and small classes put together otherwise wait to be far from it', () => {
    const named = (now: Candidates, ...own: string[]): Candidates => ({
      ...now,
      lists: now.lists.map((list) => ({ ...list, values: own, days: own.map(() => '2026-04-01') })),
    })
    // « sud » lost one and stands with others under another name
    const together = (others: number) =>
      named(candidates(of(sud, 39, 's'), of(sud, others, 'o'), of(nord, 40, 'n')), '?nord', 'nord')
    const close = countedIn(together(10), last)
    expect(membersOf(together(10), close, sud)).toEqual([])
    expect(membersOf(together(11), countedIn(together(11), last), sud)).toHaveLength(50)
    // then it is there again, another person in the place of the first
    const back = candidates(of(sud, 39, 's'), of(sud, 1, 'new'), of(nord, 40, 'n'))
    const again = countedIn(back, close.membership)
    expect(membersOf(back, again, sud)).toEqual([])
    expect(again.earlier.get('zone')).toEqual([{ value: 'sud', day: '2026-03-02', isWhole: false }])
    // the group that was never shown is still measured against the zone
    const later = countedIn(together(10), close.membership)
    expect(membersOf(together(10), later, sud)).toEqual([])
  })

  test('eleven who move to another class let it go, and join the other', () => {
    const now = candidates(of(nord, 11, 's'), of(sud, 40, 's').slice(11), of(nord, 40, 'n'))
    const counted = countedIn(now, last)
    expect(membersOf(now, counted, sud)).toHaveLength(29)
    expect(membersOf(now, counted, nord)).toHaveLength(51)
  })

  test('a family in two age bands is held in one and counted in the other', () => {
    const both = sud | nord
    const now = candidates(of(sud, 40, 's'), of(nord, 40, 'n'), of(sud, 10, 'late'), of(both, 1, 'both'))
    const counted = countedIn(now, last)
    expect(membersOf(now, counted, sud)).toContain('both0')
    expect(membersOf(now, counted, nord)).not.toContain('both0')
  })
})

describe('a new snapshot', () => {
  test('needs eleven new families, and nobody less', () => {
    const grown = (count: number) => candidates(of(sud, 40, 's'), of(nord, 40, 'n'), of(sud, count, 'late'))
    expect(mayRenew(grown(10), last)).toBe(false)
    expect(mayRenew(grown(11), last)).toBe(true)
    expect(mayRenew(candidates(of(sud, 10, 's')), null)).toBe(false)
    expect(isWhole(grown(3), last)).toBe(true)
    expect(isWhole(candidates(of(sud, 39, 's'), of(nord, 40, 'n')), last)).toBe(false)
  })

  test('who sends ten at once does not isolate the eleventh', () => {
    const web = (hour: string): Arrival => ({ hour, isAttended: false })
    const burst = Array.from({ length: 10 }, () => web('2026-03-02T10'))
    expect(steadyCount([...burst, web('2026-03-03T18')])).toBe(6)
    expect(steadyCount(burst.map((_, at) => web(`2026-03-02T${at}`)))).toBe(10)
    expect(steadyCount(burst.map(() => attended))).toBe(10)
  })
})
