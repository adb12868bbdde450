import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellAll } from '../../api/analyse/pool.ts'
import { publishNow } from '../../api/analyse/publish.ts'
import { reportsIn } from '../../api/analyse/statements.ts'
import { fill } from '../../api/crowd.ts'
import { type House, openHouse } from '../../api/house.ts'
import { founding } from '../../surveys/founding.ts'
import { aPlace } from './fixture.ts'

const slug = 'jeunes-11-15'
const place = aPlace()
let house: House
beforeAll(async () => {
  house = await openHouse(place, () => new Date('2026-03-02T10:00:00Z'))
  await house.questionnaires.loadFounding(founding)
  await come(100, 1)
})
afterAll(async () => {
  await house?.close()
  rmSync(place.folder, { recursive: true, force: true })
})

const come = (people: number, seed: number) => fill(house, [{ slug, people }], seed, () => {})
const report = async (day: string) => {
  const [told] = await tellAll(place, [{ slug, at: `2026-${day}T10:00:00.000Z` }], () => {})
  return told!
}

test('a report is kept, and the same answers give the same report again', async () => {
  const first = await report('04-01')
  expect(first.isNew).toBe(true)
  expect(await reportsIn(house.store).keep(slug, first.statement)).toBe(true)
  const again = await report('04-02')
  expect([again.isNew, again.late]).toEqual([false, null])
  expect(again.statement.document.digest).toBe(first.statement.document.digest)
}, 60_000)

test('too soon after it neither a report nor a publication tells anything new', async () => {
  await come(4, 2)
  const soon = await report('04-03')
  expect(soon.isNew).toBe(false)
  expect(soon.late).toContain('Moins de 11')
  expect(soon.statement.surveyed.responses).toBe(100)
  expect(await publishNow(house, slug, 'a', '2026-04-03T11:00:00.000Z')).toMatchObject({
    refused: expect.stringContaining('rapport du 2026-04-01'),
  })
}, 60_000)

test('a publication after a report hides what their difference would tell, and the next report after it too', async () => {
  await come(12, 3)
  expect(await publishNow(house, slug, 'a', '2026-05-01T11:00:00.000Z')).toEqual({ number: 1 })
  const [before] = await reportsIn(house.store).all(slug)
  const next = await report('05-02')
  // the same answers as the publication: its own words
  expect(next.isNew).toBe(false)
  const [then, now] = [before!.document, next.statement.document].map(({ published }) => published.knowledge.counts)
  const shown = new Set(
    next.statement.document.published.tables.flatMap(({ figures }) =>
      figures.filter(({ secret }) => !secret).map(({ key }) => key),
    ),
  )
  expect(shown.size).toBeGreaterThan(10)
  for (const key of shown) {
    const [a, b] = [then![key], now![key]]
    if (typeof a === 'number' && typeof b === 'number' && a !== b)
      expect(Math.abs(b - a), key).toBeGreaterThanOrEqual(5)
  }
}, 120_000)
