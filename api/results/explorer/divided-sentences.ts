/** What is said of a question divided into groups: the gap that is established, or that none is. */
import { wholeLimit } from '../../../analysis/findings/limits.ts'
import { quote, typeset } from '../../../analysis/text/format.ts'
import type * as wire from '../../wire/results.ts'
import type { Head, PublishedQuestion } from '../publications.ts'
import { type Gap, gapSaid, gapsOf, isNo, widthOf } from './gaps.ts'
import { bare, figureSaid, nothingSaid, pooledIn, receivedUntil, type Told } from './told.ts'

type Explored = wire.Explored
type Shown = Pick<Explored, 'lists' | 'answers' | 'isOverlapping'> & { cells: wire.ExplorerCell[] }

export function dividedSentences(
  question: PublishedQuestion,
  shown: Shown,
  head: Head,
): Pick<Explored, 'brief' | 'sentence' | 'isEstablished' | 'sentences'> {
  const gaps = gapsOf(shown.cells)
  const first = gaps.toSorted(
    (a, b) =>
      Number(b.isEstablished) - Number(a.isEstablished) ||
      Number(isNo(labelOf(shown, a))) - Number(isNo(labelOf(shown, b))) ||
      widthOf(b) - widthOf(a),
  )[0]
  return {
    brief: briefOf(shown, first, false),
    sentence: sentenceOf(question, shown, head, first, false),
    isEstablished: first?.isEstablished ?? false,
    sentences: shown.answers.map(({ value }) => {
      const own = gaps.find(({ answer }) => answer === value)
      return {
        answer: value,
        brief: briefOf(shown, own, true),
        sentence: sentenceOf(question, shown, head, own, true),
        isEstablished: own?.isEstablished ?? false,
        between: own?.isEstablished ? [groupAt(shown, own.high), groupAt(shown, own.low)] : null,
      }
    }),
  }
}

const labelOf = ({ answers }: Shown, { answer }: Gap) => answers.find(({ value }) => value === answer)?.label ?? ''
const groupAt = ({ lists: [list] }: Shown, { dims }: Told) => dims[list!.path]!

/** What is read at a glance. */
function briefOf(shown: Shown, gap: Gap | undefined, isAlone: boolean): string {
  if (!gap || gap.high === gap.low) return ''
  if (!gap.isEstablished) return verdictOf(gap, isAlone).concat('.')
  return typeset(`Un écart est établi : ${gapSaid(gap, labelOf(shown, gap), shown.lists[0]!)}`)
}

function verdictOf({ high, low, isEstablished }: Gap, isAlone: boolean): string {
  if (isEstablished) return 'Un écart est établi'
  if (high === low) return 'Un seul groupe a un chiffre'
  return isAlone
    ? 'Pour cette réponse, aucun écart n’est établi entre ces groupes'
    : 'Aucun écart n’est établi entre ces groupes'
}

/** @param isAlone it speaks of one answer, chosen by the reader */
function sentenceOf(
  question: PublishedQuestion,
  shown: Shown,
  head: Head,
  gap: Gap | undefined,
  isAlone: boolean,
): string {
  if (!gap) return nothingSaid
  const { title, who, isWholeOnly } = question
  const { high, low, isEstablished, isEveryEstablished } = gap
  const groupOf = ({ dims }: Told) =>
    shown.lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? '').join(', ')
  const by = shown.lists.map((list) => quote(bare(list.title))).join(' et ')
  const said = (one: Told) => `${quote(groupOf(one))}, ${figureSaid(one, who)}`
  const isOnly = high === low
  const figures = isOnly ? said(high) : `le plus, ${said(high)} ; le moins, ${said(low)}`
  return typeset(
    [
      `${verdictOf(gap, isAlone)}, selon ${by}. À ${quote(bare(title))}, la réponse ${quote(labelOf(shown, gap))} : ${figures}.`,
      ...(isEstablished && !isEveryEstablished ? ['Les autres écarts ne sont pas tous établis.'] : []),
      ...(shown.isOverlapping ? ['Une même réponse peut compter dans plusieurs de ces groupes.'] : []),
      ...[pooledIn(question, shown.lists)].filter(Boolean),
      ...receivedUntil(head),
      ...(isWholeOnly ? [wholeLimit] : []),
    ].join(' '),
  )
}
