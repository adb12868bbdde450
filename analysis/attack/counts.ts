/** Attacks on counts: the integer program and the Markov chain, crosstab by crosstab. */

import { believe, type Length } from './chain.ts'
import type { Crosstab } from './crosstab.ts'
import { pinnedIn } from './exact.ts'
import type { Mechanism } from './mechanism.ts'

export type CountsTally = {
  exact: { cells: number; pinned: number }
  /** Of true counts from 1 to 4: the chance that the attacker gives to the truth. */
  bayes: { cells: number; sum: number; maxTruth: number; overHalf: number; sure: number; sureSensitive: number }
}

export const emptyCounts = (): CountsTally => ({
  exact: { cells: 0, pinned: 0 },
  bayes: { cells: 0, sum: 0, maxTruth: 0, overHalf: 0, sure: 0, sureSensitive: 0 },
})

const mostSmall = 4
const sureFrom = 0.95

/** A crosstab without small cells has nothing to score: the attacker is spared the work. */
export function attackCounts(
  crosstab: Crosstab,
  mechanism: Mechanism,
  random: () => number,
  length: Length,
  { exact, bayes }: CountsTally,
): void {
  const { truth, prints, topic, isPanel } = crosstab
  const small = [...truth.keys()].filter((cell) => truth[cell]! >= 1 && truth[cell]! <= mostSmall)
  const printed = [...truth.keys()].filter((cell) => prints[0]!.cells[cell])
  if (!isPanel) exact.cells += printed.length
  if (small.length === 0) return
  const belief = believe(crosstab, mechanism, random, length)
  for (const cell of small) {
    const chance = belief.chance(cell, truth[cell]!)
    bayes.cells += 1
    bayes.sum += chance
    bayes.maxTruth = Math.max(bayes.maxTruth, chance)
    bayes.overHalf += Number(chance > 0.5)
    bayes.sure += Number(chance > sureFrom)
    bayes.sureSensitive += Number(chance > sureFrom && topic === 'sensitive')
  }
  // children come in families: their counts are not whole numbers of noise
  if (isPanel) return
  exact.pinned += pinnedIn(
    crosstab,
    mechanism,
    printed.filter((cell) => !belief.isLoose(cell)),
  ).length
}
