/** Tables of shares for disclosure control, one for everybody and one per breakdown, and how they stand on a page. */
import { type Groups, sharesTable, type Where } from '../disclosure/shares-table.ts'
import { type FigureTable, keyOf, type Sum } from '../disclosure/table.ts'
import { type Counter, counterOf } from './counter.ts'
import { type Hits, universeOf } from './local/population.ts'
import type { Breakdown, Layout, Subject } from './measure.ts'

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

/**
 * The shares of some answers, in all and by each breakdown of the indicator.
 *
 * @param exclusive the answers share out the base, each person in one
 * @param compared answers that are broken down; the others are shown in total only
 */
export function shareTables(
  subject: Subject,
  answers: Answer[],
  exclusive: boolean,
  compared: Answer[] = answers,
): FigureTable[] {
  const counter = counterOf(subject.table.rows)
  return [
    oneTable(subject, counter, answers, exclusive, null),
    ...subject.breakdowns.map((breakdown) =>
      oneTable(subject, counter, compared, exclusive && compared.length === answers.length, breakdown),
    ),
  ]
}

function oneTable(
  subject: Subject,
  counter: Counter,
  answers: Answer[],
  exclusive: boolean,
  breakdown: Breakdown | null,
): FigureTable {
  const { breakdowns, design } = subject
  const byValue = new Map(answers.map((answer) => [answer.value, answer]))
  const by: Groups[] = breakdown
    ? [{ name: breakdown.path, values: breakdown.choices.map((choice) => choice.value) }]
    : []
  const any = answers[0]!.hits
  return sharesTable({
    id: tableId(subject, breakdown),
    title: subject.indicator.title,
    universe: universeOf(subject),
    sensitive: subject.field.sensitivity === 'sensitive',
    weighted: isWeighted(subject),
    by,
    answers: { name: answerTrait, values: answers.map((answer) => answer.value), several: !exclusive },
    base: (where) => counter.tally(any, breakdowns, where).base,
    count: (where, answer) => counter.tally(byValue.get(answer)!.hits, breakdowns, where).count,
    estimate: (where, answer) => counter.share(byValue.get(answer)!.hits, design, breakdowns, where),
    under: (other, where, answer) => counter.share(byValue.get(answer)!.hits, other, breakdowns, where),
  })
}

const isWeighted = ({ design }: Subject): boolean => design.weights.some((weight) => weight !== 1)

/** Declares to disclosure control that an answer is several others taken together, so that it protects them as one system. */
export function withParts(tables: FigureTable[], subject: Subject, union: Answer, parts: Answer[], all: Answer[]) {
  const counter = counterOf(subject.table.rows)
  return tables.map((table, index): FigureTable => {
    const breakdown = index === 0 ? null : subject.breakdowns[index - 1]!
    const places: Where[] = [
      {},
      ...(breakdown?.choices.map((choice) => ({ [breakdown.path]: choice.value }) as Where) ?? []),
    ]
    const cells = places.flatMap((where) => {
      const base = baseKey(subject, where)
      return all.map(({ value, hits }) => ({
        key: answerKey(subject, value, where),
        count: counter.tally(hits, subject.breakdowns, where).count,
        base,
      }))
    })
    const sums: Sum[] = places.flatMap((where) => {
      const key = (answer: Answer) => answerKey(subject, answer.value, where)
      return [
        { total: key(union), parts: parts.map(key) },
        { total: baseKey(subject, where), parts: all.map(key) },
      ]
    })
    return { ...table, cells: [...table.cells, ...cells], sums: [...table.sums, ...sums] }
  })
}

/** One line per answer, with its bar, its interval and how many gave it. */
export const answersLayout = (subject: Subject, answers: Answer[], notes: string[] = []): Layout => ({
  table: tableId(subject, null),
  title: subject.indicator.title,
  rowTitle: 'Réponse',
  columns: [
    { title: 'Part', kind: 'estimate' },
    { title: 'Réponses', kind: 'count' },
  ],
  rows: answers.map(({ value, label }) => {
    const key = answerKey(subject, value)
    return { label, keys: [key, key] }
  }),
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
    if (answers.length > 1)
      return {
        ...common,
        rowTitle: 'Réponse',
        columns: groups.map(({ text }) => ({ title: text, kind: 'estimate' })),
        rows: answers.map(({ value, label }) => ({
          label,
          keys: groups.map(({ where }) => answerKey(subject, value, where)),
        })),
        drawn: false,
      }
    return {
      ...common,
      rowTitle: breakdown.title,
      columns: [
        { title: 'Part', kind: 'estimate' },
        { title: 'Base', kind: 'base' },
      ],
      rows: groups.map(({ text, where }) => {
        const key = answerKey(subject, answers[0]!.value, where)
        return { label: text, keys: [key, key] }
      }),
      drawn: true,
    }
  })
}

export const titleBy = ({ title }: Breakdown) => `Selon : ${lowered(title)}`

/** Which groups are not there, and why. */
export const leftNote = ({ left }: Breakdown): string[] =>
  left.length === 0 ? [] : [`Trop peu de réponses pour comparer : ${left.join(', ')}.`]

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
