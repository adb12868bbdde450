/** What a set holds is never said to be more than the set. */
import { expect, test } from 'vitest'
import type { Estimate, NoEstimate } from '../../../analysis/estimates/estimate.ts'
import { nested } from '../../../analysis/estimates/nested.ts'

const share = (value: number, low: number, high: number): Estimate => ({
  ...{ value, low, high, base: 100, effectiveBase: 100, unit: 'share', method: 'Wilson' },
})
const none: NoEstimate = { value: null, why: 'too-few', base: 0 }
const ends = (sets: ReturnType<typeof nested>) =>
  sets.map((one) => one.value !== null && [one.low, one.value, one.high])

test('an upper end is at most that of a larger set, a lower end at least that of a smaller one', () => {
  expect(ends(nested([share(0, 0, 0.055), share(0.01, 0, 0.045), share(0.02, 0.01, 0.06)]))).toEqual([
    [0, 0, 0.045],
    [0, 0.01, 0.045],
    [0.01, 0.02, 0.06],
  ])
  expect(ends(nested([share(0.2, 0.15, 0.25), share(0.21, 0.14, 0.28)]))).toEqual([
    [0.15, 0.2, 0.25],
    [0.15, 0.21, 0.28],
  ])
})

test('what has no figure says nothing of the others, and no end passes its own value', () => {
  expect(nested([none, share(0.3, 0.2, 0.4)])).toEqual([none, share(0.3, 0.2, 0.4)])
  expect(ends(nested([share(0.3, 0.2, 0.4), share(0.1, 0.05, 0.15)]))).toEqual([
    [0.2, 0.3, 0.3],
    [0.1, 0.1, 0.15],
  ])
})
