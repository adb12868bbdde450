import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { hostile } from '../../api/design/hostile.ts'
import { aServedClient } from '../built-client.ts'
import { answerAll, goOn, phone } from '../person.ts'
import { openChromium, patienceMs } from '../staff/staff-browser.ts'

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
beforeAll(async () => {
  site = await aServedClient()
  for (const { questionnaire } of hostile) await force(questionnaire)
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})

/** Writes past every review, as somebody with the store in their hands would. */
async function force(questionnaire: Questionnaire): Promise<void> {
  const { store } = site.context
  const version = { questionnaire, parameters: {}, publishedAt: '2026-11-24T09:00:00.000Z' }
  await store.documents('versions').put(`${questionnaire.slug}@1`, version, null)
  const row = { status: 'trial', version: 1, closesAt: null, origin: 'staff' }
  await store.documents('questionnaires').put(questionnaire.slug, row, null)
}

const served = async (slug: string) => (await fetch(`${site.url}/api/questionnaires/${slug}`)).status === 200

/** A phone that notes every sign of harm. */
async function recordingPhone(): Promise<{ page: Page; harm: string[] }> {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR', bypassCSP: false })
  const harm: string[] = []
  await context.exposeBinding('__harm', (_, what: string) => void harm.push(what))
  await context.addInitScript(() => {
    const note = (what: string) => (window as unknown as { __harm(what: string): void }).__harm(what)
    Object.defineProperty(window, '__hostile', { set: () => note('a script ran'), get: () => undefined })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      note(`policy ${violatedDirective} ${blockedURI}`),
    )
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  page.on('dialog', (dialog) => {
    harm.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => harm.push(`popup ${popup.url()}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${site.url}/`) && !request.url().startsWith('data:')) harm.push(request.url())
  })
  page.on('pageerror', (error) => harm.push(String(error)))
  return { page, harm }
}

test('those the server still serves are shown, answered and sent, and nothing of them runs or leaves', async () => {
  const { page, harm } = await recordingPhone()
  let walked = 0
  for (const { name, questionnaire } of hostile) {
    if (!(await served(questionnaire.slug))) continue
    await page.goto(`${site.url}/q/${questionnaire.slug}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    for (let screens = 0; screens < 12 && !(await page.locator('.receipt').isVisible()); screens++) {
      await answerAll(page)
      await goOn(page)
    }
    expect([name, await page.locator('.receipt').isVisible()]).toEqual([name, true])
    expect([name, harm.splice(0)]).toEqual([name, []])
    expect([name, page.url().startsWith(`${site.url}/`)]).toEqual([name, true])
    walked++
  }
  expect(walked).toBeGreaterThanOrEqual(10)
}, 300_000)

test('those it does not serve say so in a sentence', async () => {
  const refused = []
  for (const one of hostile) if (!(await served(one.questionnaire.slug))) refused.push(one)
  expect(refused.length).toBeGreaterThan(20)
  const { page, harm } = await recordingPhone()
  for (const { questionnaire } of refused.slice(0, 3)) {
    await page.goto(`${site.url}/q/${questionnaire.slug}`)
    await page.getByRole('heading', { name: 'Ce questionnaire n’est pas disponible' }).waitFor()
  }
  // and the questionnaires of everybody else stay open
  await page.goto(`${site.url}/`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  expect(harm).toEqual([])
}, 120_000)

test('the phone would have noted it: a script, and a request that the policy stops', async () => {
  const { page, harm } = await recordingPhone()
  await page.goto(`${site.url}/`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(() => {
    Object.assign(window, { __hostile: 1 })
    new Image().src = 'http://127.0.0.1:9/hostile'
  })
  await expect.poll(() => harm.join('\n')).toMatch(/a script ran[\s\S]*policy img-src http:\/\/127\.0\.0\.1:9/)
}, 60_000)
