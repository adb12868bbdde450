/** One question of a publication, as the explorer asks for it: a look-up, nothing is counted here. */
import { leadersOf } from '../../../analysis/comparisons/leaders.ts'
import type { Precision } from '../../../analysis/disclosure/interval.ts'
import { internalMention, rules } from '../../../analysis/disclosure/rules.ts'
import type { Estimate } from '../../../analysis/estimates/estimate.ts'
import { wholeLimit } from '../../../analysis/findings/limits.ts'
import { isOpen, tieSentence } from '../../../analysis/findings/ties.ts'
import { quote, typeset } from '../../../analysis/text/format.ts'
import type * as wire from '../../wire/results.ts'
import type { Head, PublishedQuestion } from '../publications.ts'
import { lineOf } from '../shown.ts'
import { asFoundIn } from './as-found.ts'
import { dividedSentences } from './divided-sentences.ts'
import { bare, datesSaid, estimatedCells, figureSaid, nothingSaid, pooledIn } from './figures-said.ts'
import { isRead, type ShownTable, shownTables } from './shown-tables.ts'

type Explored = wire.Explored

/**
 * @param by path of a list or of another question, '' = none
 * @param isOverlapping one person may be in several of its groups
 * @returns without what is missing since the publication before; null when the question may not be divided so
 */
export function exploredOf(
  slug: string,
  head: Head,
  question: PublishedQuestion,
  by: string,
  isOverlapping = false,
): Omit<Explored, 'missed'> | null {
  const asFound = asFoundIn(head)
  const [found] = shownTables(question, (paths) => paths.join() === by, asFound)
  if (!found) return null
  const { lists, answers, cells } = found
  const [whole] = shownTables(question, (paths) => paths.length === 0, asFound)
  const isCrossed = lists.some(({ path }) => !question.lists.some((list) => list.path === path))
  const isShown = isRead(found)
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
    wholeDay: whole?.day ?? null,
    whole: whole?.cells.map(({ dims, ...shown }) => ({ answer: dims.reponse ?? '', ...shown })) ?? [],
    why: isShown ? null : typeset(whyNothing(lists[0], isCrossed)),
    ...(lists.length > 0
      ? dividedSentences(question, { ...found, isOverlapping }, head)
      : {
          brief: '',
          sentence: isShown ? sentenceOf(question, found, head) : '',
          isEstablished: true,
          sentences: [],
        }),
    isOverlapping,
    isWholeOnly: question.isWholeOnly === true,
    ends: question.ends ?? '',
    pooled: typeset(pooledIn(question, lists)),
    follows: found.follows ?? null,
    weighted: head.questions.some(({ path, weighted }) => path === question.path && weighted),
    publication: lineOf(head),
    mention: internalMention,
  }
}

function whyNothing(list: Explored['lists'][number] | undefined, isCrossed: boolean): string {
  if (list === undefined)
    return `Trop petit pour être montré : il faut ${rules.leastDescribed} réponses au moins, dont ${rules.leastNew} nouvelles depuis la publication précédente quand il y en a eu.`
  const by = quote(bare(list.title))
  return isCrossed
    ? `Trop petit pour être montré selon ${by} : deux questions se croisent dans les réponses que ${rules.leastClass} personnes au moins ont données.`
    : `Selon ${by}, rien ne se lit pour le moment : chaque groupe a trop peu de réponses, ou presque toutes.`
}

/** Tables of earlier publications have no precision of their own: there, answers whose intervals meet. */
const alikeIn = <One extends { estimate: Estimate }>(rivals: One[], precision: Precision): One[] =>
  precision ? leadersOf(rivals, precision) : rivals.filter(({ estimate }) => estimate.high >= rivals[0]!.estimate.low)

const manyAsFrequent = 'Aucun écart sûr ne sépare cette réponse de plusieurs autres.'

function sentenceOf(
  question: PublishedQuestion,
  { answers, cells, precision, day, number }: ShownTable,
  head: Head,
): string {
  const { title, who, isWholeOnly } = question
  const labelOf = ({ dims }: wire.ExplorerCell) => answers.find(({ value }) => value === dims.reponse)?.label ?? ''
  const [top, ...others] = estimatedCells(cells)
  if (!top) return nothingSaid
  const rivals = [top, ...others].map((one) => ({ label: labelOf(one), estimate: one.estimate }))
  const leaders = alikeIn(rivals, precision)
  const tie = isOpen(leaders) ? manyAsFrequent : tieSentence(leaders)
  return typeset(
    [
      `${quote(bare(title))} : ${quote(labelOf(top))}, ${figureSaid(top, who)}.`,
      ...(tie === null ? [] : [tie]),
      ...(number === undefined ? [] : [number]),
      ...[pooledIn(question, [])].filter(Boolean),
      ...datesSaid(head, [{ name: '', ...(day === undefined ? {} : { day }) }]),
      ...(isWholeOnly ? [wholeLimit] : []),
    ].join(' '),
  )
}
