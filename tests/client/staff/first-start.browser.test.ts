/** A town hall that is not the first one: from the set-up link to the page that everybody reads. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpLink } from '../../../api/accounts/joining.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { openedIn } from '../../../api/results/public/opened.ts'
import { firstAuthority } from '../../../surveys/authority/first.ts'
import { setAuthority } from '../../../surveys/authority/in-force.ts'
import { setZone } from '../../../surveys/days.ts'
import { anOffice, type Office, password } from '../../api/accounts/office.ts'
import { aMomentLater } from '../../api/moment.ts'
import { pagesInto } from '../built-client.ts'
import { phone } from '../person.ts'
import { addressOf, aWindow, closeWindows, isAccessible, openChromium, picture } from './staff-browser.ts'

const pages = mkdtempSync(join(tmpdir(), 'ctg-first-start-'))
let office: Office
let browser: Browser
beforeAll(async () => {
  pagesInto(pages)
  office = await anOffice({ isReal: true, client: pages })
  browser = await openChromium()
})
afterAll(async () => {
  const faults = await closeWindows(browser)
  await browser.close()
  await office.discard()
  rmSync(pages, { recursive: true })
  setAuthority(firstAuthority)
  setZone(firstAuthority.names.timeZone)
  expect(faults).toEqual([])
})

const plan = [
  ['Axe', 'Objectif', 'Un questionnaire'],
  ['1. Ti baba', 'Accueillir les enfants tôt le matin', 'mesuré'],
  ['2. La zénès', 'Ouvrir des lieux pour les jeunes', 'mesuré'],
  ['', 'Faciliter les trajets des jeunes', 'mesuré en partie'],
]
const elsewhere = /Tarn|Agout|Lavaur|Sulpice/

test('another authority: first start, its plan, its questionnaire on a phone, its results for everybody', async () => {
  const { page } = await aWindow(browser, { width: 1440, height: 900 })
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const at = addressOf(office)
  await page.goto(`${at}/installation#${await setUpLink(office.context.accounts)}`)
  await page.getByLabel('Prénom et nom').fill('Alix Martin')
  await page.getByLabel('Identifiant').fill('alix.martin')
  await page.getByLabel('Mot de passe').fill(password)
  await button('Continuer').click()
  await page.getByText('Je ne peux pas scanner').click()
  const secret = ((await page.locator('details .mono').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code affiché par l’application').fill(office.phone(secret))
  await button('Valider ce téléphone').click()
  await page.getByLabel('J’ai gardé ces codes en lieu sûr').check()
  await button('Continuer').click()

  await page.getByLabel(/Une autre collectivité/).check()
  await page.getByLabel('Numéro SIREN').fill('249 740 119')
  await button('Chercher ses communes').click()
  await page.getByText('3 communes').waitFor()
  expect(await page.getByLabel('Fuseau horaire').inputValue()).toBe('Indian/Reunion')
  await page.getByLabel('Nom de la collectivité').fill('Communauté d’agglomération du Nor')
  await page.getByLabel('Son nom au milieu d’une phrase').fill('la communauté d’agglomération du Nor')
  await page.getByLabel('Le territoire').fill('du Nor')
  await page.getByLabel('Titre du plan d’actions').fill('Plan des familles 2026-2030')
  const pasted = page.getByLabel('Les objectifs du plan')
  // what cannot be read is said where it stands, and nothing typed is lost
  await pasted.fill('Axe\tObjectif\n1. Ti baba\t')
  await button('Choisir cette collectivité').click()
  await page.getByText('Aucun objectif : remplissez la colonne').first().waitFor()
  await pasted.fill(plan.map((line) => line.join('\t')).join('\n'))
  await page.getByText('2 axes, 2 actions, 3 objectifs').waitFor()
  await isAccessible(page)
  await picture(page, 'adapter-premiere', true)
  await button('Choisir cette collectivité').click()
  await page.getByText('Il reste à faire').waitFor()
  await page.getByRole('banner').getByText('Communauté d’agglomération du Nor').waitFor()
  await isAccessible(page)
  await picture(page, 'adapter-reste')

  await page.getByRole('link', { name: 'Liens' }).click()
  await page.getByLabel('Vos objectifs, ligne 1', { exact: true }).fill('1')
  const topics = await page
    .getByLabel(/^Sujet, ligne/)
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  await page.getByLabel(`Vos objectifs, ligne ${topics.indexOf('22') + 1}`, { exact: true }).fill('2')
  await page.getByLabel(`Vos objectifs, ligne ${topics.indexOf('23') + 1}`, { exact: true }).fill('2 ; 3')
  await page.getByLabel('Source').fill('Comité de pilotage du 2 mars 2026')
  await page.getByLabel('En vigueur depuis').fill('2026-03-02')
  await button('Mettre en vigueur').click()
  await page.locator('.toast').getByText('La nouvelle version est en vigueur.').waitFor()
  await aMomentLater()

  // on a phone, everything speaks of the new authority
  const { page: small } = await aWindow(browser, phone)
  await small.goto(`${at}/q/jeunes-16-25`)
  await small.getByRole('heading', { level: 1 }).waitFor()
  expect(await small.locator('body').textContent()).not.toMatch(elsewhere)

  // answers, a publication, and the page for everybody
  await fill(office.context, [{ slug: 'jeunes-16-25', people: 120 }], 5, () => {})
  await office.context.analysis.publish('jeunes-16-25', 'alix.martin', office.context.now().toISOString(), () => {})
  await openedIn(office.context.store).note('jeunes-16-25', {
    kind: 'opened',
    publication: 1,
    withData: false,
    pages: null,
    by: 'alix.martin',
    at: office.context.now().toISOString(),
  })
  await page.goto(`${at}/analyse/objectif/2`)
  await page.getByRole('heading', { level: 1, name: 'Objectif 2. Ouvrir des lieux pour les jeunes' }).waitFor()
  await page
    .getByText(/des jeunes/)
    .first()
    .waitFor()
  await small.goto(`${at}/resultats/jeunes-16-25`)
  await small.getByRole('heading', { level: 1 }).waitFor()
  const shown = await small.locator('body').textContent()
  expect(shown).toContain('Communauté d’agglomération du Nor')
  expect(shown).not.toMatch(elsewhere)
})
