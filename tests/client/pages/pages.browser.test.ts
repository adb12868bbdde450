/** What a phone must fetch to answer: a page that grows heavier fails here. `npm run bench -- pages` says the seconds. */
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOffice } from '../../api/accounts/office.ts'
import { answerAll, everythingStored, main, next, phone } from '../person.ts'
import { addressOf, aWindow, closeWindows, enter, openChromium, patienceMs } from '../staff/staff-browser.ts'
import { landing, landings } from './landing.ts'
import { aServedPair, toFirstQuestion } from './measured.ts'

const landingBudget = 90 * 1024
/** To what the page is there for, whatever comes after it. */
const landingBudgets = {
  home: { bytes: 150_000, requests: 9 },
  results: { bytes: 20_000, requests: 5 },
  directory: { bytes: 20_000, requests: 5 },
  staff: { bytes: 180_000, requests: 16 },
}
const questionBudget = { bytes: 380_000, requests: 14 }

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

test('from a link to the first question, no more than 380 KB and 14 requests; the next visit asks for a tenth', async () => {
  const { first, again } = await toFirstQuestion(browser, site.url, 'familles')
  console.info(`to the first question: ${Math.round(first.bytes / 1_000)} KB, ${first.requests} requests`)
  expect(first.bytes).toBeGreaterThan(0)
  expect(first.bytes).toBeLessThanOrEqual(questionBudget.bytes)
  expect(first.requests).toBeLessThanOrEqual(questionBudget.requests)
  expect(again.bytes).toBeLessThanOrEqual(first.bytes / 10)
})

test('the home page, those of results and of actors, and the first one of the staff stay within their budgets', async () => {
  const office = await anOffice({ isReal: true, client: process.env.BUILT_PAGES! })
  try {
    const { page } = await aWindow(browser, phone)
    await enter(page, office, await office.placed(['analyst', 'publisher']))
    const session = await page.context().storageState()
    for (const place of landings) {
      const { bytes, requests } = await landing(browser, addressOf(office), place, session)
      console.info(`${place.name}: ${Math.round(bytes / 1_000)} KB, ${requests} requests`)
      expect(requests).toBeGreaterThan(0)
      const budget = landingBudgets[place.name]
      expect([place.name, bytes <= budget.bytes, requests <= budget.requests]).toEqual([place.name, true, true])
    }
  } finally {
    await office.discard()
  }
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

test('the notice is read and nothing of it is stored; behind it no file is waited for', async () => {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR', serviceWorkers: 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  await page.addInitScript(() => {
    const whenIdle = requestIdleCallback
    window.requestIdleCallback = (act, how) =>
      whenIdle((deadline) => {
        act(deadline)
        Object.assign(window, { isReady: true })
      }, how)
  })
  await page.goto(`${site.url}/q/familles`)
  const begin = page.locator('.notice-actions [data-door=whole]')
  await begin.waitFor()
  await page.waitForFunction(() => 'isReady' in window)
  expect(await page.evaluate(everythingStored)).not.toMatch(/"drawn"|"savedAt"/)
  const files: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/assets/')) files.push(request.url())
  })
  await begin.click()
  await page.locator('.question').first().waitFor()
  expect(files).toEqual([])
  expect(await page.evaluate(everythingStored)).toMatch(/"drawn"/)
  await context.close()
})

test('who comes back to answers begun goes on before the api has said anything', async () => {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR', serviceWorkers: 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await page.getByRole('button', { name: /je commence/ }).click()
  const question = page.locator('.question').first()
  await question.waitFor()
  const title = await question.textContent()
  await expect.poll(() => page.evaluate(heldPieces)).toBe(2)
  let asked = 0
  await page.route('**/api/**', () => void asked++)
  await page.reload()
  await page.getByRole('button', { name: 'Reprendre' }).click()
  await question.waitFor()
  expect(await question.textContent()).toBe(title)
  expect(asked).toBeGreaterThan(0)
})

test('without a network an answer goes on after a reload and is finished; it leaves as the screen says', async () => {
  const { page } = await aWindow(browser, phone)
  const context = page.context()
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await page.getByRole('button', { name: /je commence/ }).click()
  await page.locator('.question').first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.locator('.choices input').first().check()
  await next(page)
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(2)
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: 'Reprendre' }).click()
  const isWaiting = page.getByText('pas encore parties')
  for (let turn = 0; turn < 240 && !(await isWaiting.isVisible()); turn++) {
    // the choices are drawn in another order each time: the first one may ask for more
    if (await page.locator('.problems').isVisible()) await answerAll(page)
    // the button goes with the last question, or is busy while it tries to send
    await main(page)
      .click({ timeout: 1_000 })
      .catch(() => {})
  }
  const [bySync, byVisit] = [page.getByText('partiront dès que le réseau'), page.getByText('à ta prochaine visite')]
  await bySync.or(byVisit).waitFor()
  // a headless shell has no Background Sync, and the screen promises nothing else
  const sendsClosed = await bySync.isVisible()
  await page.goto(site.url)
  await page.getByText('Une réponse attend le réseau').waitFor()
  await context.setOffline(false)
  expect(await site.responses('jeunes-16-25')).toBe(0)
  if (sendsClosed) await networkIsBack(page)
  else await page.reload()
  await expect.poll(() => site.responses('jeunes-16-25')).toBe(1)
})

/** Runs in the page: the questionnaire as the current one and under its own version. */
const heldPieces = async () => {
  const [name] = await caches.keys()
  return name === undefined ? 0 : (await (await caches.open(name)).keys()).length
}

/** The browser tells the worker, as it does when the network comes back, even with no page open. */
async function networkIsBack(page: Page) {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: new URL(site.url).origin,
    registrationId,
    tag: 'answers',
    lastChance: false,
  })
}
