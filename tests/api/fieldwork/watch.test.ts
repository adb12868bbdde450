import { expect, test } from 'vitest'
import { mostHurried, mostPerDevice, watchOf } from '../../../api/fieldwork/watch.ts'

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
