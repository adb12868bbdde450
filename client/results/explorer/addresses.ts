/** What the explorer shows stands in its address, so that it can be sent, saved and gone back to. */
import type { analyse } from '../../../api/wire/public.ts'

export type Shown = Omit<analyse.NewExploration, 'name'>
type Questions = analyse.QuestionList['questions']
export type Asked = { question: Questions[number]; by: string }

export const explorerAddress = (slug: string): string => `/analyse/${slug}/questions`

export function addressOf(slug: string, { question, dividedBy, answer, view, publication }: Shown): string {
  const search = new URLSearchParams({ q: question })
  for (const [name, value] of [
    ['par', dividedBy],
    ['rep', answer],
    ['forme', view === 'graphique' ? '' : view],
    ['pub', publication === undefined ? '' : String(publication)],
  ] as const)
    if (value) search.set(name, value)
  return `${explorerAddress(slug)}?${search}`
}

const views = ['graphique', 'tableau', 'carte'] as const
export const viewOf = (name: string | null): Shown['view'] => views.find((one) => one === name) ?? 'graphique'

/** What `question` may be divided by: its lists in which something is read, or the one in the address, and the questions put to the same people. */
export function dividersOf({ path, panel, lists }: Questions[number], questions: Questions, by: string) {
  const others =
    panel === undefined
      ? []
      : questions.filter(
          (other) => other.path !== path && other.panel === panel && !lists.some((list) => list.path === other.path),
        )
  return { lists: lists.filter(({ isSilent, path: own }) => !isSilent || own === by), others }
}

/** Read from the address; null = no question of the publication is named. */
export function askedOf(search: URLSearchParams, questions: Questions): Asked | null {
  const question = questions.find(({ path }) => path === search.get('q'))
  if (!question) return null
  const wanted = search.get('par') ?? ''
  const { lists, others } = dividersOf(question, questions, wanted)
  return { question, by: [...lists, ...others].some(({ path }) => path === wanted) ? wanted : '' }
}

/** The address of what is shown, where it asks to divide by what divides the question no more; null = it says what is shown. */
export function mendedOf(search: URLSearchParams, { by }: Asked): URLSearchParams | null {
  if ((search.get('par') ?? '') === by) return null
  const mended = new URLSearchParams(search)
  // an answer is chosen among groups
  for (const name of ['par', 'rep']) mended.delete(name)
  return mended
}

/** Letters of the name an exploration is saved under. */
export const longestName = 80

/** A name for what is shown, cut between two words where it is too long: what it is divided by stays whole as long as it can. */
export function nameOf(question: string, dividedBy: string | undefined): string {
  if (dividedBy === undefined) return shortened(question, longestName)
  const by = `, selon «\u202f${shortened(dividedBy, longestName / 2)}\u202f»`
  return shortened(question, longestName - by.length) + by
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), most / 2)).trimEnd()}…`
}
