import { expect, test } from 'vitest'
import { populationOf } from '../../../analysis/scripts/simulate/population.ts'
import { randomOf } from '../../../analysis/scripts/simulate/random.ts'
import { doubtOf, simulate } from '../../../analysis/scripts/simulate/run.ts'

test('the same seed gives the same figures, and the interval holds the truth about as often as it says', () => {
  const first = simulate(100)
  expect(simulate(100)).toEqual(first)
  const all = first.coverage.flatMap(({ cells }) => cells.map(({ coverage }) => coverage))
  expect(all).toHaveLength(60)
  const average = all.reduce((a, b) => a + b, 0) / all.length
  // 6,000 samples, but the 6 shares of a sample go together
  expect(average).toBeGreaterThan(94)
  expect(average).toBeLessThan(97)
  for (const { rates } of first.typeOne) for (const { crosstab3x2 } of rates) expect(crosstab3x2).toBeLessThan(14)
})

// twenty draws missed seven goals, and nothing said that this was chance
test('goals missed with few draws are said to prove nothing', () => {
  expect(doubtOf(20)).toMatch(/20 par case.* 10 points.*rien en conclure.*sans --replicates/)
  expect([doubtOf(1_000), doubtOf(5_000)]).toEqual([null, null])
})

test('the population has the share that is asked for, and margins of one size', () => {
  const population = populationOf('strong')
  const sums = population.margins.map(({ totals }) => Object.values(totals).reduce((a, b) => a + b, 0))
  for (const sum of sums) expect(sum).toBeCloseTo(100_000, 4)
  const chances = population.yes(0.1)
  expect(Math.min(...chances)).toBeGreaterThan(0)
  expect(Math.max(...chances)).toBeLessThan(0.5)
})

test('random numbers are spread evenly and never reach 1', () => {
  const random = randomOf(3)
  const bins = new Float64Array(10)
  for (let draw = 0; draw < 100_000; draw++) bins[Math.floor(random() * 10)]! += 1
  for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(500)
})
