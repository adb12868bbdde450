import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftOf } from '../../../api/design/drafts.ts'
import { kiosksIn } from '../../../api/kiosks/kiosk.ts'
import { collections } from '../../../api/store/collections.ts'
import { approve } from '../questionnaires/approving.ts'
import { anOffice, type Office, type Person } from './office.ts'

let office: Office
let admin: Person
let leaving: Person
let staying: Person
beforeAll(async () => {
  office = await anOffice()
  admin = await office.placed(['admin'])
  leaving = await office.placed(['admin', 'designer'], { questionnaires: ['garde', 'autre'] })
  staying = await office.placed(['publisher'], { questionnaires: ['garde'] })
})
afterAll(() => office.discard())

const handOver = (by: Person, from: string, to: string) => by.browser.post(`/api/team/${from}/hand-over`, { to })

test('rights, draft, kiosk and paper go to the one who stays; links of the one who leaves stop working', async () => {
  const { context } = office
  const wanted = { name: 'Médiathèque', channel: 'borne', questionnaires: ['garde'] }
  const kiosks = kiosksIn(context.store, context.now)
  const kiosk = await kiosks.add(wanted, leaving.login)
  const link = await kiosks.link(kiosk.id, leaving.login)
  await leaving.browser.post('/api/team/invitations', { name: 'Ami', roles: ['admin'], questionnaires: ['garde'] })
  expect((await leaving.browser.post('/api/design/garde/draft')).status).toBe(201)
  const printed = { questionnaire: 'garde', version: 1, language: 'fr', count: 10, copies: 10 } as const
  await context.store
    .collection(collections.paperBatches)
    .put('0001', { ...printed, sampled: [], by: leaving.login, at: context.now().toISOString() }, null)

  const { status, body } = await handOver(admin, leaving.login, staying.login)
  expect([status, body]).toEqual([200, { drafts: 1, requests: 0, kiosks: 1, batches: 1, links: 1 }])
  expect(await context.accounts.all.find(staying.login)).toMatchObject({
    roles: ['publisher', 'admin', 'designer'],
    questionnaires: ['garde', 'autre'],
  })
  expect((await draftOf(context, 'garde'))!.value.updatedBy).toBe(staying.login)
  expect((await kiosks.get(kiosk.id)).createdBy).toBe(staying.login)
  await expect(kiosks.join(link, async () => true)).rejects.toThrow('link-refused')
  expect(await context.accounts.invitations.list()).toEqual([])
  expect((await leaving.browser.get('/api/today')).status).toBe(401)
  const { lines } = await context.audit.page(0)
  expect(lines[0]).toMatchObject({ who: admin.login, what: 'handed-over', about: leaving.login })
  expect(lines[0]!.details).toMatchObject({ à: staying.login, brouillons: 1, bornes: 1, 'lots de papier': 1 })
})

test('cut half-way it is done again: what was handed over before stays where it is', async () => {
  expect((await handOver(admin, leaving.login, staying.login)).body).toEqual({
    drafts: 0,
    requests: 0,
    kiosks: 0,
    batches: 0,
    links: 0,
  })
})

test('whoever asked still needs a second person, whoever took the request over', async () => {
  const { context } = office
  const asking = await office.placed(['designer', 'publisher'])
  const heir = await office.placed(['publisher'])
  const requests = context.store.collection(collections.liveRequests)
  const asked = { by: asking.login, byName: 'Qui part', at: context.now().toISOString(), closesAt: '2026-06-30' }
  await requests.put('garde', asked, null)
  expect((await handOver(admin, asking.login, heir.login)).body.requests).toBe(1)
  const { name } = (await context.accounts.all.find(heir.login))!
  expect((await requests.get('garde'))!.value).toEqual({ ...asked, by: heir.login, byName: name })
  expect((await approve(heir.browser, 'garde')).body.code).toBe('second-person')
})

test('not to oneself when rights would grow, nor to who has none or no phone, nor one’s own work', async () => {
  const other = await office.placed(['exporter'])
  expect((await handOver(admin, other.login, admin.login)).body.code).toBe('own-hand-over')
  expect((await handOver(admin, admin.login, other.login)).body.code).toBe('hand-over-refused')
  expect((await handOver(admin, other.login, other.login)).body.code).toBe('hand-over-refused')
  expect((await handOver(admin, other.login, leaving.login)).body.code).toBe('hand-over-refused')
  expect((await handOver(admin, other.login, 'personne')).body.code).toBe('account-unknown')
  const half = await office.placed(['saisie'], { factor: null })
  expect((await handOver(admin, other.login, half.login)).body.code).toBe('hand-over-refused')
  expect((await handOver(other, half.login, other.login)).status).toBe(403)
  expect((await office.context.accounts.all.find(other.login))!.state).toBe('active')
})

test('whoever administers some questionnaires only hands over, and gives, nothing that reaches further', async () => {
  const { all } = office.context.accounts
  const limited = await office.placed(['admin'], { questionnaires: ['garde'] })
  const accomplice = await office.placed(['saisie'], { questionnaires: ['garde'] })
  const whole = await office.placed(['admin', 'full-exporter'])
  const gone = await office.placed(['admin', 'full-exporter'], { state: 'revoked' })
  for (const from of [whole, gone])
    expect((await handOver(limited, from.login, accomplice.login)).body.code).toBe('beyond-limits')
  const here = await office.placed(['designer'], { questionnaires: ['garde'] })
  expect((await handOver(limited, here.login, whole.login)).body.code).toBe('beyond-limits')
  expect(await all.find(accomplice.login)).toMatchObject({ roles: ['saisie'], questionnaires: ['garde'] })
  expect(await all.find(whole.login)).toMatchObject({ roles: ['admin', 'full-exporter'], state: 'active' })
  expect((await handOver(limited, here.login, accomplice.login)).status).toBe(200)
  expect((await all.find(accomplice.login))!.roles).toEqual(['saisie', 'designer'])
})
