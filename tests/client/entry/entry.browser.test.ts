import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decryptResponse } from '../../../api/keys/encryption.ts'
import { paperFormsIn } from '../../../api/paper/batches.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { pagesInto } from '../built-client.ts'
import { aWindow, isAccessible, openChromium, picture, type Window } from '../staff/staff-browser.ts'

let pages = ''
let office: Office
let browser: Browser
let publisher: Person
let numbers: string[] = []
/** Drawn for a second entry. */
let sampled = ''
beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'ctg-entry-'))
  pagesInto(pages)
  office = await anOffice({ isReal: true, client: pages })
  publisher = await office.placed(['publisher'])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await office.discard()
  rmSync(pages, { recursive: true })
})

const address = () => office.url.replace('127.0.0.1', 'localhost')
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

async function windowOf({ browser: session }: Person, path: string): Promise<Window> {
  const window = await aWindow(browser)
  const url = address()
  // a cookie of a secure page: localhost counts as one
  const secure = { url: url.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Strict' as const }
  await window.page.context().addCookies([...session.cookies].map(([name, value]) => ({ name, value, ...secure })))
  await window.page.goto(url + path)
  return window
}

/** Types a form of the youngest from its number to its saving; the rest is left blank. */
async function typeForm(page: Page, number: string, first: string, look = async () => {}) {
  const { keyboard } = page
  await isReadyFor(page, 'Numéro de la feuille')
  await keyboard.type(number)
  await keyboard.press('Enter')
  await page.getByText('Où passes-tu du temps').waitFor()
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

const numbersOf = async (batch: string) =>
  (await paperFormsIn(office.context.store).list()).filter(({ value }) => value.batch === batch)

test('a batch is prepared from the page of papers and comes down as one file', async () => {
  const { page, faults } = await windowOf(publisher, '/gerer/papier')
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
  const forms = await numbersOf('1')
  numbers = forms.map(({ id }) => id)
  sampled = forms.find(({ value }) => value.isSampled)!.id
  expect(numbers).toHaveLength(2)
  expect(faults).toEqual([])
})

test('a long batch comes out packet by packet, says how far it is, and goes on where a cut stopped it', async () => {
  const { page } = await windowOf(publisher, '/gerer/papier')
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
  expect(come.suggestedFilename()).toBe('jeunes-11-15-fr-lot-2.zip')
  const files = unzipSync(readFileSync(await come.path()))
  expect(Object.keys(files)).toEqual(
    ['001-005', '006-010', '011-012'].map((forms) => `jeunes-11-15-fr-lot-2-feuilles-${forms}.pdf`),
  )
  for (const pdf of Object.values(files)) expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByText('0 sur 12').waitFor()
  await picture(page, 'papier-lots')
})

test('a form is typed from its number to its saving without a mouse, and a wrong code shows at once', async () => {
  const { page, faults } = await windowOf(await office.placed(['saisie']), '/gerer/saisie')
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
  expect(faults).toEqual([])
})

test('a second entry that differs asks again what differs only; what the paper says is stored, and the rate is shown', async () => {
  const { page, faults } = await windowOf(await office.placed(['saisie']), '/gerer/saisie')
  const { keyboard } = page
  await title(page, 'Saisie')
  await typeForm(page, sampled, '1 3')
  await keyboard.press('Enter')
  await page.getByText('Une réponse diffère de la première saisie.').waitFor()
  await page.getByText('1 sur 1 ·').waitFor()
  await page.getByText('Où passes-tu du temps').waitFor()
  await isAccessible(page)
  await picture(page, 'saisie-ecart')
  await keyboard.type('1 3')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: /^Enregistrer/ }).waitFor()
  await keyboard.press('Enter')
  await page.getByText(`La feuille ${sampled} est corrigée.`).waitFor()
  const { id } = (await paperFormsIn(office.context.store).get(sampled))!.value
  const stored = await decryptResponse((await office.context.store.responses.get(id))!, office.context.keyring)
  expect(Object.values(stored.answers)[0]).toHaveLength(2)

  await page.goto(`${address()}/gerer/papier`)
  await page.getByText(/% \(1 sur \d+ réponses\)/).waitFor()
  await page.getByText('1 faites, 0 à faire').waitFor()
  expect(faults).toEqual([])
})
