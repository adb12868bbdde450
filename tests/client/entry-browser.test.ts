import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sheetShelf } from '../../api/paper/batches.ts'
import { anOffice, type Office, type Person } from '../api/accounts/office.ts'
import { aWindow, isAccessible, openChromium, picture, type Window } from './admin-browser.ts'
import { build } from './built-client.ts'

let pages = ''
let office: Office
let browser: Browser
let numbers: string[] = []
beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'ctg-entry-'))
  build(pages)
  office = await anOffice({ isReal: true, client: pages })
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

async function windowOf({ browser: kept }: Person, path: string): Promise<Window> {
  const window = await aWindow(browser)
  const url = address()
  // a cookie of a secure page: localhost counts as one
  const secure = { url: url.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Strict' as const }
  await window.page.context().addCookies([...kept.cookies].map(([name, value]) => ({ name, value, ...secure })))
  await window.page.goto(url + path)
  return window
}

test('a batch is prepared from the page of papers and comes down as one file', async () => {
  const { page, faults } = await windowOf(await office.placed(['publisher']), '/gerer/papier')
  await title(page, 'Papier')
  await page.getByLabel('Questionnaire').selectOption('jeunes-11-15')
  await page.getByLabel('Nombre de feuilles').fill('2')
  await isAccessible(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Préparer le lot' }).click()
  const file = await (await coming).path()
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByText('0 sur 2').waitFor()
  await picture(page, 'papier-lots')
  await isAccessible(page)
  numbers = (await sheetShelf(office.house.store).list()).map(({ id }) => id)
  expect(numbers).toHaveLength(2)
  expect(faults).toEqual([])
})

test('a sheet is typed from its number to its keeping without a mouse, and a wrong code is told at once', async () => {
  const { page, faults } = await windowOf(await office.placed(['saisie']), '/gerer/saisie')
  const { keyboard } = page
  await title(page, 'Saisie')
  await isAccessible(page)
  await picture(page, 'saisie-numero')
  await isReadyFor(page, 'Numéro de la feuille')
  await keyboard.type('12345')
  await keyboard.press('Enter')
  await page.getByText('un chiffre est faux').waitFor()
  await isReadyFor(page, 'Numéro de la feuille')
  await keyboard.type(numbers[0]!)
  await keyboard.press('Enter')
  await page.getByText('Où passes-tu du temps').waitFor()
  await keyboard.type('77')
  await keyboard.press('Enter')
  await page.getByText('Le code 77 n’est pas proposé ici.').waitFor()
  await isAccessible(page)
  await picture(page, 'saisie-code')
  await keyboard.type('1 2')
  await keyboard.press('Enter')
  await page.getByText('le plus souvent', { exact: false }).first().waitFor()
  await keyboard.type('1')
  await keyboard.press('Enter')
  for (let step = 0; step < 80; step++) {
    if (await page.getByRole('button', { name: /^Enregistrer/ }).isVisible()) break
    await keyboard.press('Enter')
  }
  await isAccessible(page)
  await page.getByRole('button', { name: /^Enregistrer/ }).waitFor()
  await keyboard.press('Enter')
  await page.getByText(`La feuille ${numbers[0]} est enregistrée.`, { exact: false }).waitFor()
  await isAccessible(page)
  const sheet = (await sheetShelf(office.house.store).get(numbers[0]!))!.value
  expect(sheet.first).not.toBeNull()
  expect(await office.house.store.responses.count('jeunes-11-15')).toBe(1)
  expect(faults).toEqual([])
})
