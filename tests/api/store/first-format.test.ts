/** A store as the first version wrote it, every collection filled: it goes on working. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactsIn } from '../../../api/responses/contacts.ts'
import { publicationsIn } from '../../../api/results/publications.ts'
import { reportsIn } from '../../../api/results/statements.ts'
import { collectionRows, collections } from '../../../api/store/collections.ts'
import { proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { aBrowser, anOffice, type Office, type Person } from '../accounts/office.ts'
import { aPlace, aSentResponse } from '../fixture.ts'

const from = resolve(import.meta.dirname, '../../fixtures/first-format')
type Facts = {
  now: string
  login: string
  factor: string
  session: [string, string][]
  token: string
  words: string[]
  decision: { indicator: string; text: string }
}
const facts: Facts = JSON.parse(readFileSync(join(from, 'facts.json'), 'utf8'))

let office: Office
let admin: Person
const warnings: string[] = []
beforeAll(async () => {
  const place = aPlace()
  mkdirSync(place.dataDir, { recursive: true })
  writeFileSync(join(place.dataDir, 'questionnaires.db'), gunzipSync(readFileSync(join(from, 'store.db.gz'))))
  copyFileSync(join(from, 'keyring.json'), place.keyringPath)
  chmodSync(place.keyringPath, 0o600)
  const { storeUrl, keyringPath } = place
  const clock = { now: new Date(new Date(facts.now).getTime() + 60_000) }
  office = await anOffice({ storeUrl, keyringPath, clock, warn: (sentence) => warnings.push(sentence) })
  const browser = aBrowser(office.url)
  for (const [name, value] of facts.session) browser.cookies.set(name, value)
  admin = { login: facts.login, browser, secret: facts.factor, codes: [] }
}, 30_000)
afterAll(() => office.discard())

const got = async (path: string, person = admin) => {
  const answer = await person.browser.get(path)
  expect([path, answer.status, answer.text]).toEqual([path, 200, answer.text])
  return answer.body
}

test('every document of every collection of that format fits its row', async () => {
  const { store } = office.context
  let filled = 0
  for (const row of collectionRows) {
    const documents = await store.documents(row.name).list()
    if (documents.length > 0) filled++
    expect([row.name, (await store.collection(row).list()).length]).toEqual([row.name, documents.length])
  }
  // the 43 of that format; later ones may be empty
  expect(filled).toBeGreaterThanOrEqual(43)
  // the upgrade says where its backup is; nothing else is to be said
  expect(warnings.filter((sentence) => !sentence.startsWith('Mise à jour de la base'))).toEqual([])
})

test('settings, logo and their history are those that were saved, and can be changed', async () => {
  const { values, revision, history, hasLogo } = await got('/api/settings')
  expect(values).toMatchObject({ name: 'Communauté d’essai', colour: '#7a1f5c', logMonths: 6, dpo: 'dpo@exemple.fr' })
  expect([revision, (history as []).length, hasLogo]).toEqual([2, 2, true])
  const saved = { revision, values: { ...(values as object), name: 'Autre nom' } }
  expect((await admin.browser.ask('PUT', '/api/settings', saved)).status).toBe(200)
})

test('an open session goes on, the account logs in with its password and phone, and the journal proves itself', async () => {
  expect((await got('/api/team')).people).toHaveLength(2)
  const browser = await office.logIn(admin)
  expect((await got('/api/audit/verify', { ...admin, browser })).faults).toEqual([])
  const { lines } = await office.context.audit.page(0)
  expect(lines[0]).toMatchObject({ who: facts.login, what: 'login' })
  expect(lines.length).toBeGreaterThan(20)
})

test('a draft is opened, changed and commented', async () => {
  const room = (await got('/api/design/entree-brouillon')) as unknown as {
    revision: number
    draft: { questionnaire: { title: { default: string } }; comments: { text: string }[] }
  }
  expect(room.draft.comments.map(({ text }) => text)).toEqual(['Et les horaires ?'])
  const questionnaire = { ...room.draft.questionnaire, minutes: 2 }
  const saved = await admin.browser.ask('PUT', '/api/design/entree-brouillon', {
    revision: room.revision,
    questionnaire,
  })
  expect([saved.status, saved.text]).toEqual([200, saved.text])
  const said = { path: 'venir', text: 'C’est noté.' }
  expect((await admin.browser.post('/api/design/entree-brouillon/comments', said)).status).toBe(201)
})

test('publications and reports are read with their digest checked, and the decision stands beside its finding', async () => {
  const { store } = office.context
  const [head] = await publicationsIn(store).all('jeunes-11-15')
  expect(head!.findings.length).toBeGreaterThan(0)
  for (const { path } of head!.questions)
    expect(await publicationsIn(store).question('jeunes-11-15', 1, path)).toMatchObject({ path })
  expect(await reportsIn(store).all('entree-ouverte')).toHaveLength(1)
  const { indicator, text } = facts.decision
  const analyst = await office.placed(['analyst'])
  const finding = await got(`/api/analyse/jeunes-11-15/findings/${indicator}`, analyst)
  expect(finding.decisions).toMatchObject([{ text }])
})

test('people still answer, find their answers again by their words, and nothing withdrawn comes back', async () => {
  const response = aSentResponse({ questionnaire: 'entree-ouverte', answers: { venir: 'non' } })
  const browser = aBrowser(office.url)
  expect((await browser.ask('PUT', `/api/responses/${response.id}`, response)).status).toBe(201)
  const found = await browser.post('/api/withdrawals', { proof: proofOf(facts.words) })
  expect((found.body.sheet as { answers: unknown }).answers).toEqual({ garde: 'oui' })
  const [withdrawn] = await office.context.store.collection(collections.tombstones).list()
  const late = aSentResponse({ id: withdrawn!.id })
  expect((await browser.ask('PUT', `/api/responses/${late.id}`, late)).body.code).toBe('response-withdrawn')
})

test('tablet, paper, codes, coordinates and fieldwork go on', async () => {
  const [key] = await office.context.store.collection(collections.queueKeys).list()
  const beat = { queue: 0, keys: [], sealsWith: key!.id, app: 'essai' }
  const authorization = `Bearer ${facts.token}`
  expect((await aBrowser(office.url).ask('POST', '/api/kiosk/heartbeat', beat, { authorization })).status).toBe(200)
  expect((await got('/api/kiosks')).quarantine).toHaveLength(1)
  expect((await got('/api/paper')).batches).toMatchObject([{ printed: 2, entered: 1 }])
  expect((await contactsIn(office.context).list()).contacts.map(({ name }) => name).toSorted()).toEqual([
    'Anne',
    'Paul',
    'Rose',
  ])
  const page = await got('/api/fieldwork/entree-ouverte')
  expect(page).toMatchObject({ status: 'open', targets: { total: 200 }, batches: [{ label: 'École de Teulat' }] })
  const { proofs } = await got('/api/fieldwork')
  expect(proofs).toHaveLength(2)
  expect((await got('/api/live')).questionnaires).toContainEqual(
    expect.objectContaining({ slug: 'entree-essai', request: expect.objectContaining({ by: facts.login }) }),
  )
})
