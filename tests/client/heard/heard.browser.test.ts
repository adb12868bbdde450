import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { StaffRole } from '../../../api/accounts/roles.ts'
import { fillHeard } from '../../../api/commands/demo/heard.ts'
import { anOffice, type Office } from '../../api/accounts/office.ts'
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

const phone = { width: 390, height: 844 }
let office: Office
let browser: Browser
beforeAll(async () => {
  // forms open on the day of the browser: the office lives on the same one
  office = await anOffice({ client: builtPages(), clock: { now: new Date() } })
  await fillHeard(office.context)
  browser = await openChromium()
})
afterEach(async () => {
  expect(await closeWindows(browser)).toEqual([])
})
afterAll(async () => {
  await browser.close()
  await office.discard()
})

async function at(path: string, roles: StaffRole[], viewport = laptop) {
  const { page } = await aWindow(browser, viewport)
  await enter(page, office, await office.placed(roles))
  await page.goto(`${addressOf(office)}${path}`)
  return page
}

test('a round is noted on a phone in six touches, and « personne » in two; the table knows both', async () => {
  const page = await at('/ecoute/lieux/noter', ['listener'], phone)
  await page.getByLabel('City-stade').check()
  const more = page.getByRole('button', { name: '15 à 17 ans : un de plus' })
  await more.click()
  await more.click()
  await page.getByLabel('Discuter').check()
  await page.getByLabel('Pluie').check()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await isAccessible(page)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('C’est noté : 2 personnes.').waitFor()
  await page.getByRole('link', { name: 'Noter un passage' }).click()
  await page.getByLabel('City-stade').check()
  await page.getByRole('button', { name: 'Personne ici' }).click()
  await page.getByText('C’est noté : personne.').waitFor()
  await page.getByRole('heading', { name: 'Derniers passages' }).waitFor()
  await isAccessible(page)
})

test('words selected in the notes become a quote, masked, that its chooser cannot check', async () => {
  const page = await at('/ecoute', ['listener'])
  await page.getByRole('heading', { level: 1 }).waitFor()
  await isAccessible(page)
  await picture(page, 'ecoute')
  await page
    .getByRole('link', { name: /^Entretien/ })
    .first()
    .click()
  const notes = page.getByLabel('Ce qui est connu')
  await notes.fill('Elle dit que Kevin garde les petits le soir.')
  await page.getByRole('button', { name: 'Enregistrer les changements' }).click()
  await page.getByText('C’est enregistré.').waitFor()
  await notes.selectText()
  await page.getByRole('button', { name: 'Citer ces mots…' }).first().click()
  await page.getByText('« Elle dit que [nom] garde les petits le soir. »').waitFor()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Proposer la citation' }).click()
  await page.getByText('à relire par une autre personne').waitFor()
  await page.getByRole('link', { name: 'À relire' }).click()
  await page.getByText('Vous l’avez choisie : une autre personne doit la relire.').waitFor()
  await isAccessible(page)
  await page.getByRole('link', { name: 'Lieux observés' }).click()
  await page.getByRole('heading', { name: 'Derniers passages' }).waitFor()
  await picture(page, 'ecoute-lieux')
})

test('an action says where it stands; its words reach the page, and a stop without a reason is refused', async () => {
  const page = await at('/analyse/suivi', ['analyst'])
  await page.getByRole('link', { name: /^10\./ }).waitFor()
  await isAccessible(page)
  await picture(page, 'suivi')
  await page.getByRole('link', { name: /^10\./ }).click()
  await page.getByRole('button', { name: /^Noter (?:du nouveau|où elle en est)$/ }).click()
  await page.getByLabel('État').selectOption('stopped')
  await page.getByRole('button', { name: 'Noter le suivi' }).click()
  await page.getByText('Dites pourquoi tout s’arrête.').first().waitFor()
  await isAccessible(page)
  await page.getByLabel('Pourquoi').fill('Plus de salle.')
  await page.getByRole('button', { name: 'Noter le suivi' }).click()
  await page.getByText('Le suivi est noté.').waitFor()
  await page.locator('b').getByText('arrêtée').waitFor()
})
