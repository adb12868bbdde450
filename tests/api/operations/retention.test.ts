import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupsIn } from '../../../api/operations/backups.ts'
import { clockOf } from '../../../api/operations/clock.ts'
import { hourlyJobs } from '../../../api/operations/schedule.ts'
import { contactsIn } from '../../../api/responses/contacts.ts'
import { receive } from '../../../api/responses/responses.ts'
import { initialSettings } from '../../../api/settings/fields.ts'
import { collections } from '../../../api/store/collections.ts'
import { pathOf } from '../../../api/store/sqlite.ts'
import type { PurgeLine, PurgeProof } from '../../../api/wire/fieldwork.ts'
import { dayOf } from '../../../surveys/days.ts'
import type { Office, Person } from '../accounts/office.ts'
import { anOpenOffice, dayMs, moved, type senderTo } from '../fieldwork/office.ts'
import { aSentResponse } from '../fixture.ts'
import { aMomentLater } from '../moment.ts'

const canary = 'canari-bleu'
let office: Office
let admin: Person
let send: ReturnType<typeof senderTo>
beforeAll(async () => {
  ;({ office, admin, send } = await anOpenOffice())
  await admin.browser.ask('PUT', '/api/settings', { revision: 0, values: { ...initialSettings, sealing: false } })
  await aMomentLater()
  for (let response = 0; response < 12; response++)
    await send({ answers: { garde: 'non', pourquoi: `${canary} ${response}` } })
  await leftBy(['1', '2', '3'])
  moved(office, 2 * dayMs)
  await contactsIn(office.context).sweep()
})
afterAll(() => office.discard())

async function leftBy(people: string[]) {
  const contact = { name: 'Rose', reach: '06 00 00 00 00', when: 'any' as const }
  for (const id of people)
    await contactsIn(office.context).leave({ ...contact, id: `00000000-0000-4000-8000-00000000000${id}` })
}

/** Time goes by on a server that stays on. */
async function later(days: number) {
  for (let day = 0; day < days; day += 5) {
    moved(office, 5 * dayMs)
    await clockOf(office.context).tick()
  }
  await aMomentLater()
}
type List = { disposals: PurgeLine[]; proofs: PurgeProof[] }
/** Sessions end with the day: the colleague logs in again. */
const list = async () => {
  admin = await office.placed(['admin', 'publisher'])
  return (await admin.browser.get('/api/fieldwork')).body as unknown as List
}
const line = async (kind: string) => (await list()).disposals.find((one) => one.kind === kind)
const purge = (body: object) => admin.browser.post('/api/fieldwork/dispose', body)
const onDisk = () => {
  const path = pathOf(office.config.storeUrl)
  return [path, `${path}-wal`].some((file) => existsSync(file) && readFileSync(file).includes(canary))
}

test('before its time nothing can be deleted, and the list says when', async () => {
  const answers = (await line('answers'))!
  expect(answers).toMatchObject({ count: 10, isDue: false, needsApproval: true })
  expect((await purge({ id: answers.id, count: 12, reference: 'AD81 2026-12' })).body.code).toBe('disposal-changed')
  expect(onDisk()).toBe(true)
})

test('coordinates go sooner on the word of a person, once their month has ended and none of it waits', async () => {
  expect(await line('contacts')).toMatchObject({ count: 5, isDue: false, isErasable: false })
  await later(30)
  const contacts = (await line('contacts'))!
  expect(contacts).toMatchObject({ count: 3, isDue: false, isErasable: true, needsApproval: false })
  await leftBy(['4'])
  expect((await purge({ id: contacts.id, count: 2, reference: '' })).body.code).toBe('disposal-changed')
  expect((await purge({ id: contacts.id, count: 3, reference: '' })).status).toBe(200)
  expect(await contactsIn(office.context).list()).toEqual({ contacts: [], waiting: 1 })
})

// « Effacé du site au plus tard 3 mois après la fin de ce mois »
test('coordinates go by themselves once their months are over, on a clock that is believed', async () => {
  await leftBy(['5', '6'])
  moved(office, 2 * dayMs)
  const work = hourlyJobs(office.context)
  await work()
  const stored = async () => (await contactsIn(office.context).list()).contacts.length
  await later(85)
  await work()
  expect(await stored()).toBe(3)
  const { now } = office.clock
  moved(office, 40 * dayMs)
  expect(await work()).toBe(false)
  expect(await stored()).toBe(3)
  office.clock.now = now
  await later(40)
  expect(await work()).toBe(true)
  expect(await stored()).toBe(0)
  const erased = { title: 'Coordonnées laissées pour être rappelé', count: 3, by: 'serveur' }
  expect((await list()).proofs[0]).toMatchObject(erased)
  const journal = (await office.context.audit.page(0)).lines
  expect(journal).toContainEqual(
    expect.objectContaining({
      who: 'serveur',
      what: 'contacts-purged',
      details: expect.objectContaining({ lignes: 3 }),
    }),
  )
  expect(await line('contacts')).toBeUndefined()
})

test('answers go only when due, with the approval of the archives, and on a clock that is believed', async () => {
  await later(620)
  const answers = (await line('answers'))!
  expect(answers.isDue).toBe(true)
  expect((await admin.browser.get('/api/today')).text).toContain('la durée de conservation est passée')
  expect((await purge({ id: answers.id, count: 12, reference: '' })).body.code).toBe('form-refused')
  const now = office.clock.now
  moved(office, 10 * dayMs)
  admin = await office.placed(['admin'])
  expect((await purge({ id: answers.id, count: 12, reference: 'AD81 2026-12' })).body.code).toBe('clock-doubted')
  office.clock.now = now
  expect(await office.context.store.responses.count('garde')).toBe(12)
})

test('deleted, answers are nowhere on the disk; the proof and the questionnaire stay', async () => {
  const { keyring, store, now } = office.context
  const { id: key } = await keyring.keyFor('garde')
  const copied = (at: string, expires: string) => ({
    at,
    expires,
    file: '/nulle/part.ctg',
    machine: 'ailleurs',
    master: keyring.master,
    bytes: 1,
    verified: true,
  })
  const backupsUntil = new Date(now().getTime() + 30 * dayMs).toISOString()
  await backupsIn(store).put('avant', copied(new Date(now().getTime() - dayMs).toISOString(), backupsUntil), null)
  const { id } = (await line('answers'))!
  const by = admin.login
  await office.context.store.codes.add('garde', '0001', ['a'])
  await office.context.store.collection(collections.flags).put('garde/un', { why: 'fast', burst: '' }, null)
  expect((await purge({ id, count: 12, reference: 'AD81 2026-12' })).body).toEqual({ backupsUntil })
  expect([await keyring.key(key), await keyring.keysOf('garde')]).toEqual([null, []])
  expect(await office.context.store.responses.count('garde')).toBe(0)
  expect(onDisk()).toBe(false)
  expect(await office.context.store.codes.counts('garde')).toEqual([])
  expect(await office.context.store.collection(collections.flags).list('garde/')).toEqual([])
  const { proofs, disposals } = await list()
  expect(proofs[0]).toMatchObject({ count: 12, reference: 'AD81 2026-12', by, backupsUntil })
  expect(disposals.some(({ kind }) => kind === 'answers')).toBe(false)
  const { lines } = await office.context.audit.page(0)
  expect(lines[0]).toMatchObject({
    what: 'purged',
    details: {
      lignes: 12,
      'visa des archives': 'AD81 2026-12',
      'dans nos sauvegardes jusqu’au': dayOf(backupsUntil),
    },
  })
  const page = (await admin.browser.get('/api/fieldwork/garde')).body
  expect(page).toMatchObject({ status: 'closed' })
  expect(page.purgedAt).not.toBeNull()
})

test('what a tablet brings after that is refused: nothing is taken in under a destroyed key', async () => {
  const late = aSentResponse()
  const answeredAt = '2026-03-02T10:00:00.000Z'
  await expect(receive(office.context, late, { answeredAt, isDecided: true })).rejects.toThrow('questionnaire-closed')
  expect(await office.context.store.responses.get(late.id)).toBeNull()
  expect(await office.context.keyring.keysOf('garde')).toEqual([])
})

test('the beginning of the journal goes, and what follows still proves itself', async () => {
  const journal = (await line('journal'))!
  expect(journal.isDue).toBe(true)
  const { number } = (await office.context.audit.before('2030')).at(-1)!
  expect((await purge({ id: journal.id, count: journal.count, reference: 'AD81 2026-13' })).status).toBe(200)
  const report = await office.context.audit.verify()
  expect(report.faults).toEqual([])
  expect(report.lines).toBe(number + 1 - journal.count)
  const collection = office.context.store.collection(collections.audit)
  const [first] = await collection.list()
  await collection.put(first!.id, { ...first!.value, who: 'personne' }, first!.revision)
  expect((await office.context.audit.verify()).faults).toHaveLength(1)
  await collection.remove(first!.id)
  expect((await office.context.audit.verify()).faults.length).toBeGreaterThan(0)
})

test('a server that stopped half-way finds the line on its list again', async () => {
  const proof = {
    at: 'x',
    by: 'x',
    title: 'x',
    count: 12,
    reference: 'x',
    backupsUntil: null,
    line: 'answers/garde',
    isDone: false,
  }
  await office.context.store.collection(collections.disposals).put('interrompu', proof, null)
  const { id, count, isDue } = (await line('answers'))!
  expect([count, isDue]).toEqual([0, true])
  expect((await purge({ id, count: 0, reference: 'AD81 2026-12' })).status).toBe(200)
  expect((await list()).disposals.some(({ kind }) => kind === 'answers')).toBe(false)
})
