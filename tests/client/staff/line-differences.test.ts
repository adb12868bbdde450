import { expect, test } from 'vitest'
import { differencesOf } from '../../../client/staff/tables/line-differences.ts'

const older = [
  ['Zone', 'Nord', '100'],
  ['Zone', 'Sud', '1 200'],
  ['Âge', '11 ans', '40'],
]

test('lines added, removed and changed are told apart, with both values of what changed', () => {
  const now = [
    ['Zone', 'Sud', '1 300'],
    ['Zone', 'Centre', '90'],
    ['Âge', '11 ans', '40'],
  ]
  expect(differencesOf(older, now)).toEqual([
    { kind: 'changed', line: now[0], changes: [{ column: 2, before: '1 200', after: '1 300' }] },
    { kind: 'added', line: now[1] },
    { kind: 'removed', line: older[0] },
  ])
})

test('the same lines in another order, or with other spaces, are no difference', () => {
  expect(
    differencesOf(
      older,
      [...older].reverse().map((line) => line.map((cell) => cell.replace(' ', '\u202f'))),
    ),
  ).toEqual([])
})

test('against nothing every line is removed, and from nothing added; equal lines twice are no fault', () => {
  expect(differencesOf(older, []).map(({ kind }) => kind)).toEqual(['removed', 'removed', 'removed'])
  expect(differencesOf([], older).map(({ kind }) => kind)).toEqual(['added', 'added', 'added'])
  expect(differencesOf([...older, older[0]!], older)).toEqual([])
})

// « 1667 → 1 667 » was said to be changed
test('a number written otherwise is the same number', () => {
  const typed = (count: string) => [['Zone', 'Nord', count]]
  for (const same of ['1667', '1\u202f667', '1667,0']) expect(differencesOf(typed('1 667'), typed(same))).toEqual([])
  expect(differencesOf(typed('12,5'), typed('125'))).toHaveLength(1)
  expect(differencesOf([['081', 'a']], [['81', 'a']])).toHaveLength(2)
  expect(differencesOf([['Rue 1 2', 'a']], [['Rue 12', 'a']])).toHaveLength(2)
})

// « AZAS » was told as a line added, « Azas » as one removed
test('a word in capitals or without its accents is the same word', () => {
  const lines = (name: string, unit: string, count: string) => [[name, unit, count]]
  expect(differencesOf(lines('Azas', 'ménages', '1 667'), lines('AZAS', 'menages', '1667'))).toEqual([])
  expect(differencesOf(lines('Azas', 'ménages', '12'), lines('AZAS', 'menages', '13'))).toMatchObject([
    { kind: 'changed', changes: [{ before: '12', after: '13' }] },
  ])
})
