/** What the explorer received: which groups and answers can be shown, as bars, and in the words of its base. */

import type { analyse } from '../../../api/wire/public.ts'
import { knownEnd } from '../../../surveys/charts/known.ts'
import { beyondText, outsideOf, outsideText as outsideSentence } from '../../../surveys/charts/outside.ts'
import { isUncertain } from '../../../surveys/charts/uncertain.ts'
import { type Bar, barOf } from '../../parts/charts/specs.ts'
import { day, number } from '../words.ts'

const isSaid = ({ estimate }: analyse.ExplorerCell): boolean => estimate.value !== null || estimate.why === 'in-words'

type Group = { path: string; value: string; text: string; base: number | null }
type Shown = {
  groups: Group[]
  answers: analyse.Explored['answers']
  /** Names of the groups and the answers without one figure, `waiting`: for new responses; `holes`: other places without a figure. */
  hidden: { groups: string[]; waiting: string[]; answers: string[]; holes: number }
}

/** Of a question divided by one list or another question: what has a figure, or words, somewhere. */
export function shownOf({ cells, lists: [list], answers, missed }: analyse.Explored): Shown {
  const all = cells ?? []
  const said = all.filter(isSaid)
  const choices = list?.choices ?? []
  const [groups, bare] = split(choices, ({ value }) => said.some(({ dims }) => dims[list!.path] === value))
  // what an earlier publication showed is said apart, with its number
  const unsaid = bare.filter(({ text }) => !missed?.groups.includes(text))
  const [late, few] = split(unsaid, ({ value }) =>
    all.some(
      ({ dims, estimate }) => dims[list!.path] === value && estimate.value === null && estimate.why === 'waiting',
    ),
  )
  const [spoken, silent] = split(answers, ({ value }) => said.some(({ dims }) => dims.reponse === value))
  return {
    groups: groups.map(({ value, text }) => ({ path: list!.path, value, text, base: baseOf(said, list!.path, value) })),
    answers: spoken,
    hidden: {
      groups: few.map(({ text }) => text),
      waiting: late.map(({ text }) => text),
      answers: silent.map(({ label }) => label),
      holes: list ? groups.length * spoken.length - said.length : 0,
    },
  }
}

const baseOf = (cells: readonly analyse.ExplorerCell[], path: string, group: string): number | null =>
  cells.find(({ dims, estimate }) => dims[path] === group && estimate.value !== null)?.estimate.base ?? null

function split<T>(all: readonly T[], isIn: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isIn), all.filter((one) => !isIn(one))]
}

/** One sentence for all that cannot be shown; '' = everything is. */
export function hiddenText(explored: analyse.Explored): string {
  const { groups, waiting, answers, holes } = shownOf(explored).hidden
  const [list] = explored.lists
  const isRegrouped = list?.choices.some(({ value }) => value.startsWith('?')) ?? false
  const left = list?.left ?? []
  const parts = [
    ...(groups.length > 0 || (left.length > 0 && !isRegrouped)
      ? [`pour ${named([...groups, ...(isRegrouped ? [] : left)])}`]
      : []),
    ...(answers.length > 0 ? [`à ${named(answers)}`] : []),
    ...(holes > 0 ? [holes === 1 ? 'dans une case' : `dans ${number(holes)} cases`] : []),
  ]
  const together =
    left.length > 0 && isRegrouped ? `Trop petits pour être seuls, ${named(left)} sont mis ensemble.` : ''
  const few = parts.length > 0 ? `Trop peu de réponses pour un chiffre ${parts.join(', et ')}.` : ''
  const late = waiting.length > 0 ? `En attente de réponses nouvelles : ${named(waiting)}.` : ''
  return [few, late, together].filter(Boolean).join(' ')
}

export const named = (names: readonly string[]) => names.map(quoted).join(', ')

/** In quotation marks, those it holds turned into “ ”. */
export const quoted = (text: string): string => `«\u202f${text.replace(/«\s*/g, '“').replace(/\s*»/g, '”')}\u202f»`

/** What stands as it was on an earlier day, a line a day: « Nord, Sud : chiffres arrêtés au 26 novembre 2026 ». */
export function datedIn({ lists, wholeDay }: Pick<analyse.Explored, 'lists' | 'wholeDay'>): string[] {
  const dated = [
    ...(wholeDay === null ? [] : [{ text: 'Ensemble', day: wholeDay }]),
    ...lists.flatMap(({ choices }) => choices),
  ]
  const days = [...new Set(dated.flatMap(({ day: of }) => of ?? []))].sort()
  return days.map((of) => {
    const names = dated.flatMap(({ text, day: own }) => (own === of ? [text] : []))
    return lists.length === 0
      ? `Chiffres arrêtés au ${day(of)}`
      : `${names.join(', ')} : chiffres arrêtés au ${day(of)}`
  })
}

/** One bar an answer; by a list, one bar a group for the answer chosen. */
export function barsOf({ cells, lists, answers }: analyse.Explored, chosen: string | null): Bar[] {
  const group = (dims: Record<string, string>) =>
    lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? dims[path]).join(' · ')
  return (cells ?? [])
    .filter(({ dims }) => lists.length === 0 || chosen === null || dims.reponse === chosen)
    .map(({ dims, estimate, text }) => {
      const answer = answers.find(({ value }) => value === dims.reponse)?.label ?? 'Moyenne'
      const label = lists.length === 0 ? answer : chosen === null ? `${answer} · ${group(dims)}` : group(dims)
      return barOf(label, estimate, isUncertain(estimate), text)
    })
}

export function baseText({ cells, lists, who: [one, many] }: analyse.Explored): string {
  const bases = (cells ?? []).flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate.base]))
  if (bases.length === 0) return ''
  const [least, most] = [Math.min(...bases), Math.max(...bases)]
  const people = most < 2 ? one : many
  if (least === most) return `Base : ${number(most)} ${people}${lists.length > 0 ? ' par groupe' : ''}`
  return `Base : de ${number(least)} à ${number(most)} ${people}${lists.length > 0 ? ' par groupe' : ''}`
}

/** How a share is read, by an example: of whom it is a share. */
export function readingText(explored: analyse.Explored): string {
  const { kind, lists, cells, answers, who } = explored
  if (kind === 'mean' || lists.length !== 1) return ''
  const example = (cells ?? []).find(({ estimate }) => estimate.value !== null && knownEnd(estimate) === null)
  if (!example) return ''
  const [list] = lists
  const group = list!.choices.find(({ value }) => value === example.dims[list!.path])?.text ?? ''
  const answer = answers.find(({ value }) => value === example.dims.reponse)?.label ?? ''
  return `Se lit : dans le groupe ${named([group])}, pour ${example.text} des ${who[1]}, la réponse est ${named([answer])}.`
}

/** What the figures are, and what they sum to where every answer has one. */
export function sumText(explored: analyse.Explored): string {
  const { kind, lists, cells, whole } = explored
  if (kind === 'several') return lists.length > 0 ? 'Plusieurs réponses étaient possibles.' : ''
  if (kind !== 'shares') return ''
  const touched = 'Chaque chiffre est arrondi et légèrement modifié, pour que personne ne soit reconnu'
  const groups = [...Map.groupBy(cells ?? [], ({ dims }) => lists.map(({ path }) => dims[path]).join()).values()]
  const isWhole = groups.every(
    (own) => own.every(({ estimate }) => estimate.value !== null) && isEveryAnswer(own, whole),
  )
  if (isWhole) return `${touched}\u202f: ${lists.length > 0 ? 'un groupe' : 'le tout'} fait ${sumsOf(groups)}.`
  return lists.length === 0
    ? `${touched}.`
    : `${touched}. Les réponses qui n’ont pas de chiffre ici manquent à la somme d’un groupe.`
}

/** Points by which the shares of a group may miss a hundred and still be said to make it. */
const fewPoints = 5

function sumsOf(groups: readonly (readonly analyse.ExplorerCell[])[]): string {
  const sums = groups.map((own) => Math.round(100 * own.reduce((sum, { estimate }) => sum + (estimate.value ?? 0), 0)))
  const [least, most] = [Math.min(...sums), Math.max(...sums)]
  if (least >= 100 - fewPoints && most <= 100 + fewPoints) return '100\u202f% à quelques points près'
  return least === most ? `ici ${least}\u202f%` : `ici de ${least} à ${most}\u202f%`
}

/**
 * Those who are in the whole and in no group that is shown, from the bases as they are published; '' where groups overlap, and where
 * the roundings would explain it. How many is said only where every group is shown, of the same day as the whole.
 */
export function outsideText(explored: analyse.Explored): string {
  const { lists, whole, who, isOverlapping, missed } = explored
  const { groups, answers, hidden } = shownOf(explored)
  const [list] = lists
  if (lists.length !== 1 || isOverlapping) return ''
  const all = whole.find(
    ({ answer, estimate }) => estimate.value !== null && answers.some(({ value }) => value === answer),
  )
  if (!all || all.estimate.value === null || groups.some(({ base }) => base === null)) return ''
  const outside = outsideOf(
    all.estimate.base,
    groups.flatMap(({ base }) => base ?? []),
  )
  const isEvery =
    !missed &&
    list!.left.length === 0 &&
    hidden.groups.length + hidden.waiting.length === 0 &&
    !list!.choices.some(({ day }) => day)
  const text = outsideSentence(outside, { isEvery, many: who[1], list: list!.title })
  return text === '' && answers.some(({ value }) => isBeyond(explored, value)) ? beyondText : text
}

/** Everybody gave an answer more often than every group shown, or less. */
function isBeyond({ whole, cells }: analyse.Explored, answer: string): boolean {
  const of = whole.find((one) => one.answer === answer)?.estimate.value ?? null
  const own = (cells ?? []).flatMap(({ dims, estimate }) => (dims.reponse === answer ? (estimate.value ?? []) : []))
  return of !== null && own.length > 1 && (of > Math.max(...own) || of < Math.min(...own))
}

/** Answers too rare to be crossed are put together as « autres », or left out. */
const isEveryAnswer = (own: analyse.ExplorerCell[], whole: analyse.Explored['whole']): boolean =>
  own.some(({ dims }) => dims.reponse?.startsWith('autres:')) ||
  whole.every(({ answer }) => own.some(({ dims }) => dims.reponse === answer))
