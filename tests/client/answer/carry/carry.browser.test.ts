import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { collections } from '../../../../api/store/collections.ts'
import { aServedClient } from '../../built-client.ts'
import { asked, begin, choose, next, phone, send, until } from '../../person.ts'
import { overflowing } from '../../reading.ts'
import { aWindow, closeWindows, isAccessible, laptop, openChromium, picture } from '../../staff/staff-browser.ts'

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
  const faults = await closeWindows(browser)
  await site.clear('familles')
  // what a cut network says of itself
  expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|when fetching the script/.test(fault))).toEqual([])
})

const copies = () => site.context.store.collection(collections.carriedAnswers).list()
const howMany = async () => (await copies()).length
const elsewhere = (page: Page) => page.getByRole('button', { name: 'Continuer plus tard ou sur un autre appareil' })

/** After the browser has had its say on where to scroll. */
const focusInSight = async (page: Page) => {
  await page.waitForTimeout(100)
  return page.evaluate(() => {
    const { top, bottom } = document.activeElement!.getBoundingClientRect()
    return document.activeElement !== document.body && top >= 0 && bottom <= innerHeight
  })
}

/** Keeps a copy from the screen shown. @returns the twelve words */
async function keepCopy(page: Page): Promise<string[]> {
  await elsewhere(page).click()
  await page.getByRole('button', { name: 'Garder une copie' }).click()
  await page.locator('.code-square').waitFor()
  return page.locator('.code-words li').allTextContents()
}

async function typeWords(page: Page, words: string[]) {
  await page.goto(`${site.url}/reprendre`)
  await page.getByLabel('Vos 12 mots').fill(words.join(' '))
  await page.getByRole('button', { name: 'Reprendre', exact: true }).click()
}

test('begun on a phone, gone on with on a computer at the same screen, sent once, and the copy is gone', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/familles?canal=affiche`)
  await until(page, 'enfants_a_charge')
  await choose(page, 'Non')
  await elsewhere(page).click()
  await page.getByRole('heading', { name: 'Continuer plus tard ou sur un autre appareil' }).waitFor()
  await isAccessible(page)
  expect(await howMany()).toBe(0)
  // the browser's own way back leads to the question
  await page.goBack()
  expect(await page.getByLabel('Non', { exact: true }).isChecked()).toBe(true)
  // where they were, and in sight
  await page.locator('.question-carry:focus').waitFor()
  await expect.poll(() => focusInSight(page)).toBe(true)
  const words = await keepCopy(page)
  expect(words).toHaveLength(12)
  await isAccessible(page)
  await picture(page, 'repondre-ailleurs')
  const [copy] = await copies()
  expect(JSON.stringify(copy)).not.toMatch(new RegExp(`enfants_a_charge|familles|${words[0]}`))
  await page.getByRole('button', { name: 'Revenir aux questions' }).click()
  expect(await page.getByLabel('Non', { exact: true }).isChecked()).toBe(true)
  // left at its bottom, the screen before is read from its title
  await page.evaluate(() => scrollTo({ top: 9_999, behavior: 'instant' }))
  await page.getByRole('button', { name: 'Suivant' }).click()
  await asked(page, 'enfants_a_charge').waitFor({ state: 'detached' })
  await page.goBack()
  await page.locator(':is(h1, h2):focus').waitFor()
  await expect.poll(() => focusInSight(page)).toBe(true)

  const { page: computer } = await aWindow(browser, laptop)
  await typeWords(
    computer,
    words.map((word) => word.slice(0, 4)),
  )
  await asked(computer, 'enfants_a_charge').waitFor()
  expect(new URL(computer.url()).pathname).toBe('/q/familles')
  expect(await computer.getByLabel('Non', { exact: true }).isChecked()).toBe(true)
  await send(computer)
  await computer.locator('.receipt').waitFor()
  expect(await computer.locator('.code-words li').allTextContents()).toEqual(words)
  expect(await site.responses('familles')).toMatchObject([{ channel: 'affiche', answers: { enfants_a_charge: 'non' } }])
  await expect.poll(howMany).toBe(0)

  // the phone still shows its own; looked at again, it says what became of them and keeps nothing
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const sent = page.getByRole('heading', { name: 'Déjà envoyé depuis un autre appareil' })
  await sent.waitFor()
  await isAccessible(page)
  await page.reload()
  await page.getByRole('heading', { name: /^Votre réponse est bien arrivée/ }).waitFor()
  expect(await site.responses('familles')).toHaveLength(1)
  await typeWords(page, words)
  await sent.waitFor()
  expect(await page.getByRole('link', { name: 'Relire ou retirer ma réponse' }).first().getAttribute('href')).toBe(
    '/mon-code',
  )
}, 180_000)

test('a device with other answers asks first; a scanned link leaves no word in the address, and follows the language', async () => {
  const { page } = await aWindow(browser, { width: 320, height: 568 })
  await begin(page, `${site.url}/q/familles?langue=fr-facile`)
  await until(page, 'enfants_a_charge')
  await choose(page, 'Oui')
  const words = await keepCopy(page)
  expect(await overflowing(page)).toEqual([])
  await isAccessible(page)

  const { page: other } = await aWindow(browser, phone)
  await begin(other, `${site.url}/q/familles`)
  await until(other, 'enfants_a_charge')
  await choose(other, 'Non')
  await other.goto(`${site.url}/reprendre#${words.join('-')}`)
  await other.getByRole('heading', { name: 'Cet appareil garde déjà d’autres réponses' }).waitFor()
  expect(other.url()).toBe(`${site.url}/reprendre`)
  await isAccessible(other)
  await other.getByRole('button', { name: 'Reprendre celles de mes 12 mots' }).click()
  await asked(other, 'enfants_a_charge').waitFor()
  expect(await other.getByLabel('Oui', { exact: true }).isChecked()).toBe(true)
  await expect.poll(() => other.evaluate(() => localStorage.getItem('comfort'))).toContain('fr-facile')

  // erased by whoever has the words
  await elsewhere(other).click()
  await other.getByRole('button', { name: 'Effacer la copie' }).click()
  await other.getByText('La copie est effacée.').waitFor()
  expect(await howMany()).toBe(0)
}, 180_000)

test('words under which nothing waits say so; a copy goes with the answers erased on the device', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/familles`)
  const words = await keepCopy(page)
  expect(await howMany()).toBe(1)
  await page.goto(`${site.url}/q/familles`)
  await page.getByRole('button', { name: 'Effacer' }).click()
  await page.getByRole('button', { name: /^Oui, effacer/ }).click()
  await expect.poll(howMany).toBe(0)
  await typeWords(page, words)
  await page.getByRole('heading', { name: 'Rien n’est gardé sous ces 12 mots' }).waitFor()
  await isAccessible(page)
}, 120_000)

test('without a network it says so, and loses nothing', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/familles`)
  const come = page.waitForResponse(/\/assets\/Carry-/)
  await until(page, 'enfants_a_charge')
  await choose(page, 'Non')
  for (let turn = 0; turn < 4 && (await asked(page, 'enfants_a_charge').isVisible()); turn++) await next(page)
  await come
  // once the page that says so was not there
  await page.context().setOffline(true)
  await elsewhere(page).click()
  await page.getByText('Sur cet appareil, vos réponses restent 7 jours').waitFor()
  const isCut = page.getByText('Le réseau est coupé')
  // before anybody tries
  await isCut.waitFor()
  await page.getByRole('button', { name: 'Garder une copie' }).click()
  await isCut.waitFor()
  await isAccessible(page)
  await page.context().setOffline(false)
  await isCut.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Garder une copie' }).click()
  await page.locator('.code-square').waitFor()
}, 120_000)
