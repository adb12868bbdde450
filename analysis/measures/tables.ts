/** Tables of shares, one for everybody and one per breakdown, and how they stand on a page. */

import { outsideZone } from '../../surveys/authority/territory.ts'
import { outsidersOn } from '../columns/outsiders.ts'
import type { Table } from '../columns/table.ts'
import { type Figure, type FigureTable, keyOf } from '../disclosure/figure-table.ts'
import { rules } from '../disclosure/rules.ts'
import type { Grid } from '../report/tree.ts'
import { date } from '../text/format.ts'
import { type Counter, counterOf } from './counter.ts'
import { type Hits, universeOf } from './local/population.ts'
import type { Breakdown, Layout, Subject, Where } from './measure.ts'
import { censusOf } from './respondents/census.ts'
import { sampledPart } from './respondents/response-rate.ts'

/** An answer, or several taken together. */
export type Answer = { value: string; label: string; hits: Hits }

/** The trait under which disclosure control knows an answer. */
export const answerTrait = 'reponse'

/** One name for several answers taken together, whatever the order they are given in. */
export const unionValue = (values: readonly string[]): string => values.toSorted().join('+')
/** The answers that a name stands for. */
export const valuesIn = (union: string | undefined): string[] => (union === undefined ? [] : union.split('+'))

export const tableId = ({ slug, indicator }: Subject, breakdown: Breakdown | null): string =>
  [slug, indicator.id, ...(breakdown ? [breakdown.path] : [])].join('/')

export const answerKey = (subject: Subject, value: string, where: Where = {}): string =>
  keyOf(universeOf(subject), { ...where, [answerTrait]: value })

export const baseKey = (subject: Subject, where: Where = {}): string => keyOf(universeOf(subject), where)

const counters = new WeakMap<Table, Counter>()

/** Counts the rows of a subject; subjects of one table share its cuts. */
export function counterFor({ table, study }: Pick<Subject, 'table' | 'study'>): Counter {
  const counter = counters.get(table) ?? counterOf(table, outsidersOn(table, study.table))
  counters.set(table, counter)
  return counter
}

/** One share: an answer in a place. */
export function shareFigure(
  counter: Counter,
  { design, breakdowns }: Pick<Subject, 'design' | 'breakdowns'>,
  { value, hits }: Answer,
  where: Where,
  names: { key: string; base: string },
): Figure {
  const { base, count, baseCell, cell, unweighted } = counter.tally(hits, breakdowns, where)
  const all = Object.keys(where).length === 0 ? null : counter.tally(hits, breakdowns, {})
  return {
    key: names.key,
    dims: { ...where, [answerTrait]: value },
    count,
    cell,
    base: { key: names.base, count: base, cell: baseCell },
    estimate: counter.share(hits, design, breakdowns, where),
    unweighted,
    ...(all ? { whole: { cell: all.cell, base: all.baseCell } } : {}),
  }
}

/**
 * The shares of some answers, in all and by each breakdown of the indicator.
 *
 * @param compared answers that are broken down; the others are reported in all only
 */
export function shareTables(subject: Subject, answers: Answer[], compared: Answer[] = answers): FigureTable[] {
  const counter = counterFor(subject)
  return [
    oneTable(subject, counter, answers, null),
    ...subject.breakdowns.map((breakdown) => oneTable(subject, counter, compared, breakdown)),
  ]
}

/** Beside every table of a census. */
export const censusPart = (study: Subject['study']): Pick<FigureTable, 'census'> => {
  const census = censusOf(study)
  return census ? { census } : {}
}

function oneTable(subject: Subject, counter: Counter, answers: Answer[], breakdown: Breakdown | null): FigureTable {
  const places: Where[] = breakdown ? breakdown.choices.map(({ value }) => ({ [breakdown.path]: value })) : [{}]
  const crossed = breakdown?.crossed === true
  return {
    id: tableId(subject, breakdown),
    title: subject.indicator.title,
    sensitive: subject.field.sensitivity === 'sensitive',
    crossed,
    ...censusPart(subject.study),
    // how many of a group there are is not known: as if few of them had responded
    ...(breakdown ? {} : { sampled: sampledPart(subject.study, subject.table) }),
    figures: places.flatMap((where) =>
      answers.map((answer) =>
        shareFigure(counter, subject, answer, where, {
          key: answerKey(subject, answer.value, where),
          base: baseKey(subject, where),
        }),
      ),
    ),
  }
}

/** One line per answer, with its bar and its interval. */
export const answersLayout = (subject: Subject, answers: Answer[], notes: string[] = []): Layout => ({
  table: tableId(subject, null),
  title: subject.indicator.title,
  rowTitle: 'Réponse',
  columns: [{ title: 'Part', kind: 'estimate' }],
  rows: answers.map(({ value, label }) => ({ label, keys: [answerKey(subject, value)] })),
  drawn: true,
  notes,
})

/** One line per group for a single answer; one column per group for several. */
export function breakdownLayouts(subject: Subject, answers: Answer[]): Layout[] {
  return subject.breakdowns.map((breakdown): Layout => {
    const common = {
      table: tableId(subject, breakdown),
      title: titleBy(breakdown),
      notes: leftNote(breakdown),
    }
    const groups = breakdown.choices.map(({ value, text }) => ({ text, where: { [breakdown.path]: value } }))
    const { title: list, left, earlier = [] } = breakdown
    const among = {
      table: tableId(subject, null),
      list,
      isPart: left.length + earlier.length > 0,
      apart: breakdown.path === 'zone' ? breakdown.choices.findIndex(({ value }) => value === outsideZone) : -1,
    }
    const divided = dividedBy(breakdown)
    if (answers.length > 1)
      return {
        ...common,
        divided: { by: 'columns', ...divided },
        rowTitle: 'Réponse',
        columns: groups.map(({ text }) => ({ title: text, kind: 'estimate' })),
        rows: answers.map(({ value, label }) => ({
          label,
          keys: groups.map(({ where }) => answerKey(subject, value, where)),
          whole: answerKey(subject, value),
        })),
        drawn: false,
        ...(breakdown.crossed ? {} : { groups: 'columns' as const, among }),
      }
    return {
      ...common,
      divided: { by: 'rows', ...divided },
      rowTitle: breakdown.title,
      columns: [
        { title: 'Part', kind: 'estimate' },
        { title: 'Base', kind: 'base' },
      ],
      rows: groups.map(({ text, where }) => {
        const key = answerKey(subject, answers[0]!.value, where)
        return { label: text, keys: [key, key], whole: answerKey(subject, answers[0]!.value) }
      }),
      drawn: true,
      ...(breakdown.crossed ? {} : { groups: 'rows' as const, among }),
    }
  })
}

/** The list that divides a table, as its layout knows it. */
export const dividedBy = (breakdown: Breakdown): Omit<NonNullable<Layout['divided']>, 'by'> => ({
  list: breakdown.title,
  crossed: breakdown.crossed === true,
  stays: staysIn(breakdown),
})

export const titleBy = ({ title }: Pick<Breakdown, 'title'>) => `Selon : ${lowered(title)}`

/** Of a table, the list it is divided by; null = none. */
export const listOf = ({ title }: Pick<Grid, 'title'>): string | null => /^Selon\s:\s(.*)$/.exec(title)?.[1] ?? null

/** Which groups are not there. */
export const leftNote = ({ left }: Breakdown): string[] =>
  left.length === 0 ? [] : [`Trop peu de réponses pour comparer : ${left.join(', ')}.`]

/** Groups that stay as they were on an earlier day. */
export const staysIn = ({ earlier = [], choices }: Breakdown): { label: string; day: string }[] =>
  choices.flatMap(({ value, text }) => {
    const found = earlier.find((one) => one.value === value)
    return found ? [{ label: text, day: found.day }] : []
  })

/** Which groups stand as they were on an earlier day. */
export const datedNotes = (groups: readonly { label: string; day: string }[]): string[] =>
  [...Map.groupBy(groups, ({ day }) => day)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([day, own]) =>
        `${own.map(({ label }) => label).join(', ')} : chiffres arrêtés au ${date(day)}. Ils changeront quand ${rules.leastNew} personnes de plus y auront répondu.`,
    )

/** What stands under a table whose figures are of an earlier day. */
export const datedNote = (day: string): string =>
  `Chiffres arrêtés au ${date(day)}. Ils changeront quand ${rules.leastNew} personnes de plus y auront répondu.`

export const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
