/** What is said of a question divided into groups: the gap that is established, or that none is. */
import { isFolded } from '../../../analysis/explore/crossing.ts'
import { wholeLimit } from '../../../analysis/findings/limits.ts'
import { and, quote, typeset } from '../../../analysis/text/format.ts'
import type * as wire from '../../wire/results.ts'
import type { Head, PublishedQuestion } from '../publications.ts'
import { bare, datesSaid, type EstimatedCell, figureSaid, nothingSaid, pooledIn } from './figures-said.ts'
import { type Gap, gapSaid, gapsOf, isMirror, isNo, isOfFolded, isPlain, widthOf } from './gaps.ts'
import type { ShownTable } from './shown-tables.ts'

type Explored = wire.Explored
type Shown = ShownTable & Pick<Explored, 'isOverlapping'>
/**
 * The gap that is told, and the answers whose gaps are established; `isOne`: of two answers, whose gap is the same; `beside`: what is
 * put together, and has an established gap; `isSplit`: a finding counts answers together that are told apart here.
 */
type Telling = {
  gap: Gap | undefined
  established: Gap[]
  isOne: boolean
  beside: { groups: boolean; answers: boolean }
  isSplit: boolean
}

export function dividedSentences(
  question: PublishedQuestion,
  shown: Shown,
  head: Head,
): Pick<Explored, 'brief' | 'sentence' | 'isEstablished' | 'sentences'> {
  const gaps = gapsOf(shown)
  // answers put together have nothing to say together, where another one can be told
  const named = gaps.filter(({ answer }) => !isFolded(answer))
  const told = named.length > 0 ? named : gaps
  const first = told.toSorted(
    (a, b) =>
      Number(b.isEstablished) - Number(a.isEstablished) ||
      // where none is, « Non » is spoken of last
      (a.isEstablished ? 0 : Number(isNo(labelOf(shown, a))) - Number(isNo(labelOf(shown, b)))) ||
      widthOf(b) - widthOf(a),
  )[0]
  const established = told.filter(({ isEstablished }) => isEstablished)
  const beside = {
    groups: told.some((gap) => gap.isBeside),
    answers: gaps.some((gap) => (gap.isBeside || gap.isEstablished) && !told.includes(gap)),
  }
  const isSplit = (shown.follows?.adds ?? []).length > 0
  const all: Telling = { gap: first, established, isOne: isSame(question, shown, established), beside, isSplit }
  return {
    brief: briefOf(shown, all, false),
    sentence: sentenceOf(question, shown, head, all, false),
    isEstablished: first?.isEstablished ?? false,
    sentences: shown.answers.map(({ value }) => {
      const gap = gaps.find(({ answer }) => answer === value)
      const own: Telling = {
        gap,
        established: gap?.isEstablished ? [gap] : [],
        isOne: false,
        beside: { groups: gap?.isBeside ?? false, answers: false },
        isSplit,
      }
      return {
        answer: value,
        brief: briefOf(shown, own, true),
        sentence: sentenceOf(question, shown, head, own, true),
        gaps: gap?.count ?? 0,
        between: gap?.isEstablished ? [groupAt(shown, gap.high), groupAt(shown, gap.low)] : null,
      }
    }),
  }
}

/** Of two answers, both are told at once where one says the other. */
const isSame = ({ kind }: PublishedQuestion, { answers }: Shown, [one, other, ...more]: readonly Gap[]): boolean =>
  kind === 'shares' && answers.length === 2 && more.length === 0 && !!one && !!other && isMirror(one, other)

const labelOf = ({ answers }: Shown, { answer }: Gap) => answers.find(({ value }) => value === answer)?.label ?? ''
const dayOf = ({ lists: [list] }: Shown, { dims }: EstimatedCell): { day?: string } => {
  const day = list?.choices.find(({ value }) => value === dims[list.path])?.day
  return day === undefined ? {} : { day }
}
const groupAt = ({ lists: [list] }: Shown, { dims }: EstimatedCell) => dims[list!.path]!

/** What is read at a glance. */
function briefOf(shown: Shown, telling: Telling, isAlone: boolean): string {
  const { gap, established, isOne } = telling
  if (!gap || gap.high === gap.low) return ''
  if (!gap.isEstablished) return typeset(`${verdictOf(telling, isAlone)}.`)
  const said = gapSaid(gap, labelOf(shown, gap), shown.lists[0]!)
  if (isOne || countOf(telling) === 1) return typeset(`${verdictOf(telling, isAlone)}. ${said}`)
  const others = established.filter((one) => one !== gap).map((one) => quote(labelOf(shown, one)))
  return typeset(
    [
      `${verdictOf(telling, isAlone)}. ${widestSaid(gap)}, ${said}`,
      ...(others.length > 0 && others.length <= mostNamed
        ? [`${others.length === 1 ? 'L’autre réponse' : 'Les autres réponses'} : ${and(others)}.`]
        : []),
    ].join(' '),
  )
}

/** Answers named beside the one that is told. */
const mostNamed = 2

const countOf = ({ established, isOne }: Telling): number =>
  isOne ? established[0]!.count : established.reduce((sum, { count }) => sum + count, 0)

const numbers = ['', '', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix']

function verdictOf(telling: Telling, isAlone: boolean): string {
  const { gap, established, isOne, beside, isSplit } = telling
  if (!gap?.isEstablished) {
    if (gap?.high === gap?.low) return 'Un seul groupe a un chiffre'
    const none = `écart n’est établi entre ces groupes${asideOf(beside)}`
    if (isAlone) return `Pour cette réponse, aucun ${none}`
    // a finding that counts some of them together may well have one
    return isSplit ? `Réponse par réponse, aucun ${none}` : `Aucun ${none}`
  }
  const count = countOf(telling)
  const mirrored = count === 1 ? ', le même pour les deux réponses' : ', les mêmes pour les deux réponses'
  const among = isOne ? mirrored : established.length > 1 ? `, sur ${established.length} réponses` : ''
  const said = count === 1 ? 'Un écart est établi' : `${numbers[count] ?? count} écarts sont établis`
  return `${said}${among}${asideOf(beside)}`
}

/** Groups that are further out than the two that are told: « le plus » would be false of these. */
function beyondIn({ high, low, above, below }: Gap, named: Name, said: Name): string[] {
  const apart = (from: EstimatedCell) => `son écart avec ${named(from)} n’est pas établi.`
  return [
    ...(above ? [`Plus haut, ${said(above)} : ${apart(low)}`] : []),
    ...(below ? [`Plus bas, ${said(below)} : ${apart(high)}`] : []),
  ]
}
type Name = (one: EstimatedCell) => string

/** Of gaps with an end of a figure in place of it, no one knows which is the widest. */
const widestSaid = ({ high, low }: Gap): string => (isPlain(high) && isPlain(low) ? 'Le plus large' : 'L’un d’eux')

function asideOf({ groups, answers }: Telling['beside']): string {
  if (!groups && !answers) return ''
  const what = groups && answers ? 'ce qui est réuni' : groups ? 'les groupes réunis' : 'les réponses réunies'
  return `, sans compter ${what} sous « Autres »`
}

/** @param isAlone it speaks of one answer, chosen by the reader */
function sentenceOf(question: PublishedQuestion, shown: Shown, head: Head, telling: Telling, isAlone: boolean): string {
  const { gap } = telling
  if (!gap) return nothingSaid
  const { title, who, isWholeOnly } = question
  const { high, low, isEnds, isEstablished, isEveryEstablished, isAmongNamed } = gap
  const groupOf = ({ dims }: EstimatedCell) =>
    shown.lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? '').join(', ')
  const by = shown.lists.map((list) => quote(bare(list.title))).join(' et ')
  const named = (one: EstimatedCell) => (isOfFolded(one) ? 'les autres, ensemble' : quote(groupOf(one)))
  const said = (one: EstimatedCell) => `${named(one)}, ${figureSaid(one, who)}`
  const among = isAmongNamed ? 'parmi les groupes nommés, ' : ''
  const figures =
    high === low
      ? said(high)
      : isEnds
        ? `${among}le plus, ${said(high)} ; le moins, ${said(low)}`
        : `${said(high)} ; ${said(low)}`
  return typeset(
    [
      `${verdictOf(telling, isAlone)}, selon ${by}. ${isEstablished && countOf(telling) > 1 ? `${widestSaid(gap)}, ` : ''}${quote(bare(title))}, réponse ${quote(labelOf(shown, gap))} : ${figures}.`,
      ...(isEstablished && !isEveryEstablished && countOf(telling) === 1 ? ['Aucun autre écart n’est établi.'] : []),
      ...beyondIn(gap, named, said),
      ...(!isEstablished && high.estimate.low > low.estimate.high
        ? [
            `Ces deux intervalles ne se touchent pas, mais ${gap.tested} écarts sont comparés à la fois : le hasard en fait parfois de tels.`,
          ]
        : []),
      ...(shown.follows && telling.isSplit
        ? [
            `Le résultat ${quote(shown.follows.title)} compte ensemble ${and(shown.follows.adds.map(quote))}${shown.follows.figure && `, soit ${shown.follows.figure} dans l’ensemble`} : ses écarts se lisent à part.`,
          ]
        : []),
      ...(shown.isOverlapping ? ['Une même réponse peut compter dans plusieurs de ces groupes.'] : []),
      ...[pooledIn(question, shown.lists)].filter(Boolean),
      ...datesSaid(
        head,
        [...new Set([high, low])].map((one) => ({ name: groupOf(one), ...dayOf(shown, one) })),
      ),
      ...(isWholeOnly ? [wholeLimit] : []),
    ].join(' '),
  )
}
