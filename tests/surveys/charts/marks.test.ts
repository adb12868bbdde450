import { expect, test } from 'vitest'
import { bar, week } from '../../../analysis/report/html/svg.ts'
import { barOf } from '../../../client/parts/charts/specs.ts'
import { countedMethod } from '../../../surveys/charts/known.ts'
import { axisEnd, barMark, levelOf, shadeMark } from '../../../surveys/charts/marks.ts'

test('classes begin at their end, zero is nobody', () => {
  expect([0, 0.01, 0.05, 0.0999, 0.1, 0.2, 0.4, 1].map((share) => levelOf(share))).toEqual([0, 1, 2, 2, 3, 4, 5, 5])
})

test('a bar stands from zero, inside its axis; without a figure there is none', () => {
  expect(barMark({ value: 0.25, low: 0.2, high: 0.6 }, 0.5, true)).toEqual({
    length: 0.5,
    low: 0.4,
    high: 1,
    isHatched: true,
  })
  expect(barMark({ value: null }, 0.5, true)).toBeNull()
})

// « ≥ 57 % » was a full bar
test('of a figure known by its low end alone, the bar stands to that end', () => {
  const most = { value: 1, low: 0.57, high: 1, base: 20, effectiveBase: 20, unit: 'share', method: 'wilson' } as const
  expect(barMark(most, 1, false)).toEqual({ length: 0.57, low: 0.57, high: 1, isHatched: false })
  expect(bar(most, 1, false)).toContain('<rect x="0" y="4" width="57%"')
  expect(barOf('Sud', most, false)).toMatchObject({ value: 0.57, high: 1, text: '≥\u202f57\u202f%' })
  expect(barMark({ ...most, method: countedMethod }, 1, false)).toMatchObject({ length: 1 })
})

// a protected 0 % (0 to 35 %) was drawn as certain
test('a shade without a figure is striped, nobody may be as imprecise as any other', () => {
  expect([shadeMark(null, true), shadeMark(0, true), shadeMark(0.3, true)]).toEqual([
    { level: null, isHatched: false },
    { level: 0, isHatched: true },
    { level: 4, isHatched: true },
  ])
})

test('an axis ends at a round number that holds every interval', () => {
  expect([0, 0.1, 0.11, 0.34, 0.51].map((one) => axisEnd(one, true))).toEqual([0.1, 0.1, 0.2, 0.5, 1])
  expect([0, 3, 12, 51].map((one) => axisEnd(one, false))).toEqual([1, 5, 20, 100])
})

test('documents draw the marks and nothing else', () => {
  const estimate = {
    value: 0.25,
    low: 0.2,
    high: 0.3,
    base: 100,
    effectiveBase: 100,
    unit: 'share',
    method: '',
  } as const
  expect(bar(estimate, 0.5, false)).toContain('width="50%"')
  const values = Array.from({ length: 7 }, () => new Array<number | null>(48).fill(0.3))
  const uncertain = values.map((row) => row.map(() => false))
  const fills = week({ layer: 'needed', title: '', values, uncertain }, []).match(/fill="#[0-9a-f]{6}"/g)
  expect(new Set(fills)).toEqual(new Set(['fill="#2f7f7d"']))
})
