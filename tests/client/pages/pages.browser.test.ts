/** What a phone must fetch to answer: a page that grows heavier fails here. `npm run bench -- pages` says the seconds. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOffice } from '../../api/accounts/office.ts'
import { answerAll, everythingStored, main, next, phone, starting } from '../person.ts'
import { addressOf, aWindow, closeWindows, enter, openChromium, patienceMs } from '../staff/staff-browser.ts'
import { landing, landings } from './landing.ts'
import { aServedPair, toFirstQuestion } from './measured.ts'

const landingBudget = 36 * 1024
/** To what the page is there for, whatever comes after it. */
const landingBudgets = {
  home: { bytes: 95_000, requests: 9 },
  results: { bytes: 20_000, requests: 5 },
  directory: { bytes: 20_000, requests: 5 },
  staff: { bytes: 130_000, requests: 15 },
}
const questionBudget = { bytes: 300_000, requests: 12 }

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

test('the landing page asks for no more than 36 KB of script, gzipped', async () => {
  const { page } = await aWindow(browser, phone)
  const weight = await scriptWeight(page, async () => {
    await page.goto(site.url)
    await page.getByRole('link', { name: 'Répondre' }).first().waitFor()
  })
  expect(weight).toBeGreaterThan(0)
  expect(weight).toBeLessThanOrEqual(landingBudget)
})

test('the browser is asked to compile whole the files that the first question runs, and no others', () => {
  const folder = join(process.env.BUILT_PAGES!, 'assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const whole = scripts.filter((name) =>
    readFileSync(join(folder, name), 'utf8').startsWith('//# allFunctionsCalledOnLoad\n'),
  )
  const named = whole.map((name) => name.replace(/-[\w-]{8}\.js$/, '')).sort()
  expect(named).toEqual(['answer', 'questions', 'shell', 'survey-core'])
})

test('from a link to the first question, no more than 300 KB and 12 requests; the next visit asks for a tenth', async () => {
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

test('who comes back to answers begun, all of it held, sees their screen drawn and no other before', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await page.getByRole('button', { name: /je commence/ }).click()
  await page.locator('.question').first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(heldPieces)).toBe(2)
  await page.addInitScript(() => {
    const drawn: string[] = []
    Object.assign(window, { drawn })
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element && node.matches('.shell')) drawn.push(node.querySelector('h1')?.textContent ?? '')
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Reprendre' }).waitFor()
  expect(await page.evaluate('drawn')).toEqual(['Tu avais commencé à répondre'])
})

test('the engine is a script for who comes back, compiled when it was held, and a module before', async () => {
  const { page } = await aWindow(browser, phone)
  const question = page.locator('.question').first()
  const scripts = () =>
    page.evaluate(() => [...document.scripts].filter(({ src }) => src.includes('/held-engine-')).length)
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await starting(page).click()
  await question.waitFor()
  expect(await scripts()).toBe(0)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(heldPieces)).toBe(2)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: 'Reprendre' }).click()
  await page.locator('.questions:not([aria-busy]) .question').first().waitFor()
  expect(await scripts()).toBe(1)
  await page.context().setOffline(false)
})

test('another engine than Chromium holds the module as it came: it could give one that waits unfinished', async () => {
  const { page } = await aWindow(browser, phone)
  await page.context().route('**/pages-worker.js', async (route) => {
    const response = await route.fetch()
    const body = `delete WorkerNavigator.prototype.userAgentData;${await response.text()}`
    await route.fulfill({ response, body })
  })
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await page.evaluate(() => navigator.serviceWorker.ready)
  const held = await page.evaluate(async () => {
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        if (request.url.includes('/survey-core-')) return (await (await caches.match(request))!.text()).slice(0, 200)
  })
  expect(held).toBeDefined()
  expect(held).not.toContain('await new Promise')
})

test('what was read too late for the first screen is not shown at a later one', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await starting(page).click()
  await page.locator('.question').first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(heldPieces)).toBe(2)
  await page.addInitScript(() => {
    const match = caches.match.bind(caches)
    caches.match = async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, 2_500))
      return match(...asked)
    }
  })
  await page.reload()
  await page.getByRole('button', { name: 'Effacer et recommencer' }).click()
  await page.getByRole('button', { name: 'Oui, effacer' }).click()
  await starting(page).waitFor()
  await page.locator('.top-name').click()
  await page.locator('.home-card [href="/q/jeunes-16-25"]').first().click()
  await page.locator('.notice-actions, .message').first().waitFor()
  expect(await page.getByRole('button', { name: 'Reprendre' }).count()).toBe(0)
})

test('the screen stands as it was left before the engine has come; what is done on it meanwhile is done', async () => {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR', serviceWorkers: 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const given = async () => /"data":(\{[^}]*\})/.exec(await page.evaluate(everythingStored))?.[1]
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await starting(page).click()
  const question = page
    .locator('.question')
    .filter({ has: page.locator('.choices') })
    .first()
  const choices = question.locator('.choices input')
  const name = await question.getAttribute('data-name')
  const values = await choices.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  const kept = (at: number) => `"${name}":"${values[at]}"`
  await choices.first().check()
  await expect.poll(given).toContain(kept(0))
  const questions = page.locator('.questions')
  const stood = await questions.textContent()
  let come = () => {}
  const isAwaited = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route('**/assets/survey-core-*', async (route) => {
    await isAwaited
    await route.continue()
  })
  await page.reload()
  await page.getByRole('button', { name: 'Reprendre' }).click()
  const asleep = page.locator('.questions[aria-busy]')
  await asleep.waitFor()
  expect(await asleep.textContent()).toBe(stood)
  expect(await choices.first().isChecked()).toBe(true)
  await choices.nth(1).check()
  await main(page).click()
  expect(await given()).not.toContain(kept(1))
  come()
  await asleep.waitFor({ state: 'detached' })
  await expect.poll(given).toContain(kept(1))
  await expect.poll(() => questions.textContent()).not.toBe(stood)
  await context.close()
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
  const authority = await page.locator('.top-name b').textContent()
  await expect
    .poll(async () => (await page.evaluate(heldAddresses)).split(' '))
    .toContain(`${site.url}/api/questionnaires`)
  await context.setOffline(true)
  await page.reload()
  // once the name of the site was « Questionnaires », and the way to the others an error
  await expect.poll(() => page.locator('.top-name b').textContent()).toBe(authority)
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
  await page.getByText('Une réponse n’est pas encore partie').waitFor()
  await page.locator('.home-card').first().waitFor()
  await context.setOffline(false)
  expect(await site.responses('jeunes-16-25')).toBe(0)
  if (sendsClosed) await networkIsBack(page)
  else await page.reload()
  await expect.poll(() => site.responses('jeunes-16-25')).toBe(1)
})

test('a questionnaire comes in one language; another one is a touch away, with a network or without, and takes no answer', async () => {
  const { page } = await aWindow(browser, phone)
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname === '/api/questionnaires/familles') asked.push(search)
  })
  await page.goto(`${site.url}/q/familles`)
  await starting(page).click()
  const question = page.locator('.question').first()
  await question.waitFor()
  // those held for a visit without a network come behind it
  expect(asked[0]).toBe('?language=fr')
  const title = question.locator('.question-title')
  const french = await title.textContent()
  await question.locator('.choices input').first().check()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(heldPieces)).toBe(2)
  const languages = page.locator('.comfort-language select')
  const hasChanged = (before: string | null) => expect.poll(() => title.textContent()).not.toBe(before)
  await languages.selectOption('en')
  await hasChanged(french)
  const english = await title.textContent()
  expect(await question.locator('.choices input').first().isChecked()).toBe(true)
  await page.context().setOffline(true)
  await languages.selectOption('ar')
  await hasChanged(english)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await question.locator('.choices input').first().isChecked()).toBe(true)
  await page.reload()
  await page.locator('.message .actions [data-kind=main]').click()
  await question.waitFor()
  await languages.selectOption('en')
  await expect.poll(() => title.textContent()).toBe(english)
  await languages.selectOption('fr')
  await expect.poll(() => title.textContent()).toBe(french)
  expect(await question.locator('.choices input').first().isChecked()).toBe(true)
  // what comes in one language is held in all of them, with its version
  await page.context().setOffline(false)
  const isAsked = page.waitForResponse((response) => response.url().includes('language=fr'))
  await page.reload()
  await (await isAsked).finished()
  await page.locator('.message .actions [data-kind=main]').waitFor()
  expect(await page.evaluate(heldAddresses)).toContain('version=')
  expect(await page.evaluate(heldAddresses)).not.toContain('language=')
})

test('a language that does not come says so, and the page stays as it was', async () => {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR', serviceWorkers: 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  // nothing is held either
  await page.addInitScript(() => void delete (window as { caches?: CacheStorage }).caches)
  await page.goto(`${site.url}/q/jeunes-16-25`)
  const start = page.getByRole('button', { name: /je commence/ })
  await start.waitFor()
  await page.route('**/api/questionnaires/**', (route) => route.abort())
  const languages = page.locator('.comfort-language select')
  await languages.selectOption('en')
  await page.getByText('Cette langue n’est pas arrivée').waitFor()
  expect(await start.isVisible()).toBe(true)
  expect(await languages.inputValue()).toBe('fr')
  await page.unroute('**/api/questionnaires/**')
  await languages.selectOption('en')
  await page.getByText('Cette langue n’est pas arrivée').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  await context.close()
})

test.each([390, 320])('the language box says the whole name of the language at %i px', async (width) => {
  const { page } = await aWindow(browser, { width, height: 700 })
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await starting(page).waitFor()
  const languages = page.locator('.comfort-language select')
  await languages.selectOption('fr-facile')
  const widths = () =>
    languages.evaluate((box: HTMLSelectElement) => {
      const shown = box.offsetWidth
      box.style.cssText = 'max-width: none; width: max-content'
      const whole = box.offsetWidth
      box.style.cssText = ''
      return { isWhole: shown >= whole, isWithin: document.documentElement.scrollWidth <= innerWidth }
    })
  expect(await widths()).toEqual({ isWhole: true, isWithin: true })
  await starting(page).click()
  await page.locator('.question').first().waitFor()
  expect(await widths()).toEqual({ isWhole: true, isWithin: true })
})

/** Runs in the page. */
const heldAddresses = async () => {
  const held = (await caches.keys()).map(async (name) => (await caches.open(name)).keys())
  return (await Promise.all(held))
    .flat()
    .map(({ url }) => url)
    .join(' ')
}

/** Runs in the page: the questionnaire as the current one and under its own version. */
const heldPieces = async () => {
  const name = (await caches.keys()).find((one) => one.endsWith('-site'))
  return name === undefined
    ? 0
    : (await (await caches.open(name)).keys()).filter(
        ({ url }) => !url.includes('language=') && url.includes('/questionnaires/'),
      ).length
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
