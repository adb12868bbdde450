import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Random, seeded } from '../../surveys/people/random.ts'
import { openChromium } from './admin-browser.ts'
import { aServedClient } from './built-client.ts'
import { phone } from './person.ts'

/** People who wander: `WALKS=500` for the long run. */
const walks = Number(process.env.WALKS ?? 25)
const slugs = ['familles', 'jeunes-11-15', 'jeunes-16-25', 'loisirs-sud']

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

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const isHere = (page: Page, name: string | RegExp) => button(page, name).first().isVisible()

/** Answers what stands on the screen, anyhow. */
async function answerSomething(page: Page, random: Random) {
  const question = page.locator('.question').first()
  if (!(await question.isVisible())) return
  const text = question.locator('input[type="text"]').first()
  if (await text.isVisible()) return text.fill(random() < 0.5 ? '19' : '2015')
  const select = question.locator('select').first()
  if (await select.isVisible()) return void (await select.selectOption({ index: 1 }))
  const choices = question.locator('.choice')
  const count = await choices.count()
  if (count > 0) await choices.nth(Math.floor(random() * count)).click()
}

/** One step of somebody who hesitates; what is on the screen decides. Returns true once thanked or told it has left. */
async function step(page: Page, random: Random): Promise<boolean> {
  await page.waitForFunction(() => !document.querySelector('.skeleton'), undefined, { timeout: 5_000 })
  if (await page.getByRole('heading', { name: /est bien arrivée|a déjà été envoyée/ }).isVisible()) return true
  for (const name of ['J’ai compris, je commence', 'Reprendre ici', 'Reprendre', 'Envoyer maintenant'])
    if (await isHere(page, name)) {
      await button(page, name).first().click()
      await page.waitForTimeout(60)
      return false
    }
  if (await isHere(page, 'Envoyer mes réponses')) {
    if (random() < 0.25) await page.reload()
    else if (random() < 0.4) await button(page, 'Envoyer mes réponses').dblclick()
    else await button(page, 'Envoyer mes réponses').click()
    await page.waitForTimeout(80)
    return false
  }
  const chance = random()
  if (chance < 0.04) await page.goBack().catch(() => null)
  else if (chance < 0.06) await page.goForward().catch(() => null)
  else if (chance < 0.09) await page.reload()
  else if (chance < 0.12 && (await isHere(page, 'Retour'))) await button(page, 'Retour').click()
  else {
    if (chance < 0.5 || (await page.locator('.question[data-problem="true"]').count()) > 0)
      await answerSomething(page, random)
    const next = button(page, 'Suivant')
    if (await next.isVisible()) await (chance > 0.95 ? next.dblclick() : next.click())
  }
  return false
}

async function walk(context: BrowserContext, address: string, random: Random) {
  const pages = [await context.newPage()]
  for (const page of pages) page.setDefaultTimeout(4_000)
  await pages[0]!.goto(address)
  let current = 0
  for (let turn = 0; turn < 400; turn++) {
    if (pages.length < 2 && random() < 0.03) {
      const other = await context.newPage()
      other.setDefaultTimeout(4_000)
      pages.push(other)
      await other.goto(address)
    }
    if (pages.length > 1 && random() < 0.12) current = 1 - current
    const page = pages[current]!
    if (!page.url().startsWith(address)) await page.goto(address)
    if (await step(page, random).catch(() => false)) return true
  }
  return false
}

test(`${walks} people who go back, reload, touch twice and open two tabs: each is stored exactly once`, async () => {
  const wrong: string[] = []
  const together = 4
  let next = 0
  const come = async () => {
    for (let number = next++; number < walks; number = next++) {
      const slug = slugs[number % slugs.length]!
      // where each came from tells their sheet apart from the others'
      const canal = `marche-${number}`
      const context = await browser.newContext({ viewport: phone, locale: 'fr-FR' })
      const arrived = await walk(context, `${site.url}/q/${slug}?canal=${canal}`, seeded(7_000 + number))
      await context.close()
      const stored = (await site.kept(slug)).filter(({ channel }) => channel === canal).length
      if (!arrived || stored !== 1) wrong.push(`${number} ${slug}: arrived ${arrived}, stored ${stored}`)
    }
  }
  await Promise.all(Array.from({ length: together }, come))
  expect(wrong).toEqual([])
}, 3_600_000)
