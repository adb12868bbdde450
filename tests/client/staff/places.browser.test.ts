/** Where one is once a form was sent: on the first field to put right, or where one pressed. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setUpLink } from '../../../api/accounts/joining.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from './staff-browser.ts'

let office: Office
let browser: Browser
let boss: Person
beforeAll(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
  browser = await openChromium()
})
beforeEach(() => closeWindows(browser))
afterAll(async () => {
  await browser.close()
  await office.discard()
})

async function at(path: string): Promise<Page> {
  boss ??= await office.placed(['admin', 'designer', 'analyst'])
  const { page } = await aWindow(browser, { width: 1440, height: 900 })
  await enter(page, office, boss)
  await page.goto(`${addressOf(office)}${path}`)
  return page
}
const button = (page: Page, name: string) => page.getByRole('button', { name })
/** What has the focus: its name, or its words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    const [label] = (activeElement as HTMLInputElement).labels ?? []
    return activeElement === document.body
      ? 'nothing'
      : (activeElement!.getAttribute('aria-label') ?? label?.textContent ?? activeElement!.textContent ?? '').trim()
  })
const expectFocus = (page: Page, name: string) => expect.poll(() => focused(page)).toBe(name)

test('a first account that is refused: its first wrong field', async () => {
  const { page } = await aWindow(browser, { width: 1440, height: 900 })
  await page.goto(`${addressOf(office)}/installation#${await setUpLink(office.context.accounts)}`)
  await button(page, 'Continuer').click()
  await page.locator('.form-error').first().waitFor()
  await expectFocus(page, 'Prénom et nom')
})

test('a questionnaire without a title: said once, beside it', async () => {
  const page = await at('/concevoir')
  await button(page, 'Nouveau questionnaire').first().click()
  await button(page, 'Commencer').click()
  await page.locator('.form-error').first().waitFor()
  await expectFocus(page, 'Titre')
  expect(await page.getByText(/n’a pas la forme attendue/).count()).toBe(0)
  await picture(page, 'places-nouveau')
})

test('settings are saved where one is in them, a table too, and lines just added are gone to', async () => {
  const page = await at('/gerer/reglages')
  const contact = page.locator('[data-setting="contact"] :is(input, textarea)').first()
  await contact.fill('enfance@exemple.fr')
  await button(page, 'Enregistrer les réglages').focus()
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await page.getByText('Les réglages sont enregistrés.').waitFor()
  await page.getByText('Tout est enregistré.').waitFor()
  await expectFocus(page, 'Enregistrer les réglages')
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(20)

  await page.goto(`${addressOf(office)}/gerer/tables/frames`)
  await button(page, 'Commencer par ces lignes').click()
  await expectFocus(page, 'Effectif, ligne 1')
  await page.getByText(/cases à remplir à partir d’ici/).waitFor()
  expect(await page.locator('.grid [aria-invalid="true"]').count()).toBe(0)
  await isAccessible(page)
  await picture(page, 'places-effectifs')

  await page.goto(`${addressOf(office)}/gerer/tables/slices`)
  await page.getByLabel('Source').fill('Délibération')
  await page.getByLabel('Établie le').fill('2026-02-01')
  await button(page, 'Enregistrer la table').click()
  await page.getByText('La table est enregistrée.').waitFor()
  await button(page, 'Version 1').waitFor()
  await expectFocus(page, 'Enregistrer la table')
  expect(await page.getByLabel('Source').inputValue()).toBe('')

  await page.goto(`${addressOf(office)}/gerer/tables/prices`)
  await page
    .getByLabel(/^Prix bas/)
    .first()
    .fill('dix')
  await page.getByText('La même table, ligne par ligne').waitFor()
  expect(await page.getByLabel('Niveau, ligne 1').isVisible()).toBe(false)
  // what is wrong is gone to, folded or not
  await page.getByRole('button', { name: /^Ligne 1, Prix/ }).click()
  await expectFocus(page, 'Prix d’une journée, ligne 1')
  await isAccessible(page)
  await picture(page, 'places-prix')
})
