import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstAuthority } from '../../../surveys/authority/first.ts'
import { setAuthority } from '../../../surveys/authority/in-force.ts'
import { anOffice, type Office } from '../../api/accounts/office.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from './staff-browser.ts'

let office: Office
let browser: Browser
beforeAll(async () => {
  office = await anOffice({ client: builtPages() })
  browser = await openChromium()
})
afterAll(async () => {
  const faults = await closeWindows(browser)
  await browser.close()
  await office.discard()
  setAuthority(firstAuthority)
  expect(faults).toEqual([])
})

test('an amendment: the words are typed, what changes is said, the new version shows at once, on a phone too', async () => {
  const alix = await office.placed(['admin', 'analyst'], { name: 'Alix Martin' })
  const { page } = await aWindow(browser, { width: 1440, height: 900 })
  await enter(page, office, alix)
  await page.goto(`${addressOf(office)}/gerer/collectivite`)
  await page.getByText('38 objectifs').waitFor()
  await isAccessible(page)
  await picture(page, 'collectivite')
  await page.goto(`${addressOf(office)}/gerer/collectivite/autre`)
  await page.getByLabel('Numéro SIREN').fill('249 740 119')
  await page.getByRole('button', { name: 'Chercher ses communes' }).click()
  await page.getByText('3 communes').waitFor()
  await isAccessible(page)
  await picture(page, 'autre-collectivite', true)
  await page.getByRole('link', { name: 'Toute la collectivité' }).click()
  await page.getByRole('link', { name: 'Plan d’actions' }).click()
  const words = page.getByLabel('Objectif, ligne 3', { exact: true })
  await words.fill('Faire connaître le métier d’assistante maternelle')
  await page.getByText('Objectif 3 : « Faire connaître').waitFor()
  await isAccessible(page)
  await picture(page, 'plan-lignes', true)
  await page.getByLabel('Source').fill('Avenant n° 1 du 10 février 2026')
  await page.getByLabel('En vigueur depuis').fill('2026-02-10')
  await page.getByRole('button', { name: 'Mettre en vigueur' }).click()
  await page.locator('.toast').getByText('La nouvelle version est en vigueur.').waitFor()
  await page.getByRole('link', { name: 'Toute la collectivité' }).click()
  await page.getByText('Version 1, en vigueur depuis').click()
  await page.setViewportSize({ width: 390, height: 844 })
  await isAccessible(page)
  await picture(page, 'collectivite-telephone', true)
  await page.goto(`${addressOf(office)}/gerer/collectivite/plan`)
  await page.getByText('Ce qui changera').waitFor()
  await picture(page, 'plan-telephone')
})

test('the pages of the plan lead to the page that changes it, for whoever may', async () => {
  const { page } = await aWindow(browser, { width: 1280, height: 900 })
  const links = async (path: string) => {
    await page.goto(addressOf(office) + path)
    await page.locator('main a[href^="/analyse"]').first().waitFor()
    return page.getByRole('link', { name: 'Changer le plan' }).count()
  }
  const pages = ['/analyse', '/analyse/suivi', '/analyse/calendrier', '/analyse/action/1', '/analyse/objectif/1']
  await enter(page, office, await office.placed(['admin', 'analyst']))
  for (const path of pages) expect([path, await links(path)]).toEqual([path, 1])
  await page.getByRole('link', { name: 'Changer le plan' }).click()
  await page.getByText('Ce qui changera').waitFor()
  await enter(page, office, await office.placed(['analyst']))
  for (const path of pages) expect([path, await links(path)]).toEqual([path, 0])
})
