/** With the young: nothing shown unread, nothing tied to anybody, nothing open without a decision. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicLanguages } from '../../../analysis/report/public/languages.ts'
import { contactsIn } from '../../../api/responses/contacts.ts'
import { collections } from '../../../api/store/collections.ts'
import type { YoungPage } from '../../../api/wire/contracts/shapes/young.ts'
import { aBrowser, anOffice, type Browser, type Office, type Person } from '../accounts/office.ts'
import { aMomentLater } from '../moment.ts'

let office: Office
let vigilance: Person
let publisher: Person
let anybody: Browser
beforeAll(async () => {
  office = await anOffice()
  vigilance = await office.placed(['vigilance'])
  publisher = await office.placed(['publisher'])
  anybody = aBrowser(office.url)
})
afterAll(() => office.discard())

const write = (text: string, id = randomUUID()) => anybody.post('/api/ideas', { id, text })
const page = async (person = vigilance) => (await person.browser.get('/api/young')).body as unknown as YoungPage

test('nothing is open without a decision of the staff: no idea is taken, the wall says so in four languages', async () => {
  expect((await write('Un skatepark')).body.code).toBe('young-closed')
  for (const language of publicLanguages) {
    const { status, text } = await anybody.get(`/idees?langue=${language}`)
    expect([status, text.match(/<h1/g)?.length]).toEqual([404, 1])
  }
  expect((await vigilance.browser.post('/api/young', { isOpen: true })).status).toBe(403)
  expect((await publisher.browser.post('/api/young', { isOpen: true })).status).toBe(200)
  await aMomentLater()
  expect((await anybody.get('/api/site')).body.hasYoung).toBe(true)
})

test('an idea is masked before it is stored, stored once, and shown only once it was read', async () => {
  const id = randomUUID()
  for (let twice = 0; twice < 2; twice++)
    expect((await write('Un skatepark, demandez à Kevin Durand au 06 39 98 00 01 <b>', id)).status).toBe(201)
  const stored = JSON.stringify(await office.context.store.documents(collections.ideas.name).list())
  expect(stored).not.toMatch(/Durand|06 39 98/)
  expect((await anybody.get('/idees')).text).not.toContain('skatepark')
  const { toRead, waiting } = await page()
  expect([waiting, toRead.map(({ id: one }) => one)]).toEqual([1, [id]])
  expect((await vigilance.browser.post(`/api/young/ideas/${id}`)).status).toBe(200)
  const { text } = await anybody.get('/idees')
  expect(text).toContain('skatepark')
  expect(text).toContain('&lt;b&gt;')
  expect(text).not.toMatch(/<script|style="/)
  expect((await anybody.get('/idees?langue=ar')).text).toContain('lang="ar" dir="rtl"')
})

test('who may not read sees how many wait and not a word; what may tell a distress is said to who reads', async () => {
  await write('j’ai envie de mourir')
  const others = await page(publisher)
  expect(others).toMatchObject({ canRead: false, waiting: 1, toRead: [] })
  const [first] = (await page()).toRead
  expect(first!.concerns.length).toBeGreaterThan(0)
  expect((await publisher.browser.post(`/api/young/ideas/${first!.id}`)).status).toBe(403)
  expect((await publisher.browser.ask('DELETE', `/api/young/ideas/${first!.id}`)).status).toBe(403)
})

test('a refused idea is erased for good, and one taken off the wall too: no restored backup brings it back', async () => {
  const copy = await office.context.store.documents(collections.ideas.name).list()
  const { toRead, shown } = await page()
  for (const { id } of [...toRead, ...shown])
    expect((await vigilance.browser.ask('DELETE', `/api/young/ideas/${id}`)).status).toBe(200)
  const ideas = office.context.store.documents(collections.ideas.name)
  expect(await ideas.list()).toEqual([])
  // a store put back from a copy has them again, until the ledger is replayed
  expect(copy.length).toBeGreaterThan(1)
  for (const { id, value } of copy) await ideas.put(id, value, null)
  await office.context.ledger.replay()
  expect(await ideas.list()).toEqual([])
  expect((await vigilance.browser.post(`/api/young/ideas/${randomUUID()}`)).body.code).toBe('idea-unknown')
  const { lines } = await office.context.audit.page(0)
  expect(JSON.stringify(lines)).not.toContain('skatepark')
})

test('too short or too long an idea is refused in words that say « tu »', async () => {
  const { body } = await write('x')
  expect(body.problems).toMatchObject([{ path: 'text', message: 'Écris d’abord ton idée.' }])
  expect((await write('é'.repeat(281))).status).toBe(422)
})

test('who offers to take part says for what; coordinates left before for a call-back are still read', async () => {
  const contacts = contactsIn(office.context)
  const left = { id: randomUUID(), name: 'Lou', reach: 'lou@exemple.fr', when: 'any' }
  expect((await anybody.post('/api/contacts', { ...left, wishes: ['ambassador'] })).status).toBe(201)
  expect((await anybody.post('/api/contacts', { ...left, id: randomUUID(), reach: 'ana@exemple.fr' })).status).toBe(201)
  expect((await contacts.of('lou@exemple.fr'))[0]!.wishes).toEqual(['ambassador'])
  expect((await contacts.of('ana@exemple.fr'))[0]!.wishes).toEqual([])
  expect((await anybody.post('/api/contacts', { ...left, id: randomUUID(), wishes: ['spy'] })).status).toBe(422)
})
