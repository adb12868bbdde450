import { expect, test } from 'vitest'
import { emptyEntry, type LogEntry } from '../../../surveys/action-log/entry.ts'
import { entryProblems } from '../../../surveys/action-log/problems.ts'

const known = { communes: new Set(['81001']), objectives: new Set([1, 2]), actions: new Set([1]) }
const today = '2026-03-12'
const entry = (change: Partial<LogEntry> = {}): LogEntry => ({ ...emptyEntry(today), activity: 'Atelier', ...change })
const paths = (change: Partial<LogEntry>) => entryProblems(entry(change), known, today).map(({ path }) => path)

test('a name and a day are enough; nobody counted is not zero, and both are taken', () => {
  expect(paths({})).toEqual([])
  expect(paths({ present: 0 })).toEqual([])
  expect(paths({ activity: ' ' })).toEqual(['activity'])
  expect(paths({ day: '2026-02-30' })).toEqual(['day'])
})

test('what is done cannot lie ahead; what is planned can', () => {
  expect(paths({ day: '2026-03-13' })).toEqual(['day'])
  expect(paths({ day: '2026-03-13', state: 'planned' })).toEqual([])
})

test('what was stopped or cancelled says why, and has nobody', () => {
  expect(paths({ state: 'cancelled' })).toEqual(['why'])
  expect(paths({ state: 'cancelled', why: 'Trop peu d’inscrits', present: 0 })).toEqual(['present'])
  expect(paths({ state: 'stopped', why: 'Plus de salle' })).toEqual([])
})

test('classes that add up to more than the total are said, with both numbers; fewer is fine', () => {
  expect(paths({ present: 14, ages: { child: 8, adult: 6 } })).toEqual([])
  expect(paths({ present: 14, ages: { child: 8 } })).toEqual([])
  const [problem] = entryProblems(entry({ present: 12, ages: { child: 8, adult: 6 } }), known, today)
  expect(problem?.message).toMatch(/14.*12/)
  expect(paths({ present: 3, origins: { outside: 4 } })).toEqual(['origins'])
  expect(paths({ present: null, ages: { child: 8 } })).toEqual(['present'])
})

test('what the plan and the territory do not know is refused', () => {
  expect(paths({ commune: '75056' })).toEqual(['commune'])
  expect(paths({ objectives: [1, 99] })).toEqual(['objectives'])
  expect(paths({ action: 99 })).toEqual(['action'])
})
