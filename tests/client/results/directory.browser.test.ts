import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOffice, type Office } from '../../api/accounts/office.ts'
import { aMomentLater } from '../../api/moment.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

const phone = { width: 390, height: 844 }
let office: Office
let browser: Browser
beforeAll(async () => {
  office = await anOffice({ client: builtPages() })
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  expect(await closeWindows(browser)).toEqual([])
  await browser.close()
  await office.discard()
})

test('a card is entered with its consent, found on a phone, and gone when its actor leaves by its link', async () => {
  const { page } = await aWindow(browser)
  await enter(page, office, await office.placed(['publisher']))
  await page.goto(`${addressOf(office)}/gerer/annuaire/nouvelle`)
  await page.getByLabel('Nom', { exact: true }).fill('Café des parents')
  await page.getByLabel('Ce qui est proposé').fill('Un café entre parents, une fois par mois.')
  await page.getByLabel('Parentalité', { exact: true }).check()
  await page.getByLabel('Adultes', { exact: true }).check()
  await page.getByLabel('Se déplace sur tout le territoire').check()
  await page.getByLabel('La structure est d’accord').check()
  await page.getByLabel('Qui a donné son accord').fill('la présidente')
  await page.getByLabel('Quand').fill('2026-02-20')
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click()
  await page.getByText('Donnez au moins un moyen public de vous joindre').first().waitFor()
  await isAccessible(page)
  await page.getByLabel('Téléphone').fill('05 36 49 00 01')
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click()
  await page.getByRole('button', { name: 'Faire son lien' }).click()
  const link = await page.locator('.own-link').textContent()
  await page.getByRole('link', { name: '← Annuaire des acteurs' }).click()
  await page.getByLabel('Tout le monde peut lire l’annuaire').check()
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByText('Tout le monde les lit.').waitFor()
  await isAccessible(page)
  await picture(page, 'annuaire-equipe')

  const { page: public_ } = await aWindow(browser, phone)
  await public_.goto(`${addressOf(office)}/annuaire`)
  await public_.getByLabel('Que cherchez-vous').fill('cafés parents')
  await public_.getByRole('button', { name: 'Chercher' }).click()
  await public_.getByRole('heading', { name: 'Café des parents' }).waitFor()
  await isAccessible(public_)
  await picture(public_, 'annuaire-telephone')
  await public_.goto(link!)
  await public_.reload()
  await public_.getByRole('button', { name: 'Quitter l’annuaire' }).click()
  await public_.getByRole('button', { name: 'Effacer ma fiche' }).click()
  await public_.getByRole('heading', { name: 'Votre fiche est effacée' }).waitFor()
  await public_.goto(`${addressOf(office)}/annuaire`)
  await public_.getByText('Aucun acteur ne correspond.').waitFor()
}, 60_000)

test('under 15 no contact is asked; an idea is written, read, and stands on the wall', async () => {
  const { page } = await aWindow(browser)
  await enter(page, office, await office.placed(['publisher', 'vigilance']))
  await page.goto(`${addressOf(office)}/gerer/jeunes`)
  await page.getByRole('button', { name: 'Ouvrir le mur et les inscriptions' }).click()
  await page.getByRole('button', { name: 'Fermer le mur et les inscriptions' }).waitFor()
  await aMomentLater()
  const { page: young } = await aWindow(browser, phone)
  await young.goto(`${addressOf(office)}/participer`)
  await young.getByLabel('Moins de 15 ans').check()
  await young.getByText('on ne te demande ni nom ni numéro').waitFor()
  expect(await young.getByLabel('Ton téléphone').count()).toBe(0)
  await young.getByLabel('15 ans ou plus').check()
  await young.getByLabel('Ton téléphone').waitFor()
  await isAccessible(young)
  // an adult of 19 is not told the number of children in danger alone
  await young.getByText(/17.ou.le.112.*Avant.18.ans.*119.*3018.*3114/).waitFor()
  await picture(young, 'participer', true)
  await young.getByLabel('Ton idée').fill('un terrain de basket éclairé')
  await young.getByRole('button', { name: 'Envoyer mon idée' }).click()
  await young.getByText('Merci, ton idée est partie').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Mettre sur le mur' }).click()
  await page.getByText('Aucune idée n’attend.').waitFor()
  await isAccessible(page)
  await young.goto(`${addressOf(office)}/idees`)
  await young.getByText('un terrain de basket éclairé').waitFor()
  await isAccessible(young)
}, 60_000)
