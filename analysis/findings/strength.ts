/** How strong a finding is, by written rules: the same for every questionnaire. */
import { floor } from '../../surveys/charts/uncertain.ts'
import type { Estimate } from '../estimates/estimate.ts'

export const strengths = ['solide', 'indicatif', 'fragile', 'non concluant'] as const
export type Strength = (typeof strengths)[number]

/**
 * Least effective answers and widest interval of each grade. Width: in points of a share ([0, 1]); for a mean, relative to
 * the value. The floor (30 answers, width 0.30 or 1.30) is that of the NCHS for publishing a proportion.
 * @source Parker et al. (2017), National Center for Health Statistics, Data Presentation Standards for Proportions
 */
export const strengthRules = [
  { strength: 'solide', effectiveBase: 200, shareWidth: 0.1, relativeWidth: 0.2 },
  { strength: 'indicatif', effectiveBase: 100, shareWidth: 0.2, relativeWidth: 0.5 },
  { strength: 'fragile', ...floor },
] as const

/**
 * @param isChecked weighted to known margins, held to a benchmark (see benchmark.ts), and first where it is said to be; answers
 * that came by themselves and that nothing checks are at most « indicatif », however many they are
 */
export function strengthOf(estimate: Estimate, isChecked: boolean): Strength {
  const width = widthOf(estimate)
  const rule = strengthRules.find(
    (one) =>
      estimate.effectiveBase >= one.effectiveBase &&
      width < (estimate.unit === 'share' ? one.shareWidth : one.relativeWidth) + 1e-9,
  )
  if (rule === undefined) return 'non concluant'
  return rule.strength === 'solide' && !isChecked ? 'indicatif' : rule.strength
}

/** Of a census: the part of the bodies that answered and publish their answers. */
export const censusRules = [
  { strength: 'solide', rate: 0.9 },
  { strength: 'indicatif', rate: 2 / 3 },
  { strength: 'fragile', rate: 0.5 },
] as const

/** @param rate in [0, 1] */
export const censusStrength = (rate: number): Strength =>
  censusRules.find((rule) => rate >= rule.rate - 1e-9)?.strength ?? 'non concluant'

function widthOf({ value, low, high, unit }: Estimate): number {
  if (unit === 'share') return high - low
  return value === 0 ? Number.POSITIVE_INFINITY : (high - low) / Math.abs(value)
}
