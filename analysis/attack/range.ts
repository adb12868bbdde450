/** What a printed share says: whole percents it may stand for, and the counts behind them. */
import { noiseRules } from '../disclosure/perturbation.ts'
import { rules } from '../disclosure/rules.ts'
import { aboveMost, undecided, wordsFor } from '../disclosure/words.ts'
import type { Mechanism } from './mechanism.ts'

/** Whole percents, both ends included. */
export type Range = { from: number; to: number }

// what decides nothing may be any share: answers that are worth little leave nothing decided
const said = new Map<string, Range>([
  [aboveMost, { from: 96, to: 100 }],
  [undecided, { from: 0, to: 100 }],
])
// the widest range is that of most people, under the least noise
const precision = { worth: 1, noise: noiseRules('ordinary').variance }
const mostPeople = rules.leastFigure - 1 + noiseRules('sensitive').largest
for (let percent = 0; percent <= 100; percent++) {
  const words = wordsFor(percent / 100, mostPeople, precision)
  const known = said.get(words)
  said.set(words, { from: known?.from ?? percent, to: Math.max(known?.to ?? 0, percent) })
}

/** The share as the rival prints it: to the nearest step. */
export const stepped = (percent: number, step: number): number => Math.min(100, Math.round(percent / step) * step)

/** @param share in whole percent, in words, or null = too small */
export function rangeOf(share: number | string | null, base: number | null, { step }: Mechanism): Range | null {
  if (share === null || base === null) return null
  if (typeof share === 'string') return said.get(share) ?? null
  const wide = step(base)
  if (wide === 1) return { from: share, to: share }
  const percents = Array.from({ length: 101 }, (_, percent) => percent).filter((one) => stepped(one, wide) === share)
  return percents.length === 0 ? null : { from: percents[0]!, to: percents.at(-1)! }
}

/** A hair: a count on the edge of two percents may be rounded either way. */
const hair = 1e-7

/** Least count, among `people`, whose share is in the range. */
export const leastCount = ({ from }: Range, people: number): number =>
  Math.max(0, Math.ceil(((from - 0.5) * people) / 100 - hair))

/** Largest count; more than everybody is printed as 100 %. */
export const mostCount = ({ to }: Range, people: number): number =>
  to >= 100 ? people + 20 : Math.floor(((to + 0.5) * people) / 100 + hair)

/** Bases are printed to the nearest five: these may be behind them. */
export const baseChanges = [-2, -1, 0, 1, 2] as const
