import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOffice, type Office } from '../../api/accounts/office.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

let office: Office
let browser: Browser
let page: Page
beforeAll(async () => {
  office = await anOffice({ client: builtPages() })
  browser = await openChromium()
  const window = await aWindow(browser)
  page = window.page
  await enter(page, office, await office.placed(['analyst']))
}, 120_000)
afterAll(async () => {
  expect(await closeWindows(browser)).toEqual([])
  await browser.close()
  await office.discard()
})

test('an empty objective says what would fill it; a figure is pasted, mended, saved, corrected with its reason, and stands under it', async () => {
  await page.goto(`${addressOf(office)}/analyse/objectif/4`)
  await page.getByText('Rien n’est compté.').waitFor()
  await isAccessible(page)
  await page.getByRole('link', { name: 'Relever un chiffre' }).click()
  await page.getByLabel('Nom').fill('Agréments')
  await page.getByLabel('Définition').fill('Assistantes maternelles dont l’agrément est en cours.')
  await page.getByLabel('Unité').fill('personnes')
  await page.getByRole('button', { name: 'Coller une table…' }).click()
  await page.getByLabel('Table copiée').fill('Année\tValeur\tÉtat\n2023\t121\n2024\tcent\n2025\t\tsecrète')
  await page.getByRole('button', { name: /Mettre dans la table|Remplacer les lignes/ }).click()
  await page.getByText('« cent » n’est pas un nombre').waitFor()
  await page.getByLabel('Valeur, ligne 2').fill('118')
  await page.getByText('3 années ajoutées : 2023, 2024 et 2025.').waitFor()
  await page.getByRole('button', { name: 'Enregistrer la série' }).click()
  await page.getByText('Indiquez d’où viennent ces chiffres.').first().waitFor()
  await page.reload()
  await page.getByText('Nous avons retrouvé ce que vous tapiez').waitFor()
  await page.getByLabel('Source', { exact: true }).fill('Relais petite enfance')
  await page.getByLabel('Date des chiffres').fill('2026-01-31')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Enregistrer la série' }).click()
  await page.getByRole('button', { name: 'Corriger ou compléter' }).click()
  await page.getByLabel('Valeur, ligne 2').fill('117')
  await page.getByText('2024 passe de 118 à 117.').waitFor()
  await page.getByLabel('Raison de la correction').fill('Un agrément compté deux fois.')
  await page.getByRole('button', { name: 'Enregistrer la série' }).click()
  await page.getByText('« Un agrément compté deux fois. »').waitFor()
  await isAccessible(page)
  await picture(page, 'analyse-releve', true)
  await page.goto(`${addressOf(office)}/analyse/objectif/4`)
  await page.getByRole('link', { name: 'Agréments : 117 personnes en 2024, contre 121 en 2023.' }).waitFor()
  await isAccessible(page)
}, 60_000)

test('the calendar shows every objective under its heading, and prints without menu nor buttons', async () => {
  await page.goto(`${addressOf(office)}/analyse/calendrier`)
  await page.getByRole('rowheader', { name: 'Continuité Educative' }).waitFor()
  expect(await page.locator('.calendar a').count()).toBe(38)
  await isAccessible(page)
  await picture(page, 'analyse-calendrier')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: 'Imprimer' }).isVisible()).toBe(false)
  expect(await page.locator('.calendar').isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
}, 30_000)
