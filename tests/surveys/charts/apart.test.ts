import { expect, test } from 'vitest'
import { sidesIn } from '../../../surveys/charts/apart.ts'

const share = (value: number, low: number, high: number, base = 80) => ({ value, low, high, base, unit: 'share' })

// South 40 % of all: its interval meets that of the whole, which holds it
test('a zone is compared with the others together, not with a whole it is a part of', () => {
  const zones = [share(0.59, 0.48, 0.69, 105), share(0.33, 0.2, 0.49, 55), share(0.37, 0.24, 0.53, 55)]
  expect(sidesIn(zones)).toEqual([1, 0, 0])
})

// « 0 % (0 à 17 %) est au-dessous des autres zones », beside 12 and 14 %
test('the sides of the intervals that face each other are what counts', () => {
  expect(sidesIn([share(0, 0, 0.17), share(0.12, 0.06, 0.21), share(0.14, 0.08, 0.23)])).toEqual([0, 0, 0])
  expect(sidesIn([share(0, 0, 0.05), share(0.2, 0.13, 0.29), share(0.22, 0.15, 0.31)])[0]).toBe(-1)
})

test('of several zones the level is that of all of them together', () => {
  // 0.02 alone, two of them no longer
  const two = [share(0.5, 0.4, 0.6), share(0.34, 0.24, 0.44)]
  expect(sidesIn(two)[0]).toBe(0)
  expect(sidesIn([share(0.5, 0.4, 0.6), share(0.33, 0.26, 0.4, 160)])[0]).toBe(1)
})

test('totals, and a zone alone, are compared with nothing', () => {
  expect(sidesIn([share(0.4, 0.3, 0.5)])).toEqual([null])
  expect(
    sidesIn([
      { ...share(40, 30, 50), unit: 'children' },
      { ...share(90, 80, 99), unit: 'children' },
    ]),
  ).toEqual([null, null])
  expect(sidesIn([])).toEqual([])
})
