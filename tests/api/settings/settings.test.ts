import { afterAll, beforeAll, expect, test } from 'vitest'
import { contrast } from '../../../api/settings/contrast.ts'
import { initialSettings } from '../../../api/settings/fields.ts'
import { aBrowser, anOffice, type Office, type Person } from '../accounts/office.ts'
import { aMomentLater } from '../moment.ts'

let office: Office
let admin: Person
beforeAll(async () => {
  office = await anOffice()
  admin = await office.placed(['admin'])
})
afterAll(() => office.discard())

const save = (revision: number, change: object) =>
  admin.browser.ask('PUT', '/api/settings', { revision, values: { ...initialSettings, ...change } })

test('contrast is the one of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
  expect(contrast('#0b5d5e', '#0b5d5e')).toBe(1)
})

test('settings are saved with their history, and everybody sees the new name', async () => {
  expect((await save(0, { name: 'Communauté d’essai', contact: 'enfance@exemple.fr', colour: '#7a1f5c' })).status).toBe(
    200,
  )
  const { body } = await admin.browser.get('/api/settings')
  expect(body).toMatchObject({ revision: 1, values: { contact: 'enfance@exemple.fr' } })
  const [event] = body.history as { by: string; changes: { label: string; before: string; after: string }[] }[]
  expect(event).toMatchObject({ by: admin.login, number: 1 })
  expect(event!.changes).toContainEqual({
    label: 'Contact pour les questions',
    before: '',
    after: 'enfance@exemple.fr',
  })
  await aMomentLater()
  const site = (await aBrowser(office.url).get('/api/site')).body
  expect(site).toMatchObject({ name: 'Communauté d’essai', colour: '#7a1f5c', contact: 'enfance@exemple.fr' })
  expect((await office.context.audit.page(0)).lines[0]).toMatchObject({ what: 'settings-changed', who: admin.login })
})

test('two people at once: the second is refused', async () => {
  const { revision } = (await admin.browser.get('/api/settings')).body as unknown as { revision: number }
  expect((await save(revision, { name: 'U' })).status).toBe(422)
  expect((await save(revision, { name: 'Première' })).status).toBe(200)
  expect((await save(revision, { name: 'Seconde' })).body.code).toBe('changed-meanwhile')
})

test.each([
  ['colour', '#ffcc00', /trop claire : contraste de 1,4 sur blanc/],
  ['colour', 'bleu', /comme #0b5d5e/],
  ['contact', 'Pôle Enfance', /adresse électronique ou un numéro/],
  ['publicAddress', 'http://exemple.fr', /https/],
  ['publicAddress', 'https://exemple.fr/ici', /pas plus loin/],
  ['rawMonths', 30, /24 mois/],
  ['logMonths', 2, /6 mois/],
  ['name', '', /nom de la collectivité/],
])('%s « %s » is refused with what to do', async (field, value, sentence) => {
  const values = { ...initialSettings, [field]: value }
  const { body } = await admin.browser.post('/api/settings/check', { values })
  expect(body.problems).toEqual([{ path: field, message: expect.stringMatching(sentence) }])
})

test('conformity cannot be claimed without an audit and its date', async () => {
  const values = { ...initialSettings, accessibility: 'totale' }
  const { body } = await admin.browser.post('/api/settings/check', { values })
  expect((body.problems as { path: string }[]).map(({ path }) => path)).toEqual([
    'accessibilityAudit',
    'accessibilityDate',
  ])
})

test('French is always among the languages', async () => {
  const { revision } = (await admin.browser.get('/api/settings')).body as unknown as { revision: number }
  await save(revision, { languages: ['ar', 'en'] })
  expect((await admin.browser.get('/api/settings')).body).toMatchObject({ values: { languages: ['fr', 'en', 'ar'] } })
})

test('a logo is a small PNG or JPEG, recognised by its bytes, and served as such', async () => {
  const put = (bytes: Buffer) => admin.browser.ask('PUT', '/api/settings/logo', { data: bytes.toString('base64') })
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  expect((await put(Buffer.from('<svg onload="alert(1)"/>'))).body.problems).toMatchObject([{ path: 'logo' }])
  expect((await put(Buffer.concat([png, Buffer.alloc(150_001)]))).status).toBe(422)
  expect((await put(Buffer.alloc(400_000))).status).toBeGreaterThanOrEqual(413)
  expect((await aBrowser(office.url).get('/api/logo')).status).toBe(404)
  expect((await put(png)).status).toBe(200)
  await aMomentLater()
  const { headers, status } = await aBrowser(office.url).get('/api/logo')
  expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
    200,
    'image/png',
    'nosniff',
  ])
  expect((await put(Buffer.alloc(0))).status).toBe(200)
})
