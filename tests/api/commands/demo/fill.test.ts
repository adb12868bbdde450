import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAuthority } from '../../../../api/authority/begin.ts'
import { epciOf } from '../../../../api/authority/france.ts'
import { fillDemo } from '../../../../api/commands/demo/fill.ts'
import { type AppContext, openContext } from '../../../../api/context.ts'
import { actionLogIn } from '../../../../api/evidence/action-log/log.ts'
import { followUpsIn } from '../../../../api/evidence/documents/follow-ups.ts'
import { planSourceOf } from '../../../../api/evidence/documents/plan-source.ts'
import { writtenPlan } from '../../../../api/evidence/documents/written.ts'
import { decisionsIn } from '../../../../api/results/decisions.ts'
import { openedIn } from '../../../../api/results/public/opened.ts'
import { publicationsIn } from '../../../../api/results/publications.ts'
import { referenceTables } from '../../../../api/tables/reference.ts'
import { firstAuthority } from '../../../../surveys/authority/first.ts'
import { setAuthority } from '../../../../surveys/authority/in-force.ts'
import type { PlanFile } from '../../../../surveys/authority/schema.ts'
import { provisionalZones } from '../../../../surveys/authority/territory.ts'
import { setZone } from '../../../../surveys/days.ts'
import { fieldsOf } from '../../../../surveys/questionnaire/fields.ts'
import { filledOf } from '../../../pdf.ts'
import { aPlace } from '../../fixture.ts'
import { movedOn } from '../../moment.ts'

const place = aPlace()
const groups = [
  { slug: 'familles', people: 320 },
  { slug: 'jeunes-11-15', people: 120 },
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
  expect(filled.map((one) => one.new)).toEqual([320, 120, 0])
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

// « Avant de publier » said that every table had changed since the last publication.
test('its tables were known and saved before the first publication, which was made with them', async () => {
  const [first] = await published('familles')
  for (const { kind, date, savedAt } of await context.tables.saved())
    expect([kind, date < first!.document.date, savedAt < first!.madeAt]).toEqual([kind, true, true])
})

test('decisions stand on findings of both publications, and people may read the results', async () => {
  const taken = (await decisionsIn(context.store).all()).filter(({ on }) => on?.questionnaire === 'familles')
  expect(new Set(taken.map(({ publication }) => publication))).toEqual(new Set([1, 2]))
  for (const { due, pilot, indicator } of taken) expect([due, pilot, indicator]).not.toContain('')
  expect(await openedIn(context.store).last('familles')).toMatchObject({ kind: 'opened', publication: 2 })
})

test('places that do not exist are named to the young, and their finding counts them', async () => {
  const { questionnaire } = await context.questionnaires.published('jeunes-11-15', 2)
  const places = fieldsOf(questionnaire.definition).find(({ path }) => path === 'lieux_dehors')!.choices
  const invented = places.filter(({ text }) => /\(inventée?\)$/.test(text))
  expect(invented).toHaveLength(4)
  const [head] = await published('jeunes-11-15')
  const lines = head!.findings.find(({ indicator }) => indicator === 'lieux')!.table!.rows.map(({ label }) => label)
  expect(lines).toEqual(expect.arrayContaining(invented.map(({ text }) => text)))
})

test('a questionnaire that nobody answered is open, and publishes nothing', async () => {
  expect(await published('jeunes-16-25')).toEqual([])
  expect((await context.questionnaires.found('jeunes-16-25')).status).toBe('open')
})

// A page held one line of the evaluation, another one was half empty before a new part.
test('no page of the documents of its plan is under a third filled, but the last', async () => {
  const source = await planSourceOf({ context, worksOn: () => true }, true)
  for (const name of ['evaluation', 'bilan-2026', 'fiche-4', 'fiche-11']) {
    const document = (await writtenPlan({ context }, source, `${name}.pdf`))!
    const pages = await filledOf(document.content as Uint8Array)
    const inside = pages.slice(name.startsWith('fiche') ? 0 : 1, -1)
    expect(inside.length, name).toBeGreaterThan(0)
    expect([name, inside.filter((filled) => filled < 1 / 3)]).toEqual([name, []])
  }
}, 60_000)

test('run again with more people, it adds those who are new and publishes them', async () => {
  const again = await fillDemo(context, [{ slug: 'familles', people: 360 }, groups[1]!], 7)
  expect(again.map((one) => [one.new, one.same])).toEqual([
    [40, 320],
    [0, 120],
  ])
  expect((await published('familles')).length).toBe(3)
  expect((await published('jeunes-11-15')).length).toBe(1)
})

test('for another authority, the demo is made of its own communes, zones and objectives', async () => {
  const elsewhere = aPlace()
  const other = await openContext(elsewhere, () => new Date('2026-03-02T09:00:00Z'), undefined, { stopwatch: movedOn })
  try {
    const epci = (await epciOf('249740119'))!
    const said = { name: 'Le Nor', inSentence: 'le Nor', territory: 'du Nor', plan: 'Plan', timeZone: 'Indian/Reunion' }
    const made = newAuthority(epci, said, '2026-01-01')
    const authority = { ...made, names: { ...made.names, links: { 1: [1], 22: [2], 6: [2] } }, plan: plan() }
    const version = { authority, date: '2026-01-01', source: 'Plan', changes: [], savedAt: '2026-01-01', savedBy: 'x' }
    await other.authority.save(0, version)
    await fillDemo(other, [{ slug: 'familles', people: 60 }], 7)
    const { zones, supply, frames } = await referenceTables(other.tables)
    const own = new Set(epci.communes.map(({ insee }) => insee))
    expect(zones.rows.filter(({ insee }) => own.has(insee)).length).toBe(own.size)
    expect(supply.rows.every(({ commune }) => own.has(commune))).toBe(true)
    expect(new Set(frames.rows.map(({ zone }) => zone))).toEqual(new Set(['Ensemble', 'Tout le territoire']))
    const logged = (await actionLogIn(other.store).everything()).flatMap(({ value }) =>
      value.entry.objectives.map(({ number }) => number),
    )
    expect(new Set(logged)).toEqual(new Set([1, 2]))
    // its actions are not those that the demo knows something of
    expect(await followUpsIn(other.store).of('1')).toEqual([])
  } finally {
    await other.close()
    rmSync(elsewhere.folder, { recursive: true })
    setAuthority(firstAuthority)
    setZone(firstAuthority.names.timeZone)
  }
})

const plan = (): PlanFile => ({
  title: 'Plan',
  axes: [{ number: 1, title: 'Un axe', transverse: false }],
  orientations: [{ number: 1, axis: 1, title: 'Un axe', theme: 'Un axe' }],
  actions: [
    {
      number: 1,
      title: 'Un axe',
      group: 'Un axe',
      pilots: [],
      rotating: false,
      orientations: [1],
      orientationDeduced: false,
    },
  ],
  objectives: [
    { number: 1, action: 1, start: null, title: 'Accueillir les enfants', short: 'Accueillir' },
    { number: 2, action: 1, start: null, title: 'Ouvrir des lieux', short: 'Des lieux' },
  ],
})
