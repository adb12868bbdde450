/**
 * What is drawn of a figure, the same on screens and in documents: where a bar and its interval stand, the class of a shade, the
 * end of an axis. Whoever draws adds colours and nothing else.
 */

import { drawnTo } from './known.ts'

/** A share or a number with its interval; value null = no figure. */
export type Measured = { value: number; low: number; high: number; unit?: string; method?: string } | { value: null }

/** A bar on an axis from 0 to 1. `isHatched`: too uncertain to be read as a level. */
export type BarMark = { length: number; low: number; high: number; isHatched: boolean }

/** One half-hour, or one zone. `level`: 0 nobody … 5 the darkest; null = no figure, striped. */
export type ShadeMark = { level: number | null; isHatched: boolean }

/** Where each class of shares ends: the same on every chart, so that two of them compare at sight. */
export const classEnds = [0.05, 0.1, 0.2, 0.4] as const

/** The classes of a week in words, nobody first. */
export const weekClasses = [
  '0\u202f%',
  'moins de 5\u202f%',
  '5 à 10\u202f%',
  '10 à 20\u202f%',
  '20 à 40\u202f%',
  '40\u202f% et plus',
] as const

/** On a map of zones: fifths of the whole, so that 45 % and 85 % never share a shade. */
export const mapEnds = [0.2, 0.4, 0.6, 0.8] as const

/**
 * @param share fraction in [0, 1]
 * @returns 0: nobody … 5: from the last end on
 * @example
 * levelOf(0.05) // → 2
 */
export const levelOf = (share: number, ends: readonly number[] = classEnds): number =>
  // a hair of rounding does not take an end out of its class
  share <= 0 ? 0 : 1 + ends.filter((end) => share >= end - 1e-9).length

/**
 * A bar from zero with its interval.
 *
 * @param end of the axis, in the unit of the figure
 * @returns null where there is no figure: no bar, a stub would be read as a small share
 */
export function barMark(figure: Measured, end: number, isHatched: boolean): BarMark | null {
  if (figure.value === null) return null
  const [length, low, high] = [drawnTo(figure), figure.low, figure.high].map((one) => clamped(one / end))
  return { length: length!, low: low!, high: high!, isHatched }
}

const clamped = (part: number) => Math.max(0, Math.min(1, part))

/** The shade of a share; « nobody » may be as imprecise as any other. */
export function shadeMark(share: number | null, isUncertain: boolean, ends: readonly number[] = classEnds): ShadeMark {
  if (share === null) return { level: null, isHatched: false }
  return { level: levelOf(share, ends), isHatched: isUncertain }
}

type Shades = { values: readonly (readonly (number | null)[])[]; uncertain: readonly (readonly boolean[])[] }
/** Whether a week has hatching: its legend says so, and no other. */
export const isHatchedWeek = ({ values, uncertain }: Shades): boolean =>
  values.some((line, day) => line.some((value, half) => shadeMark(value, uncertain[day]![half]!).isHatched))

/**
 * End of an axis from zero that holds every interval: a round number, so that charts of the same kind share it.
 *
 * @param largest end of an interval, in the unit; a share is a fraction
 * @example
 * axisEnd(0.34, true) // → 0.5
 */
export function axisEnd(largest: number, isShare: boolean): number {
  if (isShare) return [0.1, 0.2, 0.5].find((end) => largest <= end) ?? 1
  const power = 10 ** Math.floor(Math.log10(largest || 1))
  return [1, 2, 5, 10].map((step) => step * power).find((end) => largest <= end)!
}
