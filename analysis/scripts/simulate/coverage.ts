/** How often the default interval of a share holds the true share. */
import { weightEffect } from '../../estimates/effective-size.ts'
import { share } from '../../estimates/share.ts'
import { populationOf, type Unevenness } from './population.ts'
import { sampleOf } from './sample.ts'

export const sizes = [60, 100, 150, 250, 400]
export const shares = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5]

/** Coverage in percent, of `replicates` samples of n answers with a true share p. */
export type CoverageCell = { n: number; p: number; coverage: number }
export type Coverage = { unevenness: Unevenness; effect: number; refusals: number; cells: CoverageCell[] }

/** One sample serves all six shares, each with its own answers; weights by rake(), interval by share(). */
export function coverageOf(
  unevenness: Unevenness,
  replicates: number,
  random: () => number,
  step: () => void,
): Coverage {
  const population = populationOf(unevenness)
  const chances = shares.map((p) => population.yes(p))
  const cells: CoverageCell[] = []
  let effects = 0
  let refusals = 0
  for (const n of sizes) {
    const held = new Float64Array(shares.length)
    const hits = new Float64Array(n)
    for (let replicate = 0; replicate < replicates; replicate++) {
      const { drawn, weighted, refused } = sampleOf(population, n, random)
      refusals += refused
      effects += weightEffect(weighted.weights)
      shares.forEach((p, at) => {
        for (let row = 0; row < n; row++) hits[row] = random() < chances[at]![drawn[row]!]! ? 1 : 0
        const found = share(hits, weighted)
        if (found.value !== null && found.low <= p && p <= found.high) held[at]! += 1
      })
      step()
    }
    shares.forEach((p, at) => {
      cells.push({ n, p, coverage: (100 * held[at]!) / replicates })
    })
  }
  return { unevenness, effect: effects / (replicates * sizes.length), refusals, cells }
}
