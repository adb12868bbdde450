/** Which of two answers do the same people give more often? From published shares alone: a comparison discloses no more than they do. */
import { normalUpper } from '../distributions/normal.ts'

/** Two shares of one base: fractions in [0, 1]. */
export type Paired = {
  first: number
  second: number
  /** People who gave both answers, as a share; null = not known: as few as can be, which is what tells the least. */
  both: number | null
  /** Answers the shares are worth. */
  n: number
  /** Variance that noise and rounding add to each share. */
  noise?: number
}

/**
 * McNemar's test of two answers of the same people. Only those who gave one answer and not the other tell them apart; for a
 * choice of one answer these are all who gave either, and the test is that of a multinomial.
 *
 * @returns `z`, positive when the first is ahead, and the two-sided p-value; null when nobody tells them apart
 * @source McNemar (1947), Psychometrika 12; a design by its effective size: Rao & Scott (1981)
 * @example
 * // 30 gave the first only, 15 the second only: (30 − 15)² / (30 + 15) = 5
 * const { z, p } = mcnemar({ first: 0.5, second: 0.35, both: 0.2, n: 100 })
 * [z, p] // → [2.236, 0.025]
 */
export function mcnemar({ first, second, both, n, noise = 0 }: Paired): { z: number; p: number } | null {
  const together = both ?? Math.max(0, first + second - 1)
  const discordant = first + second - 2 * together
  if (!(discordant > 0) || !(n > 0)) return null
  const z = (first - second) / Math.sqrt(discordant / n + 2 * noise)
  return { z, p: 2 * normalUpper(Math.abs(z)) }
}
