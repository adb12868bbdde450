import { expect, test } from 'vitest'
import { isUncertain } from '../../../surveys/charts/uncertain.ts'

const share = (value: number, low: number, high: number, effectiveBase: number) => ({
  value,
  low,
  high,
  effectiveBase,
  unit: 'share',
})

test('a level is hatched when its interval is too wide to read it', () => {
  expect(isUncertain(share(0.02, 0, 0.04, 100))).toBe(false)
  expect(isUncertain(share(0.05, 0.01, 0.12, 100))).toBe(true)
  expect(isUncertain(share(0.5, 0.45, 0.55, 400))).toBe(false)
  expect(isUncertain(share(0.5, 0.35, 0.65, 60))).toBe(true)
  expect(isUncertain(share(0.5, 0.4, 0.6, 29))).toBe(true)
  // grey stripes say it
  expect(isUncertain({ value: null })).toBe(false)
})

test('a mean or a total is read by its interval beside its value', () => {
  const minutes = (low: number, high: number) => ({ value: 20, low, high, effectiveBase: 200, unit: 'minutes' })
  expect(isUncertain(minutes(18, 22))).toBe(false)
  expect(isUncertain(minutes(15, 25))).toBe(true)
})
