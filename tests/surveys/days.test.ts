import { afterEach, expect, test } from 'vitest'
import {
  dayAfter,
  dayNames,
  dayOf,
  dayText,
  defaultZone,
  endOfDay,
  fullDayText,
  hourText,
  isZone,
  momentText,
  monthName,
  monthsAfter,
  monthText,
  setZone,
  shortDayText,
  startOfDay,
} from '../../surveys/days.ts'
import { languages } from '../../surveys/languages.ts'

afterEach(() => setZone(defaultZone))

test('in Paris a day begins at midnight, in winter, in summer, and on the two days when the clock changes', () => {
  expect(startOfDay('2026-01-15')).toBe('2026-01-14T23:00:00.000Z')
  expect(startOfDay('2026-06-30')).toBe('2026-06-29T22:00:00.000Z')
  // the clock goes forward on 29 March and back on 25 October: 23 hours and 25
  expect([startOfDay('2026-03-29'), endOfDay('2026-03-29')]).toEqual([
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T21:59:59.000Z',
  ])
  expect([startOfDay('2026-10-25'), endOfDay('2026-10-25')]).toEqual([
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T22:59:59.000Z',
  ])
})

test('on La Réunion, four hours ahead, a questionnaire closes at its own midnight', () => {
  setZone('Indian/Reunion')
  expect(startOfDay('2026-06-30')).toBe('2026-06-29T20:00:00.000Z')
  expect(endOfDay('2026-06-30')).toBe('2026-06-30T19:59:59.000Z')
  expect(dayOf('2026-06-30T20:30:00Z')).toBe('2026-07-01')
  expect(dayText('2026-06-30T20:30:00Z')).toBe('1er juillet 2026')
  expect(hourText('2026-06-30T20:30:00Z')).toBe('00\u00a0h\u00a030')
})

test('west of Greenwich a plain day stays that day', () => {
  setZone('America/Martinique')
  expect(dayText('2026-06-30')).toBe('30 juin 2026')
  expect(dayOf('2026-06-30T02:00:00Z')).toBe('2026-06-29')
  expect(startOfDay('2026-06-30')).toBe('2026-06-30T04:00:00.000Z')
})

test('where the clock jumps over midnight, the day begins after the jump', () => {
  setZone('America/Santiago')
  // on 6 September 2026 the clock goes from 23:59:59 to 01:00:00
  expect(startOfDay('2026-09-06')).toBe('2026-09-06T04:00:00.000Z')
  expect(endOfDay('2026-09-05')).toBe('2026-09-06T03:59:59.000Z')
})

test.each(['Europe/Paris', 'Indian/Reunion', 'America/Santiago', 'Pacific/Wallis', 'America/Cayenne'])(
  'in %s each day of a year begins on itself, one second after the one before ends',
  (zone) => {
    setZone(zone)
    for (let day = '2026-01-01'; day < '2027-01-01'; day = dayAfter(day)) {
      expect(dayOf(startOfDay(day)), day).toBe(day)
      expect(dayOf(endOfDay(day)), day).toBe(day)
      expect(Date.parse(startOfDay(dayAfter(day))) - Date.parse(endOfDay(day)), day).toBe(1_000)
    }
  },
)

test('a zone that does not exist is refused and changes nothing', () => {
  expect(() => setZone('Europe/Lavaur')).toThrow(RangeError)
  expect([isZone('Europe/Lavaur'), isZone('Indian/Reunion')]).toEqual([false, true])
  expect(startOfDay('2026-06-30')).toBe('2026-06-29T22:00:00.000Z')
})

test('moments, months and days are written as each language writes them', () => {
  expect(momentText('2026-03-03T13:05:00Z')).toBe('3 mars 2026 à 14\u00a0h\u00a005')
  expect([monthText('2026-03'), monthText('2026-03', 'ar')]).toEqual(['mars 2026', 'مارس 2026'])
  expect([monthName('2026-07'), monthName('2026-07', 'short')]).toEqual(['juillet', 'juil.'])
  expect(monthsAfter('2026-01-31T10:00:00.000Z', 1)).toBe('2026-02-28T10:00:00.000Z')
  const now = new Date('2026-01-01T12:00:00Z')
  expect(languages.map((language) => shortDayText('2026-06-30', language, now))).toEqual([
    '30\u00a0juin',
    '30\u00a0juin',
    '30\u00a0June',
    '30\u00a0يونيو',
    '30\u00a0de\u00a0junio',
  ])
  expect(shortDayText('2026-06-30', 'fr', new Date('2027-01-01T12:00:00Z'))).toBe('30\u00a0juin 2026')
  expect(dayNames()[0]).toBe('lundi')
  expect(dayNames('es')[6]).toBe('domingo')
})

test('the first day of a month is said as French people say it, and in no other language', () => {
  expect(dayText('2026-11-01')).toBe('1er novembre 2026')
  expect(dayText('2026-11-11', 'fr-facile')).toBe('11 novembre 2026')
  expect(fullDayText('2026-12-01')).toBe('mardi 1er décembre 2026')
  expect(shortDayText('2026-12-01', 'fr', new Date('2026-11-30T09:00:00Z'))).toBe('1er\u00a0décembre')
  expect(momentText('2026-12-01T08:05:00Z')).toBe('1er déc. 2026 à 09\u00a0h\u00a005')
  expect(dayText('2026-11-01', 'en')).toBe('1 November 2026')
})
