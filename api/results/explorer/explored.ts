/** One question of a publication, as the explorer asks for it: a look-up, nothing is counted here. */
import { adjust } from '../../../analysis/comparisons/adjust.ts'
import { changeBetween } from '../../../analysis/comparisons/waves.ts'
import { type Precision, publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import { internalMention, rules } from '../../../analysis/disclosure/rules.ts'
import type { MaybeEstimate } from '../../../analysis/estimates/estimate.ts'
import { wholeLimit } from '../../../analysis/findings/limits.ts'
import { closeRivals } from '../../../analysis/findings/sentence.ts'
import { counted, date, quote, typeset } from '../../../analysis/text/format.ts'
import type * as wire from '../../wire/results.ts'
import type { Head, PublishedQuestion } from '../publications.ts'
import { lineOf, shownEstimate } from '../shown.ts'
import { earlierCells, isEarlier } from './earlier-crossings.ts'

type Explored = wire.Explored
type Dims = wire.ExplorerCell['dims']

/** @param by path of a list or of another question, '' = none; null when the question may not be divided so */
export function exploredOf(slug: string, head: Head, question: PublishedQuestion, by: string): wire.Explored | null {
  const found = question.crossings.map(tableOf).find(({ lists }) => lists.map(({ path }) => path).join() === by)
  if (!found) return null
  const { lists, answers } = found
  const whole = question.crossings.map(tableOf).find(({ lists: divided }) => divided.length === 0)
  const cells = found.cells.map(({ dims, estimate }) => ({ dims, estimate, ...shownEstimate(estimate) }))
  const isCrossed = lists.some(({ path }) => !question.lists.some((list) => list.path === path))
  const isShown = cells.some(({ estimate }) => estimate.value !== null || estimate.why === 'in-words')
  return {
    slug,
    path: question.path,
    title: bare(question.title),
    kind: question.kind,
    sensitive: question.sensitive,
    who: question.who,
    lists,
    answers,
    cells: isShown ? cells : null,
    whole: whole?.cells.map(({ dims, estimate }) => ({ answer: dims.reponse ?? '', estimate })) ?? [],
    why: isShown
      ? null
      : isCrossed
        ? `Deux questions se croisent dans les réponses que ${rules.leastClass} personnes au moins ont données : ici, aucune ne suffit.`
        : `Il faut ${rules.leastDescribed} réponses au moins, dont ${rules.leastNew} nouvelles depuis la publication précédente quand il y en a eu.`,
    sentence: isShown ? sentenceOf(question, { lists, answers }, ofWidestGap(cells), head) : '',
    sentences:
      isShown && lists.length > 0
        ? answers.map(({ value }) => ({
            answer: value,
            sentence: sentenceOf(
              question,
              { lists, answers },
              cells.filter(({ dims }) => dims.reponse === value),
              head,
            ),
          }))
        : [],
    isWholeOnly: question.isWholeOnly === true,
    weighted: head.questions.some(({ path, weighted }) => path === question.path && weighted),
    publication: lineOf(head),
    mention: internalMention,
  }
}

type Table = Pick<Explored, 'lists' | 'answers'> & { cells: { dims: Dims; estimate: MaybeEstimate }[] }

/** A stored crossing with its estimates: value and base give back the interval. */
function tableOf(crossing: PublishedQuestion['crossings'][number]): Table {
  if (isEarlier(crossing)) return { lists: crossing.lists, answers: crossing.answers, cells: earlierCells(crossing) }
  const { by, answers, bases, shares, precision } = crossing
  const cells = shares.flatMap((own, column) =>
    own.map((share, line) => ({
      dims: {
        ...(by ? { [by.path]: by.choices[column]!.value } : {}),
        reponse: answers[line]!.value,
      },
      estimate: estimateOf(share, bases[column]!, by?.choices[column]?.precision ?? precision),
    })),
  )
  const choices = by?.choices.map(({ precision: _, ...choice }) => choice) ?? []
  return { lists: by ? [{ ...by, choices, left: [...by.left] }] : [], answers, cells }
}

function estimateOf(share: number | string | null, base: number | null, precision: Precision): MaybeEstimate {
  if (typeof share === 'string') return { value: null, why: 'in-words', words: share, base: 0 }
  if (share === null || base === null) return { value: null, why: 'too-few', base: 0 }
  return publishedEstimate(share / 100, base, precision)
}

function sentenceOf(
  { title, who, kind, isWholeOnly }: PublishedQuestion,
  { answers, lists }: Pick<Explored, 'answers' | 'lists'>,
  cells: wire.ExplorerCell[],
  { surveyed }: Head,
): string {
  const published = cells
    .flatMap(({ dims, text, interval, estimate }) =>
      estimate.value === null ? [] : [{ dims, text, interval, estimate }],
    )
    .toSorted((a, b) => b.estimate.value - a.estimate.value)
  const [top] = published
  if (!top) return 'Aucun chiffre ne peut être dit ici.'
  const textIn = ({ path, choices }: Explored['lists'][number], dims: Dims) =>
    choices.find(({ value }) => value === dims[path])?.text ?? ''
  const answerOf = (dims: Dims) => answers.find(({ value }) => value === dims.reponse)?.label
  const place = lists.map((list) => `${bare(list.title).toLowerCase()} : ${textIn(list, top.dims)}`)
  const answer = answerOf(top.dims)
  // It is the largest of all that is shown: against the other groups for that answer, or the other answers
  const rivals = published
    .filter(({ dims }) => lists.length === 0 || dims.reponse === top.dims.reponse)
    .map(({ dims, estimate }) => ({
      label: lists.length === 0 ? (answerOf(dims) ?? '') : lists.map((list) => textIn(list, dims)).join(', '),
      estimate,
    }))
  const close = closeRivals(top.estimate, rivals, lists.length === 0 ? undefined : 'les groupes suivants')
  const last = lists.length === 0 ? undefined : published.findLast(({ dims }) => dims.reponse === top.dims.reponse)
  const least =
    last && last !== top
      ? [
          `Le moins : ${lists.map((list) => textIn(list, last.dims)).join(', ')}, ${last.text} (intervalle à 95 % : ${last.interval} ; ${counted(last.estimate.base, who[0], who[1])}).`,
        ]
      : []
  const subject = kind === 'mean' ? 'moyenne la plus haute' : quote(answer ?? '')
  const where = place.length > 0 ? ` (${place.join(' ; ')})` : ''
  const period = surveyed.period ? `, réponses reçues jusqu’au ${date(surveyed.period.to)}` : ''
  return typeset(
    [
      `${quote(bare(title))} : ${subject}${where}, ${top.text} (intervalle à 95 % : ${top.interval} ; ${counted(top.estimate.base, who[0], who[1])}${period}).`,
      ...least,
      ...close,
      ...(isWholeOnly ? [wholeLimit] : []),
    ].join(' '),
  )
}

/**
 * The cells of the answer whose groups are furthest apart, among those whose extremes are apart for sure (Holm, over every pair
 * of groups of every answer); all of them when none is.
 */
function ofWidestGap(cells: wire.ExplorerCell[]): wire.ExplorerCell[] {
  const byAnswer = [...Map.groupBy(cells, ({ dims }) => dims.reponse).values()].map((own) => ({
    own,
    ordered: own
      .flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate]))
      .toSorted((a, b) => b.value - a.value),
  }))
  const pairs = byAnswer.flatMap(({ own, ordered }) =>
    ordered.flatMap((one, at) =>
      ordered.slice(at + 1).map((other, before) => ({
        own,
        gap: one.value - other.value,
        isExtreme: at === 0 && at + 1 + before === ordered.length - 1,
        p: changeBetween(other, one)?.p ?? Number.NaN,
      })),
    ),
  )
  const p = adjust(pairs.map((pair) => pair.p))
  const [widest] = pairs.filter(({ isExtreme }, at) => isExtreme && p[at]! < 0.05).toSorted((a, b) => b.gap - a.gap)
  return widest?.own ?? cells
}

/** « Vous vivez : » → « Vous vivez » */
const bare = (title: string) => title.replace(/[\s\u00a0\u202f]*:$/, '')
