import { expect, test } from 'vitest'
import {
  asOf,
  correctedFields,
  correctedOn,
  dueDay,
  isLate,
  outcomeSaid,
} from '../../../surveys/authority/follow-up.ts'

const decision = { due: '2026-02-15' }
const said = { text: '', date: '2026-02-12', by: 'A' }

test('a decision is late until it is kept or given up; a new day replaces the first, one under way stays due', () => {
  const on = '2026-03-01'
  const late = (outcome: Parameters<typeof isLate>[0]['outcome']) => isLate({ ...decision, outcome }, on)
  expect(late(undefined)).toBe(true)
  expect(late({ ...said, state: 'kept' })).toBe(false)
  expect(late({ ...said, state: 'dropped' })).toBe(false)
  expect(late({ ...said, state: 'going-on' })).toBe(true)
  const postponed = { ...said, state: 'postponed', until: '2026-05-02' } as const
  expect(late(postponed)).toBe(false)
  expect(isLate({ ...decision, outcome: postponed }, '2026-05-03')).toBe(true)
  expect(dueDay({ ...decision, outcome: postponed })).toBe('2026-05-02')
})

test('what became of it is said with its day and its reason', () => {
  const text = 'Le budget est refusé.'
  expect(outcomeSaid({ ...said, text, state: 'dropped' })).toBe('Abandonnée le 12 février 2026. Le budget est refusé.')
  expect(outcomeSaid({ ...said, state: 'kept' })).toBe('Tenue le 12 février 2026.')
  expect(outcomeSaid({ ...said, state: 'postponed', until: '2026-05-01' })).toBe(
    'Reportée au 1er mai 2026 (dit le 12 février 2026).',
  )
  expect(outcomeSaid({ ...said, text: 'CAF d’accord', state: 'going-on' })).toBe(
    'En cours au 12 février 2026. CAF d’accord.',
  )
})

test('a correction is what was said and is said otherwise, on its last day; what is added or said again is none', () => {
  const now = { text: 'Ouvrir le samedi.', date: '2026-02-12', pilot: 'Pôle Jeunesse', due: '', isPublic: false }
  expect(correctedFields({ ...now, pilot: '' }, now)).toEqual([])
  expect(correctedFields({ ...now, due: '2026-05-01', isPublic: true }, now)).toEqual(['due', 'isPublic'])
  const before = (change: object, until: string) => ({ ...now, ...change, until, by: 'A' })
  const slip = before({ text: 'Ouvir le samedi.' }, '2026-02-13T10:00:00.000Z')
  // by night the day is that of the authority
  const other = before({ pilot: 'Pôle Enfance' }, '2026-02-20T23:30:00.000Z')
  expect(correctedOn({ ...now, former: [slip, other] })).toBe('2026-02-21')
  expect(correctedOn({ ...now, former: [slip, other] }, ['text', 'date'])).toBe('2026-02-13')
  expect(correctedOn({ ...now, former: [before({}, other.until)] })).toBe('')
  expect(correctedOn(now)).toBe('')
})

test('a decision reads on a day as it read then: not yet, before a correction, before what became of it', () => {
  const now = { text: 'Ouvrir le samedi.', date: '2026-02-10', pilot: 'Pôle Jeunesse', at: '2026-02-12T10:00:00.000Z' }
  const slip = { text: 'Ouvir le samedi.', date: '2026-02-10', until: '2026-02-14T10:00:00.000Z', by: 'A' }
  const outcome = { ...said, date: '2026-03-01', state: 'kept' } as const
  const decided = { ...now, former: [slip], outcome }
  expect(asOf(decided, '2026-02-11')).toBeNull()
  expect(asOf(decided, '2026-02-12')).toEqual({ ...now, text: slip.text, pilot: undefined })
  expect(asOf(decided, '2026-02-14')).toEqual({ ...now, former: [slip] })
  expect(asOf(decided, '2026-03-01')).toEqual(decided)
})
