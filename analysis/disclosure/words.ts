/** Shares published in words: from 11 to 29 people, a figure would say more than it knows. */
import { normalQuantile } from '../distributions/normal.ts'
import type { Precision } from './interval.ts'

export const aboveMost = 'plus de 95 %'

/** Of a share that may be on both sides of one half. */
export const undecided = 'trop incertain'
export const minority = 'une minorité'
export const mostly = 'la plupart'
/** Of a group that nearly everybody is in. */
export const seeWhole = 'voir l’ensemble'

/** One side of 5 %: a word says on which side of one half a share is. */
const z90 = normalQuantile(0.95)

/**
 * « une minorité des familles », « la plupart des familles », where sample and noise leave at most one chance in twenty that as
 * many, or more, are on the other side.
 *
 * @param share published, in [0, 1]
 * @param people published, behind the share
 */
export function wordsFor(share: number, people: number, { worth, noise }: Pick<Precision, 'worth' | 'noise'>): string {
  // the variance of a share of one half: that of the sample, and that of the ratio of two counts with noise
  const spread = Math.sqrt(0.25 / (worth * people) + (1.25 * noise) / people ** 2)
  if (Math.abs(share - 0.5) < z90 * spread) return undecided
  return share < 0.5 ? minority : mostly
}

/** Of people counted one by one, without noise: « une minorité », « environ la moitié », « la plupart ». */
export function shareInWords(share: number): string {
  if (share < 0.4) return minority
  return share > 0.6 ? mostly : 'environ la moitié'
}
