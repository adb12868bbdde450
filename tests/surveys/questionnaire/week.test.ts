import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bands,
  canonicalWeek,
  halfHoursIn,
  splitAtMidnight,
  type WeekRow,
  weekProblem,
} from '../../../surveys/questionnaire/week.ts'
import { seeded, weekFor } from '../answers/walk.ts'

const monday: WeekRow = { week: null, day: 1, from: 11, to: 16, cover: 'none' }

test('a night is split at midnight, and the night of Sunday ends on Monday', () => {
  expect(splitAtMidnight({ ...monday, day: 7, from: 44, to: 12 })).toEqual([
    { ...monday, day: 7, from: 44, to: 48 },
    { ...monday, day: 1, from: 0, to: 12 },
  ])
  expect(splitAtMidnight({ ...monday, from: 44, to: 0 })).toEqual([{ ...monday, from: 44, to: 48 }])
  expect(splitAtMidnight(monday)).toEqual([monday])
})

test('one week has one written form, whatever the order it was typed in', () => {
  const later = { ...monday, from: 16, to: 18 }
  expect(canonicalWeek([later, monday])).toEqual([{ ...monday, to: 18 }])
  expect(canonicalWeek([{ ...later, cover: 'strained' }, monday])).toHaveLength(2)
  expect(canonicalWeek([])).toEqual([])
})

test('a week made of spans that do not overlap is right, and stays right in its written form', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const rows = weekFor(true, seeded(seed))
      expect(weekProblem(rows)).toBeNull()
      expect(weekProblem(canonicalWeek(rows))).toBeNull()
    }),
  )
})

test('overlapping rows, weeks mixed with no week, and a cover nobody asked for are refused in French', () => {
  expect(weekProblem([monday, { ...monday, from: 15, to: 20 }])).toContain('chevauchent le lundi')
  expect(weekProblem([monday, { ...monday, week: 'A', day: 2 }])).toContain('semaine')
  expect(weekProblem([{ ...monday, cover: 'covered' }], false)).not.toBeNull()
  expect(weekProblem([])).not.toBeNull()
})

test('each half-hour of a day falls in one band', () => {
  for (let from = 0; from < 48; from++) {
    const held = bands.filter((band) => halfHoursIn({ ...monday, from, to: from + 1 }, band) === 1)
    expect(held).toHaveLength(1)
  }
})
