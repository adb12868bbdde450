/** One table of the explorer: a question alone, by one closed list, or by two of them. */

import { sharesTable, type Where } from '../disclosure/shares-table.ts'
import { type FigureTable, keyOf } from '../disclosure/table.ts'
import { mean } from '../estimates/mean.ts'
import { answersOf } from '../measures/answers.ts'
import type { Counter } from '../measures/counter.ts'
import { largestPart } from '../measures/dominance.ts'
import { hitsOf, maskOf, universeOf } from '../measures/local/population.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import { mainAnswers } from '../measures/shares.ts'
import type { Answer } from '../measures/tables.ts'

/** Nothing, each list, each two lists. */
export const crossings = (breakdowns: readonly Breakdown[]): Breakdown[][] => [
  [],
  ...breakdowns.map((one) => [one]),
  ...breakdowns.flatMap((one, at) => breakdowns.slice(at + 1).map((other) => [one, other])),
]

/** Id of a crossing, the same whatever the order of its lists: `zone+genre`, `` for the question alone. */
export const crossingId = (lists: readonly string[]): string => lists.toSorted().join('+')

/** True for a number published as a mean rather than answer by answer. */
export const isMean = ({ field }: Pick<Subject, 'field'>): boolean => field.kind === 'number'

/**
 * The answers as they are, then coarser and coarser: the most frequent ones, the others put together. For answers of
 * which people give several, the rarer ones are left out.
 */
export function coarserAnswers(subject: Subject): Answer[][] {
  const all = answersOf(subject)
  const main = mainAnswers(all)
  return [all, main, main.slice(0, 3), main.slice(0, 1)]
    .filter((named, at, versions) => named.length > 0 && (at === 0 || named.length < versions[at - 1]!.length))
    .map((named) => (named.length === all.length || subject.column.kind === 'choices' ? named : withOthers(named, all)))
}

/** The answers as they were published before, by value; null when they can no longer be made. */
export function answersAs(subject: Subject, values: readonly string[]): Answer[] | null {
  const all = answersOf(subject)
  const named = values.filter((value) => !value.startsWith(otherAnswers))
  const found = named.flatMap((value) => all.find((answer) => answer.value === value) ?? [])
  if (found.length < named.length || found.length === 0) return null
  if (named.length < values.length) return withOthers(found, all)
  return subject.column.kind === 'choices' || found.length === all.length ? found : null
}

const otherAnswers = 'autres:'

function withOthers(named: Answer[], all: Answer[]): Answer[] {
  const rest = all.filter((answer) => !named.includes(answer))
  const hits = named[0]!.hits.map((own, row) =>
    Number.isNaN(own) ? own : rest.some((one) => one.hits[row] === 1) ? 1 : 0,
  )
  const value = `${otherAnswers}${named.map((answer) => answer.value).join('+')}`
  return [...named, { value, label: 'Autres réponses', hits }]
}

/** Shares of these answers in every place of some lists; `isEstimated` false: the counts only, to see what may be shown. */
export function sharesAt(
  subject: Subject,
  counter: Counter,
  lists: readonly Breakdown[],
  answers: Answer[],
  weighted: boolean,
  isEstimated = true,
): FigureTable {
  const byValue = new Map(answers.map((answer) => [answer.value, answer.hits]))
  const { hits: any } = answers[0]!
  const baseAt = (where: Where) => counter.tally(any, lists, where).base
  const table = sharesTable({
    ...commonOf(subject, lists, weighted),
    answers: { name: 'reponse', values: [...byValue.keys()], several: subject.column.kind === 'choices' },
    base: baseAt,
    count: (where, value) => counter.tally(byValue.get(value)!, lists, where).count,
    estimate: (where, value) =>
      isEstimated
        ? counter.share(byValue.get(value)!, subject.design, lists, where)
        : { value: null, why: 'not-asked', base: baseAt(where) },
  })
  // bases are the same in every question of the same people: they are shown, or the table is not
  return { ...table, cells: table.cells.map((cell) => (cell.base === null ? { ...cell, known: true } : cell)) }
}

/** The mean in every place of a crossing. */
export function meansAt(
  subject: Subject,
  counter: Counter,
  lists: readonly Breakdown[],
  weighted: boolean,
): FigureTable {
  const numbers = (subject.column as { numbers: Float64Array }).numbers
  const answered = hitsOf(subject.column, subject.table.rows, () => true)
  const baseAt = (where: Where) => counter.tally(answered, lists, where).base
  const common = commonOf(subject, lists, weighted)
  const counted = sharesTable({
    ...common,
    answers: { name: 'reponse', values: [], several: true },
    base: baseAt,
    count: () => 0,
    estimate: () => ({ value: null, why: 'not-asked', base: 0 }),
  })
  const figures = wheresOf(lists).map((where) => {
    const mask = maskOf(where, lists)
    const estimate = mean(numbers, subject.design, 'score', mask)
    const largest = largestPart(numbers, mask)
    return {
      key: keyOf(common.universe, where),
      dims: where,
      count: baseAt(where),
      base: null,
      shape: 'mean' as const,
      estimate,
      largest,
    }
  })
  const own = new Set(figures.map(({ key }) => key))
  return { ...counted, figures, cells: counted.cells.filter(({ key }) => !own.has(key)) }
}

/** Every place of a crossing: everybody, the groups of each list, the groups of both. */
export function wheresOf(lists: readonly Breakdown[]): Where[] {
  let places: Where[] = [{}]
  for (const { path, choices } of lists)
    places = places.flatMap((where) => [where, ...choices.map(({ value }) => ({ ...where, [path]: value }))])
  return places
}

const commonOf = (subject: Subject, lists: readonly Breakdown[], weighted: boolean) => ({
  id: crossingId(lists.map(({ path }) => path)) + (weighted ? '*' : ''),
  title: subject.field.title,
  universe: universeOf(subject),
  sensitive: subject.field.sensitivity === 'sensitive',
  weighted,
  by: lists.map(({ path, choices }) => ({ name: path, values: choices.map(({ value }) => value) })),
})
