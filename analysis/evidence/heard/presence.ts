/** Who is seen where and when: rounds of observation put together by place and moment. */
import { type Moment, moments, type SeenAge, seenAges } from '../../../surveys/heard/observation.ts'

export type Round = {
  place: string
  moment: Moment
  /** ISO day. */
  day: string
  counts: Partial<Record<SeenAge, number>>
}

/** Below so many rounds, a mean says more about a day than about a place. */
export const fewestRounds = 3

/** `mean`: people seen a round; null where nobody of the team has gone, which is not 0. */
export type PresenceCell = { moment: Moment; rounds: number; mean: number | null }
export type PresenceRow = { place: string; rounds: number; cells: PresenceCell[] }

/** People seen in one round, all ages; « personne » is 0. */
export const seenIn = ({ counts }: Pick<Round, 'counts'>): number =>
  seenAges.reduce((sum, { value }) => sum + (counts[value] ?? 0), 0)

/**
 * A row a place in the order of the alphabet, a cell a moment in the order of the day.
 *
 * @example presenceOf([{ place: 'Parc', moment: 'midday', day: '2026-05-04', counts: {} }])[0].cells[1] → { moment: 'midday', rounds: 1, mean: 0 }
 */
export function presenceOf(rounds: readonly Round[]): PresenceRow[] {
  const places = [...new Set(rounds.map(({ place }) => place))].toSorted((a, b) => a.localeCompare(b, 'fr'))
  return places.map((place) => {
    const own = rounds.filter((round) => round.place === place)
    return {
      place,
      rounds: own.length,
      cells: moments.map(({ value: moment }) => {
        const then = own.filter((round) => round.moment === moment)
        const sum = then.reduce((total, round) => total + seenIn(round), 0)
        return { moment, rounds: then.length, mean: then.length === 0 ? null : sum / then.length }
      }),
    }
  })
}

type Busiest = PresenceCell & { place: string; mean: number }

/** Of each place the moment where most people are seen, over enough rounds; no row where none has them. */
export const busiestMoments = (rows: readonly PresenceRow[]): Busiest[] =>
  rows.flatMap(({ place, cells }) => {
    const own = cells.flatMap((cell) =>
      cell.rounds >= fewestRounds && cell.mean !== null ? [{ ...cell, place, mean: cell.mean }] : [],
    )
    return own.toSorted((a, b) => b.mean - a.mean).slice(0, 1)
  })

/** The place and moment where most people are seen, over enough rounds; null when no pair has them, or nobody is ever there. */
export const busiestOf = (rows: readonly PresenceRow[]): Busiest | null =>
  busiestMoments(rows)
    .filter(({ mean }) => mean > 0)
    .toSorted((a, b) => b.mean - a.mean)[0] ?? null
