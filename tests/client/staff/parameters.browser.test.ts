import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { asking } from '../../api/asking.ts'
import { published } from '../../api/design/fixture.ts'
import { builtPages } from '../built-client.ts'
import { aWindow, isAccessible, openChromium, picture, tablet } from './staff-browser.ts'

const slug = 'ateliers'
let office: Office
let browser: Browser
let designer: Person
beforeAll(async () => {
  office = await anOffice({ client: builtPages() })
  designer = await office.placed(['designer'], { name: 'Alix Martin' })
  const publisher = await office.placed(['publisher'])
  const questionnaire = asking(slug, 'Ateliers du point d’entrée')
  await published(designer.browser, publisher.browser, questionnaire)
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await office.discard()
})

test('what is missing leads to its field; a sentence is typed and a list pasted by keyboard, and both are saved', async () => {
  const { page, faults } = await aWindow(browser, tablet)
  const address = office.url.replace('127.0.0.1', 'localhost')
  const url = address.replace('http:', 'https:')
  await page.context().addCookies(
    [...designer.browser.cookies].map(([name, value]) => ({
      name,
      value,
      url,
      secure: true,
      httpOnly: true,
      sameSite: 'Strict' as const,
    })),
  )
  await page.goto(`${address}/gerer/questionnaires/${slug}`)
  const missing = page.getByRole('listitem').filter({ hasText: '« Lieu du point d’entrée » n’est pas rempli.' })
  await missing.getByRole('link', { name: 'Remplir' }).press('Enter')
  await page.getByRole('heading', { name: /^Précisions/ }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Lieu/)
  await isAccessible(page)

  await page.keyboard.press('Tab')
  await page.keyboard.type('la Halle')
  await page.getByRole('button', { name: 'Coller une table…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Coller une table' })
  await dialog
    .getByLabel('Table copiée')
    .fill('Français\tFrançais simplifié\tAnglais\tArabe\nRéparer un vélo\t\tMend a bike\t\n')
  await dialog.getByRole('button', { name: 'Mettre dans la table' }).press('Enter')
  const save = page.getByRole('button', { name: 'Enregistrer les précisions' })
  await save.press('Enter')
  // one answer is no choice: an error stands beside the list, and nothing typed is lost
  await page
    .getByRole('region', { name: /^Ateliers/ })
    .getByText('Proposez au moins deux réponses.')
    .waitFor()
  await page.getByRole('button', { name: 'Ajouter une ligne' }).press('Enter')
  await page.locator('[aria-label="Français, ligne 2"]:focus').waitFor()
  await page.keyboard.type('Faire un film')
  await save.press('Enter')
  await page.locator('.toast').getByText('Les précisions sont enregistrées.').waitFor()
  await page.getByText('Tout est rempli.').waitFor()
  await isAccessible(page)
  await picture(page, 'precisions')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(tablet.width)

  const { body } = await designer.browser.get(`/api/questionnaires/${slug}/parameters`)
  expect((body.parameters as { value: unknown }[]).map(({ value }) => value)).toEqual([
    { default: 'la Halle' },
    [
      { value: 'reparer_velo', text: { default: 'Réparer un vélo', en: 'Mend a bike' } },
      { value: 'faire_film', text: { default: 'Faire un film' } },
    ],
  ])
  expect(faults).toEqual([])
}, 60_000)
