import { expect, test } from 'vitest'
import { countedMethod, knownEnd, shadedAs, signed, signTextIn, spoken } from '../../../surveys/charts/known.ts'

const share = (value: number, low: number, high: number) => ({ value, low, high, unit: 'share' })

// a year that six people gave was « 0 % », like one that nobody gave
test('of a share of none or of all, what is known is the end of its interval', () => {
  expect(knownEnd(share(0, 0, 0.16))).toEqual({ side: 'most', value: 0.16 })
  expect(knownEnd(share(1, 0.95, 1))).toEqual({ side: 'least', value: 0.95 })
  expect(knownEnd(share(0.01, 0, 0.16))).toBeNull()
  expect(knownEnd({ value: 0, low: 0, high: 2, unit: 'number' })).toBeNull()
  expect(knownEnd({ value: null })).toBeNull()
})

// « ≤ 3 % » stood beside « 0 » children, of the same share
test('a number of people made from such a share is known by the same end', () => {
  const children = (value: number, low: number, high: number) => ({ value, low, high, unit: 'children' })
  expect(knownEnd(children(0, 0, 230))).toEqual({ side: 'most', value: 230 })
  expect(knownEnd(children(500, 470, 500))).toEqual({ side: 'least', value: 470 })
  expect(knownEnd(children(10, 0, 40))).toBeNull()
  expect(knownEnd(children(0, 0, 0))).toBeNull()
})

test('bodies counted one by one are as many as it says', () => {
  expect(knownEnd({ ...share(0, 0, 0.4), method: countedMethod })).toBeNull()
  expect(knownEnd(share(0, 0, 0))).toBeNull()
})

test('a table has a sign, a sentence has words', () => {
  const percent = (value: number) => `${value * 100} %`
  expect(signed({ side: 'most', value: 0.16 }, percent)).toBe('≤\u202f16 %')
  expect(spoken({ side: 'least', value: 0.95 }, percent)).toBe('au moins 95 %')
})

// « ≥ 74 % » was the lowest bar and the darkest zone of one page
test('a zone is shaded by what is known of it, as its bar ends', () => {
  expect([share(1, 0.74, 1), share(0.81, 0.7, 0.9), share(0, 0, 0.16)].map(shadedAs)).toEqual([0.74, 0.81, 0])
  expect(shadedAs({ value: null })).toBeNull()
})

// a table of « ≥ 74 % » said nothing of its sign
test('each sign that is written is explained, and no other', () => {
  expect(signTextIn(['12 %', 'trop petit'])).toBe('')
  expect(signTextIn(['≤\u202f11\u202f%'])).toMatch(/^Le signe ≤ [^≥]*$/)
  expect(signTextIn(['≥\u202f74\u202f%', '12 %'])).toMatch(/^Le signe ≥ [^≤]*$/)
  expect(signTextIn(['≥\u202f74\u202f%', '≤\u202f11\u202f%'])).toMatch(/Le signe ≤ .* Le signe ≥ /)
})
