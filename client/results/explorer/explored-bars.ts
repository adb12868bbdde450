/** What the explorer received, as bars and as the words of its base. */

import type { analyse } from '../../../api/wire/public.ts'
import { type Bar, barOf } from '../../parts/charts/specs.ts'
import { number } from '../words.ts'

/** Too uncertain to be read as a level. */
export const isWide = (estimate: analyse.MaybeEstimate): boolean =>
  estimate.value !== null && (estimate.effectiveBase < 30 || estimate.high - estimate.low >= 0.3)

/** One bar an answer; by a list, one bar a group for the answer chosen. */
export function barsOf({ cells, lists, answers }: analyse.Explored, chosen: string | null): Bar[] {
  const group = (dims: Record<string, string>) =>
    lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? dims[path]).join(' · ')
  return (cells ?? [])
    .filter(({ dims }) => lists.length === 0 || chosen === null || dims.reponse === chosen)
    .map(({ dims, estimate, text }) => {
      const answer = answers.find(({ value }) => value === dims.reponse)?.label ?? 'Moyenne'
      const label = lists.length === 0 ? answer : chosen === null ? `${answer} · ${group(dims)}` : group(dims)
      return barOf(label, estimate, isWide(estimate), text)
    })
}

export function baseText({ cells, who: [one, many] }: analyse.Explored): string {
  const bases = (cells ?? []).flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate.base]))
  if (bases.length === 0) return ''
  const [least, most] = [Math.min(...bases), Math.max(...bases)]
  const text = least === most ? number(most) : `${number(least)} à ${number(most)}, selon le groupe :`
  return `Base : ${text} ${most < 2 ? one : many}`
}

/**
 * The shares of one group, one answer a person, are further from 100 % than rounding explains: above it, or below it with every
 * answer shown.
 */
export function isOffWhole({ cells, lists, kind, whole }: analyse.Explored): boolean {
  if (kind !== 'shares') return false
  const groups = Map.groupBy(cells ?? [], ({ dims }) => lists.map(({ path }) => dims[path]).join())
  return [...groups.values()].some((own) => {
    const shares = own.flatMap(({ estimate }) => (estimate.value === null ? [] : [100 * estimate.value]))
    const off = shares.reduce((sum, share) => sum + share, 0) - 100
    const isComplete = shares.length === own.length && isEveryAnswer(own, whole)
    return (off > 0 || isComplete) && Math.abs(off) > shares.length / 2 + 1e-6
  })
}

/** Answers too rare to be crossed are put together as « autres », or left out. */
const isEveryAnswer = (own: analyse.ExplorerCell[], whole: analyse.Explored['whole']): boolean =>
  own.some(({ dims }) => dims.reponse?.startsWith('autres:')) ||
  whole.every(({ answer }) => own.some(({ dims }) => dims.reponse === answer))
