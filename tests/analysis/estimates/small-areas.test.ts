/** Areas with few answers, estimated together. Cases worked out by hand, the likelihood itself, and a simulation. */
import { expect, test } from 'vitest'
import { type Area, fayHerriot } from '../../../analysis/estimates/fay-herriot.ts'
import { fayHerriotPosterior } from '../../../analysis/estimates/fay-herriot-posterior.ts'
import { seeded } from '../../../surveys/people/random.ts'

const areasOf = (values: number[], variances: number[], known: number[][] = values.map(() => [1])): Area[] =>
  values.map((value, at) => ({ value, variance: variances[at]!, known: known[at]! }))

// With one variance ψ for all and a mean alone, everything is known in closed form: between = s² − ψ, own = 1 − ψ/s²,
// g₁ = own·ψ, g₂ = (1 − own)²·s²/m, g₃ = 2ψ²/(m·s²)
test('equal variances: the closed form', () => {
  const values = [0.1, 0.3, 0.35, 0.6, 0.65]
  const psi = 0.01
  const mean = 0.4
  const s2 = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4
  const { between, slopes, areas } = fayHerriot(
    areasOf(
      values,
      values.map(() => psi),
    ),
  )!
  expect(between).toBeCloseTo(s2 - psi, 10)
  expect(slopes[0]).toBeCloseTo(mean, 12)
  const own = 1 - psi / s2
  const error = own * psi + ((1 - own) ** 2 * s2) / 5 + 2 * ((2 * psi ** 2) / (5 * s2))
  for (const [at, area] of areas.entries()) {
    expect(area.value).toBeCloseTo(mean + own * (values[at]! - mean), 10)
    expect(area.error).toBeCloseTo(error, 12)
  }
})

test('areas that differ less than their answers do are one', () => {
  const { between, areas } = fayHerriot(areasOf([0.49, 0.5, 0.51, 0.5], [0.01, 0.02, 0.01, 0.04]))!
  expect(between).toBe(0)
  for (const { value, own } of areas) expect([value, own]).toEqual([expect.closeTo(areas[0]!.value, 12), 0])
})

/** −2 × the restricted log-likelihood of a line on one known number, term by term. */
function deviance(areas: readonly Area[], between: number): number {
  const v = areas.map(({ variance }) => between + variance)
  let [a, b, c, d, e] = [0, 0, 0, 0, 0]
  for (const [at, { value, known }] of areas.entries()) {
    const x = known[1]!
    a += 1 / v[at]!
    b += x / v[at]!
    c += (x * x) / v[at]!
    d += value / v[at]!
    e += (x * value) / v[at]!
  }
  const determinant = a * c - b * b
  const [level, slope] = [(c * d - b * e) / determinant, (a * e - b * d) / determinant]
  const residuals = areas.reduce(
    (sum, { value, known }, at) => sum + (value - level - slope * known[1]!) ** 2 / v[at]!,
    0,
  )
  return v.reduce((sum, own) => sum + Math.log(own), 0) + Math.log(determinant) + residuals
}

test('unequal variances and a known number: no other variance between areas is more likely', () => {
  const areas = areasOf(
    [0.12, 0.35, 0.22, 0.5, 0.41, 0.7, 0.2],
    [0.004, 0.001, 0.02, 0.003, 0.009, 0.006, 0.015],
    [1, 2, 1.5, 4, 3, 4.5, 2.5].map((x) => [1, x]),
  )
  const { between } = fayHerriot(areas)!
  expect(between).toBeGreaterThan(0)
  for (const factor of [0.5, 0.9, 0.99, 1.01, 1.1, 2])
    expect(deviance(areas, between * factor)).toBeGreaterThan(deviance(areas, between))
})

test('too few areas to show how much they differ: no model', () => {
  expect(fayHerriot(areasOf([0.2, 0.4], [0.01, 0.01]))).toBeNull()
  expect(() => fayHerriot(areasOf([0.2, 0.4, 0.5], [0.01, 0, 0.01]))).toThrow(RangeError)
})

test('with areas that show it well, choosing a variance and weighing them all agree', () => {
  const random = seeded(4)
  const areas = areasOf(
    Array.from({ length: 60 }, () => 0.2 + 0.5 * random()),
    Array.from({ length: 60 }, () => 0.002),
  )
  const [one, other] = [fayHerriot(areas)!, fayHerriotPosterior(areas)!]
  for (const [at, { value, error }] of one.areas.entries()) {
    expect(other.areas[at]!.value).toBeCloseTo(value, 2)
    expect(Math.sqrt(other.areas[at]!.error)).toBeCloseTo(Math.sqrt(error), 2)
  }
})

// Four zones like ours, from alike to far apart
test.each([0.01, 0.03, 0.05, 0.1, 0.15])('simulated, zones %d apart: nearer to the truth, and covered', (apart) => {
  const random = seeded(21)
  const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-12)) * Math.cos(2 * Math.PI * random())
  const variances = [0.0006, 0.0006, 0.003, 0.006]
  const found = { errors: 0, covered: 0, coveredByReml: 0 }
  const rounds = 1000
  for (let round = 0; round < rounds; round++) {
    const truth = variances.map(() => 0.4 + apart * normal())
    const areas = areasOf(
      truth.map((own, at) => own + Math.sqrt(variances[at]!) * normal()),
      variances,
    )
    const [model, reml] = [fayHerriotPosterior(areas)!, fayHerriot(areas)!]
    const isCovered = ({ value, error }: { value: number; error: number }, own: number) =>
      Number(Math.abs(value - own) <= 1.96 * Math.sqrt(error))
    for (const [at, own] of truth.entries()) {
      found.errors += (model.areas[at]!.value - own) ** 2 / variances.reduce((sum, one) => sum + one, 0) / rounds
      found.covered += isCovered(model.areas[at]!, own) / (4 * rounds)
      found.coveredByReml += isCovered(reml.areas[at]!, own) / (4 * rounds)
    }
  }
  console.log(`zones à ${apart} :`, JSON.stringify(found))
  expect(found.errors).toBeLessThan(apart < 0.06 ? 0.7 : 1)
  expect(found.covered).toBeGreaterThan(0.93)
})
