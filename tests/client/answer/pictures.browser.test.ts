/** Drawings beside the answers: for the youngest and in easy French, never for the others, and never read aloud. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aServedClient } from '../built-client.ts'
import { asked, begin, phone, until } from '../person.ts'
import { aWindow, closeWindows, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
beforeAll(async () => {
  site = await aServedClient()
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})
afterEach(async () => {
  expect(await closeWindows(browser)).toEqual([])
})

test('at 13 each answer has its drawing; it is not part of what is read', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/jeunes-11-15`)
  await until(page, 'manque_ici')
  const question = asked(page, 'manque_ici')
  await question.locator('.choice-picture').first().waitFor()
  const answers = question.locator('.choice:not([data-aside])')
  expect(await question.locator('.choice-picture').count()).toBe(await answers.count())
  await question.getByRole('checkbox', { name: 'Du wifi, des prises', exact: true }).check()
  await isAccessible(page)
  await picture(page, 'repondre-pictogrammes')
})

test('at 19 they come in easy French, and are not there in French', async () => {
  const { page } = await aWindow(browser, phone)
  const drawn = page.locator('.choice-picture')
  await begin(page, `${site.url}/q/jeunes-16-25`)
  await until(page, 'manque_ici')
  expect(await drawn.count()).toBe(0)
  await page.getByRole('button', { name: 'Facile' }).click()
  await drawn.first().waitFor()
  // half under what stays below, a circle would count as a small one
  await page.evaluate(() => scrollTo(0, 0))
  await isAccessible(page)
})
