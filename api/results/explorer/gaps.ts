/** Gaps between groups: of each answer the two groups furthest apart, and whether that gap is established. */
import { adjust } from '../../../analysis/comparisons/adjust.ts'
import { changeBetween } from '../../../analysis/comparisons/waves.ts'
import { quote } from '../../../analysis/text/format.ts'
import { isUncertain } from '../../../surveys/charts/uncertain.ts'
import type * as wire from '../../wire/results.ts'
import { type Told, toldOf } from './told.ts'

type Pair = { answer: string; high: Told; low: Told; p: number }

/**
 * Of one answer, two groups: the furthest apart of those established, else the furthest apart. `high` = `low`: only one has a
 * figure. `p`: of no gap between the two, NaN when it is unknown.
 */
export type Gap = Pair & { isEstablished: boolean; isEveryEstablished: boolean }

export const widthOf = ({ high, low }: Pick<Gap, 'high' | 'low'>) => high.estimate.value - low.estimate.value

/** Every two groups of every answer of a table. */
export function pairsOf(cells: readonly wire.ExplorerCell[]): Pair[] {
  return byAnswer(cells).flatMap(([answer, ordered]) =>
    ordered.flatMap((high, at) => ordered.slice(at + 1).map((low) => pairOf(answer, high, low))),
  )
}

const byAnswer = (cells: readonly wire.ExplorerCell[]) => [
  ...Map.groupBy(toldOf(cells), ({ dims }) => dims.reponse ?? ''),
]
const pairOf = (answer: string, high: Told, low: Told): Pair => ({
  answer,
  high,
  low,
  p: changeBetween(low.estimate, high.estimate)?.p ?? Number.NaN,
})

/** Established: by Holm, over every pair of groups of every answer. */
export function gapsOf(cells: readonly wire.ExplorerCell[]): Gap[] {
  const pairs = pairsOf(cells)
  const p = adjust(pairs.map((pair) => pair.p))
  return byAnswer(cells).map(([answer, ordered]) => {
    const own = pairs.flatMap((pair, at) => (pair.answer === answer ? [{ ...pair, isEstablished: p[at]! < 0.05 }] : []))
    const [widest] = own.filter(({ isEstablished }) => isEstablished).toSorted((a, b) => widthOf(b) - widthOf(a))
    return {
      ...(widest ?? pairOf(answer, ordered[0]!, ordered.at(-1)!)),
      isEstablished: widest !== undefined,
      isEveryEstablished: own.every(({ isEstablished }) => isEstablished),
    }
  })
}

/** « Oui » : 52 % pour « Nord », 31 % pour « Sud »; what a chart hatches has its interval. */
export function gapSaid({ high, low }: Gap, answer: string, { path, choices }: wire.Explored['lists'][number]): string {
  const figure = ({ dims, text, interval, estimate }: Told) =>
    `${text}${isUncertain(estimate) ? ` (${interval})` : ''} pour ${quote(choices.find(({ value }) => value === dims[path])?.text ?? '')}`
  return `${quote(answer)} : ${figure(high)}, ${figure(low)}.`
}

/** « Non » tells of those whom the question does not concern. */
export const isNo = (label: string): boolean => /^non(?![\p{L}])/iu.test(label)
