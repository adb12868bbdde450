import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { decryptResponse } from '../../../api/keys/encryption.ts'
import { paperBatchesIn, paperFormsIn } from '../../../api/paper/batches.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

let office: Office
let browser: Browser
let publisher: Person
beforeAll(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
  await office.context.questionnaires.loadFounding([smallQuestionnaire])
  publisher = await office.placed(['publisher'])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await office.discard()
})
afterEach(async () => {
  // a packet cut on purpose is complained of
  const faults = (await closeWindows(browser)).filter((fault) => !fault.includes('net::ERR_FAILED'))
  expect(faults).toEqual([])
})

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** What is typed next goes into the box of this name, over what it holds. */
async function isReadyFor(page: Page, label: string) {
  const isSelected = () =>
    page.getByLabel(label).evaluate((box: HTMLInputElement) => {
      const { selectionStart, selectionEnd, value } = box
      return document.activeElement === box && selectionStart === 0 && selectionEnd === value.length
    })
  await expect.poll(isSelected).toBe(true)
}

/** The window of a person, at a page. */
async function at(path: string, person: Person): Promise<Page> {
  const { page } = await aWindow(browser)
  await enter(page, office, person)
  await page.goto(addressOf(office) + path)
  return page
}

/** Types a form of the youngest from its number to its saving; the rest is left blank. */
async function typeForm(page: Page, number: string, first: string, look = async () => {}) {
  const { keyboard } = page
  await isReadyFor(page, 'Numéro de la feuille')
  await keyboard.type(number)
  await keyboard.press('Enter')
  const places = page.getByText(/où passes-tu du temps/i)
  await page.getByText('Ta commune').first().waitFor()
  // what comes before is left blank
  for (let step = 0; step < 12 && !(await places.isVisible()); step++) {
    await keyboard.press('Enter')
    await page.waitForTimeout(60)
  }
  await places.waitFor()
  await look()
  await keyboard.type(first)
  await keyboard.press('Enter')
  await page.getByText('le plus souvent', { exact: false }).first().waitFor()
  await keyboard.type('1')
  await keyboard.press('Enter')
  await toTheEnd(page)
}

async function toTheEnd(page: Page) {
  const save = page.getByRole('button', { name: /^Enregistrer/ })
  for (let step = 0; step < 80 && !(await save.isVisible()); step++) await page.keyboard.press('Enter')
  await save.waitFor()
}

const batches = async () => (await paperBatchesIn(office.context.store).list()).length
const formsOf = async (batch: number) =>
  (await paperFormsIn(office.context.store).list()).filter(({ value }) => value.batch === String(batch))

test('a batch is prepared from the page of papers and comes down as one file', async () => {
  const batch = (await batches()) + 1
  const page = await at('/gerer/papier', publisher)
  await title(page, 'Papier')
  await page.getByLabel('Questionnaire').selectOption('jeunes-11-15')
  await page.getByLabel('Nombre de feuilles').fill('2')
  await isAccessible(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Préparer le lot' }).click()
  const file = await (await coming).path()
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByText('0 sur 2').waitFor()
  await isAccessible(page)
  expect(await formsOf(batch)).toHaveLength(2)
  // the first of the list stood there again
  const chosen = page.getByLabel('Questionnaire')
  expect(await chosen.inputValue()).toBe('jeunes-11-15')
  await page.reload()
  await title(page, 'Papier')
  expect(await chosen.inputValue()).toBe('jeunes-11-15')
})

test('a long batch comes out packet by packet, says how far it is, and goes on where a cut stopped it', async () => {
  const batch = (await batches()) + 1
  const page = await at('/gerer/papier', publisher)
  await title(page, 'Papier')
  await page.getByLabel('Questionnaire').selectOption('jeunes-11-15')
  await page.getByLabel('Nombre de feuilles').fill('12')
  await page.route('**/packets/11', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Préparer le lot' }).click()
  await page.getByText('s’est arrêté à 10 feuilles sur 12').waitFor()
  expect(await page.getByRole('progressbar').getAttribute('value')).toBe('10')
  await isAccessible(page)
  await picture(page, 'papier-reprise')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Continuer le lot' }).click()
  const come = await coming
  expect(come.suggestedFilename()).toBe(`jeunes-11-15-fr-lot-${batch}.zip`)
  const files = unzipSync(readFileSync(await come.path()))
  expect(Object.keys(files)).toEqual(
    ['001-005', '006-010', '011-012'].map((forms) => `jeunes-11-15-fr-lot-${batch}-feuilles-${forms}.pdf`),
  )
  for (const pdf of Object.values(files)) expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByText('0 sur 12').waitFor()
  await picture(page, 'papier-lots')
})

/** The number of a form printed and drawn for a second entry. */
async function aSampledForm(): Promise<string> {
  const batch = (await batches()) + 1
  const wanted = { language: 'fr', count: 2, copies: 1 }
  const { status, text } = await publisher.browser.post('/api/questionnaires/jeunes-11-15/paper', wanted)
  expect([status, text]).toEqual([201, text])
  const printed = await publisher.browser.post(`/api/paper/batches/${batch}/packets/1`)
  expect(printed.status).toBe(200)
  return (await formsOf(batch)).find(({ value }) => value.isSampled)!.id
}

test('a form is typed from its number to its saving without a mouse; a second entry that differs asks again what differs only, and what the paper says is stored', async () => {
  const sampled = await aSampledForm()
  const page = await at('/gerer/saisie', await office.placed(['saisie']))
  const { keyboard } = page
  await title(page, 'Saisie')
  await isAccessible(page)
  await picture(page, 'saisie-numero')
  await isReadyFor(page, 'Numéro de la feuille')
  await keyboard.type('12345')
  await keyboard.press('Enter')
  await page.getByText('un chiffre est faux').waitFor()
  await typeForm(page, sampled, '1 2', async () => {
    await keyboard.type('77')
    await keyboard.press('Enter')
    await page.getByText('Le code 77 n’est pas proposé ici.').waitFor()
    await isAccessible(page)
    await picture(page, 'saisie-code')
  })
  await isAccessible(page)
  await keyboard.press('Enter')
  await page.getByText(`La feuille ${sampled} est enregistrée. Elle est tirée au sort`).waitFor()
  await isAccessible(page)
  const form = (await paperFormsIn(office.context.store).get(sampled))!.value
  expect(form.first).not.toBeNull()
  expect(await office.context.store.responses.count('jeunes-11-15')).toBe(1)

  // a colleague types it again, with another answer
  const second = await at('/gerer/saisie', await office.placed(['saisie']))
  await title(second, 'Saisie')
  await typeForm(second, sampled, '1 3')
  await second.keyboard.press('Enter')
  await second.getByText('Une réponse diffère de la première saisie.').waitFor()
  await second.getByText('1 sur 1 ·').waitFor()
  await second.getByText(/où passes-tu du temps/i).waitFor()
  await isAccessible(second)
  await picture(second, 'saisie-ecart')
  await second.keyboard.type('1 3')
  await second.keyboard.press('Enter')
  await second.getByRole('button', { name: /^Enregistrer/ }).waitFor()
  await second.keyboard.press('Enter')
  await second.getByText(`La feuille ${sampled} est corrigée.`).waitFor()
  const { id } = (await paperFormsIn(office.context.store).get(sampled))!.value
  const stored = await decryptResponse((await office.context.store.responses.get(id!))!, office.context.keyring)
  expect(stored.answers.lieux_dehors).toHaveLength(2)

  await second.goto(`${addressOf(office)}/gerer/papier`)
  await second.getByText(/% \(1 sur \d+ réponses\)/).waitFor()
  await second.getByText('1 faites, 0 à faire').waitFor()
})

test('a question that screens require is passed by Enter; a sheet left all blank is saved once that is confirmed', async () => {
  const batch = (await batches()) + 1
  const wanted = { language: 'fr', count: 1, copies: 1 }
  expect((await publisher.browser.post('/api/questionnaires/garde/paper', wanted)).status).toBe(201)
  expect((await publisher.browser.post(`/api/paper/batches/${batch}/packets/1`)).status).toBe(200)
  const number = (await formsOf(batch))[0]!.id
  const page = await at('/gerer/saisie', await office.placed(['saisie']))
  const { keyboard } = page
  await isReadyFor(page, 'Numéro de la feuille')
  await keyboard.type(number)
  await keyboard.press('Enter')
  await page.getByText('Faites-vous garder un enfant').waitFor()
  await keyboard.press('Enter')
  await page.getByText('Rien n’est tapé').waitFor()
  await isAccessible(page)
  await picture(page, 'saisie-vide')
  // one Enter too many goes back to the sheet
  await keyboard.press('Enter')
  await page.getByText('Faites-vous garder un enfant').waitFor()
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Enregistrer la feuille vide' }).click()
  await page.getByText(`La feuille ${number} est enregistrée.`).waitFor()
})

/** One form printed, in the order of their numbers. */
async function aForm(slug: string): Promise<string> {
  const batch = (await batches()) + 1
  const wanted = { language: 'fr', count: 1, copies: 1 }
  expect((await publisher.browser.post(`/api/questionnaires/${slug}/paper`, wanted)).status).toBe(201)
  expect((await publisher.browser.post(`/api/paper/batches/${batch}/packets/1`)).status).toBe(200)
  return (await formsOf(batch))[0]!.id
}

const held = (page: Page) =>
  page.evaluate(() => [
    ...Object.keys(sessionStorage).filter((name) => name.startsWith('sheet:')),
    // what outlives the tab holds nothing of it
    ...Object.keys(localStorage).filter((name) => name.includes('sheet')),
  ])

// a reload lost the whole sheet
test('a sheet being typed is there again after a reload, to who typed it; saved, left or its tab closed, nothing of it stays', async () => {
  const number = await aForm('garde')
  const typist = await office.placed(['saisie'])
  const page = await at('/gerer/saisie', typist)
  const { keyboard } = page
  await isReadyFor(page, 'Numéro de la feuille')
  expect(await page.getByLabel('Numéro de la feuille').getAttribute('class')).toBe('field')
  await keyboard.type(number)
  await keyboard.press('Enter')
  await page.getByText('Faites-vous garder un enfant').waitFor()
  await keyboard.type('1')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Enregistrer (Entrée)' }).waitFor()
  await page.reload()
  await page.getByText('Ce que vous aviez tapé de cette feuille est là.').waitFor()
  await page.getByRole('button', { name: 'Enregistrer (Entrée)' }).waitFor()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Revenir' }).click()
  await page.getByText('Faites-vous garder un enfant').waitFor()
  expect(await page.locator('#entry-input').inputValue()).toBe('1')
  const own = await held(page)
  expect(own).toEqual([`sheet:${typist.login}`])

  // a colleague in the same tab, who may type it a second time, sees nothing of it
  await enter(page, office, await office.placed(['saisie']))
  await page.goto(`${addressOf(office)}/gerer/saisie`)
  await isReadyFor(page, 'Numéro de la feuille')
  await keyboard.type(number)
  await keyboard.press('Enter')
  await page.getByText('Faites-vous garder un enfant').waitFor()
  expect(await page.locator('#entry-input').inputValue()).toBe('')
  await page.getByRole('button', { name: 'Laisser cette feuille' }).click()
  await page.getByText(`La feuille ${number} n’est pas enregistrée.`).waitFor()
  expect(await held(page)).toEqual(own)

  await enter(page, office, typist)
  await page.goto(`${addressOf(office)}/gerer/saisie`)
  await page.getByText('Ce que vous aviez tapé de cette feuille est là.').waitFor()
  // where they had gone back to, with what was typed there
  await page.locator('#entry-input:focus').waitFor()
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Enregistrer (Entrée)' }).waitFor()
  await keyboard.press('Enter')
  await page.getByText(`La feuille ${number} est enregistrée.`).waitFor()
  expect(await held(page)).toEqual([])
})

test('who signs out leaves nothing of the sheet being typed; who may not type reads so, before any number', async () => {
  const number = await aForm('garde')
  const page = await at('/gerer/saisie', await office.placed(['saisie']))
  await isReadyFor(page, 'Numéro de la feuille')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.getByText('Faites-vous garder un enfant').waitFor()
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await expect.poll(() => held(page)).toHaveLength(1)
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.waitForURL('**/connexion')
  expect(await held(page)).toEqual([])

  await enter(page, office, await office.placed(['analyst']))
  await page.goto(`${addressOf(office)}/gerer/saisie`)
  await page.getByRole('heading', { name: 'Cette page ne vous est pas ouverte' }).waitFor()
  expect(await page.getByLabel('Numéro de la feuille').count()).toBe(0)
  await isAccessible(page)
  await picture(page, 'saisie-sans-droit')
  await page.goto(`${addressOf(office)}/gerer/bornes`)
  await page.getByRole('heading', { name: 'Cette page ne vous est pas ouverte' }).waitFor()
  expect(await page.getByText('Ajouter une borne').count()).toBe(0)
})

// the screens of who answers asked, the sheet took it in silence
test('a name or a number copied from a sheet is said once, and goes on by Enter or without it', async () => {
  const number = await aForm('jeunes-11-15')
  const page = await at('/gerer/saisie', await office.placed(['saisie']))
  const { keyboard } = page
  await isReadyFor(page, 'Numéro de la feuille')
  await keyboard.type(number)
  await keyboard.press('Enter')
  await page.getByText('Ta commune').first().waitFor()
  const free = page.getByText('signes au plus')
  for (let step = 0; step < 60 && !(await free.isVisible()); step++) {
    await keyboard.press('Enter')
    await page.waitForTimeout(60)
  }
  await free.waitFor()
  const asked = await page.locator('.entry-step label').textContent()
  await keyboard.type('Appelez Léa Durand au 06 12 34 56 78')
  await page.getByText('On dirait un nom ou un numéro').waitFor()
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Enlever et continuer' }).waitFor()
  await isAccessible(page)
  await picture(page, 'saisie-nom')
  expect(await page.locator('.entry-step label').textContent()).toBe(asked)
  await page.getByRole('button', { name: 'Enlever et continuer' }).click()
  await expect.poll(() => page.locator('.entry-step label').textContent()).not.toBe(asked)
  await keyboard.press('ArrowUp')
  await expect.poll(() => page.locator('.entry-step label').textContent()).toBe(asked)
  expect(await page.locator('#entry-input').inputValue()).not.toMatch(/06|Durand/)
  await keyboard.type('Léa Durand, 06 12 34 56 78')
  await page.getByText('On dirait un nom ou un numéro').waitFor()
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Laisser', exact: true }).waitFor()
  await keyboard.press('Enter')
  await expect.poll(() => page.locator('.entry-step label').textContent()).not.toBe(asked)
})
