/** What a phone must fetch to answer: a page that grows heavier fails here. `npm run bench -- pages` says the seconds. */
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phone } from '../person.ts'
import { aWindow, closeWindows, openChromium } from '../staff/staff-browser.ts'
import { aServedPair, toFirstQuestion } from './measured.ts'

const landingBudget = 90 * 1024
const questionBudget = { bytes: 400_000, requests: 15 }

let site: Awaited<ReturnType<typeof aServedPair>>
let browser: Browser
beforeAll(async () => {
  site = await aServedPair({ withAlone: false })
  browser = await openChromium()
})
afterAll(async () => {
  await closeWindows(browser)
  await browser.close()
  await site.discard()
})

test('the landing page asks for no more than 90 KB of script, gzipped', async () => {
  const { page } = await aWindow(browser, phone)
  const weight = await scriptWeight(page, async () => {
    await page.goto(site.url)
    await page.getByRole('link', { name: 'Répondre' }).first().waitFor()
  })
  expect(weight).toBeGreaterThan(0)
  expect(weight).toBeLessThanOrEqual(landingBudget)
})

test('from a link to the first question, no more than 400 KB and 15 requests; the next visit asks for a tenth', async () => {
  const { first, again } = await toFirstQuestion(browser, site.url, 'familles')
  console.info(`to the first question: ${Math.round(first.bytes / 1_000)} KB, ${first.requests} requests`)
  expect(first.bytes).toBeGreaterThan(0)
  expect(first.bytes).toBeLessThanOrEqual(questionBudget.bytes)
  expect(first.requests).toBeLessThanOrEqual(questionBudget.requests)
  expect(again.bytes).toBeLessThanOrEqual(first.bytes / 10)
})

/** Bytes of script a journey asks for, gzipped whatever the server sends. */
async function scriptWeight(page: Page, journey: () => Promise<unknown>): Promise<number> {
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body).length))
  })
  await journey()
  await page.waitForLoadState('networkidle')
  return (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0)
}
