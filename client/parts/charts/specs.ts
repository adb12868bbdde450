/** What a chart shows, as plain data: drawn by charts/draw.ts, which is fetched when the first chart is. */

import type { analyse } from '../../../api/wire/public.ts'
import { drawnTo, knownEnd, signed } from '../../../surveys/charts/known.ts'
import { axisEnd } from '../../../surveys/charts/marks.ts'
import { noFigureWords } from '../../../surveys/charts/no-figure.ts'

/**
 * One bar with its interval; `value`: where it ends; null = no figure, and no bar: `text` says so, or what most people said (`isInWords`).
 * `hatched`: too uncertain to be read as a level.
 */
export type Bar = {
  label: string
  value: number | null
  low: number
  high: number
  text: string
  hatched: boolean
  isInWords?: boolean
}
export type BarsSpec = { kind: 'bars'; bars: Bar[]; end: number; isShare: boolean }
export type DaysSpec = { kind: 'days'; days: { name: string; count: number }[] }

export type Spec = BarsSpec | DaysSpec

export function barsSpec({ bars, end, unit }: analyse.BarsChart): BarsSpec {
  return {
    kind: 'bars',
    end,
    isShare: unit === 'share',
    bars: bars.map(({ label, estimate, uncertain }) => barOf(label, estimate, uncertain)),
  }
}

export function barOf(label: string, estimate: analyse.MaybeEstimate, hatched: boolean, text = ''): Bar {
  if (estimate.value === null)
    return {
      label,
      value: null,
      low: 0,
      high: 0,
      text: estimate.words ?? (text || noFigureWords[estimate.why]),
      hatched: false,
      isInWords: estimate.why === 'in-words',
    }
  const { low, high } = estimate
  const said = text || written(estimate)
  return { label, value: drawnTo(estimate), low, high, text: said, hatched }
}

const percent = (share: number) => `${Math.round(share * 100)}\u202f%`

/** A figure on a bar, or what is known of it. */
export function written(estimate: analyse.MaybeEstimate & { value: number }): string {
  const known = knownEnd(estimate)
  const inUnit = estimate.unit === 'share' ? percent : (value: number) => value.toLocaleString('fr-FR')
  return known ? signed(known, inUnit) : inUnit(estimate.value)
}

/** The axis holds every interval. */
export const endOf = (bars: readonly Bar[], isShare: boolean): number =>
  axisEnd(Math.max(0, ...bars.map(({ high }) => high)), isShare)

/** Room for so many bars, in pixels. */
export const barsHeight = (count: number): number => count * 40 + 48
