/**
 * Places of a holiday centre: for each day it would open, the children whose parents intend to enrol them, and from that
 * the children present, the adults needed and the line where a day pays for itself.
 *
 * The answers give shares of the children described; the register gives how many children there are. When it counts them by
 * zone, the shares are post-stratified on zone and age first. What staff have not entered (attendance, ratios, costs) is
 * never supposed: the lines that need it are not there.
 */

import { leadersIn } from '../../findings/leaders.ts'
import { estimateOf } from '../../findings/presentation.ts'
import { isOpen } from '../../findings/ties.ts'
import { answersBeside } from '../beside.ts'
import type { Breakdown, Layout, Measure, Measured, Subject } from '../measure.ts'
import { ending, needed } from '../sentences.ts'
import { separateKey, separateTable } from '../separate.ts'
import type { Answer } from '../tables.ts'
import { groupsOf } from '../view.ts'
import { centreAgeOf, centreAges } from './ages.ts'
import { presentPart } from './attendance.ts'
import { consequencesOf } from './consequences.ts'
import {
  type Scenario,
  type Slot,
  scenarios,
  shownFor,
  slotHits,
  slotsOf,
  slotText,
  slotValue,
  standingForBlanks,
  whenOf,
} from './slots.ts'
import { zoneWeighted } from './zone-weighted.ts'

/** @throws RangeError when the questions on periods, days and intentions are not there */
export function computePlaces(given: Subject): Measured {
  const moments = answersBeside(given, given.field.path)
  const useful = answersBeside(given, given.indicator.beside?.[0])
  const ageOf = centreAgeOf(given.table)
  const slots = slotsOf(given)
  const standing = standingForBlanks(given.table.rows, slots, moments, useful, (row) => ageOf(row) >= 0)
  const { subject: weighted, counts, zoned } = zoneWeighted(given, standing, ageOf)
  const choices = centreAges.map(({ value, text }) => ({ value, text }))
  const ages: Breakdown = { ...groupsOf('age_accueil', 'Âge', choices, given.table.rows, ageOf) }
  delete ages.crossed
  const subject = { ...weighted, breakdowns: [ages] }
  const intended = slots.map((slot) => ({ slot, answers: answersAt(subject, slot, counts) }))
  const everyone = `${given.slug}/${given.indicator.id}/intentions`
  const key = (slot: Slot) => separateKey(subject, slotValue(slot, scenarios[1]))
  const all = intended.flatMap(({ answers }) => answers.map(({ answer }) => answer))
  const table = separateTable(subject, everyone, all)
  const rivals = slots.map((slot) => ({ label: slotText(slot), phrase: whenOf(slot), table: everyone, key: key(slot) }))
  const presence = presenceTable(subject, slots, counts, ageOf)
  return {
    tables: presence ? [table, presence] : [table],
    headline: null,
    rivals,
    layouts: [],
    week: null,
    // a family without use for a centre was not asked for moments, and counts as one that enrols nobody
    asked: given.field.path.split('.').slice(0, -1).join('.'),
    // the busiest day of a period is the one whose published share is the largest
    settle: (figures) => {
      const shareOf = (slot: Slot, scenario: Scenario) =>
        estimateOf(figures(everyone, separateKey(subject, slotValue(slot, scenario)))).value
      const demand = (slot: Slot) => shareOf(slot, scenarios[1]) ?? -1
      const busiest = slots.toSorted((a, b) => demand(b) - demand(a))
      const leaders = leadersIn({ rivals }, figures)
      const peaks = periodsOf(slots).map((period) => busiest.find((slot) => slot.period === period)!)
      return {
        layouts: [peakLayout(subject, everyone, peaks, shareOf), ...dayLayouts(subject, everyone, slots)],
        consequences: consequencesOf({
          subject,
          peaks,
          lead: isOpen(leaders) ? 'open' : leaders.length > 1 ? 'shared' : 'alone',
          intentions: everyone,
          presence: presence?.id ?? null,
          zoned,
        }),
      }
    },
  }
}

type Intended = { slot: Slot; answers: { scenario: Scenario; answer: Answer }[] }
// A part of 0 still counts the same children
const tiny = 1e-9

const periodsOf = (slots: Slot[]) => [...new Set(slots.map(({ period }) => period))]

function answersAt(subject: Subject, slot: Slot, counts: (row: number) => boolean): Intended['answers'] {
  return scenarios.map((scenario) => ({
    scenario,
    answer: {
      value: slotValue(slot, scenario),
      label: slotText(slot),
      hits: slotHits(subject.table.rows, slot, scenario.counts, counts),
    },
  }))
}

/** Intentions turned into presence; null when no part was entered. */
function presenceTable(
  subject: Subject,
  slots: Slot[],
  counts: (row: number) => boolean,
  ageOf: (row: number) => number,
) {
  const rows = subject.study.reference?.attendance.rows ?? []
  const answers = slots.flatMap((slot) =>
    scenarios.flatMap((scenario): Answer[] => {
      const parts = centreAges.map((age) =>
        scenario.counts.map((intention) => [intention, presentPart(rows, slot.kind, age, intention)] as const),
      )
      if (parts.flat().some(([, part]) => part === null)) return []
      const factors = parts.map((own) => new Map(own))
      const hits = slotHits(subject.table.rows, slot, scenario.counts, counts, (row, intention) =>
        Math.max(tiny, factors[ageOf(row)]!.get(intention)!),
      )
      return [{ value: slotValue(slot, scenario), label: slotText(slot), hits }]
    }),
  )
  if (answers.length === 0) return null
  return separateTable(subject, `${subject.slug}/${subject.indicator.id}/presence`, answers)
}

/** The busiest day of each period, by age: the day to plan for, not the mean. */
function peakLayout(
  subject: Subject,
  table: string,
  peaks: Slot[],
  shareOf: (slot: Slot, scenario: Scenario) => number | null,
): Layout {
  const groups = subject.breakdowns[0]?.choices ?? []
  return {
    table,
    title: 'Le jour le plus demandé de chaque période',
    rowTitle: 'Période',
    columns: [
      ...scenarios.map(({ title }) => ({ title, kind: 'estimate' as const })),
      ...groups.map(({ text }) => ({ title: `${text}, certainement ou probablement`, kind: 'estimate' as const })),
    ],
    rows: peaks.map((slot) => ({
      label: slotText(slot),
      keys: [
        ...scenarios.map((scenario) => {
          const shown = shownFor(scenario, (one) => shareOf(slot, one))
          return separateKey(subject, slotValue(slot, shown))
        }),
        ...groups.map(({ value }) => separateKey(subject, slotValue(slot, scenarios[1]), { age_accueil: value })),
      ],
    })),
    nested: scenarios.map((_, at) => at),
    drawn: false,
    notes: [
      'Part des enfants de 3 à 17 ans décrits ; ceux à qui un accueil ne serait pas utile comptent comme non inscrits. Un jour est retenu s’il est le plus demandé ; un autre peut l’égaler.',
    ],
  }
}

/** Every day of the holidays, certainly or probably. */
function dayLayouts(subject: Subject, table: string, slots: Slot[]): Layout[] {
  const holidays = slots.filter(({ kind }) => kind.which !== null)
  const days = [...new Set(holidays.map(({ day }) => day))]
  if (days.length === 0) return []
  return [
    {
      table,
      title: 'Jour par jour, certainement ou probablement',
      rowTitle: 'Période',
      columns: days.map((day) => ({ title: day, kind: 'estimate' })),
      rows: periodsOf(holidays).map((period) => ({
        label: period,
        keys: holidays
          .filter((slot) => slot.period === period)
          .map((slot) => separateKey(subject, slotValue(slot, scenarios[1]))),
      })),
      drawn: false,
      notes: [],
    },
  ]
}

export const placesMeasure = {
  name: 'places',
  title: 'Places attendues en accueil de loisirs',
  help: 'Les enfants à attendre par jour et par période, avec le nombre d’adultes. La question lue est celle des moments souhaités.',
  kinds: ['choices'],
  needsWanted: false,
  beside: [needed('l’intérêt de la famille')],
  sentence: `{value} des enfants de familles répondantes seraient inscrits {top}${ending}`,
  easy: 'none',
  compute: computePlaces,
} as const satisfies Measure
