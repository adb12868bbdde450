import { expect, test } from 'vitest'
import {
  mostHurried,
  mostPerAddress,
  mostPerDevice,
  mostPerKioskDay,
  mostPerKioskHour,
  watchOf,
} from '../../../api/fieldwork/watch.ts'

const at = (address: string, id: string, isHurried = false) => ({
  questionnaire: 'garde',
  id,
  address,
  device: 'un téléphone',
  isHurried,
})

test('a device that sends all day long is a burst from its first sheet on, and only then', () => {
  let now = 0
  const watch = watchOf(() => now)
  const told: string[] = []
  for (let sheet = 0; sheet < 300; sheet++) {
    now += 60_000
    told.push(...(watch.arrived(at('203.0.113.7', `f${sheet}`))?.ids ?? []))
    if (sheet < mostPerDevice - 1) expect(told).toEqual([])
  }
  expect(new Set(told).size).toBe(300)
  expect(told).toHaveLength(300)
})

test('hurried sheets from one address are a burst whatever they say of their device; spread over hours they are not', () => {
  let now = 0
  const watch = watchOf(() => now)
  const hurried = (sheet: number) => watch.arrived({ ...at('203.0.113.8', `f${sheet}`, true), device: `${sheet}` })
  for (let sheet = 0; sheet < mostHurried - 1; sheet++) expect(hurried(sheet)).toBeNull()
  expect(hurried(mostHurried)?.ids).toHaveLength(mostHurried)
  now += 3 * 3_600_000
  for (let sheet = 0; sheet < 40; sheet++) {
    now += 30 * 60_000
    expect(hurried(100 + sheet)).toBeNull()
  }
})

test('behind a proxy that is not trusted, people are not taken for one device', () => {
  const watch = watchOf(() => 0)
  for (let sheet = 0; sheet < 500; sheet++) expect(watch.arrived(at('127.0.0.1', `f${sheet}`))).toBeNull()
})

test('the next day nobody is remembered', () => {
  let now = 0
  const watch = watchOf(() => now)
  for (let sheet = 0; sheet < mostPerDevice - 1; sheet++) watch.arrived(at('203.0.113.9', `f${sheet}`))
  now += 24 * 3_600_000
  expect(watch.arrived(at('203.0.113.9', 'dernier'))).toBeNull()
})

/** Flagged out of `sheets` sent by one address, each from a device never met before and after a long reading time. */
function patient(sheets: number, everyMs: number, addressOf = (_: number) => '203.0.113.10'): number {
  let now = 6 * 3_600_000
  const watch = watchOf(() => now)
  const flagged = new Set<string>()
  for (let sheet = 0; sheet < sheets; sheet++) {
    now += everyMs
    const one = { ...at(addressOf(sheet), `f${sheet}`), device: `appareil-${sheet}` }
    for (const id of watch.arrived(one)?.ids ?? []) flagged.add(id)
  }
  return flagged.size
}
const minute = 60_000

test.each([
  [1, 390],
  [2, 390],
  [5, 200],
])('a patient machine, one response every %i minutes, has its %i responses flagged in the day', (minutes, sheets) => {
  expect(patient(sheets, minutes * minute)).toBe(sheets)
})

test('a hundred families behind one address are not flagged, in ten minutes or in a school day', () => {
  expect(patient(100, 6_000)).toBe(0)
  expect(patient(mostPerAddress - 1, 5 * minute)).toBe(0)
})

test('whoever holds a network of IPv6 addresses is one address, and two IPv4 ones are two', () => {
  expect(patient(200, minute, (sheet) => `2001:db8:1:2::${(sheet + 1).toString(16)}`)).toBe(200)
  expect(patient(200, minute, (sheet) => `203.0.113.${sheet % 2}`)).toBe(0)
})

test('a kiosk where nobody takes the time to read, or a day of too many people, is a burst from its first response on', () => {
  const arrived = (sheets: number, everyMs: number) => {
    const watch = watchOf(() => 0)
    const flagged = new Set<string>()
    for (let sheet = 0; sheet < sheets; sheet++) {
      const answeredAt = new Date(sheet * everyMs).toISOString()
      const one = { questionnaire: 'garde', id: `f${sheet}`, kiosk: 'hall', answeredAt }
      for (const id of watch.arrivedOnKiosk(one)?.ids ?? []) flagged.add(id)
    }
    return flagged.size
  }
  expect(arrived(mostPerKioskHour - 1, minute)).toBe(0)
  expect(arrived(60, minute)).toBe(60)
  // a day without a network, then all at once
  expect(arrived(200, 7 * minute)).toBe(0)
  expect(arrived(mostPerKioskDay, 7 * minute)).toBe(mostPerKioskDay)
})
