import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { doorKey, shortDoor } from '../../../surveys/questionnaire/door.ts'
import { aServedClient } from '../built-client.ts'
import { asked, choose, isSavedOnDevice, next, phone, until } from '../person.ts'
import { overflowing } from '../reading.ts'
import { aWindow, closeWindows, isAccessible, openChromium } from '../staff/staff-browser.ts'

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
  await closeWindows(browser)
  await site.clear('familles')
})

const button = (page: Page, name: string) => page.getByRole('button', { name })
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** By the short door, by keyboard, up to the last screen. */
async function throughShort(page: Page) {
  await page.goto(`${site.url}/q/familles`)
  await page.locator('[data-door="short"]').press('Enter')
  await until(page, 'enfants_a_charge')
  await choose(page, 'Oui')
  await until(page, 'manque')
  await choose(page, 'Oui, souvent')
  await until(page, 'services_connus')
  await next(page)
  await title(page, 'Merci, l’essentiel est dit')
}

test('two doors of one size, in the tongue of each: nothing is chosen, and a narrow screen holds both', async () => {
  const { page } = await aWindow(browser, { width: 320, height: 568 }, { hasTouch: true, isMobile: true })
  for (const [language, short] of [
    ['fr', 'L’essentiel'],
    ['fr-facile', 'Le plus important'],
    ['en', 'The essentials'],
    ['ar', 'الأسئلة الأساسية'],
  ] as const) {
    await page.goto(`${site.url}/q/familles?langue=${language}`)
    await page.getByRole('group').getByRole('button', { name: short }).waitFor()
    const sizes = await page
      .locator('.door')
      .evaluateAll((doors) => doors.map((door) => [door.clientWidth, door.clientHeight]))
    expect(sizes[0]).toEqual(sizes[1])
    expect(await overflowing(page)).toEqual([])
    expect(await page.locator('.door:focus').count()).toBe(0)
    // both are there before anything is scrolled, and leave the words two thirds of the screen
    const bar = await page.locator('.notice-actions').evaluate((actions) => {
      const { top, bottom } = actions.getBoundingClientRect()
      return { isIn: bottom <= innerHeight, share: (bottom - top) / innerHeight }
    })
    expect(bar.isIn).toBe(true)
    expect(bar.share).toBeLessThan(1 / 3)
    await isAccessible(page)
  }
}, 120_000)

test('the short door asks the essential questions, sends without more, and its answers are corrected by the same door', async () => {
  const { page, faults } = await aWindow(browser, phone)
  await throughShort(page)
  await isAccessible(page)
  expect(await page.locator('h1').evaluate((node) => node === document.activeElement)).toBe(true)
  await button(page, 'Envoyer mes réponses').click()
  await title(page, 'Merci, votre réponse est bien arrivée')
  const [response] = await site.responses('familles')
  expect(response!.answers).toEqual({
    ...{ [doorKey]: shortDoor, enfants_a_charge: 'oui', commune: null, foyer: null, horaires: null },
    ...{ manque: 'souvent', lieu_souhaite: null, utiliserait: null, services_connus: null },
  })

  const words = await page.locator('.code-words li').allTextContents()
  await page.goto(`${site.url}/?`)
  await page.goto(`${site.url}/mon-code#${words.join('-')}`)
  await page.getByRole('heading', { name: /Votre réponse du/ }).waitFor()
  // what was never asked is not shown as left blank
  expect(await page.getByText('Depuis 12 mois').count()).toBe(0)
  await button(page, 'Corriger').click()
  await page.locator('[data-of="manque"] button').click()
  await asked(page, 'manque').waitFor()
  await choose(page, 'Non')
  await page.locator('.navigation-on button').last().click()
  await button(page, 'Enregistrer ma correction').click()
  await page.getByRole('heading', { name: 'Votre correction est enregistrée' }).waitFor()
  const [corrected] = await site.responses('familles')
  expect(corrected!.answers).toMatchObject({ [doorKey]: shortDoor, manque: 'non' })
  expect(faults).toEqual([])
}, 120_000)

test('who has the time goes on with the rest: nothing is asked again, a reload goes on, and the response is whole', async () => {
  const { page, faults } = await aWindow(browser, phone)
  await throughShort(page)
  await isSavedOnDevice(page, 'familles', { [doorKey]: shortDoor, manque: 'souvent' })
  await page.reload()
  await button(page, 'Reprendre').click()
  await page.getByRole('heading', { name: /^Vous avez encore un peu de temps/ }).waitFor()
  expect(await page.getByText(/prend \d+\smin au plus/).count()).toBe(1)
  await button(page, 'Répondre au reste').click()
  await asked(page, 'arrivee').waitFor()
  expect(
    await page
      .locator('h1, h2')
      .first()
      .evaluate((node) => node.contains(document.activeElement)),
  ).toBe(true)
  await isAccessible(page)
  await page.reload()
  await button(page, 'Reprendre').click()
  const met: string[] = []
  const send = button(page, 'Envoyer mes réponses')
  await page.locator('.question, .screen, .message').first().waitFor()
  for (let turn = 0; turn < 60 && !(await send.isVisible()); turn++) {
    met.push(
      ...(await page.locator('[data-name]').evaluateAll((all) => all.map((one) => one.getAttribute('data-name')!))),
    )
    await next(page)
  }
  for (const name of ['enfants_a_charge', 'commune', 'manque', 'services_connus']) expect(met).not.toContain(name)
  expect(met).toEqual(expect.arrayContaining(['consequences', 'qf']))
  await title(page, 'C’est presque fini')
  await send.click()
  await title(page, 'Merci, votre réponse est bien arrivée')
  const [response] = await site.responses('familles')
  expect(response!.answers).not.toHaveProperty(doorKey)
  expect(response!.answers).toMatchObject({ manque: 'souvent', consequences: null, enfants: [expect.anything()] })
  expect(faults).toEqual([])
}, 120_000)
