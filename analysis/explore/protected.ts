/**
 * Every table of a question through disclosure control, in a form that needs no hole: a crossing is shown whole, with answers coarse
 * enough for it, or not at all. So whatever an analyst asks, in whatever order, adds nothing to what one page shows:
 *
 * 1. every count and every complement of a shown table is 0 or as large as the policy asks;
 * 2. two lists are crossed only when each of them alone is shown;
 * 3. a table is renewed in the groups and answers it was published in, and only when the newcomers of each are none, or enough;
 *    else it stays as it was;
 * 4. no table is shown that would give a small group away beside the documents, or beside another table.
 */
import { publish } from '../disclosure/gate.ts'
import { givenAway, type Page } from '../disclosure/joint.ts'
import { policies } from '../disclosure/policy.ts'
import { countsOf, leastOf, markPrimary } from '../disclosure/primary.ts'
import type { Publication } from '../disclosure/publication.ts'
import type { Published } from '../disclosure/published.ts'
import type { FigureTable } from '../disclosure/table.ts'
import { leastCompared } from '../findings/strength.ts'
import { type Counter, counterOf } from '../measures/counter.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import type { Answer } from '../measures/tables.ts'
import { groupedAs, withoutSmall } from './closed-lists.ts'
import { answersAs, coarserAnswers, crossingId, crossings, isMean, meansAt, sharesAt } from './tables.ts'

const policy = policies.screen

export type Crossing = {
  lists: { path: string; title: string; choices: { value: string; text: string }[]; left: string[] }[]
  /** Published answers, in their order; empty for a mean. */
  answers: { value: string; label: string }[]
  /** Null: this crossing would describe too few people, whatever the coarseness. */
  publication: Publication | null
  /** With weights, when there are any: same places, same answers. */
  weighted: Publication | null
}

type State = { id: string; date: string; snapshot: string; responses: number }

/**
 * @param state names the publication these tables belong to
 * @param earlier the crossing of each id in the publications before, oldest first
 * @param freeze of the disclosure control, which records the publication
 * @param beside what else was published of this question, in documents and on earlier screens, oldest first
 */
export async function crossingsOf(
  subject: Subject,
  state: State,
  earlier: (id: string) => readonly Crossing[],
  freeze: (published: Published, about: State) => Promise<Publication>,
  beside: readonly Page[] = [],
): Promise<Crossing[]> {
  const isWeighted = subject.design.weights.some((weight) => weight !== 1)
  const plain = {
    ...subject,
    design: { ...subject.design, weights: subject.design.weights.map(() => 1), calibrations: [] },
  }
  const counter = counterOf(subject.table.rows)
  const offered: Offered = {
    answers: isMean(subject) ? [[]] : coarserAnswers(subject),
    // with their groups as they are, then with the large ones only
    lists: [1, 3, 6].map((times) =>
      subject.breakdowns.map((list) => (times === 1 ? list : withoutSmall(list, times * leastCompared))),
    ),
  }
  const published = new Map<string, Crossing>()
  const shown = [...beside]
  const pageOf = ({ publication }: Crossing): Page[] =>
    publication ? [{ snapshot: publication.snapshot, knowledge: publication.published.knowledge }] : []
  for (const lists of crossings(subject.breakdowns)) {
    const paths = lists.map(({ path }) => path)
    const before = earlier(crossingId(paths))
    const isOpen = paths.length < 2 || paths.every((path) => published.get(path)?.publication?.id === state.id)
    const previous = before.findLast(({ publication }) => publication !== null)
    const past = before.flatMap(({ publication }) => (publication ? [publication.published.knowledge.counts] : []))
    const isSafe = (table: FigureTable) => needsNoHole(table, past) && isAlone(table, state, shown)
    const versions = previous ? versionAgain(subject, lists, previous) : versionsOf(offered, lists)
    const chosen = isOpen ? safeVersion(plain, counter, versions, isSafe) : null
    if (chosen === null) {
      const empty = { lists: lists.map(listOf), answers: [], publication: null, weighted: null }
      published.set(crossingId(paths), previous ?? empty)
      continue
    }
    const frozen = (table: FigureTable) =>
      freeze(publish({ tables: [table], snapshot: state.snapshot, responses: state.responses }, policy), state)
    const { table, answers, groups } = chosen
    const weighted = !isWeighted
      ? null
      : isMean(subject)
        ? meansAt(subject, counter, groups, true)
        : sharesAt(subject, counter, groups, answers, true)
    const crossing: Crossing = {
      lists: groups.map(listOf),
      answers: answers.map(({ value, label }) => ({ value, label })),
      publication: await frozen(table),
      weighted: weighted && (await frozen(weighted)),
    }
    published.set(crossingId(paths), crossing)
    shown.push(...pageOf(crossing))
  }
  return [...published.values()]
}

/** Answers and lists of a question, each finest first. */
type Offered = { answers: Answer[][]; lists: Breakdown[][] }
type Version = { answers: Answer[]; groups: Breakdown[] }

/** The finest version of a table that is safe; null when there is none. */
function safeVersion(
  subject: Subject,
  counter: Counter,
  versions: Iterable<Version>,
  isSafe: (table: FigureTable) => boolean,
): (Version & { table: FigureTable }) | null {
  for (const { answers, groups } of versions) {
    const counted = isMean(subject)
      ? meansAt(subject, counter, groups, false)
      : sharesAt(subject, counter, groups, answers, false, false)
    if (!isSafe(counted)) continue
    return {
      answers,
      groups,
      table: isMean(subject) ? counted : sharesAt(subject, counter, groups, answers, false),
    }
  }
  return null
}

/** Two lists are crossed with their groups as they are, then with the large ones only; one alone stays as it is. */
function* versionsOf({ answers, lists }: Offered, wanted: readonly Breakdown[]): Iterable<Version> {
  for (const [at, all] of lists.entries()) {
    const groups = wanted.map(({ path }) => all.find((list) => list.path === path)!)
    if (at > 0 && (wanted.length < 2 || groups.some(({ choices }) => choices.length < 2))) continue
    for (const own of answers) yield { answers: own, groups }
  }
}

/** True when the table gives nobody else away beside all that was published before it. */
function isAlone(table: FigureTable, { snapshot, responses }: State, shown: readonly Page[]): boolean {
  const { knowledge } = publish({ tables: [table], snapshot, responses }, policy)
  const known = givenAway(shown, policy.least)
  return [...givenAway([...shown, { snapshot, knowledge }], policy.least)].every((key) => known.has(key))
}

/** The table as it was published before, in the same groups and answers; empty when they can no longer be made. */
function versionAgain(subject: Subject, lists: Breakdown[], previous: Crossing): Version[] {
  const groups = groupsAgain(lists, previous)
  const named = previous.answers.map(({ value }) => value)
  const answers = isMean(subject) ? [] : answersAs(subject, named)
  return groups && answers ? [{ answers, groups }] : []
}

function groupsAgain(lists: Breakdown[], previous: Crossing): Breakdown[] | null {
  const again = lists.flatMap((list) => {
    const previousList = previous.lists.find(({ path }) => path === list.path)
    const values = previousList?.choices.map(({ value }) => value)
    return (values && groupedAs(list, values)) ?? []
  })
  return again.length === lists.length ? again : null
}

const listOf = ({ path, title, choices, left }: Breakdown) => ({ path, title, choices, left })

/** Is every count of the table, and its difference with every earlier one, none or large enough? */
export function needsNoHole(table: FigureTable, past: readonly Readonly<Record<string, number | null>>[]): boolean {
  // here nobody stands outside the rules: bases count too
  const counts = countsOf([{ ...table, cells: table.cells.map((cell) => ({ ...cell, known: false })) }])
  markPrimary(counts, table.figures, policy)
  for (const [key, cell] of counts.cells) {
    if (cell.primary) return false
    for (const before of past) {
      const change = Math.abs(cell.count - (before[key] ?? cell.count))
      if (change > 0 && change < leastOf(cell, policy)) return false
    }
  }
  return true
}
