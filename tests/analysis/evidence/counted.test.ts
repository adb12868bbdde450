import { expect, test } from 'vitest'
import { agesOf, attendanceOf, attendanceSentence, countedItems, monthsOf } from '../../../analysis/evidence/counted.ts'
import { emptyEntry, type LogEntry } from '../../../surveys/action-log/entry.ts'

const entry = (day: string, present: number | null, change: Partial<LogEntry> = {}): LogEntry => ({
  ...emptyEntry(day),
  activity: 'Atelier',
  present,
  objectives: [13],
  ...change,
})
const logged = (...entries: LogEntry[]) => entries.map((one, at) => ({ id: String(at), entry: one }))

test('attendances are added; cancelled is no session, uncounted is no zero, families are apart', () => {
  const total = attendanceOf([
    entry('2026-03-10', 8, { families: 5, hours: 2 }),
    entry('2026-03-17', 0, { hours: 1.5 }),
    entry('2026-03-24', null),
    entry('2026-03-31', null, { state: 'cancelled', why: 'Neige' }),
  ])
  expect(total).toEqual({ sessions: 3, attendances: 8, uncounted: 1, families: 5, hours: 3.5, cost: null })
  expect(attendanceSentence(total, '2026')).toBe('3\u00a0séances et 8\u00a0présences en 2026.')
})

test('nothing, one, and nobody counted', () => {
  expect(attendanceOf([])).toMatchObject({ sessions: 0, attendances: null })
  expect(attendanceSentence(attendanceOf([entry('2026-03-10', 1)]), '2026')).toBe(
    '1\u00a0séance et 1\u00a0présence en 2026.',
  )
  expect(attendanceSentence(attendanceOf([entry('2026-03-10', null)]), '2026')).toBe(
    '1\u00a0séance en 2026, sans comptage des personnes.',
  )
  expect(countedItems([])).toEqual([])
})

test('a month without a session is 0, a month that nobody counted is not known', () => {
  const months = monthsOf([entry('2026-03-10', 8), entry('2026-05-10', null)], '2026')
  expect(months).toHaveLength(12)
  expect(months[2]).toMatchObject({ month: '2026-03', attendances: 8 })
  const [item] = countedItems(logged(entry('2026-03-10', 8), entry('2026-05-10', null)))
  expect(item?.chart?.points.slice(2, 5)).toEqual([
    { label: 'mars', value: 8 },
    { label: 'avril', value: 0 },
    { label: 'mai', value: null },
  ])
})

test('the months after the last entry of the log are still to come: they are not 0', () => {
  const items = countedItems(
    logged(entry('2026-03-10', 8), entry('2026-05-10', 3, { objectives: [20] }), entry('2025-06-10', 8)),
  )
  const labels = items.map(({ chart }) => chart?.points.length)
  expect(labels).toEqual([5, 12, 5])
})

test('each objective and year has one piece of evidence, whose sentence is short and whose limits are said', () => {
  const items = countedItems(
    logged(
      entry('2025-03-10', 8),
      entry('2026-03-10', 12, { objectives: [13, 20], pilot: 'LAEP' }),
      entry('2026-04-10', null, { objectives: [20] }),
      entry('2026-05-10', null, { objectives: [36], state: 'planned' }),
    ),
  )
  expect(items.map(({ objective, id }) => [objective, id])).toEqual([
    [13, 'carnet-2026'],
    [13, 'carnet-2025'],
    [20, 'carnet-2026'],
  ])
  const last = items.at(-1)!
  expect(last).toMatchObject({ kind: 'counted', day: '2026-04-10', source: 'Carnet d’actions, LAEP' })
  expect(last.sentence.split(/\s/).length).toBeLessThanOrEqual(25)
  expect(last.limits.join(' ')).toMatch(/1\u00a0séance n’a pas été comptée/)
})

test('classes are of a whole year, to the nearest five, and fewer than eleven are not described', () => {
  const year = [
    entry('2026-03-10', 20, { ages: { child: 12, youth: 3 } }),
    entry('2026-03-17', 9, { ages: { child: 6 } }),
  ]
  expect(agesOf(year)).toEqual([
    { name: 'child', count: 20 },
    { name: 'youth', count: null },
    { name: 'adult', count: null },
  ])
  expect(agesOf([entry('2026-03-10', 20)])).toBeNull()
})
