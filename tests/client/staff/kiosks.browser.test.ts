import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { intakeMonitorOf } from '../../../api/fieldwork/intake-monitor.ts'
import { asideIn } from '../../../api/fieldwork/reviews.ts'
import { intakeOf } from '../../../api/kiosks/intake.ts'
import { encryptResponse } from '../../../client/kiosk/queue/encrypt.ts'
import { fileOf } from '../../../client/kiosk/queue/queue-file.ts'
import { anOffice, type Office } from '../../api/accounts/office.ts'
import { aSentResponse, setStatus } from '../../api/fixture.ts'
import { aMomentLater } from '../../api/moment.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from './staff-browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'ctg-kiosks-'))
let office: Office
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})
// each test has a town hall of its own, without a kiosk
beforeEach(async () => {
  office = await anOffice({ client: builtPages() })
  page = (await aWindow(browser)).page
  await enter(page, office, await office.placed(['admin']))
})
afterEach(async () => {
  const faults = await closeWindows(browser)
  await office.discard()
  expect(faults).toEqual([])
})

const open = () => page.goto(`${addressOf(office)}/gerer/bornes`)
const button = (name: string | RegExp) => page.getByRole('button', { name })
const intake = () => intakeOf(office.context, intakeMonitorOf(office.context))
const theKiosk = async () => (await intake().kiosks.list())[0]!
/** A kiosk whose tablet was registered and gave signs of life, for a questionnaire that ended ten hours ago. */
async function aKiosk() {
  const { kiosks, keys } = intake()
  const { id } = await kiosks.add(
    { name: 'Médiathèque, hall', channel: 'mediatheque-hall', questionnaires: ['garde'] },
    'alix',
  )
  await kiosks.join(await kiosks.link(id, 'alix'), async () => true)
  const { id: key } = await keys.current()
  await kiosks.beat(id, { queue: 12, keys: [key], sealsWith: key, app: 'a1b2c3d4', kept: 'unpromised' })
  await setStatus(office.context, 'open', at(-10))
  await aMomentLater()
}
const at = (hours: number) => new Date(office.clock.now.getTime() + hours * 3_600_000).toISOString()
const encrypted = async (answeredAt: string) => {
  const { id } = await theKiosk()
  return encryptResponse(aSentResponse({ mode: 'kiosk' }), answeredAt, id, await intake().keys.current())
}

test('an administrator adds a kiosk and is given a link to scan, once', async () => {
  await open()
  await page.getByText('Aucune borne pour l’instant').waitFor()
  await isAccessible(page)
  await button('Ajouter une borne').click()
  await button('Créer le lien').click()
  await page.getByText('Donnez un nom à cette borne.', { exact: true }).waitFor()
  await page.getByLabel('Nom de la borne').fill('Médiathèque, hall')
  await page.getByLabel('La garde des enfants').check()
  await isAccessible(page)
  await picture(page, 'bornes-ajouter')
  await button('Créer le lien').click()
  await page.getByRole('img', { name: 'Code à scanner avec la tablette' }).waitFor()
  const link = await page.getByLabel('Lien', { exact: true }).inputValue()
  expect(link).toMatch(/\/kiosk#[\w-]{43}$/)
  await isAccessible(page)
  await picture(page, 'bornes-lien')
  await button('C’est fait').click()
  await page.getByText('lien à ouvrir sur la tablette').waitFor()
  expect(await theKiosk()).toMatchObject({ channel: 'mediatheque-hall', questionnaires: ['garde'], state: 'waiting' })
  await intake().kiosks.join(link.split('#')[1]!, async () => true)
})

test('signs of life, the queue and the responses set aside are seen, and decided', async () => {
  await aKiosk()
  for (let count = 0; count < 2; count++) await intake().takeIn(await encrypted(at(-1)))
  await open()
  await page.getByText(/stockage non promis.*Laissez la borne en ligne/).waitFor()
  await page.getByRole('cell', { name: '12' }).waitFor()
  await page.getByText('en service').waitFor()
  await page.getByText('terminée après la fin du questionnaire').first().waitFor()
  await isAccessible(page)
  await picture(page, 'bornes', true)
  await button(/^Compter/)
    .first()
    .click()
  await page.getByText('La fiche compte.').waitFor()
  expect(await office.context.store.responses.count('garde')).toBe(1)
  await expect.poll(() => button(/^Écarter/).count()).toBe(1)
  await button(/^Écarter/).click()
  await page.getByRole('heading', { name: 'Fiches mises de côté' }).waitFor({ state: 'detached' })
  expect(await office.context.store.responses.count('garde')).toBe(1)
})

test('a queue saved from a tablet is imported, and again without counting twice', async () => {
  await aKiosk()
  await open()
  const encryptedOnes = [await encrypted(at(-20)), await encrypted(at(-30))]
  const file = join(folder, 'file.json')
  writeFileSync(file, JSON.stringify(fileOf((await theKiosk()).id, encryptedOnes, at(0))))
  await page.getByLabel('Fichier enregistré depuis la borne').setInputFiles(file)
  await page.getByText('2 fiches lues : 2 nouvelles, 0 déjà reçues').waitFor()
  await page.getByLabel('Fichier enregistré depuis la borne').setInputFiles([])
  await page.getByLabel('Fichier enregistré depuis la borne').setInputFiles(file)
  await page.getByText('2 fiches lues : 0 nouvelles, 2 déjà reçues').waitFor()
  writeFileSync(file, '{"rien": true}')
  await page.getByLabel('Fichier enregistré depuis la borne').setInputFiles([])
  await page.getByLabel('Fichier enregistré depuis la borne').setInputFiles(file)
  await page.getByText('Ce n’est pas une file de borne.').waitFor()
  await isAccessible(page)
})

test('the responses of a kiosk are counted and set aside with a reason', async () => {
  await aKiosk()
  for (let count = 0; count < 3; count++) await intake().takeIn(await encrypted(at(-20)))
  await open()
  await button(/^Mettre de côté ses réponses/).click()
  await page.getByText('3 réponses sont concernées.').waitFor()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Mettre de côté', exact: true }).click()
  await page.getByText('Écrivez pourquoi, en quelques mots.').waitFor()
  await page.getByLabel('Pourquoi ?').fill('La tablette a été volée')
  await picture(page, 'bornes-mettre-de-cote')
  await page.getByRole('button', { name: 'Mettre de côté', exact: true }).click()
  await page.getByText('3 réponses sont mises de côté.').waitFor()
  expect((await asideIn(office.context.store, 'garde')).size).toBe(3)
})

test('a kiosk is changed, then taken out of service; its keys wait until its queue is reported empty', async () => {
  await aKiosk()
  await open()
  await button(/^Modifier/).click()
  await page.getByLabel('Nom de la borne').fill('Crèche')
  await button('Enregistrer').click()
  await page.getByText('la borne le saura dans la minute').waitFor()
  await button(/^Retirer/).click()
  await isAccessible(page)
  await button('Retirer la borne').click()
  await page.getByText('retirée', { exact: true }).waitFor()
  expect((await theKiosk()).token).toBeNull()
  await button(/^File vide/).click()
  await button('Oui, sa file est vide ou perdue').click()
  await page.getByText('ses anciennes clés peuvent être détruites').waitFor()
  expect((await theKiosk()).beat).toMatchObject({ queue: 0, keys: [] })
})
