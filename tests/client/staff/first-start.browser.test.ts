/** A town hall that is not the first one: from the set-up link to the page that everybody reads. */
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
import { builtPages } from '../built-client.ts'
import { phone } from '../person.ts'
import { addressOf, aWindow, closeWindows, isAccessible, openChromium, picture } from './staff-browser.ts'

let office: Office
let browser: Browser
beforeAll(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
  browser = await openChromium()
})
afterAll(async () => {
  const faults = await closeWindows(browser)
  await browser.close()
  await office.discard()
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
const ownLevels = [
  ['défi', 'défis', 'masculin'],
  ['étape', 'étapes', 'féminin'],
  ['mesure', 'mesures', 'féminin'],
  ['engagement', 'engagements', 'masculin'],
] as const
const ownPages = [
  '/gerer',
  '/analyse',
  '/analyse/calendrier',
  '/analyse/suivi',
  '/analyse/action/1',
  '/analyse/objectif/2',
  '/analyse/releves',
  '/ecoute',
  '/carnet',
  '/carnet/noter',
  '/gerer/collectivite/plan',
  '/gerer/collectivite/transverses',
  '/gerer/collectivite/liens',
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
  // what cannot be read is said as soon as it is pasted, and nothing typed is lost
  await pasted.fill('Axe\tObjectif\n1. Ti baba\t')
  await page.getByRole('status').getByText('Aucun objectif : remplissez la colonne').waitFor()
  await button('Choisir cette collectivité').click()
  await page.locator('.form-error').getByText('Aucun objectif : remplissez la colonne').waitFor()
  await pasted.fill(plan.map((line) => line.join('\t')).join('\n'))
  await page.getByText('2 axes, 2 actions, 3 objectifs').waitFor()
  await isAccessible(page)
  await picture(page, 'adapter-premiere', true)
  await button('Choisir cette collectivité').click()
  await page.getByText('Il reste à faire').waitFor()
  await page.getByRole('banner').getByText('Communauté d’agglomération du Nor').waitFor()
  await isAccessible(page)
  await picture(page, 'adapter-reste')

  // the words of its levels, which every page takes
  await page.getByRole('link', { name: 'Mots des niveaux du plan' }).click()
  for (const [at, [one, several, gender]] of ownLevels.entries()) {
    await page.getByLabel(`Un seul, ligne ${at + 1}`, { exact: true }).fill(one)
    await page.getByLabel(`Plusieurs, ligne ${at + 1}`, { exact: true }).fill(several)
    await page.getByLabel(`Genre, ligne ${at + 1}`, { exact: true }).fill(gender)
  }
  await page.getByLabel('Source').fill('Plan signé le 1er mars 2026')
  await page.getByLabel('En vigueur depuis').fill('2026-03-01')
  await button('Mettre en vigueur').click()
  await page.locator('.toast').getByText('La nouvelle version est en vigueur.').waitFor()

  await page.goto(`${at}/gerer/collectivite/liens`)
  await page.getByText('2. Ouvrir des lieux pour les jeunes').waitFor()
  const topics = page.getByRole('row')
  const linked = (topic: string) =>
    topics.filter({ has: page.getByRole('cell', { name: topic, exact: true }) }).getByRole('textbox')
  // each topic is read whole, and its line cannot go
  expect(await page.getByRole('cell', { name: /^Loisirs dont les 11-15\sans ont envie/ }).textContent()).toMatch(
    /^.{60}/,
  )
  expect(await button(/Retirer la ligne|Ajouter une ligne/).count()).toBe(0)
  await page.getByLabel('Vos engagements, ligne 1', { exact: true }).fill('1')
  await linked('22').fill('2')
  await linked('23').fill('2 ; 3')
  await isAccessible(page)
  await page.evaluate(() => scrollTo(0, 0))
  await picture(page, 'adapter-liens')
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
  await page.getByRole('heading', { level: 1, name: 'Engagement 2. Ouvrir des lieux pour les jeunes' }).waitFor()
  await page
    .getByText(/(?:jeunes|ans) répondants/)
    .filter({ visible: true })
    .first()
    .waitFor()
  // no page says a word that is not of this plan
  for (const path of ownPages) {
    await page.goto(`${at}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('main [aria-busy=true]').waitFor({ state: 'detached' })
    const text = ((await page.locator('main').textContent()) ?? '').replace(/(plan|carnet|domaines) d’actions?/gi, '')
    expect(text.match(/.{0,60}\b(objectif|axe|orientation|action)s?\b.{0,60}/i)?.[0], path).toBeUndefined()
  }
  await small.goto(`${at}/resultats/jeunes-16-25`)
  await small.getByRole('heading', { level: 1 }).waitFor()
  const shown = await small.locator('body').textContent()
  expect(shown).toContain('Communauté d’agglomération du Nor')
  expect(shown).not.toMatch(elsewhere)
})
