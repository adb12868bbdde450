import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fUpper } from '../../../analysis/distributions/f.ts'
import { lgamma } from '../../../analysis/distributions/lgamma.ts'
import { normalQuantile, normalUpper } from '../../../analysis/distributions/normal.ts'
import { tQuantile, tTwoSided } from '../../../analysis/distributions/t.ts'

const near = (value: number, wanted: number) => expect(Math.abs(value / wanted - 1)).toBeLessThan(1e-12)

test('the gamma function is exact where it is known: factorials, √π, and its zeros', () => {
  near(lgamma(11), Math.log(3628800))
  near(lgamma(0.5), Math.log(Math.PI) / 2)
  expect(lgamma(1)).toBe(0)
  expect(lgamma(2)).toBe(0)
  // ln Γ(1 + x) ≈ −γx next to its zero
  near(lgamma(1 + 2 ** -40) / 2 ** -40, -0.5772156649007)
})

test('tails far below 1e-16 keep their digits', () => {
  near(normalUpper(10), 7.619853024160525e-24)
  expect(fUpper(1e6, 2, 10) / (1 + 2e5) ** -5).toBeCloseTo(1, 11)
  expect((tTwoSided(1e9, 1) / 2) * Math.PI * 1e9).toBeCloseTo(1, 11)
})

test('quantiles undo their distribution, on both sides', () => {
  const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
  const df = fc.double({ min: 0.6, max: 5000, noNaN: true })
  fc.assert(
    fc.property(p, df, (p, a) => {
      const outside = 2 * Math.min(p, 1 - p)
      expect(Math.abs(tTwoSided(tQuantile(p, a), a) / outside - 1)).toBeLessThan(1e-9)
      expect(Math.abs(normalUpper(-normalQuantile(p)) / p - 1)).toBeLessThan(1e-12)
    }),
    { numRuns: 60, seed: 1 },
  )
})

test('a t with endless degrees of freedom is the normal', () => {
  expect(tQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975))
  near(tTwoSided(1.96, Number.POSITIVE_INFINITY), 2 * normalUpper(1.96))
  expect(tQuantile(0.5, 3)).toBe(0)
  expect(tQuantile(0, 3)).toBe(Number.NEGATIVE_INFINITY)
})

test('a probability outside [0, 1] is a bug, and says so', () => {
  expect(() => tQuantile(1.2, 3)).toThrow(RangeError)
  expect(() => normalQuantile(Number.NaN)).toThrow(RangeError)
  expect(() => lgamma(0)).toThrow('lgamma needs a number above 0')
})
