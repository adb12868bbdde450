import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cacheMs } from '../../../api/http/cache.ts'
import { decisionsIn } from '../../../api/results/decisions.ts'
import { initialSettings, settingsGroups } from '../../../api/settings/fields.ts'
import { collectionRows, collections } from '../../../api/store/collections.ts'
import { aBrowser, anOffice, type Office } from '../accounts/office.ts'

const root = resolve(import.meta.dirname, '../../..')
const settled = () => new Promise((resolve) => setTimeout(resolve, cacheMs + 100))

let office: Office
let warnings: string[]
beforeEach(async () => {
  warnings = []
  office = await anOffice({ warn: (sentence) => warnings.push(sentence) })
})
afterEach(() => office.discard())

const damage = async (name: string, id: string, value: unknown) => {
  const documents = office.context.store.documents(name)
  const there = await documents.get(id)
  await documents.put(id, value, there?.revision ?? null)
  await settled()
}

test('every collection is opened by its row, and by nothing else', () => {
  const opened = globSync('{api,analysis,cli}/**/*.ts', { cwd: root })
    .filter((file) => !file.startsWith('api/store/'))
    .flatMap((file) => {
      const text = readFileSync(resolve(root, file), 'utf8')
      return [...text.matchAll(/\bstore\b[^\n]*?\.(?:collection|documents)(?:<[^(]*>)?\(([^)]*)\)/g)].map(
        (found) => `${file}: ${found[1]}`,
      )
    })
  expect(opened.length).toBeGreaterThan(40)
  expect(opened.filter((line) => !/: (collections\.\w+(\.name)?|row(\.name)?|name)$/.test(line))).toEqual([])
})

test('no two rows share a name, and every row answers what a data protection officer asks', () => {
  const names = collectionRows.map(({ name }) => name)
  expect(names.length).toBeGreaterThanOrEqual(43)
  expect(new Set(names).size).toBe(names.length)
  for (const { name, holds, why, retention, personal } of collectionRows)
    for (const words of [holds, why, retention, ...(personal === null ? [] : [personal])])
      expect([name, /^[A-ZÀ-Ý0-9].*\.$/.test(words)]).toEqual([name, true])
  const settings = new Set(settingsGroups.flatMap(({ fields }) => fields.map(({ name }) => name)))
  for (const { setting } of collectionRows) if (setting) expect(settings).toContain(setting)
})

test('a damaged session opens no page and closes none: its person logs in again', async () => {
  const admin = await office.placed(['admin'])
  const [session] = await office.context.store.documents('sessions').list()
  await damage('sessions', session!.id, { login: 4 })
  expect((await admin.browser.get('/api/me')).status).toBe(200)
  expect((await admin.browser.get('/api/team')).body.code).toBe('session-over')
  expect((await (await office.placed(['admin'])).browser.get('/api/team')).status).toBe(200)
})

test('a damaged setting falls back to its first value, and the others stay in force', async () => {
  await damage('settings', 'site', {
    ...initialSettings,
    name: 'Communauté d’essai',
    rawMonths: 'deux ans',
    sealing: 0,
  })
  const { values } = await office.context.settings()
  expect(values).toMatchObject({ name: 'Communauté d’essai', rawMonths: 24, sealing: true })
  expect((await aBrowser(office.url).get('/api/site')).body.name).toBe('Communauté d’essai')
  expect(warnings).toEqual([expect.stringContaining('settings/site (rawMonths)')])
  const admin = await office.placed(['admin'])
  const saved = { revision: 1, values: { ...initialSettings, name: 'Réparée' } }
  expect((await admin.browser.ask('PUT', '/api/settings', saved)).status).toBe(200)
  await settled()
  expect((await office.context.settings()).values.name).toBe('Réparée')
})

test('a damaged version or standing takes its own questionnaire away, and no other', async () => {
  const { store } = office.context
  const standing = (await store.collection(collections.questionnaires).get('garde'))!.value
  await store.collection(collections.questionnaires).put('autre', standing, null)
  await damage('versions', 'autre@1', 'rien')
  await damage('questionnaires', 'faux', { status: 'inconnu' })
  const list = async () =>
    (await aBrowser(office.url).get('/api/questionnaires')).body.questionnaires as { slug: string }[]
  expect((await list()).map(({ slug }) => slug)).toEqual(['garde'])
  expect((await aBrowser(office.url).get('/api/questionnaires/autre')).body.code).toBe('questionnaire-unavailable')
  const admin = await office.placed(['admin', 'publisher'])
  expect((await admin.browser.get('/api/fieldwork')).status).toBe(200)
})

test('a damaged document that a page needs is refused in one sentence, and named to the operator only', async () => {
  const admin = await office.placed(['admin'])
  await damage('accounts', 'marie.durand', { login: 'marie.durand', password: 'chut-chut' })
  const { status, body, text } = await aBrowser(office.url).post('/api/session', {
    login: 'marie.durand',
    password: 'x',
  })
  expect([status, body.code]).toEqual([500, 'document-damaged'])
  expect(text).not.toContain('marie')
  expect(warnings).toEqual([expect.stringContaining('accounts/marie.durand')])
  expect(office.logged.join() + warnings.join()).not.toContain('chut-chut')
  expect((await admin.browser.get('/api/team')).status).toBe(200)
})

test('two people who decide at once are both written down', async () => {
  const decisions = decisionsIn(office.context.store)
  const one = { date: '2026-03-01', by: 'a', at: 'x', publication: 1 }
  await Promise.all(['un', 'deux', 'trois'].map((text) => decisions.add('garde', 'venir', { ...one, text })))
  expect((await decisions.history('garde', 'venir')).map(({ text }) => text).toSorted()).toEqual([
    'deux',
    'trois',
    'un',
  ])
})
