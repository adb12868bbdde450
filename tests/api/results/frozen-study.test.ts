/** A publication of the same people says nothing new of one of them. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { encryptResponse } from '../../../api/keys/encryption.ts'
import { unreadableIn } from '../../../api/responses/unreadable.ts'
import { publicationsIn } from '../../../api/results/publications.ts'
import { publishNow } from '../../../api/results/publish.ts'
import { snapshotsIn } from '../../../api/results/snapshots.ts'
import { makeTypology } from '../../../api/results/typologies/make.ts'
import type { StoredResponse } from '../../../api/store/store.ts'
import { anOffice, type Office } from '../accounts/office.ts'

const slug = 'jeunes-11-15'
let office: Office
beforeEach(async () => {
  await office?.discard()
  office = await anOffice({ isReal: true })
  await fill(office.context, [{ slug, people: 200 }], 7, () => {})
}, 60_000)
afterAll(() => office?.discard())

const publish = () => publishNow(office.context, slug, 'a', office.clock.now.toISOString())
const later = () => {
  office.clock.now = new Date(office.clock.now.getTime() + 86_400_000)
}

/** Twenty more, five a day: as many as a new snapshot wants, few in each group. */
const newcomers = () => newcomersFrom(21)

async function newcomersFrom(first: number) {
  for (const seed of [0, 1, 2, 3].map((more) => first + more)) {
    later()
    await fill(office.context, [{ slug, people: 5 }], seed, () => {})
  }
}

/** Saves a table that no figure of these young people needs, as anybody of the staff may. */
async function saveTable(name: string, cells: string[][], after = 0) {
  const analyst = await office.placed(['analyst'])
  const body = { after, cells, date: '2026-01-01', source: 'Mairie' }
  const { status, text } = await analyst.browser.post(`/api/tables/${name}`, body)
  expect(status, text).toBe(201)
}

/** One person says another way of going about. */
async function correctOne() {
  const { store, keyring } = office.context
  const rows: StoredResponse[] = []
  for await (const block of store.responses.blocks(slug)) rows.push(...block)
  const open = unreadableIn(office.context).open
  for (const row of rows) {
    const response = (await open(row))!
    const { trajet } = response.answers
    if (typeof trajet !== 'string') continue
    const answers = { ...response.answers, trajet: trajet === 'velo' ? 'bus' : 'velo' }
    const { encrypts } = await office.context.settings()
    const corrected = encryptResponse({ ...response, answers }, await keyring.keyFor(slug), encrypts, row.withdrawal)
    return expect(await store.responses.replace(corrected, row.digest)).toBe(true)
  }
}

const costs = [['Repas', 'dépense', 'enfant', '5,20']]

test('once an answer was corrected, no table saved brings out the difference of that person', async () => {
  expect(await publish()).toEqual({ number: 1 })
  await correctOne()
  later()
  await saveTable('costs', costs)
  const refused = expect.stringContaining('corrigées, retirées ou mises de côté')
  expect(await publish()).toEqual({ refused })
  const asked = { questions: [], classes: 3 }
  expect(await makeTypology(office.context, { slug, by: 'a', at: office.clock.now.toISOString(), asked })).toEqual({
    refused,
  })
}, 120_000)

// With eleven newcomers elsewhere, a group that stayed whole differed by the one answer.
test('a group in which somebody corrected an answer waits, newcomers elsewhere or not', async () => {
  const waitingIn = async () => {
    const [, second] = await snapshotsIn(office.context.store).all(slug, true)
    return second!.lists.filter(({ waiting }) => waiting !== 0).map(({ path }) => path)
  }
  expect(await publish()).toEqual({ number: 1 })
  await correctOne()
  await newcomers()
  expect(await publish()).toEqual({ number: 2 })
  expect(await waitingIn()).toContain('zone')
}, 120_000)

test('without a correction, newcomers leave no group waiting for who left', async () => {
  expect(await publish()).toEqual({ number: 1 })
  await newcomers()
  expect(await publish()).toEqual({ number: 2 })
  const [, second] = await snapshotsIn(office.context.store).all(slug, true)
  expect(second!.lists.map(({ waiting }) => waiting)).toEqual(second!.lists.map(() => 0))
}, 120_000)

// an age band that took its newcomers in lost its figures of ten questions, while zones that waited kept theirs
test('a group that is still there loses no figure to the next publication', async () => {
  expect(await publish()).toEqual({ number: 1 })
  await newcomersFrom(11)
  await newcomersFrom(31)
  expect(await publish()).toEqual({ number: 2 })
  const [first, second] = (await publicationsIn(office.context.store).all(slug)).map(
    ({ document }) => document.published,
  )
  const now = new Map(second!.tables.flatMap(({ id, figures }) => figures.map((one) => [`${id} ${one.key}`, one])))
  const lost = first!.tables.flatMap(({ id, figures }) =>
    figures.filter(({ key, state }) => state !== 'too-small' && now.get(`${id} ${key}`)?.state === 'too-small'),
  )
  expect(lost).toEqual([])
  const kept = [...now.values()].filter((one) => one.day !== undefined)
  expect(kept.length).toBeGreaterThan(0)
}, 120_000)

// a figure of an earlier day was no part of the contract: 27 of 30 pages of findings failed after a second publication
test('every page of results is served where figures are of an earlier day, and after a table made a third', async () => {
  expect(await publish()).toEqual({ number: 1 })
  await newcomersFrom(11)
  await newcomersFrom(31)
  expect(await publish()).toEqual({ number: 2 })
  later()
  await saveTable('costs', costs)
  expect(await publish()).toEqual({ number: 3 })
  const analyst = await office.placed(['analyst'])
  const get = (path: string) => analyst.browser.get(`/api/analyse${path}`)
  const { findings } = (await get(`/${slug}/findings`)).body as { findings: { indicator: string; objective: number }[] }
  const { questions } = (await get(`/${slug}/questions`)).body as {
    questions: { path: string; lists: { path: string }[] }[]
  }
  const paths = [
    ...['', '?publication=1', '?publication=2'].flatMap((of) => [
      ...findings.map(({ indicator }) => `/${slug}/findings/${encodeURIComponent(indicator)}${of}`),
      `/${slug}/answered${of}`,
    ]),
    ...new Set(findings.map(({ objective }) => `/objectives/${objective}`)),
    ...questions.flatMap(({ path, lists }) =>
      ['', ...lists.map((list) => list.path)].map(
        (by) => `/${slug}/questions/${encodeURIComponent(path)}?by=${encodeURIComponent(by)}`,
      ),
    ),
    `/${slug}/publications`,
    `/${slug}/readiness`,
    ...['report.pdf', 'report.html', 'report.docx', 'report.xlsx', 'tables.csv', 'findings.json'].flatMap((file) =>
      [2, 3].map((number) => `/${slug}/publications/${number}/${file}`),
    ),
    `/${slug}/gaps`,
    `/${slug}/map`,
    `/${slug}/typologies`,
    '/committee',
    '/mapped',
    '',
  ]
  expect(findings.length).toBeGreaterThan(20)
  const refused: string[] = []
  for (const path of paths) {
    const { status } = await get(path)
    if (status !== 200) refused.push(`${path} ${status}`)
  }
  expect(refused).toEqual([])
}, 120_000)

test('with the same answers, a table saved makes another publication', async () => {
  expect(await publish()).toEqual({ number: 1 })
  later()
  await saveTable('costs', costs)
  expect(await publish()).toEqual({ number: 2 })
}, 120_000)

test('other margins over the same answers wait for eleven newcomers; the same margins do not', async () => {
  const margins = (...counts: [number, number]) =>
    ['Une fille', 'Un garçon'].map((title, at) => ['genre', title, 'personnes', String(counts[at])])
  await saveTable('margins', margins(500, 500))
  expect(await publish()).toEqual({ number: 1 })
  later()
  await saveTable('margins', margins(600, 400), 1)
  expect(await publish()).toEqual({ refused: expect.stringContaining('Les marges ont changé') })
  later()
  await saveTable('margins', margins(500, 500).toReversed(), 2)
  expect(await publish()).toEqual({ number: 2 })
}, 120_000)
