/** A made-up population and its successive publications: what an attack is tried on. */
import type { Response } from '../../surveys/answers/response.ts'
import { outside, provisionalZones, type ZoneTable } from '../../surveys/authority/territory.ts'
import { dayAfter } from '../../surveys/days.ts'
import { numberedResponse } from '../../surveys/people/numbered.ts'
import { respondentsOf } from '../../surveys/people/person.ts'
import { seeded } from '../../surveys/people/random.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { candidatesOf, withSince } from '../columns/candidates.ts'
import { tableOf } from '../columns/columns.ts'
import type { Membership } from '../disclosure/membership.ts'
import { memberTokenOf } from '../disclosure/record-key.ts'
import { rules } from '../disclosure/rules.ts'
import { countedIn, sinceOf } from '../disclosure/snapshot.ts'
import type { CountedStudy } from '../findings/assessment.ts'

/** What a publication counts: its study, and who of the population each response is; its ISO day. */
export type Snapshot = { study: CountedStudy; people: Int32Array; epoch: number; day: string }

/**
 * Rules between publications. Self-checks: `moving`, eleven people join each time and every group is counted anew; `none`, and one
 * person joins.
 */
export type Ruling = 'all' | 'moving' | 'none'

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
 */
export function worldOf(
  questionnaire: Questionnaire,
  population: number,
  seed: number,
  byShort = 0,
  ruling: Ruling = 'all',
): World {
  const responses = responsesOf(questionnaire, population, seed, byShort)
  const key = new Uint8Array(32).map((_, at) => (seed * 31 + at * 7) & 255)
  const joining = ruling === 'none' ? 1 : rules.leastNew
  const counts = parts.map((part, number) =>
    ruling === 'all' ? Math.round(part * population) : population - (parts.length - 1 - number) * joining,
  )
  let last: Membership | null = null
  const earlier: (readonly string[])[] = []
  const snapshots = counts.map((count, number): Snapshot => {
    const isRedrawn = number === counts.length - 1
    const epoch = Number(isRedrawn)
    const zones = isRedrawn ? redrawn(provisionalZones()) : provisionalZones()
    const gone = ruling === 'none' ? 0 : Math.min(number, 3)
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
    // no two publications of one day
    const day = dayAfter(study.period!.to, number + 1)
    if (ruling !== 'all') return { study, people, epoch, day }
    const members = {
      tokens: own.map(({ id }) => memberTokenOf({ key }, id)),
      arrivals: own.map(({ receivedAt, mode }) => ({ hour: receivedAt.slice(0, 13), isAttended: mode !== 'web' })),
    }
    const now = candidatesOf(study, members, day)
    const { membership, withheld, earlier: unchanged } = countedIn(now, isRedrawn ? null : last)
    last = membership
    const since = sinceOf(now, isRedrawn ? [] : earlier)
    earlier.push(now.tokens)
    return {
      study: { ...study, table: withSince(study.table, since), withheld, earlier: unchanged },
      people,
      epoch,
      day,
    }
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
