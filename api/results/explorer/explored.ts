/** One question of a publication, as the explorer asks for it: a look-up, nothing is counted here. */
import { type Precision, publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import { internalMention, rules } from '../../../analysis/disclosure/rules.ts'
import type { MaybeEstimate } from '../../../analysis/estimates/estimate.ts'
import { wholeLimit } from '../../../analysis/findings/limits.ts'
import { closeRivals } from '../../../analysis/findings/sentence.ts'
import { quote, typeset } from '../../../analysis/text/format.ts'
import type * as wire from '../../wire/results.ts'
import type { Head, PublishedQuestion } from '../publications.ts'
import { lineOf, shownEstimate } from '../shown.ts'
import { dividedSentences } from './divided-sentences.ts'
import { earlierCells, isEarlier } from './earlier-crossings.ts'
import { bare, figureSaid, nothingSaid, receivedUntil, toldOf } from './told.ts'

type Explored = wire.Explored
type Dims = wire.ExplorerCell['dims']

/**
 * @param by path of a list or of another question, '' = none
 * @param isOverlapping one person may be in several of its groups
 * @returns null when the question may not be divided so
 */
export function exploredOf(
  slug: string,
  head: Head,
  question: PublishedQuestion,
  by: string,
  isOverlapping = false,
): wire.Explored | null {
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
    ...(lists.length > 0
      ? dividedSentences(question, { lists, answers, cells, isOverlapping }, head)
      : { sentence: isShown ? sentenceOf(question, answers, cells, head) : '', isEstablished: true, sentences: [] }),
    isOverlapping,
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
  { title, who, isWholeOnly }: PublishedQuestion,
  answers: Explored['answers'],
  cells: wire.ExplorerCell[],
  head: Head,
): string {
  const labelOf = ({ dims }: wire.ExplorerCell) => answers.find(({ value }) => value === dims.reponse)?.label ?? ''
  const [top, ...others] = toldOf(cells)
  if (!top) return nothingSaid
  const rivals = [top, ...others].map((one) => ({ label: labelOf(one), estimate: one.estimate }))
  return typeset(
    [
      `${quote(bare(title))} : ${quote(labelOf(top))}, ${figureSaid(top, who)}.`,
      ...closeRivals(top.estimate, rivals),
      ...receivedUntil(head),
      ...(isWholeOnly ? [wholeLimit] : []),
    ].join(' '),
  )
}
