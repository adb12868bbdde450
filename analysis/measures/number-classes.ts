/**
 * Numbers published by classes: how many people are in each. Means and quantiles are computed from the published shares of the
 * classes, so that they tell nothing more than these.
 */

import { noiseRules } from '../disclosure/perturbation.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import { normalQuantile } from '../distributions/normal.ts'
import type { Estimate, MaybeEstimate } from '../estimates/estimate.ts'
import { estimateOf } from '../findings/presentation.ts'
import { decimal, nbsp } from '../text/format.ts'
import { hitsOf } from './local/population.ts'
import type { Subject, Where } from './measure.ts'
import { type Answer, answerKey, tableId } from './tables.ts'

/**
 * From `from` on, below `to`, where the numbers that may be given are `first` to `last`; `middle` stands for all of them. `stops`:
 * each of them, null where they are so many that people round.
 */
export type NumberClass = {
  from: number
  to: number
  first: number
  last: number
  middle: number
  stops: readonly number[] | null
  answer: Answer
}
type Part = Omit<NumberClass, 'answer'> & { value: number; label: string }

type Bounds = Pick<Subject['field'], 'min' | 'max'>

const mostSteps = 11
/** Lines of a table that are still read: 0 to 120 by five. */
const mostClasses = 25
/** People who write a number say it to the nearest five, and to nothing nearer. */
const leastRounded = 5
const z95 = normalQuantile(0.975)

/** @throws RangeError when the field is not a number */
export function numberClasses(subject: Subject): NumberClass[] {
  const { column, table, field, indicator } = subject
  if (column.kind !== 'number') throw new RangeError(`${indicator.measure} needs a number: ${indicator.field}`)
  const stops = field.stops ?? fewNumbers(field)
  return (stops ? partsOf(stops) : between(edgesOf(field), field)).map(({ value, label, ...part }): NumberClass => {
    const { from, to } = part
    const hits = hitsOf(column, table.rows, (row) => column.numbers[row]! >= from && column.numbers[row]! < to)
    return { ...part, answer: { value: String(value), label, hits } }
  })
}

/** Each class is one of the stops that people see. */
export const isByStop = ({ field }: Pick<Subject, 'field'>): boolean =>
  field.stops !== null && sizeOf(field.stops) === 1

/** As many stops in each class as it takes: an odd number, so that a stop is its middle. */
function sizeOf({ length }: readonly number[]): number {
  const size = Math.ceil(length / mostClasses)
  return size % 2 === 0 ? size + 1 : size
}

/** The first class is centred on the first stop, and so are others on round ones; edges are halfway between two stops. */
function partsOf(stops: readonly number[]): Part[] {
  const size = sizeOf(stops)
  const parts = [...Map.groupBy(stops, (_, at) => Math.floor((at + (size - 1) / 2) / size)).values()]
  return parts.map((own, at): Part => {
    const [first, last] = [own[0]!, own.at(-1)!]
    return {
      from: at === 0 ? Number.NEGATIVE_INFINITY : (parts[at - 1]!.at(-1)! + first) / 2,
      to: at === parts.length - 1 ? Number.POSITIVE_INFINITY : (last + parts[at + 1]![0]!) / 2,
      middle: own.reduce((sum, stop) => sum + stop, 0) / own.length,
      first,
      last,
      stops: own,
      value: first,
      label: labelOf(first, last),
    }
  })
}

/** Whole numbers between edges, as they may be typed: a class that holds none of them is not there. */
const between = (edges: readonly number[], { min, max }: Bounds): Part[] =>
  edges.slice(0, -1).flatMap((from, at): Part[] => {
    const to = edges[at + 1]!
    const first = Math.max(Math.ceil(from), min ?? from)
    const last = Math.min(Math.ceil(to) - 1, max ?? to)
    if (first > last) return []
    const stops = to - from < leastRounded ? Array.from({ length: last - first + 1 }, (_, more) => first + more) : null
    const middle = stops ? (first + last) / 2 : within((from + to) / 2, { first, last })
    return [{ from, to, first, last, middle, stops, value: from, label: labelOf(first, last) }]
  })

const within = (value: number, { first, last }: Pick<Part, 'first' | 'last'>) => Math.min(last, Math.max(first, value))

const labelOf = (first: number, last: number) =>
  first === last ? written(first) : `${written(first)}${nbsp}à${nbsp}${written(last)}`
const written = (value: number) => (Number.isInteger(value) ? String(value) : decimal(value))

/** Every number between two bounds that are close; else null. */
const fewNumbers = ({ min, max }: Bounds): number[] | null =>
  min !== null && max !== null && max - min < mostSteps
    ? Array.from({ length: max - min + 1 }, (_, at) => min + at)
    : null

/** Round edges that do not depend on the answers: between the limits of the question, else 0, 1, 2, 5, 10 … */
function edgesOf({ min, max }: Bounds): number[] {
  if (min !== null && max !== null) {
    // people round: 10 and 15 are the middles of their classes; nobody writes 0.5
    const width = roundUp(Math.max(1, (max - min) / 24))
    const first = Math.floor(min / width) * width - width / 2
    return Array.from({ length: Math.floor((max - first) / width) + 2 }, (_, at) => first + at * width)
  }
  return [0, ...Array.from({ length: 19 }, (_, at) => [1, 2, 5][at % 3]! * 10 ** Math.floor(at / 3))]
}

const roundUp = (value: number) => {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map((step) => step * power).find((step) => value <= step + 1e-9)!
}

type Shown = { classes: readonly NumberClass[]; shares: number[]; total: number; of: Estimate; noise: number }

/** The published shares of the classes in one place; null when one of them is no figure. */
function shownIn(subject: Subject, classes: readonly NumberClass[], figures: Figures, where: Where): Shown | null {
  const [path] = Object.keys(where)
  const table = tableId(subject, subject.breakdowns.find((one) => one.path === path) ?? null)
  const estimates = classes.map(({ answer }) => estimateOf(figures(table, answerKey(subject, answer.value, where))))
  const shares = estimates.map(({ value }) => value ?? Number.NaN)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const [of] = estimates
  if (!of || of.value === null || !(total > 0)) return null
  const noise = noiseRules(subject.field.sensitivity === 'sensitive' ? 'sensitive' : 'ordinary').variance
  return { classes, shares, total, of, noise }
}

const none: MaybeEstimate = { value: null, why: 'too-few', base: 0 }

/** Variance of the share of one class that is not the sample's: noise, and rounding to a whole percent. */
const ofEach = (noise: number, base: number) => noise / base ** 2 + 0.01 ** 2 / 12

/** Of a median or a quarter: words say another thing of them than of a mean. */
export const quantileMethod = 'classes publiées, Woodruff'
export const meanMethod = 'moyenne des classes publiées'

/** Mean of the middles, with a 95 % interval: variance of the sample, and that of the noise of each class. */
export function meanOfClasses(
  subject: Subject,
  classes: readonly NumberClass[],
  figures: Figures,
  where: Where = {},
): MaybeEstimate {
  const shown = shownIn(subject, classes, figures, where)
  if (shown === null) return none
  const { shares, total, of, noise } = shown
  const value = classes.reduce((sum, { middle }, at) => sum + middle * shares[at]!, 0) / total
  const spread = (weight: (share: number) => number) =>
    classes.reduce((sum, { middle }, at) => sum + weight(shares[at]!) * (middle - value) ** 2, 0)
  const sampling = spread((share) => share / total) / of.effectiveBase
  const half = z95 * Math.sqrt(sampling + ofEach(noise, of.base) * spread((share) => Number(share > 0)))
  return { ...of, value, low: value - half, high: value + half, unit: 'score', method: meanMethod }
}

/**
 * Value that a part of the answers do not exceed: a stop of a scale or a whole number. Its interval is that of the
 * share: a part p is the sum of the classes below over that of all, each with its own noise.
 */
export function quantileOfClasses(
  subject: Subject,
  classes: readonly NumberClass[],
  part: number,
  figures: Figures,
): MaybeEstimate {
  const shown = shownIn(subject, classes, figures, {})
  if (shown === null) return none
  const { shares, total, of, noise } = shown
  const at = (wanted: number): { place: number; value: number } => {
    let below = 0
    let last = 0
    for (const [place, one] of classes.entries()) {
      const own = shares[place]! / total
      if (own > 0) {
        last = place
        if (below + own >= wanted - 1e-9) return { place, value: reached(one, (wanted - below) / own) }
      }
      below += own
    }
    return { place: last, value: reached(classes[last]!, 1) }
  }
  const { place, value } = at(part)
  const low = shares.slice(0, place).filter((share) => share > 0).length
  const full = shares.filter((share) => share > 0).length
  const added = ofEach(noise, of.base) * (low * (1 - part) ** 2 + (full - low) * part ** 2)
  const half = z95 * Math.sqrt((part * (1 - part)) / of.effectiveBase + added)
  return {
    ...of,
    value,
    low: at(Math.max(0, part - half)).value,
    high: at(Math.min(1, part + half)).value,
    // a stop is written as people saw it, a number as they wrote it
    unit: classes.every(({ stops }) => stops?.every(Number.isInteger) ?? true) ? 'number' : 'score',
    method: quantileMethod,
  }
}

/** The number that a part of a class does not exceed, as if its answers were spread evenly: one that may be given. */
function reached({ from, to, first, last, stops }: NumberClass, part: number): number {
  if (stops === null) return within(Math.round(from + (to - from) * part), { first, last })
  return stops[Math.max(0, Math.ceil(stops.length * part - 1e-9) - 1)]!
}
