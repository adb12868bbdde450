/** Tables that do not fit, messages that go by themselves, an address typed short: small things of the staff's rooms. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOffice, type Office } from '../../api/accounts/office.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, enter, openChromium } from './staff-browser.ts'

let office: Office
let browser: Browser
beforeAll(async () => {
  office = await anOffice({ client: builtPages() })
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await office.discard()
})

const cut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.data-scroll')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  )

test('a table is never cut: where its column is too narrow, its rows are cards', async () => {
  const { page } = await aWindow(browser, { width: 1366, height: 800 })
  await enter(page, office, await office.placed(['analyst', 'pilot']))
  await page.goto(`${addressOf(office)}/analyse/suivi`)
  await page.locator('.data').waitFor()
  expect(await page.locator('[data-cards]').count()).toBe(0)
  for (const width of [1100, 900, 800, 700, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(async () => [width, await cut(page)]).toEqual([width, [0]])
  }
  expect(await page.locator('[data-cards]').count()).toBe(1)
  // given its room again, it is a table again
  await page.setViewportSize({ width: 1366, height: 800 })
  await expect.poll(() => page.locator('[data-cards]').count()).toBe(0)
})

test('the name of a site is completed; a wrong one is said once; a message goes by itself, but not while it is read', async () => {
  const { page } = await aWindow(browser)
  await enter(page, office, await office.placed(['admin']))
  await page.goto(`${addressOf(office)}/gerer/reglages`)
  const address = page.locator('[data-setting="publicAddress"] input')
  await address.fill('n’importe quoi')
  await page.getByText('Écrivez l’adresse entière').waitFor()
  expect(await page.getByText(/À revoir|« Adresse/).count()).toBe(0)
  await address.fill('questionnaires.exemple.fr')
  await address.press('Tab')
  await expect.poll(() => address.inputValue()).toBe('https://questionnaires.exemple.fr')
  await page.getByText('Écrivez l’adresse entière').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  const toast = page.locator('.toast')
  await toast.getByText('Les réglages sont enregistrés.').waitFor()
  await toast.hover()
  await page.waitForTimeout(9_000)
  expect(await toast.count()).toBe(1)
  await page.mouse.move(5, 5)
  await toast.waitFor({ state: 'detached', timeout: 9_000 })
}, 60_000)
