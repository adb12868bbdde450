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
