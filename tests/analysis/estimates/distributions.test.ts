import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaLower, betaQuantile } from '../../../analysis/distributions/beta.ts'
import { chi2Quantile, chi2Upper } from '../../../analysis/distributions/chi2.ts'
import { fQuantile, fUpper } from '../../../analysis/distributions/f.ts'
import { lgamma } from '../../../analysis/distributions/lgamma.ts'
import { normalLower, normalQuantile, normalUpper } from '../../../analysis/distributions/normal.ts'
import { tLower, tQuantile, tTwoSided, tUpper } from '../../../analysis/distributions/t.ts'

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
  near(normalLower(-10), 7.619853024160525e-24)
  expect(chi2Upper(1000, 2) / Math.exp(-500)).toBeCloseTo(1, 11)
  expect(fUpper(1e6, 2, 10) / (1 + 2e5) ** -5).toBeCloseTo(1, 11)
  expect(tUpper(1e9, 1) * Math.PI * 1e9).toBeCloseTo(1, 11)
})

test('quantiles undo their distribution, on both sides', () => {
  const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
  const df = fc.double({ min: 0.6, max: 5000, noNaN: true })
  fc.assert(
    fc.property(p, df, df, (p, a, b) => {
      expect(Math.abs(tLower(tQuantile(p, a), a) / p - 1)).toBeLessThan(1e-9)
      expect(Math.abs(chi2Upper(chi2Quantile(p, a), a) - (1 - p))).toBeLessThan(1e-10)
      expect(Math.abs(fUpper(fQuantile(p, a, b), a, b) - (1 - p))).toBeLessThan(1e-10)
      expect(Math.abs(betaLower(betaQuantile(p, a, b + 1), a, b + 1) - p)).toBeLessThan(1e-10)
      expect(Math.abs(normalLower(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12)
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
