import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  alternated,
  copied,
  copiedWeek,
  freeSlot,
  inTheWay,
  moved,
  rowsOf,
  type Slot,
  slotsOf,
  stretchesOf,
} from '../../../client/answer/week/slots.ts'
import { canonicalWeek, weekProblem } from '../../../surveys/questionnaire/week.ts'

const slot = (id: number, day: number, from: number, to: number, more: Partial<Slot> = {}): Slot => ({
  id,
  week: null,
  day,
  from,
  to,
  cover: 'none',
  ...more,
})

test('a night from Monday 22 h to 6 h is two rows, and one slot again when the answer is taken up', () => {
  const rows = rowsOf([slot(1, 1, 44, 60)], true)
  expect(rows).toEqual([
    { week: null, day: 1, from: 44, to: 48, cover: 'none' },
    { week: null, day: 2, from: 0, to: 12, cover: 'none' },
  ])
  expect(slotsOf(rows)).toEqual([slot(1, 1, 44, 60)])
})

test('a slot that ends at midnight stays in its day', () => {
  expect(stretchesOf(slot(1, 7, 40, 48))).toEqual([{ week: null, day: 7, from: 40, to: 48, cover: 'none' }])
})

test('a slot is an answer though nobody said how it is covered; where that is not asked, it holds what such rows hold', () => {
  expect(rowsOf([slot(1, 1, 14, 17, { cover: null })], true)).toEqual([
    { week: null, day: 1, from: 14, to: 17, cover: null },
  ])
  expect(rowsOf([slot(1, 1, 14, 17, { cover: null })], false)).toEqual([
    { week: null, day: 1, from: 14, to: 17, cover: 'none' },
  ])
})

test('a slot never runs into another, not even over midnight; another week is no obstacle', () => {
  const night = slot(1, 1, 44, 60)
  expect(inTheWay([night], slot(2, 2, 11, 14))).toBe(night)
  expect(inTheWay([night], slot(2, 2, 12, 14))).toBeUndefined()
  expect(inTheWay([{ ...night, week: 'A' }], slot(2, 2, 0, 14, { week: 'B' }))).toBeUndefined()
  expect(inTheWay([night], { ...night, to: 58 })).toBeUndefined()
})

test('moving the start pushes the end; the end stops half an hour after the start and a day later', () => {
  expect(moved(slot(1, 1, 14, 17), 'from', 20)).toMatchObject({ from: 20, to: 21 })
  expect(moved(slot(1, 1, 14, 17), 'from', -3)).toMatchObject({ from: 0, to: 17 })
  expect(moved(slot(1, 1, 14, 17), 'to', 10)).toMatchObject({ from: 14, to: 15 })
  expect(moved(slot(1, 1, 14, 17), 'to', 90)).toMatchObject({ from: 14, to: 62 })
})

test('a new slot stands at a usual hour that is free; a full day takes none', () => {
  expect(freeSlot([], null, 1)).toMatchObject({ from: 14, to: 17, cover: null })
  expect(freeSlot([slot(1, 1, 12, 20)], null, 1)).toMatchObject({ from: 33, to: 37 })
  expect(freeSlot([slot(1, 1, 0, 48)], null, 1)).toBeNull()
})

test('copying Monday leaves alone the days where something else stands, and names them', () => {
  const monday = slot(1, 1, 11, 16)
  const { slots, refused } = copied([monday, slot(2, 4, 15, 20)], null, 1, [2, 4])
  expect(slots.map(({ day, from, to }) => [day, from, to])).toEqual([
    [1, 11, 16],
    [4, 15, 20],
    [2, 11, 16],
  ])
  expect(refused).toEqual([4])
  expect(copied(slots, null, 1, [2]).refused).toEqual([])
})

test('weeks A and B: the common week becomes A, B may copy it, and going back leaves A', () => {
  const common = [slot(1, 1, 14, 17)]
  const both = copiedWeek(alternated(common, true))
  expect(both.map(({ week }) => week)).toEqual(['A', 'B'])
  expect(alternated(both, false)).toEqual(common)
})

test('whatever is typed, the rows are a week the check accepts, and the same week when taken up again', () => {
  const typed = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 47 }),
      long: fc.integer({ min: 1, max: 48 }),
      cover: fc.constantFrom('covered' as const, 'strained' as const, 'none' as const),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(typed, (wishes) => {
      const slots: Slot[] = []
      for (const { day, from, long, cover } of wishes) {
        const wish = slot(slots.length + 1, day, from, from + long, { cover })
        if (!inTheWay(slots, wish)) slots.push(wish)
      }
      const rows = rowsOf(slots, true)
      expect(weekProblem(rows)).toBeNull()
      expect(canonicalWeek(rowsOf(slotsOf(rows), true))).toEqual(canonicalWeek(rows))
    }),
  )
})
