/** One question of a publication, as the explorer asks for it: a look-up, nothing is counted here. */
import { policies, secrets } from '../../analysis/disclosure/policy.ts'
import { crossingId } from '../../analysis/explore/tables.ts'
import { closeRivals } from '../../analysis/findings/sentence.ts'
import { counted, date, quote, typeset } from '../../analysis/text/format.ts'
import type * as wire from '../wire/results.ts'
import { lineOf } from './lines.ts'
import type { Head, PublishedQuestion } from './publications.ts'
import { shownEstimate } from './shown.ts'

type Explored = wire.Explored
type Dims = wire.ExplorerCell['dims']

/** @param by paths of the lists, at most two; null when the question may not be divided so */
export function exploredOf(
  slug: string,
  head: Head,
  question: PublishedQuestion,
  by: string[],
  wantsWeights: boolean,
): wire.Explored | null {
  const id = crossingId(by)
  const crossing = question.crossings.find(({ lists }) => crossingId(lists.map(({ path }) => path)) === id)
  if (!crossing) return null
  const weighted = wantsWeights && crossing.weighted !== null
  const publication = weighted ? crossing.weighted : crossing.publication
  const figures = publication?.published.tables[0]?.figures ?? []
  const wanted = crossing.lists.length
  const cells = figures
    .filter(({ dims }) => Object.keys(dims).filter((name) => name !== 'reponse').length === wanted)
    .map((figure): wire.ExplorerCell => {
      const estimate = figure.secret ? ({ value: null, why: 'secret', base: 0 } as const) : figure.estimate
      return {
        dims: { ...figure.dims },
        estimate,
        ...shownEstimate(estimate),
        count: figure.secret ? null : figure.count,
      }
    })
  const shared = {
    answers: crossing.answers,
    lists: by.map((path) => crossing.lists.find((list) => list.path === path)!),
  }
  return {
    slug,
    path: question.path,
    title: bare(question.title),
    kind: question.kind,
    sensitive: question.sensitive,
    who: question.who,
    ...shared,
    cells: publication ? cells : null,
    why: publication ? null : question.sensitive ? secrets.sensitive : secrets.small,
    sentence: publication ? sentenceOf(question, shared, cells, head) : '',
    weighted,
    hasWeights: crossing.weighted !== null,
    from: publication && { id: publication.id, date: publication.date, responses: publication.responses },
    publication: lineOf(head),
    mention: policies.screen.mention,
  }
}

function sentenceOf(
  { title, who, kind }: PublishedQuestion,
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
  const subject = kind === 'mean' ? 'moyenne la plus haute' : quote(answer ?? '')
  const where = place.length > 0 ? ` (${place.join(' ; ')})` : ''
  const period = surveyed.period ? `, réponses reçues jusqu’au ${date(surveyed.period.to)}` : ''
  return typeset(
    [
      `${quote(bare(title))} : ${subject}${where}, ${top.text} (intervalle à 95 % : ${top.interval} ; ${counted(top.estimate.base, who[0], who[1])}${period}).`,
      ...close,
    ].join(' '),
  )
}

/** « Vous vivez : » → « Vous vivez » */
const bare = (title: string) => title.replace(/[\s\u00a0\u202f]*:$/, '')
