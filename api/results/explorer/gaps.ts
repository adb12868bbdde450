/** Gaps between groups: of each answer the two groups furthest apart, and whether that gap is established. */
import { adjust } from '../../../analysis/comparisons/adjust.ts'
import { changeBetween } from '../../../analysis/comparisons/waves.ts'
import { isFolded } from '../../../analysis/explore/crossing.ts'
import { figure, quote } from '../../../analysis/text/format.ts'
import { knownEnd } from '../../../surveys/charts/known.ts'
import { isUncertain } from '../../../surveys/charts/uncertain.ts'
import type * as wire from '../../wire/results.ts'
import { type EstimatedCell, estimatedCells } from './figures-said.ts'
import type { ShownTable } from './shown-tables.ts'

type Pair = { answer: string; high: EstimatedCell; low: EstimatedCell; p: number }

/**
 * Of one answer, two groups: the furthest apart of those established, else the furthest apart; small ones put together are none of
 * the two where others can be. `high` = `low`: only one has a figure. `p`: of no gap between the two, NaN when it is unknown.
 * `count`: established gaps of the answer, between the groups that may be told. `isBeside`: one with small groups put together is established. `isAmongNamed`: such groups have a figure too, and are none of the two.
 * `isEnds`: no group is as far out as one of these two, or may be without a figure to say so. `above`, `below`: those with a figure
 * that are further out, without an established gap. `tested`: gaps it was tested among.
 */
export type Gap = Pair & {
  isEstablished: boolean
  isEveryEstablished: boolean
  count: number
  isBeside: boolean
  isAmongNamed: boolean
  isEnds: boolean
  tested: number
  above: EstimatedCell | null
  below: EstimatedCell | null
}

/** In points: published shares are whole percents. */
export const widthOf = ({ high, low }: Pick<Gap, 'high' | 'low'>) =>
  Math.round(1e6 * (high.estimate.value - low.estimate.value)) / 1e4

/** Every two groups of every answer of a table. */
export const pairsOf = (cells: readonly wire.ExplorerCell[]): Pair[] => byAnswer(cells).flatMap(pairsIn)

const pairsIn = ([answer, ordered]: readonly [string, EstimatedCell[]]): Pair[] =>
  ordered.flatMap((high, at) => ordered.slice(at + 1).map((low) => pairOf(answer, high, low)))

const byAnswer = (cells: readonly wire.ExplorerCell[]) => [
  ...Map.groupBy(estimatedCells(cells), ({ dims }) => dims.reponse ?? ''),
]
const pairOf = (answer: string, high: EstimatedCell, low: EstimatedCell): Pair => ({
  answer,
  high,
  low,
  p: changeBetween(low.estimate, high.estimate)?.p ?? Number.NaN,
})

/**
 * Established: by Holm, over every pair of groups of every answer, as findings do.
 *
 * @param compared answers that a finding compares between these groups, null = none does
 */
export function gapsOf({ cells, compared, lists }: Pick<ShownTable, 'cells' | 'compared' | 'lists'>): Gap[] {
  const rows = byAnswer(cells)
  const pairs = rows.flatMap(pairsIn)
  const adjusted = adjustedIn(pairs, compared)
  return rows.map(([answer, ordered]) => {
    const all = pairs.flatMap((pair, at) => {
      const { p, tested } = adjusted[at]!
      return pair.answer === answer ? [{ ...pair, isEstablished: p < 0.05, tested }] : []
    })
    const named = all.filter((pair) => !isWithFolded(pair))
    const own = named.length > 0 ? named : all
    const cellsOf = named.length > 0 ? ordered.filter((cell) => !isOfFolded(cell)) : ordered
    const [widest] = own.filter(({ isEstablished }) => isEstablished).toSorted((a, b) => widthOf(b) - widthOf(a))
    const furthest = pairOf(answer, cellsOf[0]!, cellsOf.at(-1)!)
    const pair = widest ?? own.find(({ high, low }) => high === furthest.high && low === furthest.low) ?? furthest
    const [high, low] = [pair.high.estimate.value, pair.low.estimate.value]
    const isOut = ({ estimate: { value } }: EstimatedCell) => value >= high || value <= low
    // of « au plus 21 % » nobody knows whether it is above or below 4 %
    const plain = cellsOf.filter(isPlain)
    // « la plupart » may be more than 63 %, a group that is not shown may be anywhere
    const isEvery =
      cells.every(({ dims, estimate }) => dims.reponse !== answer || estimate.value !== null) &&
      (cellsOf.length < ordered.length || lists.every(({ left }) => left.length === 0))
    return {
      tested: 0,
      ...pair,
      isEnds: isEvery && high > low && cellsOf.filter(isOut).length === 2 && isPlain(pair.high) && isPlain(pair.low),
      above: plain.find(({ estimate: { value } }) => value > high) ?? null,
      below: plain.findLast(({ estimate: { value } }) => value < low) ?? null,
      isEstablished: widest !== undefined,
      count: own.filter(({ isEstablished }) => isEstablished).length,
      isAmongNamed: cellsOf.length < ordered.length,
      isBeside: all.some((pair) => pair.isEstablished && !own.includes(pair)),
      isEveryEstablished: own.every(({ isEstablished }) => isEstablished),
    }
  })
}

/** It has a figure, and not only the end of one. */
export const isPlain = ({ estimate }: EstimatedCell): boolean => knownEnd(estimate) === null

/** The group is small ones put together. */
export const isOfFolded = ({ dims: { reponse: _, ...group } }: EstimatedCell): boolean =>
  Object.values(group).some(isFolded)
const isWithFolded = ({ high, low }: Pair): boolean => isOfFolded(high) || isOfFolded(low)

/** Those of a finding among themselves, as it tests them; the others among all, unless they say the same. */
function adjustedIn(pairs: readonly Pair[], compared: readonly string[] | null): Adjusted[] {
  const all = adjustedAmong(pairs)
  const ofOwn = adjustedAmong(pairs.filter(({ answer }) => compared?.includes(answer)))
  const own = [...ofOwn.keys()]
  return pairs.map(
    (pair) => ofOwn.get(pair) ?? ofOwn.get(own.find((one) => isMirror(pair, one)) ?? pair) ?? all.get(pair)!,
  )
}

type Adjusted = { p: number; tested: number }
const adjustedAmong = (pairs: readonly Pair[]): Map<Pair, Adjusted> =>
  new Map(adjust(pairs.map(({ p }) => p)).map((p, at) => [pairs[at]!, { p, tested: pairs.length }]))

/** Of two answers that make the whole, one says the other: 60 % and 25 %, 40 % and 75 %. */
export const isMirror = (pair: Pick<Pair, 'high' | 'low'>, other: Pick<Pair, 'high' | 'low'>): boolean =>
  isWhole(pair.high, other.low) && isWhole(pair.low, other.high)

const isWhole = (one: EstimatedCell, other: EstimatedCell): boolean =>
  groupOf(one) === groupOf(other) && Math.abs(one.estimate.value + other.estimate.value - 1) < 0.025

const groupOf = ({ dims: { reponse: _, ...group } }: EstimatedCell): string => Object.values(group).join()

/** « Oui » : 52 % pour « Nord », 31 % pour « Sud »; what a chart hatches has its interval. */
export function gapSaid({ high, low }: Gap, answer: string, { path, choices }: wire.Explored['lists'][number]): string {
  const said = ({ dims, interval, estimate }: EstimatedCell) =>
    `${figure(estimate)}${isUncertain(estimate) ? ` (${unbroken(interval)})` : ''} pour ${quote(choices.find(({ value }) => value === dims[path])?.text ?? '')}`
  return `${quote(answer)} : ${said(high)}, ${said(low)}.`
}

/** An interval stays on one line: after a dash, a no-break space alone does not hold. */
const unbroken = (interval: string) => interval.replace('–', '–\u2060')

/** « Non » tells of those whom the question does not concern. */
export const isNo = (label: string): boolean => /^non(?![\p{L}])/iu.test(label)
