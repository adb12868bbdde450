import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kiosksIn } from '../../../api/kiosks/kiosk.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { builtPages } from '../built-client.ts'
import { aWindow, isAccessible, openChromium, picture, type Window } from './staff-browser.ts'

let office: Office
let browser: Browser
let alix: Window
let leaving: Person
let staying: Person
beforeAll(async () => {
  office = await anOffice({ client: builtPages() })
  browser = await openChromium()
  alix = await aWindow(browser)
  const admin = await office.placed(['admin'], { name: 'Alix Martin' })
  leaving = await office.placed(['designer'], { name: 'Camille Roux' })
  staying = await office.placed(['publisher'], { name: 'Dominique Faure' })
  const value = admin.browser.cookies.get('__Host-session')!
  const cookie = { domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' as const }
  await alix.page.context().addCookies([{ ...cookie, name: '__Host-session', value }])
})
afterAll(async () => {
  await browser.close()
  await office.discard()
})

test('a colleague leaves: one window, one choice, and the other one has it all', async () => {
  const { page, faults } = alix
  const wanted = { name: 'Médiathèque', channel: 'borne', questionnaires: ['garde'] }
  const kiosks = kiosksIn(office.context.store, office.context.now)
  await kiosks.add(wanted, leaving.login)
  expect((await leaving.browser.post('/api/design/garde/draft')).status).toBe(201)
  await page.goto(`${office.url.replace('127.0.0.1', 'localhost')}/gerer/comptes`)
  await page.getByRole('button', { name: 'Départ de Camille Roux' }).click()
  await isAccessible(page)
  await picture(page, 'depart')
  await page.getByRole('button', { name: 'Remettre et fermer l’accès' }).click()
  await page.getByText('Choisissez la personne qui prend la suite.').waitFor()
  await page.getByLabel('Qui prend la suite').selectOption(staying.login)
  await page.getByRole('button', { name: 'Remettre et fermer l’accès' }).click()
  await page.locator('.toast').getByText('Dominique Faure reçoit ses droits, 1 brouillon, 1 borne.').waitFor()
  await page.getByText('accès retiré').waitFor()
  await page.getByRole('cell', { name: 'Approbation, Conception' }).waitFor()
  expect((await leaving.browser.get('/api/today')).status).toBe(401)
  expect((await kiosks.list())[0]!.createdBy).toBe(staying.login)
  expect(faults).toEqual([])
})
