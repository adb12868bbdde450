/** How often a test finds a link, at 5 %, where there is none. */
import { raoScott } from '../../comparisons/rao-scott.ts'
import { populationOf, type Unevenness } from './population.ts'
import { sampleOf } from './sample.ts'

export const testSizes = [100, 200, 400]

/** Percent of false alarms. */
export type TypeOne = { n: number; crosstab3x2: number; crosstab2x2: number }

/** The outcome (30 % yes) depends on the margins; the groups (3: 50, 30, 20 %; 2: 60, 40 %) on nothing. */
export function typeOneOf(
  unevenness: Unevenness,
  replicates: number,
  random: () => number,
  step: () => void,
): TypeOne[] {
  const population = populationOf(unevenness)
  const chances = population.yes(0.3)
  return testSizes.map((n) => {
    const alarms = { crosstab3x2: 0, crosstab2x2: 0 }
    for (let replicate = 0; replicate < replicates; replicate++) {
      const { drawn, weighted } = sampleOf(population, n, random)
      const outcome = Int32Array.from(drawn, (cell) => (random() < chances[cell]! ? 1 : 0))
      const three = Int32Array.from(drawn, () => {
        const at = random()
        return at < 0.5 ? 0 : at < 0.8 ? 1 : 2
      })
      const two = Int32Array.from(drawn, () => (random() < 0.6 ? 0 : 1))
      if ((raoScott(three, outcome, weighted)?.p ?? 1) < 0.05) alarms.crosstab3x2 += 1
      if ((raoScott(two, outcome, weighted)?.p ?? 1) < 0.05) alarms.crosstab2x2 += 1
      step()
    }
    const percent = (count: number) => (100 * count) / replicates
    return {
      n,
      crosstab3x2: percent(alarms.crosstab3x2),
      crosstab2x2: percent(alarms.crosstab2x2),
    }
  })
}
