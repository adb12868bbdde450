import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Random, seeded } from '../../../surveys/people/random.ts'
import { aServedClient } from '../built-client.ts'
import { gallery } from '../gallery.ts'
import { phone } from '../person.ts'
import { openChromium } from '../staff/staff-browser.ts'

/** People who wander: `WALKS=500` for the long run, or a part of it: `WALKS=125 WALKS_FROM=375`. */
const walks = Number(process.env.WALKS ?? 15)
const from = Number(process.env.WALKS_FROM ?? 0)
const patienceMs = 300_000
const slugs = ['galerie', 'jeunes-11-15', 'familles', 'galerie', 'jeunes-16-25', 'loisirs-sud']

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
beforeAll(async () => {
  site = await aServedClient()
  await site.context.questionnaires.loadFounding([gallery])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})

/** Looks at the page and does one thing on it, as somebody who hesitates; `dice` are the chances. Runs in the page. */
async function act(dice: number[]): Promise<'thanked' | 'wait' | 'reload' | 'back' | 'forward' | 'done'> {
  const [what = 0, how = 0, which = 0] = dice
  const buttons = [...document.querySelectorAll<HTMLElement>('button, a.button')]
  const find = (name: string) => buttons.find((one) => one.textContent?.trim() === name)
  const touch = (one: HTMLElement | undefined, twice = false) => {
    one?.click()
    if (twice) one?.click()
  }
  const title = document.querySelector('h1')?.textContent ?? ''
  if (document.querySelector('.skeleton') || title === '') return 'wait'
  if (/est bien arrivée/.test(title)) return 'thanked'
  for (const name of [
    'J’ai compris, je commence',
    'Tout le questionnaire',
    'Reprendre ici',
    'Reprendre',
    'Envoyer maintenant',
  ]) {
    const one = buttons.find((each) => each.textContent?.trim().startsWith(name))
    if (!one) continue
    touch(one, how < 0.15)
    return 'done'
  }
  const send = find('Envoyer mes réponses')
  // it hears nothing while it has only just come
  if (send?.ariaDisabled === 'true') return 'wait'
  if (send) {
    if (what < 0.2) return 'reload'
    touch(send, how < 0.4)
    // a page reloaded while its answers are on their way
    return which < 0.15 ? 'reload' : 'done'
  }
  if (what < 0.04) return 'back'
  if (what < 0.06) return 'forward'
  if (what < 0.08) return 'reload'
  if (what < 0.11) touch(find('Retour'))
  else {
    const isBlamed = document.querySelector('.question[data-problem="true"]') !== null
    if (how < 0.5 || isBlamed)
      for (const question of document.querySelectorAll('.question')) {
        const texts = question.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
          'input[type="text"], input[type="range"], textarea',
        )
        const list = question.querySelector('select')
        const choices = [...question.querySelectorAll<HTMLElement>('.choice')]
        const parts: Record<string, string> = { day: '15', month: '3', year: '2024' }
        if (texts.length > 0)
          for (const text of texts) {
            const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(text), 'value')!.set!
            const typed = which < 0.5 ? '19' : '2015'
            set.call(
              text,
              text.type === 'range' ? String(Math.floor(which * 10)) : (parts[text.dataset.part ?? ''] ?? typed),
            )
            text.dispatchEvent(new Event('input', { bubbles: true }))
            // nobody types in two fields within one turn of the page
            await Promise.resolve()
          }
        else if (list) {
          list.selectedIndex = 1
          list.dispatchEvent(new Event('change', { bubbles: true }))
        } else touch(choices[Math.floor(which * choices.length)])
      }
    touch(find('Suivant') ?? find('Non, c’est tout') ?? find('C’est bon') ?? find('Revenir aux questions'), how > 0.9)
  }
  return 'done'
}

async function step(page: Page, random: Random): Promise<'thanked' | 'wait' | 'done'> {
  const did = await page.evaluate(act, [random(), random(), random()])
  if (did === 'thanked') return did
  if (did === 'reload') await page.reload({ waitUntil: 'commit' })
  if (did === 'back') await page.goBack({ waitUntil: 'commit' })
  if (did === 'forward') await page.goForward({ waitUntil: 'commit' })
  // the pace of somebody who hesitates
  await page.waitForTimeout(did === 'wait' ? 40 : 15)
  return did === 'wait' ? did : 'done'
}

async function walk(context: BrowserContext, address: string, random: Random) {
  const pages = [await context.newPage()]
  await pages[0]!.goto(address)
  let current = 0
  const end = performance.now() + patienceMs
  // a slow machine makes nobody give up: only what was done counts
  for (let turn = 0; turn < 1_500 && performance.now() < end; ) {
    if (pages.length < 2 && random() < 0.02) {
      const other = await context.newPage()
      pages.push(other)
      await other.goto(address)
    }
    if (pages.length > 1 && random() < 0.08) current = 1 - current
    const page = pages[current]!
    if (!page.url().startsWith(address)) await page.goto(address)
    // a page on its way to another one cannot be looked at
    const did = await step(page, random).catch(() => 'wait')
    if (did === 'thanked') return true
    if (did === 'done') turn++
  }
  return false
}

/** The next person has a device that knows nobody; the pages themselves need not be fetched again. */
async function forgetAll(context: BrowserContext) {
  for (const page of context.pages()) await page.close()
  const page = await context.newPage()
  await page.goto(`${site.url}/icon.svg`)
  await page.evaluate(async () => {
    localStorage.clear()
    for (const { name } of await indexedDB.databases())
      await new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name!)
        deleting.onsuccess = resolve
        deleting.onerror = reject
        deleting.onblocked = reject
      })
  })
  await page.close()
}

test(`${walks} people who go back, reload, touch twice and open two tabs: each is stored exactly once`, async () => {
  const wrong: string[] = []
  const together = 4
  let next = from
  const come = async () => {
    const context = await browser.newContext({ viewport: phone, locale: 'fr-FR' })
    for (let number = next++; number < from + walks; number = next++) {
      const slug = slugs[number % slugs.length]!
      // where each came from sets their response apart from the others'
      const canal = `marche-${number}`
      const arrived = await walk(context, `${site.url}/q/${slug}?canal=${canal}`, seeded(7_000 + number))
      await forgetAll(context)
      if (number % 25 === 24) console.info(`${number + 1} walks, ${wrong.length} wrong`)
      const stored = (await site.responses(slug)).filter(({ channel }) => channel === canal).length
      if (!arrived || stored !== 1) wrong.push(`${number} ${slug}: arrived ${arrived}, stored ${stored}`)
    }
  }
  await Promise.all(Array.from({ length: together }, come))
  expect(wrong).toEqual([])
}, 3_600_000)
