/** What a weighting gives back: both designs side by side, and what was done to the weights. */

import { kish, weightEffect } from '../estimates/effective-size.ts'
import { type Classes, classTotals } from './classes.ts'
import type { Design } from './design.ts'
import { Refusal } from './refusal.ts'

/** Population margins must be met to this relative gap, or the weighting is refused. */
export const largestGap = 1e-6
/** Below this many answers a class is not weighted. */
export const fewestAnswers = 5
/** Above this design effect of the weights the reader is warned. */
export const effectToWarn = 2

export type MarginRow = {
  variable: string
  category: string
  answers: number
  before: number
  after: number
  population: number
}

export type Diagnostics = {
  /** Smallest and largest weight > 0, and of the ratio new / old. */
  smallest: number
  largest: number
  smallestRatio: number
  largestRatio: number
  /** Kish's effective size and design effect, before and after. */
  effectiveBefore: number
  effectiveAfter: number
  effectBefore: number
  effectAfter: number
  /** Largest relative gap between a weighted count and its population. */
  gap: number
  /** Shares of each class before and after, against the population; fractions. */
  margins: MarginRow[]
}

export type Weighting = {
  unweighted: Design
  weighted: Design
  diagnostics: Diagnostics
  /** French sentences for the report. */
  warnings: string[]
}

export type Target = { classes: Classes; population: Float64Array }

/**
 * @param before, after designs of the same rows
 * @param targets margins the weighting aimed at
 * @throws Refusal `margins-missed` when a margin is off by more than `largestGap`
 * @example
 * const targets = [{ classes: classesOf('Zone', ['nord', 'sud']), population: [30, 10] }]
 * weightingOf(designOf({ rows: 2 }), designOf({ rows: 2, weights: [30, 10] }), targets).diagnostics.effectAfter // → 1.25
 */
export function weightingOf(before: Design, after: Design, targets: readonly Target[]): Weighting {
  const diagnostics = diagnose(before, after, targets)
  if (!(diagnostics.gap <= largestGap))
    throw new Refusal(
      'margins-missed',
      'Aucun jeu de poids ne respecte ces marges : elles se contredisent, ou ces réponses ne peuvent pas les porter. Regroupez des classes ou retirez une marge.',
    )
  const warnings: string[] = []
  if (diagnostics.effectAfter > effectToWarn)
    warnings.push(
      'Le redressement déforme beaucoup l’échantillon (effet des poids supérieur à 2) : les intervalles sont larges et les résultats fragiles.',
    )
  return { unweighted: before, weighted: after, diagnostics, warnings }
}

function diagnose(before: Design, after: Design, targets: readonly Target[]): Diagnostics {
  let smallest = Number.POSITIVE_INFINITY
  let largest = Number.NEGATIVE_INFINITY
  let smallestRatio = Number.POSITIVE_INFINITY
  let largestRatio = Number.NEGATIVE_INFINITY
  for (let row = 0; row < after.rows; row++) {
    const weight = after.weights[row]!
    const old = before.weights[row]!
    if (old === 0) continue
    const ratio = weight / old
    if (weight < smallest) smallest = weight
    if (weight > largest) largest = weight
    if (ratio < smallestRatio) smallestRatio = ratio
    if (ratio > largestRatio) largestRatio = ratio
  }
  const margins: MarginRow[] = []
  const ones = new Float64Array(after.rows).fill(1)
  let gap = 0
  for (const { classes, population } of targets) {
    const counts = classTotals(classes, ones)
    const was = classTotals(classes, before.weights)
    const is = classTotals(classes, after.weights)
    const [allWas, allIs, all] = [was, is, population].map((totals) => totals.reduce((a, b) => a + b, 0)) as [
      number,
      number,
      number,
    ]
    classes.categories.forEach((category, k) => {
      if (population[k]! > 0) gap = Math.max(gap, Math.abs(is[k]! / population[k]! - 1))
      margins.push({
        variable: classes.name,
        category,
        answers: counts[k]!,
        before: was[k]! / allWas,
        after: is[k]! / allIs,
        population: population[k]! / all,
      })
    })
  }
  return {
    smallest,
    largest,
    smallestRatio,
    largestRatio,
    effectiveBefore: effectiveRows(before.weights),
    effectiveAfter: effectiveRows(after.weights),
    effectBefore: weightEffect(before.weights),
    effectAfter: weightEffect(after.weights),
    gap: Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap,
    margins,
  }
}

function effectiveRows(weights: Float64Array): number {
  let sum = 0
  let squares = 0
  for (let row = 0; row < weights.length; row++) {
    sum += weights[row]!
    squares += weights[row]! * weights[row]!
  }
  return kish(sum, squares)
}
