import { expect, test } from 'vitest'
import {
  count,
  coverageOf,
  kindsTable,
  kindsText,
  listed,
  type Tally,
} from '../../../analysis/scripts/simulate/kinds.ts'
import { countScales } from '../../../analysis/scripts/simulate/scales.ts'

test('an interval holds the truth at its ends, and no further', () => {
  const tally: Tally = new Map()
  for (const truth of [0.2, 0.25, 0.3, 0.31]) count(tally, 'share', { low: 0.2, high: 0.3 }, truth, 'a')
  count(tally, 'nps', { low: -5, high: 5 }, 6, 'a')
  const rows = listed(tally)
  expect(rows).toEqual([
    { kind: 'share', intervals: 4, inside: 3, error: 0 },
    { kind: 'nps', intervals: 1, inside: 0, error: 0 },
  ])
  expect(coverageOf(rows[0]!)).toBe(75)
  expect(kindsTable(rows)).toContain('| one answer, everybody | 4 | 75.0 % | 0.0 |')
  expect(kindsText(rows)).toContain('75,0\u202f% (± 0,0) de 4 intervalles')
})

test('intervals of one sample go together in the error of a coverage', () => {
  const tally: Tally = new Map()
  for (const [sample, truth] of [
    ['a', 0.25],
    ['a', 0.25],
    ['b', 0.4],
    ['b', 0.4],
  ] as const)
    count(tally, 'share', { low: 0.2, high: 0.3 }, truth, sample)
  // (2 − 1)² + (0 − 1)² = 2, over 4 intervals
  expect(listed(tally)[0]!.error).toBeCloseTo((100 * Math.SQRT2) / 4)
})

// Quartiles held the truth 92 times in 100 at 150 people: the noise of each class below adds up.
test('means, quartiles and balances of published classes hold the truth about as often as they say', () => {
  const tally: Tally = new Map()
  countScales({ samples: 120, people: 150 }, tally)
  const rows = listed(tally)
  expect(rows.map(({ kind }) => kind)).toEqual(['ranking', 'rating', 'mean', 'quantile', 'nps'])
  for (const row of rows) expect(coverageOf(row), row.kind).toBeGreaterThan(row.kind === 'quantile' ? 93 : 89)
})
