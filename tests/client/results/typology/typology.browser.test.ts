import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill } from '../../../../api/commands/synthetic-respondents.ts'
import { anOffice, type Office, type Person } from '../../../api/accounts/office.ts'
import { builtPages } from '../../built-client.ts'
import {
  addressOf,
  aWindow,
  closeWindows,
  enter,
  isAccessible,
  openChromium,
  picture,
} from '../../staff/staff-browser.ts'

const slug = 'habitants'
let office: Office
let analyst: Person
let browser: Browser
beforeAll(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
  analyst = await office.placed(['analyst'])
  await fill(office.context, [{ slug, people: 900 }], 5, () => {})
  await office.context.analysis.publish(slug, analyst.login, new Date().toISOString(), () => {})
  browser = await openChromium()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await office.discard()
})

test('questions are chosen, the typology is made and read, by keyboard and on a phone', async () => {
  const { page } = await aWindow(browser, { width: 1440, height: 900 })
  await enter(page, office, analyst)
  await page.goto(`${addressOf(office)}/analyse/${slug}/typologies`)
  await page.getByRole('button', { name: 'Faire la typologie' }).click()
  await page.getByRole('alert').filter({ hasText: 'Choisissez encore 4 questions' }).waitFor()
  const boxes = page.getByRole('checkbox')
  // the last one, which goes with age, and the first ones
  const count = 6
  await boxes.last().press('Space')
  for (let at = 0; at < count - 1; at++) await boxes.nth(at).press('Space')
  await page.getByText(`${count} questions choisies`).waitFor()
  await isAccessible(page)
  await picture(page, 'analyse-typologie-choisir', true)
  await page.getByRole('button', { name: 'Faire la typologie' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Typologie n° 1' }).waitFor()
  await page.getByRole('heading', { level: 2, name: /^Classe 1/ }).waitFor()
  await page.getByText(/usage interne/).waitFor()
  await isAccessible(page)
  await picture(page, 'analyse-typologie')
  await picture(page, 'typologie-entiere', true)
  await page.setViewportSize({ width: 390, height: 844 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await picture(page, 'analyse-typologie-telephone', true)
  expect(await closeWindows(browser)).toEqual([])
}, 60_000)
