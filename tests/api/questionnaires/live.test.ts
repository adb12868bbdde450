import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { initialSettings } from '../../../api/settings/fields.ts'
import { collections } from '../../../api/store/collections.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { aBrowser, anOffice, type Office, type Person } from '../accounts/office.ts'
import { aMomentLater } from '../moment.ts'
import { approve, editionOf } from './approving.ts'

const mongodb = await startMongodb()
afterAll(() => mongodb?.stop())

const settings = { contact: 'enfance@exemple.fr', dpo: 'dpo@exemple.fr', publicAddress: 'https://enquete.exemple.fr/' }
const fill = async ({ context }: Office, admin: Person) => {
  await admin.browser.ask('PUT', '/api/settings', {
    revision: 0,
    values: { ...initialSettings, ...settings, noticeMore: 'Merci.' },
  })
  const table = (kind: string, cells: string[][]) =>
    admin.browser.post(`/api/tables/${kind}`, { after: 0, cells, date: '2026-01-01', source: 'délibération' })
  await table('slices', [
    ['', '499'],
    ['500', ''],
  ])
  await table('places', [
    ['École de Teulat', 'Teulat'],
    ['Salle de Lugan', 'Lugan'],
  ])
  await table('prices', [
    ['bas', '', '5'],
    ['moyen', '', '8,5'],
    ['haut', '', '12'],
  ])
  await table('supply', [
    ['Les Copains', 'accueil de loisirs', 'Lavaur', 'mercredi', 'mercredi', '7 h 30', '18 h 30', ''],
  ])
  await aMomentLater()
  return context
}

/** Somebody changes a price between the reading and the approval. */
const fillAgain = async (admin: Person) => {
  const rows = [
    ['bas', '', '6'],
    ['moyen', '', '8,5'],
    ['haut', '', '12'],
  ]
  const saved = await admin.browser.post('/api/tables/prices', {
    after: 1,
    cells: rows,
    date: '2026-02-01',
    source: 'délibération',
  })
  expect(saved.status).toBeLessThan(300)
  await aMomentLater()
}

const stores: { name: string; storeUrl?: string | undefined; isHere: boolean }[] = [
  { name: 'SQLite', isHere: true },
  { name: 'MongoDB', storeUrl: mongodb ? `${mongodb.url}live_${process.pid}` : undefined, isHere: mongodb !== null },
]

for (const { name, storeUrl, isHere } of stores) {
  test.skipIf(!isHere)(
    `on ${name}, a trial goes live when everything is filled in and a second person approves`,
    async () => {
      const office = await anOffice({ isReal: true, ...(storeUrl ? { storeUrl } : {}) })
      const asker = await office.placed(['admin', 'designer', 'publisher'])
      const path = '/api/questionnaires/loisirs-sud/live'
      const early = await asker.browser.post(path, { closesAt: '2026-06-30' })
      expect(early.body.code).toBe('live-missing')
      const missing = early.body.problems as { path: string; message: string }[]
      expect(missing.map(({ path: link }) => link)).toEqual([
        '/gerer/reglages#contact',
        '/gerer/reglages#dpo',
        '/gerer/reglages#publicAddress',
        '/gerer/tables/slices',
        '/gerer/tables/places',
        '/gerer/tables/supply',
        '/gerer/tables/prices',
        '/gerer/comptes',
      ])
      const context = await fill(office, asker)
      expect((await asker.browser.post(path, { closesAt: '2026-06-30' })).body.problems).toMatchObject([
        { path: '/gerer/comptes' },
      ])
      const approver = await office.placed(['publisher'])
      expect((await asker.browser.post(path, { closesAt: '2026-01-30' })).body.code).toBe('date-past')
      expect((await approve(approver.browser, 'loisirs-sud')).body.code).toBe('live-not-asked')
      expect((await asker.browser.post(path, { closesAt: '2026-06-30' })).status).toBe(201)
      expect((await approve(asker.browser, 'loisirs-sud')).body.code).toBe('second-person')
      const today = (await approver.browser.get('/api/today')).body.lines as { text: string }[]
      expect(today[0]!.text).toMatch(/Sacha Petit demande l’ouverture/)

      const read = await editionOf(approver.browser, 'loisirs-sud')
      await fillAgain(asker)
      const late = await approver.browser.post(`${path}/approve`, { edition: read })
      expect(late.body.code).toBe('edition-changed')

      const trial = {
        id: randomUUID(),
        questionnaire: 'loisirs-sud',
        version: 2,
        receivedAt: '2026-03-01T00:00:00.000Z',
      }
      await context.store.responses.insert({
        ...trial,
        trial: true,
        digest: 'd',
        sealed: new Uint8Array([1]),
        key: null,
        withdrawal: null,
      })
      const approved = await approve(approver.browser, 'loisirs-sud')
      expect(approved.body).toEqual({ deleted: 1 })
      expect(await context.store.responses.count('loisirs-sud')).toBe(0)

      const { body } = await aBrowser(office.url).get('/api/questionnaires/loisirs-sud')
      expect(body).toMatchObject({ version: 3, status: 'open', trial: false, closesAt: '2026-06-30T21:59:59.000Z' })
      const standing = await context.store.collection(collections.questionnaires).get('loisirs-sud')
      expect(standing!.value.promisedMonths).toBe(24)
      const text = JSON.stringify(body)
      for (const words of [
        'École de Teulat',
        'Les Copains',
        '8,50\u00a0€',
        '€8.50',
        'enfance@exemple.fr',
        'mardi 30 juin 2026',
        'Tuesday, 30 June 2026',
        '24\u00a0months at most',
        'À savoir aussi',
      ])
        expect([words, text.includes(words)]).toEqual([words, true])
      expect(text).not.toMatch(/à définir|Tarif d’essai|%\{/)
      expect(
        (body.assigned as { name: string; values: string[] }[]).find(({ name }) => name === 'ordre_lieux')?.values,
      ).toEqual(['1-2', '2-1'])
      const response = {
        questionnaire: 'loisirs-sud',
        version: 2,
        mode: 'web',
        channel: '',
        language: 'fr',
        answers: {},
      }
      expect((await aBrowser(office.url).ask('PUT', `/api/responses/${randomUUID()}`, response)).body.code).toBe(
        'trial-over',
      )
      expect((await approve(approver.browser, 'loisirs-sud')).body.code).toBe('live-not-asked')
      expect((await context.audit.page(0)).lines.slice(0, 3).map(({ what }) => what)).toEqual([
        'live-approved',
        'table-saved',
        'live-asked',
      ])
      await office.discard()
    },
  )
}
