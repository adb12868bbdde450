import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { erase } from '../../../api/erasure/erase.ts'
import { asideIn, countingIn } from '../../../api/fieldwork/reviews.ts'
import { studiesIn } from '../../../api/responses/studies.ts'
import { collections } from '../../../api/store/collections.ts'
import { pathOf } from '../../../api/store/sqlite.ts'
import type { FieldworkList, FlagGroup } from '../../../api/wire/fieldwork.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { aBrowser, anOffice, type Office, type Person } from '../accounts/office.ts'
import { moved, stand } from './office.ts'

const families = founding().find(({ slug }) => slug === 'familles')!
let office: Office
let publisher: Person
beforeAll(async () => {
  office = await anOffice({ isReal: true })
  await stand(office, { status: 'open', liveFrom: 1, closesAt: '2027-06-30T21:59:59.000Z' }, 'familles')
  publisher = await office.placed(['publisher'])
})
afterAll(() => office.discard())

const phones = Array.from({ length: 12 }, (_, model) => `Mozilla/5.0 (Linux; Android 14; modele-${model % 5})`)
const people = (seed: number) => {
  const [next, random] = [respondentsOf(families), seeded(seed)]
  return () => next(random)
}
async function put(person: ReturnType<ReturnType<typeof people>>, more: Partial<SentResponse>, agent: string) {
  const body = { questionnaire: 'familles', version: families.version, ...person, mode: 'web', channel: '', ...more }
  return aBrowser(office.url).ask('PUT', `/api/responses/${randomUUID()}`, body, { 'user-agent': agent })
}
const visit = async () =>
  String((await aBrowser(office.url).post('/api/visits', { questionnaire: 'familles' })).body.visit)
const groups = async () => (await publisher.browser.get('/api/fieldwork/familles/flags')).body.groups as FlagGroup[]
const waiting = async () => (await groups()).filter(({ state }) => state === 'waiting')
/** Where results are published, and where a questionnaire is closed. */
const announced = async () => {
  const analyst = await office.placed(['analyst'])
  const results = (await analyst.browser.get('/api/analyse/familles/publications')).body as { waiting: number }
  const closing = (await publisher.browser.get('/api/fieldwork/familles')).body as { flagged: number }
  return [results.waiting, closing.flagged]
}
const responsesIn = (all: FlagGroup[]) => all.reduce((sum, { sheets: responses }) => sum + responses, 0)

test('a hundred families behind one school address in ten minutes: none is refused, at most two are flagged', async () => {
  const next = people(11)
  const visits = await Promise.all(Array.from({ length: 100 }, visit))
  moved(office, 5 * 60_000)
  let refused = 0
  for (const [family, own] of visits.entries()) {
    moved(office, 3_000)
    const { status } = await put(next(), { visit: own }, phones[family % phones.length]!)
    if (status !== 201) refused++
  }
  expect(refused).toBe(0)
  expect(responsesIn(await waiting())).toBeLessThanOrEqual(2)
})

test.each([
  ['without a visit', async () => undefined, 200],
  ['with one visit for all', async () => reused, 200],
  ['with a visit each, and no time to read', visit, 1_000],
])('five hundred answers from one machine, %s, are flagged at 95 % or more', async (_, visitOf, stepMs) => {
  reused = await visit()
  moved(office, 26 * 3_600_000)
  publisher = await office.placed(['publisher'])
  const before = responsesIn(await waiting())
  const next = people(23)
  let refused = 0
  for (let sent = 0; sent < 500; sent++) {
    moved(office, stepMs)
    const own = await visitOf()
    if ((await put(next(), own ? { visit: own } : {}, `programme-${sent % 7}`)).status !== 201) refused++
  }
  expect(refused).toBe(0)
  expect(responsesIn(await waiting()) - before).toBeGreaterThanOrEqual(475)
})
let reused = ''

// « Rien d’autre ne vous attend » stood there until somebody opened the page of flags, or the hour struck
test('what waits is said by whoever reads first: nobody needs to have looked, and a second reading looks at nothing', async () => {
  const own = await anOffice({ isReal: true })
  await stand(own, { status: 'open', liveFrom: 1, closesAt: '2027-06-30T21:59:59.000Z' }, 'familles')
  const person = people(41)()
  for (let sent = 0; sent < 20; sent++)
    await aBrowser(own.url).ask(
      'PUT',
      `/api/responses/${randomUUID()}`,
      { questionnaire: 'familles', version: families.version, ...person, mode: 'web', channel: '' },
      { 'user-agent': 'une machine' },
    )
  const reader = await own.placed(['publisher'])
  const groups = vi.spyOn(own.context.analysis, 'groups')
  const { lines } = (await reader.browser.get('/api/today')).body as unknown as { lines: { text: string }[] }
  expect(lines.map(({ text }) => text).join()).toMatch(/demande(nt)? votre avis/)
  const follow = (await reader.browser.get('/api/fieldwork/familles/follow')).body as { waiting: { text: string }[] }
  expect(follow.waiting[0]!.text).toMatch(/attend(ent)? un avis/)
  groups.mockClear()
  await reader.browser.get('/api/today')
  expect(groups).not.toHaveBeenCalled()
  await own.discard()
})

test('a patient machine with a visit, a device and all its time for each answer is flagged at 95 % or more', async () => {
  const own = await anOffice({ isReal: true, trustProxy: 1, clock: { now: new Date('2026-03-02T00:30:00Z') } })
  await stand(own, { status: 'open', liveFrom: 1, closesAt: '2027-06-30T21:59:59.000Z' }, 'familles')
  const next = people(41)
  for (let sent = 0; sent < 390; sent++) {
    const from = { 'x-forwarded-for': '203.0.113.7', 'user-agent': `appareil-${sent}` }
    const visit = (await aBrowser(own.url).ask('POST', '/api/visits', { questionnaire: 'familles' }, from)).body.visit
    moved(own, 3.5 * 60_000)
    const body = { questionnaire: 'familles', version: families.version, ...next(), mode: 'web', channel: '', visit }
    expect((await aBrowser(own.url).ask('PUT', `/api/responses/${randomUUID()}`, body, from)).status).toBe(201)
  }
  const reader = await own.placed(['publisher'])
  const { body } = await reader.browser.get('/api/fieldwork/familles/flags')
  expect(responsesIn(body.groups as FlagGroup[])).toBeGreaterThanOrEqual(371)
  // an address of people, unlike our own, is compared with others for weeks: it is written nowhere, nor what it was made of
  const path = pathOf(own.config.storeUrl)
  const onDisk = [path, `${path}-wal`]
    .filter(existsSync)
    .map((file) => readFileSync(file, 'latin1'))
    .join()
  expect(onDisk).toContain('familles')
  expect(onDisk + own.logged.join('\n')).not.toMatch(/203\.0\.113|appareil-\d/)
  const flags = await own.context.store.collection(collections.flags).list()
  expect(flags.length).toBeGreaterThanOrEqual(371)
  expect(new Set(flags.flatMap(({ value }) => Object.keys(value)))).toEqual(new Set(['why', 'burst']))
  const row = await own.context.store.responses.get(flags[0]!.id.split('/')[1]!)
  const known = ['id', 'questionnaire', 'version', 'receivedAt', 'trial', 'digest', 'sealed', 'key', 'withdrawal']
  expect(Object.keys(row!).filter((name) => !known.includes(name))).toEqual([])
  await own.discard()
})

test('a machine that sends thirty-six a day within the hours of people, for four days, is a group of its own', async () => {
  const own = await anOffice({ isReal: true, trustProxy: 1, clock: { now: new Date('2026-03-02T07:00:00Z') } })
  await stand(own, { status: 'open', liveFrom: 1, closesAt: '2027-06-30T21:59:59.000Z' }, 'familles')
  const [next, random] = [people(43), seeded(47)]
  const send = async (address: string, agent: string) => {
    const from = { 'x-forwarded-for': address, 'user-agent': agent }
    const { visit } = (await aBrowser(own.url).ask('POST', '/api/visits', { questionnaire: 'familles' }, from)).body
    moved(own, 6 * 60_000)
    const body = { questionnaire: 'familles', version: families.version, ...next(), mode: 'web', channel: '', visit }
    expect((await aBrowser(own.url).ask('PUT', `/api/responses/${randomUUID()}`, body, from)).status).toBe(201)
  }
  for (let sent = 0; sent < 144; sent++) {
    await send('203.0.113.7', `appareil-${sent}`)
    if (sent % 4 === 0) await send(`198.51.100.${sent}`, 'téléphone')
    moved(own, sent % 36 === 35 ? 11 * 3_600_000 : random() * 26 * 60_000)
  }
  const reader = await own.placed(['publisher'])
  const { body } = await reader.browser.get('/api/fieldwork/familles/flags')
  const found = body.groups as FlagGroup[]
  expect(found.map(({ why }) => why)).toEqual(['sender'])
  expect(responsesIn(found)).toBe(144)
  expect(found[0]!.title).toBe('144 réponses venues d’une même adresse pendant des jours')
  await own.discard()
}, 180_000)

test('a patient machine that changes a little each time is flagged by what its answers say', async () => {
  moved(office, 26 * 3_600_000)
  publisher = await office.placed(['publisher'])
  const before = responsesIn(await waiting())
  const copied = people(31)()
  const [other] = [people(37)]
  for (let sent = 0; sent < 60; sent++) {
    const own = await visit()
    moved(office, 5 * 60_000)
    const changed = other()
    const mixed = { ...copied, answers: { ...copied.answers, commune: changed.answers.commune } }
    await put(mixed, { visit: own }, `appareil-${sent}`)
  }
  publisher = await office.placed(['publisher'])
  const found = (await waiting()).filter(({ why }) => why === 'duplicate')
  expect(responsesIn(found)).toBeGreaterThanOrEqual(57)
  expect(responsesIn(await waiting()) - before).toBeGreaterThanOrEqual(57)
})

test('what waits is shown where one publishes or closes; set aside with a reason, it counts no more and can come back', async () => {
  const responses = async (withAside = false) =>
    (await studiesIn(office.context, 'familles', () => {}, null, withAside))[0]!.responses
  const before = await responses()
  const all = await waiting()
  const burst = all.filter(({ why }) => why === 'burst')
  expect(await announced()).toEqual([all.length, all.length])
  const path = (group: FlagGroup) => `/api/fieldwork/familles/flags/${group.key}`
  expect((await publisher.browser.post(path(burst[0]!), { decision: 'aside', reason: '' })).status).toBe(422)
  for (const group of all)
    expect((await publisher.browser.post(path(group), { decision: 'aside', reason: 'Programme' })).status).toBe(200)
  expect(await waiting()).toEqual([])
  expect(await announced()).toEqual([0, 0])
  const real = await office.context.store.responses.count('familles')
  expect(await responses()).toBe(before - responsesIn(all))
  // of 1,560 stuffed responses, at most twenty in each five hundred still weigh
  expect((await responses()) - 100).toBeLessThanOrEqual(62)
  expect(await responses(true)).toBe(before)
  expect(real).toBe(before)
  const page = (await publisher.browser.get('/api/fieldwork/familles/follow')).body as { total: number; aside: number }
  expect(page.aside).toBe(5 * Math.round(responsesIn(all) / 5))
  // « environ 110 » stood in the list, « environ 90 » in the follow-up
  const { questionnaires } = (await publisher.browser.get('/api/fieldwork')).body as unknown as FieldworkList
  expect(questionnaires.find(({ slug }) => slug === 'familles')!.answers).toBe(page.total)
  const [decided] = (await groups()).filter(({ state }) => state === 'aside')
  expect(decided).toMatchObject({ reason: 'Programme', by: await office.context.accounts.all.nameOf(publisher.login) })
  expect(decided!.by).not.toBe(publisher.login)
  await publisher.browser.post(path(decided!), { decision: 'keep', reason: 'Une permanence' })
  expect(await responses()).toBe(before - responsesIn(all) + decided!.sheets)
  const { lines } = await office.context.audit.page(0)
  expect(lines[0]).toMatchObject({
    what: 'reviewed',
    about: 'familles',
    details: { décision: 'gardées', motif: 'Une permanence' },
  })
})

// three of three set aside, then withdrawn: « -5 réponses »
test('one that was set aside is taken off once: withdrawn by its person, no more', async () => {
  const { store } = office.context
  const [id] = await asideIn(store, 'familles')
  const counting = await countingIn(store, 'familles')
  expect(
    await erase(store, {
      at: office.context.now().toISOString(),
      kind: 'response',
      id: id!,
      questionnaire: 'familles',
    }),
  ).toBe(1)
  expect(await countingIn(store, 'familles')).toBe(counting)
})

test('no address and no device is written anywhere, not even hashed beside a response', async () => {
  const stored = JSON.stringify(await office.context.store.collection(collections.flags).list())
  expect(stored).not.toMatch(/127\.0\.0\.1|programme|appareil/)
  expect(office.logged.join('\n')).not.toMatch(/127\.0\.0\.1|programme-/)
})
