import { expect, test } from 'vitest'
import { comingBack, nextDay } from '../../../surveys/action-log/coming-back.ts'
import { emptyEntry, type LogEntry } from '../../../surveys/action-log/entry.ts'

const one = (day: string, change: Partial<LogEntry> = {}) => ({
  id: `${day}${change.commune ?? ''}`,
  entry: { ...emptyEntry(day), activity: 'Atelier', repeats: 'week' as const, ...change },
})

test('every week, every other week, and the same weekday of the month', () => {
  expect(nextDay('2026-03-10', 'week')).toBe('2026-03-17')
  expect(nextDay('2026-03-10', 'fortnight')).toBe('2026-03-24')
  // the second Tuesday of April
  expect(nextDay('2026-03-10', 'month')).toBe('2026-04-14')
  expect(nextDay('2026-12-08', 'month')).toBe('2027-01-12')
  // April has no fifth Tuesday: its last one
  expect(nextDay('2026-03-31', 'month')).toBe('2026-04-28')
  expect(nextDay('2026-03-10', 'none')).toBeNull()
})

test('the first one that nobody logged is offered, and how many more have passed', () => {
  expect(comingBack([one('2026-03-03'), one('2026-03-10')], '2026-03-12')).toMatchObject([
    { day: '2026-03-17', missed: 0 },
  ])
  expect(comingBack([one('2026-03-03')], '2026-03-25')).toMatchObject([{ day: '2026-03-10', missed: 2 }])
  // far ahead, nothing is asked yet
  expect(comingBack([one('2026-03-10', { repeats: 'month' })], '2026-03-12')).toEqual([])
})

test('what was stopped, and what nobody has logged for long, is not asked for', () => {
  expect(comingBack([one('2026-03-10', { state: 'stopped' })], '2026-03-18')).toEqual([])
  expect(comingBack([one('2025-09-02')], '2026-03-18')).toEqual([])
})

test('two communes are two activities, more than three are one that goes around', () => {
  const at = (commune: string, day: string) => one(day, { commune })
  expect(comingBack([at('a', '2026-03-10'), at('b', '2026-03-11')], '2026-03-18')).toHaveLength(2)
  const around = ['a', 'b', 'c', 'd'].map((commune, week) => at(commune, `2026-03-${10 + week}`))
  expect(comingBack(around, '2026-03-18')).toMatchObject([{ day: '2026-03-20' }])
})
