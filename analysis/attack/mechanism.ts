/** The protection under attack, and all that an attacker knows of it. */
import { type Noise, noiseRules, perturbed, type Topic, transitionsOf } from '../disclosure/perturbation.ts'

export type Mechanism = {
  name: 'cell-key' | 'none' | 'fresh' | 'steps'
  noise: Noise
  /** Chance that a count becomes `to` at most. */
  atMost(topic: Topic, from: number, to: number): number
  /** Largest change of a count. */
  largest(topic: Topic): number
  /** Shares of such a base are multiples of so many points. */
  step(base: number): number
  /** The same people get another noise each time they are counted. */
  isFresh: boolean
}

const everyPoint = () => 1

/** Cumulative chances, dense: `[topic][from][to]`. */
const cumulative = Object.fromEntries(
  (['ordinary', 'sensitive'] as const).map((topic) => [
    topic,
    transitionsOf(topic).map(({ counts, cumulative: ends }) => {
      const dense = new Float64Array(counts.at(-1)! + 1)
      for (let to = 0, at = -1; to < dense.length; to++) {
        while (counts[at + 1] !== undefined && counts[at + 1]! <= to) at += 1
        dense[to] = at < 0 ? 0 : ends[at]!
      }
      return dense
    }),
  ]),
) as Record<Topic, Float64Array[]>

function byTable(topic: Topic, from: number, to: number): number {
  const rows = cumulative[topic]
  const row = Math.min(from, rows.length - 1)
  const at = to - (from - row)
  if (at < 0) return 0
  const ends = rows[row]!
  return at >= ends.length ? 1 : ends[at]!
}

const unchanged = (_: Topic, from: number, to: number) => (to >= from ? 1 : 0)

/** What the product does. */
export const cellKey: Mechanism = {
  name: 'cell-key',
  noise: perturbed,
  atMost: byTable,
  largest: (topic) => noiseRules(topic).largest,
  step: everyPoint,
  isFresh: false,
}

/** Self-check: true counts, in whole percents. */
export const noNoise: Mechanism = {
  name: 'none',
  noise: ({ people }) => people,
  atMost: unchanged,
  largest: () => 0,
  step: everyPoint,
  isFresh: false,
}

/** Self-check: the same table of noise, drawn again at each count. */
export const freshNoise = (random: () => number): Mechanism => ({
  ...cellKey,
  name: 'fresh',
  noise: ({ people }, topic) => perturbed({ people, key: Math.floor(random() * 2 ** 32) }, topic),
  isFresh: true,
})

const steps = [1, 2, 5, 10, 20, 50]

/** The rival: no noise, shares in steps that hold five people at least. */
export const wideSteps: Mechanism = {
  ...noNoise,
  name: 'steps',
  step: (base) => steps.find((step) => (step * base) / 100 >= 5) ?? 50,
}
