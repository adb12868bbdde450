import { expect, test } from 'vitest'
import {
  burstsOf,
  mostHurried,
  mostPerAddress,
  mostPerDevice,
  mostPerKioskDay,
  mostPerKioskHour,
} from '../../../api/fieldwork/bursts.ts'

const at = (address: string, id: string, isHurried = false) => ({
  questionnaire: 'garde',
  id,
  address,
  device: 'un téléphone',
  isHurried,
})

test('a device that sends all day long is a burst from its first response on, and only then', () => {
  let now = 0
  const watch = burstsOf(() => now)
  const noticed: string[] = []
  for (let response = 0; response < 300; response++) {
    now += 60_000
    noticed.push(...(watch.arrived(at('203.0.113.7', `f${response}`))?.ids ?? []))
    if (response < mostPerDevice - 1) expect(noticed).toEqual([])
  }
  expect(new Set(noticed).size).toBe(300)
  expect(noticed).toHaveLength(300)
})

test('hurried responses from one address are a burst whatever they say of their device; spread over hours they are not', () => {
  let now = 0
  const watch = burstsOf(() => now)
  const hurried = (response: number) =>
    watch.arrived({ ...at('203.0.113.8', `f${response}`, true), device: `${response}` })
  for (let response = 0; response < mostHurried - 1; response++) expect(hurried(response)).toBeNull()
  expect(hurried(mostHurried)?.ids).toHaveLength(mostHurried)
  now += 3 * 3_600_000
  for (let response = 0; response < 40; response++) {
    now += 30 * 60_000
    expect(hurried(100 + response)).toBeNull()
  }
})

test('behind a proxy that is not trusted, people are not taken for one device', () => {
  const watch = burstsOf(() => 0)
  for (let response = 0; response < 500; response++) expect(watch.arrived(at('127.0.0.1', `f${response}`))).toBeNull()
})

test('the next day nobody is remembered', () => {
  let now = 0
  const watch = burstsOf(() => now)
  for (let response = 0; response < mostPerDevice - 1; response++) watch.arrived(at('203.0.113.9', `f${response}`))
  now += 24 * 3_600_000
  expect(watch.arrived(at('203.0.113.9', 'dernier'))).toBeNull()
})

/** Flagged out of `responses` sent by one address, each from a device never met before and after a long reading time. */
function patient(responses: number, everyMs: number, addressOf = (_: number) => '203.0.113.10'): number {
  let now = 6 * 3_600_000
  const watch = burstsOf(() => now)
  const flagged = new Set<string>()
  for (let response = 0; response < responses; response++) {
    now += everyMs
    const one = { ...at(addressOf(response), `f${response}`), device: `appareil-${response}` }
    for (const id of watch.arrived(one)?.ids ?? []) flagged.add(id)
  }
  return flagged.size
}
const minute = 60_000

test.each([
  [1, 390],
  [2, 390],
  [5, 200],
])(
  'a patient machine, one response every %i minutes, has its %i responses flagged in the day',
  (minutes, responses) => {
    expect(patient(responses, minutes * minute)).toBe(responses)
  },
)

test('a hundred families behind one address are not flagged, in ten minutes or in a school day', () => {
  expect(patient(100, 6_000)).toBe(0)
  expect(patient(mostPerAddress - 1, 5 * minute)).toBe(0)
})

test('whoever holds a network of IPv6 addresses is one address, and two IPv4 ones are two', () => {
  expect(patient(200, minute, (response) => `2001:db8:1:2::${(response + 1).toString(16)}`)).toBe(200)
  expect(patient(390, minute, (response) => `2001:db8:1:${(response % 256).toString(16)}::1`)).toBe(390)
  expect(patient(200, minute, (response) => `203.0.113.${response % 2}`)).toBe(0)
})

test('a kiosk where nobody takes the time to read, or a day of too many people, is a burst from its first response on', () => {
  const arrived = (responses: number, everyMs: number) => {
    const watch = burstsOf(() => 0)
    const flagged = new Set<string>()
    for (let response = 0; response < responses; response++) {
      const answeredAt = new Date(response * everyMs).toISOString()
      const one = { questionnaire: 'garde', id: `f${response}`, kiosk: 'hall', answeredAt }
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
