/** Whoever wants to be told that results are public: apart from the answers, read that day only, erased once told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { erase } from '../../../../api/erasure/erase.ts'
import { collections } from '../../../../api/store/collections.ts'
import { aBrowser, anOffice, type Browser, type Office, type Person } from '../../accounts/office.ts'
import { setStatus } from '../../fixture.ts'
import { aMomentLater } from '../../moment.ts'

let office: Office
let admin: Person
let anybody: Browser
beforeAll(async () => {
  office = await anOffice()
  admin = await office.placed(['admin'])
  anybody = aBrowser(office.url)
})
afterAll(() => office.discard())

const list = '/api/announcements/garde'
const wants = (email: string) => anybody.post(list, { email })
const stored = () => office.context.store.collection(collections.announcements).get('garde')
const decide = (kind: 'opened' | 'closed') =>
  office.context.store.collection(collections.publicResults).update('garde', (before) => ({
    history: [
      ...(before?.history ?? []),
      { kind, publication: 1, withData: false, pages: null, by: 'lea', at: '2026-03-02T10:00:00.000Z' },
    ],
  }))

test('nobody is asked for an address in a trial, nor for what is none', async () => {
  expect((await wants('lou@exemple.fr')).body.code).toBe('questionnaire-unknown')
  expect((await anybody.post('/api/announcements/inconnu', { email: 'lou@exemple.fr' })).status).toBe(404)
  await setStatus(office.context, 'open')
  await aMomentLater()
  expect((await wants('06 12 34 56 78')).status).toBe(422)
  expect(await stored()).toBeNull()
})

test('an address is stored encrypted, once, and the list says nobody’s place', async () => {
  const people = Array.from({ length: 12 }, (_, index) => `personne${index}@exemple.fr`)
  for (const email of people) expect((await wants(email)).status).toBe(201)
  expect((await wants(' Personne3@Exemple.fr ')).status).toBe(201)
  expect(JSON.stringify(await stored())).not.toContain('exemple')
  expect(Object.keys((await stored())!.value)).toEqual(['sealed'])
  await decide('opened')
  const { emails } = (await admin.browser.get(list)).body as { emails: string[] }
  expect(emails.toSorted()).toEqual(people.toSorted())
  // one chance in 479 million
  expect(emails).not.toEqual(people)
  await decide('closed')
})

test('nobody reads the addresses before the results are public, and how many wait is to the nearest five', async () => {
  expect((await admin.browser.get(list)).body.code).toBe('results-not-open')
  const [line] = (await admin.browser.get('/api/announcements')).body.lists as { people: number; isOpen: boolean }[]
  expect(line).toMatchObject({ slug: 'garde', title: 'La garde des enfants', people: 10, isOpen: false })
  const analyst = await office.placed(['analyst', 'publisher'])
  for (const path of [list, '/api/announcements']) expect((await analyst.browser.get(path)).status).toBe(403)
})

test('those told are erased, whoever asked meanwhile stays; both are lines of the journal', async () => {
  await decide('opened')
  const { emails } = (await admin.browser.get(list)).body as { emails: string[] }
  const lines = (await admin.browser.get('/api/today')).body.lines as { text: string }[]
  expect(lines.map(({ text }) => text)).toContain(
    'Les résultats sont publics\u202f: 12 personnes ont demandé à être prévenues.',
  )
  await wants('en-retard@exemple.fr')
  expect((await admin.browser.post(`${list}/told`, { emails })).body).toEqual({ told: 12 })
  expect((await admin.browser.get(list)).body).toEqual({ emails: ['en-retard@exemple.fr'] })
  const deeds = JSON.stringify((await admin.browser.get('/api/audit')).body)
  for (const what of ['a lu les adresses à prévenir', 'a effacé les adresses prévenues']) expect(deeds).toContain(what)
  expect(deeds).not.toContain('exemple.fr')
})

test('they go with the answers of the questionnaire', async () => {
  expect(await stored()).not.toBeNull()
  const what = { at: '2026-03-02T10:00:00.000Z', kind: 'questionnaire', id: 'garde', questionnaire: 'garde' } as const
  await erase(office.context.store, what)
  expect(await stored()).toBeNull()
})
