import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDemo } from '../../../../api/commands/demo/fill.ts'
import { type AppContext, openContext } from '../../../../api/context.ts'
import { decisionsIn } from '../../../../api/results/decisions.ts'
import { openedIn } from '../../../../api/results/public/opened.ts'
import { publicationsIn } from '../../../../api/results/publications.ts'
import { referenceTables } from '../../../../api/tables/reference.ts'
import { provisionalZones } from '../../../../surveys/authority/territory.ts'
import { aPlace } from '../../fixture.ts'
import { movedOn } from '../../moment.ts'

const place = aPlace()
const groups = [
  { slug: 'familles', people: 320 },
  { slug: 'jeunes-11-15', people: 40 },
  { slug: 'jeunes-16-25', people: 0 },
]
let context: AppContext
let filled: Awaited<ReturnType<typeof fillDemo>>
beforeAll(async () => {
  context = await openContext(place, () => new Date('2026-03-02T09:00:00Z'), undefined, { stopwatch: movedOn })
  filled = await fillDemo(context, groups, 7)
})
afterAll(async () => {
  await context.close()
  rmSync(place.folder, { recursive: true })
})

const published = (slug: string) => publicationsIn(context.store).all(slug)

test('the demo opens on two waves of families, weighted and published while the questionnaire is open', async () => {
  expect(filled.map((one) => one.new)).toEqual([320, 40, 0])
  const [first, second] = await published('familles')
  expect([first!.surveyed.responses, second!.surveyed.responses]).toEqual([80, 305])
  expect(first!.surveyed.period!.to < second!.surveyed.period!.to).toBe(true)
  expect(second!.waves!.changes.length).toBeGreaterThan(0)
  expect(second!.surveyed.trial).toBe(false)
  expect(second!.findings.every(({ evidence }) => evidence.weighted)).toBe(true)
  expect((await context.questionnaires.found('familles')).status).toBe('open')
})

test('register, margins, services, places and prices are there, and each says that it is made up', async () => {
  const reference = await referenceTables(context.tables)
  const { zones, ratios, ...others } = reference
  expect(zones.rows.length).toBe(provisionalZones().rows.length)
  for (const [name, { rows, source }] of Object.entries(others)) {
    expect(rows.length, name).toBeGreaterThan(0)
    expect(source, name).toMatch(/^Données fictives/)
  }
  expect(ratios.source).toMatch(/à confirmer/)
})

test('decisions stand on findings of both publications, and people may read the results', async () => {
  const taken = (await decisionsIn(context.store).all()).filter(({ on }) => on?.questionnaire === 'familles')
  expect(new Set(taken.map(({ publication }) => publication))).toEqual(new Set([1, 2]))
  for (const { due, pilot, indicator } of taken) expect([due, pilot, indicator]).not.toContain('')
  expect(await openedIn(context.store).last('familles')).toMatchObject({ kind: 'opened', publication: 2 })
})

test('a questionnaire that nobody answered is open, and publishes nothing', async () => {
  expect(await published('jeunes-16-25')).toEqual([])
  expect((await context.questionnaires.found('jeunes-16-25')).status).toBe('open')
})

test('run again with more people, it adds those who are new and publishes them', async () => {
  const again = await fillDemo(context, [{ slug: 'familles', people: 360 }, groups[1]!], 7)
  expect(again.map((one) => [one.new, one.same])).toEqual([
    [40, 320],
    [0, 40],
  ])
  expect((await published('familles')).length).toBe(3)
  expect((await published('jeunes-11-15')).length).toBe(1)
})
