import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isAccessible } from '../staff/staff-browser.ts'
import { answerNo, aTablet, aTown, begin, finish, leave, pin, register, type Tablet, type Town } from './tablet.ts'

let town: Town
let tablet: Tablet
beforeAll(async () => {
  town = await aTown()
  tablet = await aTablet()
})
afterEach(() => tablet.alone())
afterAll(async () => {
  await tablet.discard()
  await town.discard()
})

/** A tablet whose browser is made another one before its first page. */
async function tabletIn(makeOther: () => void): Promise<Page> {
  const page = await tablet.beside()
  await page.context().addInitScript(makeOther)
  return page
}

const buttonIn = (page: Page, name: string) => page.getByRole('button', { name })

async function openPanel(page: Page) {
  await buttonIn(page, 'Personnel').click()
  await page.getByLabel('Code du personnel').fill(pin)
  await buttonIn(page, 'Entrer').click()
  await buttonIn(page, 'Envoyer maintenant').waitFor()
}
const saidOfStorage = (page: Page) => page.locator('dt:text-is("Stockage") + dd').textContent()
const toldTown = async (id: string) => (await town.intake.kiosks.get(id)).beat?.kept

async function tries(page: Page, path: string) {
  await page.goto(town.url + path)
  await page.getByLabel('Code du personnel').fill(pin)
  await page.getByLabel('Le même code').fill(pin)
}
const refusal = async (page: Page) => {
  await buttonIn(page, 'Inscrire cette tablette').click()
  await page.locator('#pin:not(:empty)').waitFor()
  expect(await buttonIn(page, 'Inscrire cette tablette').isEnabled()).toBe(true)
  return page.locator('#pin').textContent()
}

test('a browser that asks the person first makes a kiosk at once; what it answers is shown on the tablet and to the staff', async () => {
  const page = await tabletIn(() => {
    const storage = navigator.storage as unknown as { answer?: (isKept: boolean) => void }
    let isKept = false
    Object.assign(navigator.storage, {
      persist: () =>
        new Promise<boolean>((resolve) => {
          storage.answer = (answer) => {
            isKept = answer
            resolve(answer)
          }
        }),
      persisted: async () => isKept,
    })
  })
  const answer = (isKept: boolean) =>
    page.evaluate((kept) => (navigator.storage as unknown as { answer(isKept: boolean): void }).answer(kept), isKept)
  const { id, path } = await town.link()
  await register(page, town, path)
  await expect.poll(() => toldTown(id)).toBe('unanswered')
  await openPanel(page)
  await expect.poll(() => saidOfStorage(page)).toMatch(/^pas encore de réponse/)
  await isAccessible(page)
  await buttonIn(page, 'Demander de tout garder').click()
  await answer(false)
  await expect.poll(() => saidOfStorage(page)).toMatch(/^non promis.*laissez la borne en ligne/i)
  await buttonIn(page, 'Envoyer maintenant').click()
  await expect.poll(() => toldTown(id)).toBe('unpromised')
  await buttonIn(page, 'Demander de tout garder').click()
  await answer(true)
  await expect.poll(() => saidOfStorage(page)).toBe('protégé')
  await buttonIn(page, 'Demander de tout garder').waitFor({ state: 'detached' })
  await buttonIn(page, 'Envoyer maintenant').click()
  await expect.poll(() => toldTown(id)).toBe('kept')
})

test('a browser without storage promises, locks nor wake lock makes a kiosk that serves', async () => {
  const page = await tabletIn(() => {
    for (const name of ['storage', 'locks', 'wakeLock'])
      Object.defineProperty(Navigator.prototype, name, { value: undefined, configurable: true })
  })
  const { id, path } = await town.link()
  await register(page, town, path)
  await expect.poll(() => toldTown(id)).toBe('unpromised')
  await begin(page)
  await answerNo(page, 'rien n’est promis')
  await finish(page)
  await expect.poll(async () => (await town.responses()).length).toBe(1)
  await leave(page)
  await openPanel(page)
  await expect.poll(() => saidOfStorage(page)).toMatch(/^non promis/)
  expect(await buttonIn(page, 'Demander de tout garder').count()).toBe(0)
})

test('a link that has served, a network that is cut and a lack of room each have their own sentence', async () => {
  const page = await tablet.beside()
  const { path } = await town.link()
  await register(page, town, path)
  const used = await tablet.beside()
  await tries(used, path)
  expect(await refusal(used)).toMatch(/^Ce lien/)

  const full = await tabletIn(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await tries(full, (await town.link()).path)
  expect(await refusal(full)).toMatch(/^La place manque/)

  const cut = await tablet.beside()
  await tries(cut, (await town.link()).path)
  await town.cut()
  expect(await refusal(cut)).toMatch(/réseau/)
  await town.back()
  await buttonIn(cut, 'Inscrire cette tablette').click()
  await buttonIn(cut, 'Commencer').waitFor()
})

test('a browser that cannot be a kiosk is told what it lacks, and the link has not served', async () => {
  const page = await tabletIn(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
    Reflect.deleteProperty(globalThis, 'caches')
  })
  const { path } = await town.link()
  await page.goto(town.url + path)
  await page.getByRole('heading', { name: 'Ce navigateur est trop ancien pour une borne' }).waitFor()
  const lacks = await page.getByRole('listitem').allTextContents()
  expect(lacks.map((text) => text.replace(/^.*\(|\)$/g, ''))).toEqual(['service worker', 'Cache'])
  await isAccessible(page)
  const other = await tablet.beside()
  await register(other, town, path)
})
