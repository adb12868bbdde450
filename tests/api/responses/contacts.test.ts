import { randomUUID } from 'node:crypto'
import request from 'supertest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactsIn } from '../../../api/responses/contacts.ts'
import { collections } from '../../../api/store/collections.ts'
import { anApp } from '../fixture.ts'

let home: Awaited<ReturnType<typeof anApp>>
let day = '2026-03-02'
beforeEach(async () => {
  day = '2026-03-02'
  home = await anApp({}, () => new Date(`${day}T10:00:00Z`))
})
afterEach(() => home.discard())

const aContact = (reach = '06 12 34 56 78') => ({ id: randomUUID(), name: 'Dominique', reach, when: 'any' as const })
const leave = (sent: object) => request(home.app).post('/api/contacts').send(sent)

test('coordinates are stored encrypted at once, and shown only with their batch', async () => {
  expect((await leave(aContact())).status).toBe(201)
  const pen = await home.context.store.collection(collections.contactsWaiting).get('pen')
  expect(JSON.stringify(pen)).not.toContain('06 12')
  expect(await contactsIn(home.context).list()).toEqual({ contacts: [], waiting: 1 })
})

test('a batch leaves in another order than it came, with nothing but the month', async () => {
  const left = Array.from({ length: 12 }, (_, index) => aContact(`06 00 00 00 ${10 + index}`))
  for (const contact of left) await leave(contact)
  const { contacts, waiting } = await contactsIn(home.context).list()
  expect(waiting).toBe(0)
  expect(contacts).toHaveLength(12)
  expect(new Set(contacts.map(({ month }) => month))).toEqual(new Set(['2026-03']))
  const rows = await home.context.store.collection(collections.contacts).list()
  expect(new Set(rows.flatMap(({ value }) => Object.keys(value)))).toEqual(new Set(['sealed', 'month']))
})

test('a few wait for the next day, one alone for a week', async () => {
  const contacts = contactsIn(home.context)
  for (let person = 0; person < 3; person++) await leave(aContact())
  await contacts.sweep()
  expect((await contacts.list()).waiting).toBe(3)
  day = '2026-03-03'
  await contacts.sweep()
  expect((await contacts.list()).waiting).toBe(0)
  await leave(aContact())
  day = '2026-03-05'
  await contacts.sweep()
  expect((await contacts.list()).waiting).toBe(1)
  day = '2026-03-10'
  await contacts.sweep()
  expect((await contacts.list()).contacts).toHaveLength(4)
})

// « au plus tard 3 mois après la fin de ce mois »: one left on the 28th went by the month in which its batch left
test('the month of a batch is that of the first who came, so that no coordinates outlive what their person read', async () => {
  const contacts = contactsIn(home.context)
  day = '2026-03-28'
  await leave(aContact())
  day = '2026-04-04'
  await contacts.sweep()
  expect((await contacts.list()).contacts).toMatchObject([{ month: '2026-03' }])
})

test('the same contact sent twice is one, even when two hundred arrive together', async () => {
  const twice = Array.from({ length: 20 }, () => aContact())
  await Promise.all([...twice, ...twice].map((contact) => contactsIn(home.context).leave(contact)))
  const { contacts, waiting } = await contactsIn(home.context).list()
  expect(contacts.length + waiting).toBe(20)
})

test('something by which nobody can be reached is refused in French', async () => {
  const { status, body } = await leave(aContact('bonjour'))
  expect([status, body.problems[0].message]).toEqual([
    422,
    'Un numéro de téléphone ou une adresse électronique est attendu.',
  ])
})

test('simplified French and reading aloud are two counts, tied to nothing', async () => {
  for (let turn = 0; turn < 5; turn++) await request(home.app).post('/api/uses').send({ what: 'aloud' })
  expect(await home.context.store.collection(collections.uses).list()).toEqual([{ id: 'aloud', revision: 5, value: 5 }])
})
