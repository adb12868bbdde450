/** What is said of a question divided into groups: the gap that is established, or that none is. */
import { adjust } from '../../../analysis/comparisons/adjust.ts'
import { changeBetween } from '../../../analysis/comparisons/waves.ts'
import { wholeLimit } from '../../../analysis/findings/limits.ts'
import { quote, typeset } from '../../../analysis/text/format.ts'
import type * as wire from '../../wire/results.ts'
import type { Head, PublishedQuestion } from '../publications.ts'
import { bare, figureSaid, nothingSaid, receivedUntil, type Told, toldOf } from './told.ts'

type Explored = wire.Explored
type Shown = Pick<Explored, 'lists' | 'answers' | 'isOverlapping'> & { cells: wire.ExplorerCell[] }

/** Of one answer, two groups: the furthest apart of those established, else the furthest apart. `high` = `low`: only one has a figure. */
type Gap = { answer: string; high: Told; low: Told; isEstablished: boolean; isEveryEstablished: boolean }

export function dividedSentences(
  question: PublishedQuestion,
  shown: Shown,
  head: Head,
): Pick<Explored, 'sentence' | 'isEstablished' | 'sentences'> {
  const gaps = gapsOf(shown.cells)
  const first = gaps.toSorted(
    (a, b) =>
      Number(b.isEstablished) - Number(a.isEstablished) ||
      Number(isNo(shown, a)) - Number(isNo(shown, b)) ||
      widthOf(b) - widthOf(a),
  )[0]
  return {
    sentence: sentenceOf(question, shown, head, first, false),
    isEstablished: first?.isEstablished ?? false,
    sentences: shown.answers.map(({ value }) => {
      const own = gaps.find(({ answer }) => answer === value)
      return {
        answer: value,
        sentence: sentenceOf(question, shown, head, own, true),
        isEstablished: own?.isEstablished ?? false,
      }
    }),
  }
}

/** Established: by Holm, over every pair of groups of every answer. */
function gapsOf(cells: wire.ExplorerCell[]): Gap[] {
  const byAnswer = [...Map.groupBy(toldOf(cells), ({ dims }) => dims.reponse ?? '')]
  const pairs = byAnswer.flatMap(([answer, ordered]) =>
    ordered.flatMap((high, at) =>
      ordered
        .slice(at + 1)
        .map((low) => ({ answer, high, low, p: changeBetween(low.estimate, high.estimate)?.p ?? Number.NaN })),
    ),
  )
  const p = adjust(pairs.map((pair) => pair.p))
  return byAnswer.map(([answer, ordered]) => {
    const own = pairs.flatMap((pair, at) => (pair.answer === answer ? [{ ...pair, isEstablished: p[at]! < 0.05 }] : []))
    const [widest] = own.filter(({ isEstablished }) => isEstablished).toSorted((a, b) => widthOf(b) - widthOf(a))
    return {
      answer,
      high: widest?.high ?? ordered[0]!,
      low: widest?.low ?? ordered.at(-1)!,
      isEstablished: widest !== undefined,
      isEveryEstablished: own.every(({ isEstablished }) => isEstablished),
    }
  })
}

const widthOf = ({ high, low }: Pick<Gap, 'high' | 'low'>) => high.estimate.value - low.estimate.value
const labelOf = ({ answers }: Shown, { answer }: Gap) => answers.find(({ value }) => value === answer)?.label ?? ''
/** « Non » tells of those whom the question does not concern. */
const isNo = (shown: Shown, gap: Gap) => /^non(?![\p{L}])/iu.test(labelOf(shown, gap))

/** @param isAlone it speaks of one answer, chosen by the reader */
function sentenceOf(
  { title, who, isWholeOnly }: PublishedQuestion,
  shown: Shown,
  head: Head,
  gap: Gap | undefined,
  isAlone: boolean,
): string {
  if (!gap) return nothingSaid
  const { high, low, isEstablished, isEveryEstablished } = gap
  const groupOf = ({ dims }: Told) =>
    shown.lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? '').join(', ')
  const by = shown.lists.map((list) => quote(bare(list.title))).join(' et ')
  const said = (one: Told) => `${quote(groupOf(one))}, ${figureSaid(one, who)}`
  const isOnly = high === low
  const verdict = isEstablished
    ? 'Un écart est établi'
    : isOnly
      ? 'Un seul groupe a un chiffre'
      : isAlone
        ? 'Pour cette réponse, aucun écart n’est établi entre ces groupes'
        : 'Aucun écart n’est établi entre ces groupes'
  const figures = isOnly ? said(high) : `le plus, ${said(high)} ; le moins, ${said(low)}`
  return typeset(
    [
      `${verdict}, selon ${by}. À ${quote(bare(title))}, la réponse ${quote(labelOf(shown, gap))} : ${figures}.`,
      ...(isEstablished && !isEveryEstablished ? ['Les autres écarts ne sont pas tous établis.'] : []),
      ...(shown.isOverlapping ? ['Une même réponse peut compter dans plusieurs de ces groupes.'] : []),
      ...receivedUntil(head),
      ...(isWholeOnly ? [wholeLimit] : []),
    ].join(' '),
  )
}
