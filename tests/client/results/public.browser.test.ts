import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { publicLanguages } from '../../../analysis/report/public/languages.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { collections } from '../../../api/store/collections.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { builtPages } from '../built-client.ts'
import {
  addressOf,
  aWindow,
  closeWindows,
  enter,
  isAccessible,
  laptop,
  openChromium,
  picture,
} from '../staff/staff-browser.ts'

const slug = 'jeunes-11-15'
const phone = { width: 390, height: 844 }
let office: Office
let analyst: Person
let browser: Browser
beforeAll(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
  await office.context.store.collection(collections.settings).put('demo', { demo: true }, null)
  analyst = await office.placed(['analyst'])
  await fill(office.context, [{ slug, people: 300 }], 7, () => {})
  const path = `/api/analyse/${slug}/publications`
  await analyst.browser.post(path)
  await vi.waitFor(
    async () => expect((await analyst.browser.get(path)).body).toMatchObject({ working: null, publications: [{}] }),
    { timeout: 60_000, interval: 100 },
  )
  browser = await openChromium()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await office.discard()
})

test('an analyst opens a publication to everybody after a window that says what it does, and makes a link for the committee', async () => {
  const { page } = await aWindow(browser, laptop)
  await enter(page, office, analyst)
  await page.goto(`${addressOf(office)}/analyse/${slug}/publications`)
  await page.getByRole('button', { name: /Ouvrir au public la publication/ }).click()
  const window = page.getByRole('dialog')
  await window.getByText(`/resultats/${slug}`).waitFor()
  await isAccessible(page)
  await picture(page, 'resultats-ouvrir')
  await window.getByRole('button', { name: 'Ouvrir au public' }).click()
  await page.getByRole('link', { name: 'publique', exact: true }).waitFor()
  await page.goto(`${addressOf(office)}/analyse/comite`)
  await page.getByText('Un lien pour les élus', { exact: true }).click()
  await page.getByLabel('À qui est-il remis').fill('Élus du comité')
  await page.getByRole('button', { name: 'Faire un lien' }).click()
  const link = await page.locator('.committee-link').textContent()
  await isAccessible(page)
  await picture(page, 'comite-lien', true)
  await page.goto(link!)
  await page.getByRole('heading', { level: 1, name: 'Une page pour décider' }).waitFor()
  await picture(page, 'comite-elus')
  expect(await closeWindows(browser)).toEqual([])
})

test.each(publicLanguages)(
  'in %s the page is read on a phone and at 320 points, by everybody, without a fault',
  async (language) => {
    const { page } = await aWindow(browser, phone)
    await page.goto(`${office.url}/resultats/${slug}?langue=${language}`)
    await page.evaluate(() => document.fonts.ready)
    expect(await page.locator('h1').count()).toBe(1)
    await isAccessible(page)
    await picture(page, `resultats-${language}`, true)
    await page.setViewportSize({ width: 320, height: 568 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    // the way home keeps the language, and home leads back
    await page.locator('.site .home').click()
    await page.locator('.home-results a').click()
    await page.waitForURL(/\/resultats/)
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await closeWindows(browser)).toEqual([])
  },
)
