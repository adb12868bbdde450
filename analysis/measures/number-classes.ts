/**
 * Numbers published by classes: how many people are in each. Means and quantiles are computed from the published shares of the
 * classes, so that they tell nothing more than these.
 */

import { noiseRules } from '../disclosure/perturbation.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import { normalQuantile } from '../distributions/normal.ts'
import type { Estimate, MaybeEstimate } from '../estimates/estimate.ts'
import { estimateOf } from '../findings/presentation.ts'
import { decimal } from '../text/format.ts'
import { hitsOf } from './local/population.ts'
import type { Subject, Where } from './measure.ts'
import { type Answer, answerKey, tableId } from './tables.ts'

/** From `from` on, below `to`; `middle` stands for all of its numbers. */
export type NumberClass = { from: number; to: number; middle: number; answer: Answer }

const mostSteps = 11
const z95 = normalQuantile(0.975)

/** @throws RangeError when the field is not a number */
export function numberClasses(subject: Subject): NumberClass[] {
  const { column, table, field, indicator } = subject
  if (column.kind !== 'number') throw new RangeError(`${indicator.measure} needs a number: ${indicator.field}`)
  const isSteps = field.kind === 'rating' || isFewSteps(field.min, field.max)
  const edges = isSteps ? stepsOf(field.min ?? 1, field.max ?? 5) : edgesOf(field.min, field.max)
  return edges.slice(0, -1).map((from, at): NumberClass => {
    const to = edges[at + 1]!
    const middle = isSteps ? from : (from + to) / 2
    const label = isSteps ? decimalOrWhole(from) : `environ ${decimalOrWhole(middle)}`
    const hits = hitsOf(column, table.rows, (row) => column.numbers[row]! >= from && column.numbers[row]! < to)
    return { from, to, middle, answer: { value: String(from), label, hits } }
  })
}

const decimalOrWhole = (value: number) => (Number.isInteger(value) ? String(value) : decimal(value))
const isFewSteps = (min: number | null | undefined, max: number | null | undefined) =>
  typeof min === 'number' && typeof max === 'number' && max - min < mostSteps

const stepsOf = (min: number, max: number) => Array.from({ length: max - min + 2 }, (_, at) => min + at)

/** Round edges that do not depend on the answers: between the limits of the question, else 0, 1, 2, 5, 10 … */
function edgesOf(min: number | null | undefined, max: number | null | undefined): number[] {
  if (typeof min === 'number' && typeof max === 'number') {
    // people round: 10 and 15 are the middles of their classes
    const width = roundUp((max - min) / 24)
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
  return { ...of, value, low: value - half, high: value + half, unit: 'score', method: 'moyenne des classes publiées' }
}

/**
 * Value below which a part of the answers lie, between the edges of a class; its interval is that of the share: a part p is the
 * sum of the classes below over that of all, each with its own noise.
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
  const at = (wanted: number): number => {
    let below = 0
    for (const [place, { from, to, middle }] of classes.entries()) {
      const own = shares[place]! / total
      if (own > 0 && below + own >= wanted - 1e-9)
        return middle === from ? from : from + ((to - from) * (wanted - below)) / own
      below += own
    }
    return classes.at(-1)!.to
  }
  const low = classes.filter(({ to }, place) => shares[place]! > 0 && to <= at(part)).length
  const full = shares.filter((share) => share > 0).length
  const added = ofEach(noise, of.base) * (low * (1 - part) ** 2 + (full - low) * part ** 2)
  const half = z95 * Math.sqrt((part * (1 - part)) / of.effectiveBase + added)
  return {
    ...of,
    value: at(part),
    low: at(Math.max(0, part - half)),
    high: at(Math.min(1, part + half)),
    unit: 'score',
    method: 'classes publiées, Woodruff',
  }
}
