/** A made-up population and its successive publications: what an attack is tried on. */
import type { Response } from '../../surveys/answers/response.ts'
import { outside, provisionalZones, type ZoneTable } from '../../surveys/authority/territory.ts'
import { numberedResponse } from '../../surveys/people/numbered.ts'
import { respondentsOf } from '../../surveys/people/person.ts'
import { seeded } from '../../surveys/people/random.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { candidatesOf, withSince } from '../columns/candidates.ts'
import { tableOf } from '../columns/columns.ts'
import type { Membership } from '../disclosure/membership.ts'
import { memberTokenOf } from '../disclosure/record-key.ts'
import { countedIn, sinceOf } from '../disclosure/snapshot.ts'
import type { CountedStudy } from '../findings/assessment.ts'

/** One publication: its study, and who of the population each response is. */
export type Snapshot = { study: CountedStudy; people: Int32Array; epoch: number }

export type World = { questionnaire: Questionnaire; population: number; snapshots: Snapshot[] }

/** Who has answered at each publication, as parts of all; one of the first withdraws before each, but for the last. */
const parts = [0.6, 0.75, 0.9, 1, 1]

/** Part of the people who take the short door in what is attacked: more than the third from which documents tell it. */
export const partByShort = 0.45

/**
 * Five publications of the responses of a synthetic population, newcomers and a withdrawal between them. Before the last zones
 * are drawn afresh, and nobody else answers: the same people under other noise.
 *
 * @param byShort part of the people who take the short door, where there is one
 * @param isRuled false: no rule of the snapshots is applied, and one person joins between two publications (self-check)
 */
export function worldOf(
  questionnaire: Questionnaire,
  population: number,
  seed: number,
  byShort = 0,
  isRuled = true,
): World {
  const responses = responsesOf(questionnaire, population, seed, byShort)
  const key = new Uint8Array(32).map((_, at) => (seed * 31 + at * 7) & 255)
  const counts = isRuled
    ? parts.map((part) => Math.round(part * population))
    : [4, 3, 2, 1, 0].map((less) => population - less)
  let last: Membership | null = null
  const earlier: (readonly string[])[] = []
  const snapshots = counts.map((count, number): Snapshot => {
    const isRedrawn = number === counts.length - 1
    const epoch = Number(isRedrawn)
    const zones = isRedrawn ? redrawn(provisionalZones()) : provisionalZones()
    const gone = isRuled ? Math.min(number, 3) : 0
    const people = Int32Array.from({ length: count - gone }, (_, at) => at + gone)
    const own = Array.from(people, (one) => responses[one]!)
    const study: CountedStudy = {
      questionnaire,
      table: tableOf(questionnaire, own, { key, epoch }, zones),
      trial: false,
      period: { from: own[0]!.receivedAt.slice(0, 10), to: own.at(-1)!.receivedAt.slice(0, 10) },
      zones,
      responses: own.length,
    }
    if (!isRuled) return { study, people, epoch }
    const members = {
      tokens: own.map(({ id }) => memberTokenOf({ key }, id)),
      arrivals: own.map(({ receivedAt, mode }) => ({ hour: receivedAt.slice(0, 13), isAttended: mode !== 'web' })),
    }
    const now = candidatesOf(study, members, study.period?.to ?? '')
    const { membership, withheld, earlier: unchanged } = countedIn(now, isRedrawn ? null : last)
    last = membership
    const since = sinceOf(now, isRedrawn ? [] : earlier)
    earlier.push(now.tokens)
    return { study: { ...study, table: withSince(study.table, since), withheld, earlier: unchanged }, people, epoch }
  })
  return { questionnaire, population, snapshots }
}

/** Ids in the order they came, four an hour. */
function responsesOf(questionnaire: Questionnaire, population: number, seed: number, byShort: number): Response[] {
  const random = seeded(seed * 101)
  const next = respondentsOf(questionnaire, 'as-people-do', byShort)
  const start = Date.parse('2026-03-02T08:00:00.000Z')
  return Array.from({ length: population }, (_, row): Response => {
    const { answers, ...about } = next(random)
    return numberedResponse(row, questionnaire, answers, {
      ...about,
      receivedAt: new Date(start + row * 900_000).toISOString(),
    })
  })
}

/** The smallest change a council makes: one commune goes to the zone of the next one. */
function redrawn(zones: ZoneTable): ZoneTable {
  const inside = zones.rows.filter(({ insee }) => insee !== outside)
  const at = inside.findIndex(({ zone }, row) => row > 0 && inside[row - 1]!.zone !== zone)
  const moved = inside[at]!.insee
  const rows = zones.rows.map((row) => (row.insee === moved ? { ...row, zone: inside[at - 1]!.zone } : row))
  return { ...zones, rows }
}
