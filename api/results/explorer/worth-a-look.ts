/** Crossings worth a look: those whose gap is established, the widest first. Frozen tables are compared; nothing is counted. */
import { doorPath, modePath, wavePath } from '../../../analysis/columns/derive.ts'
import { adjust } from '../../../analysis/comparisons/adjust.ts'
import { isFolded } from '../../../analysis/explore/crossing.ts'
import { typeset } from '../../../analysis/text/format.ts'
import type * as wire from '../../wire/results.ts'
import type { PublishedQuestion } from '../publications.ts'
import type { AsFound } from './as-found.ts'
import { bare } from './figures-said.ts'
import { type Gap, gapSaid, gapsOf, isNo, pairsOf, widthOf } from './gaps.ts'
import { type ShownTable, shownTables } from './shown-tables.ts'

type Divided = { question: PublishedQuestion; table: ShownTable; list: ShownTable['lists'][number] }
type Found = Divided & { gap: Gap }

/** They tell how a survey was answered rather than a need. */
const never = new Set([doorPath, modePath, wavePath])

/** What is known of the questions beside their answers; by path. */
export type Known = {
  /** Sensitive, or an agreement: never put forward. */
  apart: ReadonlySet<string>
  /** Who people are, by which findings are broken down. */
  described: ReadonlySet<string>
  /** One answer says the other by itself: crossing the two teaches nothing. */
  isTied: (one: string, other: string) => boolean
  asFound: AsFound
}

/**
 * One crossing a question, by the lists of groups alone, each list in turn.
 *
 * @returns at most `most`, each of another question and, where it can be, another list and another answer
 */
export function worthALook(questions: readonly PublishedQuestion[], known: Known, most: number): wire.WorthALook[] {
  const lists = new Set(questions.flatMap((question) => question.lists.map(({ path }) => path)))
  // who people are is no need: a list divides the others
  const needs = questions.filter(({ path }) => !lists.has(path) && !known.described.has(path))
  const found = established(needs.flatMap((question) => dividedOf(question, known, (by) => lists.has(by))))
  const chosen: Found[] = []
  while (chosen.length < most) {
    const left = found.filter(({ question }) => !chosen.some((one) => one.question === question))
    const timesOf = (given: Found) =>
      chosen.filter((one) => one.list.path === given.list.path).length +
      chosen.filter((one) => labelOf(one) === labelOf(given)).length
    const [next] = left.toSorted((a, b) => timesOf(a) - timesOf(b))
    if (!next) break
    chosen.push(next)
  }
  return chosen.map(shown)
}

/** Of one question, by lists and by other questions: one gap each. */
export const worthALookOf = (question: PublishedQuestion, known: Known, most: number): wire.WorthALook[] =>
  established(dividedOf(question, known, () => true))
    .filter((one, at, all) => all.findIndex(({ list }) => list.path === one.list.path) === at)
    .slice(0, most)
    .map(shown)

function dividedOf(
  question: PublishedQuestion,
  { apart, isTied, asFound }: Known,
  isWanted: (by: string) => boolean,
): Divided[] {
  if (apart.has(question.path)) return []
  const isShown = ([by = '', ...others]: string[]) =>
    by !== '' && others.length === 0 && !never.has(by) && !apart.has(by) && !isTied(question.path, by) && isWanted(by)
  return shownTables(question, isShown, asFound).map((table) => ({ question, table, list: table.lists[0]! }))
}

/**
 * Established in their own crossing, and among all those looked at one in twenty at most due to chance (Benjamini and
 * Hochberg). The widest first, « Non » last. What nobody or everybody answers in a group is mostly so by itself: a child of 16 is
 * in no day nursery.
 */
function established(divided: readonly Divided[]): Found[] {
  const p = divided.flatMap(({ table }) => pairsOf(table.cells).map((pair) => pair.p))
  const adjusted = adjust(p, 'BH')
  const most = Math.max(...p.filter((_, at) => adjusted[at]! < 0.05), -1)
  return divided
    .flatMap((one) =>
      gapsOf(one.table)
        .filter(
          (gap) => gap.isEstablished && !isFolded(gap.answer) && gap.p <= most && !isSoByItself(one.table.cells, gap),
        )
        .map((gap) => ({ ...one, gap })),
    )
    .toSorted((a, b) => Number(isNo(labelOf(a))) - Number(isNo(labelOf(b))) || widthOf(b.gap) - widthOf(a.gap))
}

/** Told as 0 % or 100 % in a group. */
const isSoByItself = (cells: ShownTable['cells'], { answer }: Gap): boolean =>
  cells.some(
    ({ dims, estimate }) =>
      dims.reponse === answer && estimate.value !== null && [0, 100].includes(Math.round(100 * estimate.value)),
  )

const labelOf = ({ table, gap }: Found) => table.answers.find(({ value }) => value === gap.answer)?.label ?? ''

function shown(found: Found): wire.WorthALook {
  const { question, table, list, gap } = found
  const nameOf = ({ dims }: Pick<wire.ExplorerCell, 'dims'>) =>
    list.choices.find(({ value }) => value === dims[list.path])?.text ?? ''
  return {
    path: question.path,
    title: bare(question.title),
    by: { path: list.path, title: bare(list.title) },
    answer: gap.answer,
    sentence: typeset(gapSaid(gap, labelOf(found), list)),
    bars: table.cells
      .filter(({ dims }) => dims.reponse === gap.answer)
      .map((cell) => ({
        label: nameOf(cell),
        estimate: cell.estimate,
        text: cell.text,
        interval: cell.interval,
        isLead: [gap.high, gap.low].some(({ dims }) => dims[list.path] === cell.dims[list.path]),
      })),
  }
}
