/** Days of a collection, drawn with a seed: families at their own addresses, and one address that many share, or that one person stuffs from. */
import { describe, expect, test } from 'vitest'
import { burstsOf } from '../../../api/fieldwork/bursts.ts'
import { sendersOf, windowMs } from '../../../api/fieldwork/senders.ts'
import { type Random, seeded } from '../../../surveys/people/random.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Midnight in Paris. */
const start = Date.parse('2026-03-01T23:00:00Z')
/** SEEDS=20 by hand. */
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 3) }, (_, index) => index + 1)
const shared = '203.0.113.7'

type Arrival = { at: number; address: string; id: string }
const ofShared = (times: number[]): Arrival[] => times.map((at, index) => ({ at, address: shared, id: `s${index}` }))

/** When people answer: by day, most in the evening, one in a hundred at night. */
function whenPeopleAnswer(random: Random): number {
  if (random() < 0.01) return 1 + random() * 4
  return random() < 0.6 ? 17 + random() * 5 : 7 + random() * 11
}
const peopleOver = (random: Random, count: number, days: number) =>
  Array.from({ length: count }, () => start + Math.floor(random() * days) * day + whenPeopleAnswer(random) * hour)
const families = (random: Random, count: number, days: number): Arrival[] =>
  peopleOver(random, count, days).map((at, index) => ({
    at,
    address: `198.51.${index >> 8}.${index & 255}`,
    id: `f${index}`,
  }))

/** Ids that are flagged, as the intake flags them: by the day, and over days. */
function flaggedIn(arrivals: Arrival[]): Set<string> {
  let now = start
  const [bursts, senders] = [burstsOf(() => now), sendersOf(() => now)]
  const flagged = new Set<string>()
  for (const { at, address, id } of arrivals.toSorted((a, b) => a.at - b.at)) {
    now = at
    const one = { questionnaire: 'garde', id, address, device: id, isHurried: false }
    for (const burst of [bursts.arrived(one), senders.arrived(one)])
      for (const flaggedId of burst?.ids ?? []) flagged.add(flaggedId)
  }
  return flagged
}
const sharedIn = (flagged: Set<string>) => [...flagged].filter((id) => id.startsWith('s')).length
const familiesIn = (flagged: Set<string>) => [...flagged].filter((id) => id.startsWith('f')).length

/** 390 responses from one address between two hours of the day; each pause is drawn. */
function stuffed(perDay: number, pauseOf: (mean: number) => number, [from, to]: readonly [number, number]): number[] {
  const open = (to - from) * hour
  let time = 0
  return Array.from({ length: 390 }, () => {
    time += pauseOf(open / perDay)
    return start + Math.floor(time / open) * day + from * hour + (time % open)
  })
}
const always = [0, 24] as const
const byDay = [8, 22] as const
const drawn = {
  'like a clock': () => (mean: number) => mean,
  'varied by a quarter': (random: Random) => (mean: number) => mean * (0.75 + random() / 2),
  'at random': (random: Random) => (mean: number) => -Math.log(1 - random()) * mean,
}

describe.each(seeds)('seed %i', (seed) => {
  test.each([
    [97, always],
    [39, always],
    [14, always],
    [119, byDay],
    [39, byDay],
    [14, byDay],
  ])('390 from one address at %i a day, from %j o’clock, are flagged', (perDay, hours) => {
    for (const pause of Object.values(drawn)) {
      const random = seeded(seed)
      const times = stuffed(perDay, pause(random), hours)
      const flagged = flaggedIn([...ofShared(times), ...families(random, 600, 28)])
      expect(sharedIn(flagged)).toBeGreaterThanOrEqual(371)
      expect(familiesIn(flagged)).toBe(0)
    }
  })

  test('thirty at a time, as a class sends, are flagged once there are three hundred', () => {
    const random = seeded(seed)
    const times = Array.from({ length: 390 }, (_, response) => {
      const visit = Math.floor(response / 30)
      return start + Math.floor(visit / 2) * day + (visit % 2 ? 15 : 10) * hour + (response % 30) * 40_000
    })
    expect(sharedIn(flaggedIn([...ofShared(times), ...families(random, 1_200, 28)]))).toBeGreaterThanOrEqual(371)
  })

  test('a hundred families behind one address in a day are not: a school, an office, an operator', () => {
    const random = seeded(seed)
    const school = Array.from({ length: 100 }, () => start + day + (random() < 0.5 ? 10 : 14) * hour + random() * hour)
    const office = Array.from({ length: 100 }, () => start + day + 8 * hour + random() * 10 * hour)
    const operator = Array.from({ length: 100 }, () => start + day + whenPeopleAnswer(random) * hour)
    const overMidnight = Array.from({ length: 100 }, () => start + (((12 + whenPeopleAnswer(random)) % 24) + 12) * hour)
    for (const times of [school, office, operator, overMidnight])
      for (const others of [0, 300])
        expect(flaggedIn([...ofShared(times), ...families(random, others, 10)]).size).toBeLessThanOrEqual(2)
  })

  test('nor is an operator’s address with one response in twelve for four weeks, nor a school of four classes a week', () => {
    const random = seeded(seed)
    const operator = peopleOver(random, 110, 28)
    const classes = Array.from({ length: 280 }, (_, pupil) => {
      const lesson = Math.floor(pupil / 28)
      return start + (lesson * 2 + 1) * day + 10 * hour + random() * 25 * minute
    })
    for (const times of [operator, classes])
      expect(flaggedIn([...ofShared(times), ...families(random, 1_250, 28)]).size).toBeLessThanOrEqual(2)
  })
})

test('from which pace on a stuffer is seen: seventy quarters of an hour in four weeks, and a tenth of all responses', () => {
  const seen = (perDay: number, others: number) => {
    const random = seeded(7)
    const times = stuffed(perDay, drawn['at random'](random), byDay)
    return sharedIn(flaggedIn([...ofShared(times), ...families(random, others, Math.ceil(390 / perDay))])) / 390
  }
  expect(seen(3, 1_200)).toBeGreaterThanOrEqual(0.95)
  expect(seen(2, 600)).toBe(0)
  // 390 among 4,290 are less than a tenth, and by day and at random nothing else tells them from an operator’s customers
  expect(seen(39, 3_900)).toBeLessThan(0.95)
})

test('an address is forgotten four weeks after its last response, and everybody is at one address behind a proxy that is not trusted', () => {
  const times = stuffed(5, drawn['at random'](seeded(3)), byDay).slice(0, 69)
  const later = times.at(-1)! + windowMs + hour
  const again = Array.from({ length: 3 }, (_, response) => later + response * hour)
  expect(sharedIn(flaggedIn(ofShared([...times, ...again])))).toBe(0)
  const soon = Array.from({ length: 12 }, (_, response) => times.at(-1)! + (response + 1) * hour)
  expect(sharedIn(flaggedIn(ofShared([...times, ...soon])))).toBe(81)
  const proxied = Array.from({ length: 390 }, (_, response) => ({
    at: start + response * hour,
    address: '127.0.0.1',
    id: `s${response}`,
  }))
  expect(flaggedIn(proxied).size).toBe(0)
})
