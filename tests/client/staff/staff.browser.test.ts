import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setUpLink } from '../../../api/accounts/joining.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { type Answer, anOffice, type Office, type Person, password } from '../../api/accounts/office.ts'
import { aMomentLater } from '../../api/moment.ts'
import { approve } from '../../api/questionnaires/approving.ts'
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
  tablet,
} from './staff-browser.ts'

let office: Office
let browser: Browser
beforeAll(async () => {
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
})
// each test opens a town hall where nobody has done anything yet
beforeEach(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
})
afterEach(async () => {
  const faults = await closeWindows(browser)
  await office.discard()
  expect(faults).toEqual([])
})

const address = () => addressOf(office)
const alix = () => office.placed(['admin', 'publisher', 'designer', 'analyst'], { name: 'Alix Martin' })
const camille = () => office.placed(['publisher', 'analyst'], { name: 'Camille Roux' })

const slices = {
  after: 0,
  cells: [
    ['', '499'],
    ['500', ''],
  ],
  date: '2026-01-01',
  source: 'Délibération tarifs 2026',
}
const done = async (answer: Promise<Answer>) => {
  const { status, text } = await answer
  expect([status < 300, text]).toEqual([true, text])
}

/** The window of somebody whose session is open, at a page. */
async function at(path: string, person: Person, viewport = laptop): Promise<Page> {
  const { page } = await aWindow(browser, viewport)
  await enter(page, office, person)
  await page.goto(address() + path)
  return page
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const title = (page: Page, name: string | RegExp, timeout = 30_000) =>
  page.getByRole('heading', { level: 1, name }).waitFor({ timeout })
const notified = (page: Page, text: string | RegExp) => page.locator('.toast').getByText(text).waitFor()

/** The focus has come to the cell of this name. */
const isOn = (page: Page, name: string) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name)

/** From the page with the square to the first page inside; returns the phone's secret and the codes. */
async function setUpPhone(page: Page, pictures: string | null = null) {
  await page.getByText('Je ne peux pas scanner').click()
  const secret = ((await page.locator('details .mono').textContent()) ?? '').replaceAll(' ', '')
  if (pictures) await picture(page, `${pictures}-telephone`)
  await isAccessible(page)
  await page.getByLabel('Code affiché par l’application').fill(office.phone(secret))
  await button(page, 'Valider ce téléphone').click()
  await page.getByRole('heading', { name: 'Vos dix codes de secours' }).waitFor()
  const codes = await page.locator('.codes li').allTextContents()
  if (pictures) await picture(page, `${pictures}-codes`)
  await isAccessible(page)
  await page.getByLabel('J’ai gardé ces codes en lieu sûr').check()
  await button(page, 'Continuer').click()
  if (pictures) {
    await title(page, 'Votre collectivité')
    await page.getByLabel(/Une autre collectivité/).check()
    await page.getByLabel('Numéro SIREN').waitFor()
    await picture(page, `${pictures}-collectivite`)
    await isAccessible(page)
    await page.getByLabel(/38 objectifs/).check()
    await button(page, /^Continuer avec/).click()
  }
  await title(page, /Bonjour/)
  return { secret, codes }
}

async function logIn(page: Page, { login, secret }: Person) {
  await title(page, 'Connexion')
  await page.getByLabel('Identifiant').fill(login)
  await page.getByLabel('Mot de passe').fill(password)
  await button(page, 'Continuer').click()
  await page.getByLabel('Code à six chiffres').fill(office.phone(secret))
  await button(page, 'Entrer').click()
}

/** By the keyboard: the group of the place first, then the place, in a menu that is a list of links. */
async function goTo(page: Page, place: string, heading: string | RegExp = place) {
  const link = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })
  if (['Équipe', 'Journal', 'Mon accès'].includes(place)) await link('Réglages').press('Enter')
  if (place === 'Tables') await link('Territoire').press('Enter')
  // the page of the group takes the focus once it is there
  await link(place).press('Enter')
  // a page that comes while the key goes down takes it
  await title(page, heading, 8_000).catch(() => link(place).press('Enter'))
  await title(page, heading)
}

test('the first administrator follows the set-up link and sets the phone up, then invites a colleague, who joins on a tablet', async () => {
  const { page } = await aWindow(browser)
  await page.goto(`${address()}/gerer`)
  await page.getByText('Personne n’administre encore ce site').waitFor()
  await page.goto(`${address()}/installation#${await setUpLink(office.context.accounts)}`)
  await title(page, 'Première installation')
  await page.getByLabel('Prénom et nom').fill('Alix Martin')
  await page.getByLabel('Identifiant').fill('alix.martin@exemple.fr')
  await page.getByLabel('Mot de passe').fill('motdepasse2026')
  await button(page, 'Continuer').click()
  await page.getByText('Ce mot de passe est trop connu').waitFor()
  await isAccessible(page)
  await page.getByLabel('Mot de passe').fill(password)
  await picture(page, 'installation')
  await button(page, 'Continuer').click()
  await title(page, 'Votre second facteur')
  expect(page.url()).not.toContain('#')
  expect((await setUpPhone(page, 'installation')).codes).toHaveLength(10)
  await page.getByRole('heading', { name: 'Votre premier questionnaire en ligne' }).waitFor()
  await page.getByText('Il faut deux personnes').waitFor()
  await isAccessible(page)
  await picture(page, 'accueil')

  // a colleague is invited by a link to copy
  await goTo(page, 'Équipe')
  await button(page, 'Inviter quelqu’un').click()
  await page.getByLabel('Prénom et nom').fill('Camille Roux')
  await page.getByLabel(/^Relire et approuver/).check()
  await page.getByLabel(/^Plusieurs de ces tâches/).check()
  expect(await page.getByRole('checkbox', { name: /^Approbation/ }).isChecked()).toBe(true)
  await page.getByRole('checkbox', { name: /^Analyse/ }).check()
  await isAccessible(page)
  await picture(page, 'inviter')
  await button(page, 'Créer le lien').click()
  const link = await page.getByLabel('Lien à remettre').inputValue()
  await isAccessible(page)
  await picture(page, 'lien')
  await button(page, 'J’ai copié le lien').click()
  await page.getByRole('heading', { name: 'Liens qui attendent' }).waitFor()

  // and joins
  const { page: second } = await aWindow(browser, tablet)
  await second.goto(link)
  await title(second, 'Rejoindre l’équipe')
  await second.getByText('Alix Martin vous invite').waitFor()
  await second.getByLabel('Identifiant').fill('camille.roux')
  await second.getByLabel('Mot de passe').fill(password)
  await button(second, 'Continuer').click()
  await setUpPhone(second)
  await isAccessible(second)
  expect(await second.getByRole('navigation').getByRole('link').allTextContents()).toEqual([
    'Aujourd’hui',
    'Plan',
    'Questionnaires',
    'Territoire',
    'Réglages',
  ])
  await picture(second, 'accueil-tablette')
  await page.reload()
  await page.getByText('camille.roux').waitFor()
  await isAccessible(page)
  await picture(page, 'equipe')
})

// a reload at the second step gave « doit correspondre au motif », and a second press of « Valider » ended the session
test('the set-up goes on from where it was left: reloaded at each step, the form sent twice, the link opened again', async () => {
  const { page } = await aWindow(browser)
  const set = `${address()}/installation`
  const link = `${set}#${await setUpLink(office.context.accounts)}`
  const isNever = async () => expect(await page.locator('main').textContent()).not.toMatch(/motif|fiche/)
  await page.goto(set)
  await title(page, 'Ce lien ne sert plus, ou il est incomplet')
  await page.getByText('affiché là où le serveur a été lancé').waitFor()
  await isNever()
  // the whole link over the cut one, then read again
  await page.goto(link)
  await title(page, 'Première installation')
  await page.reload()
  await title(page, 'Première installation')
  await page.getByLabel('Prénom et nom').fill('Alix Martin')
  await page.getByLabel('Identifiant').fill('alix.martin')
  await page.getByLabel('Mot de passe').fill(password)
  await button(page, 'Continuer').dblclick()
  await title(page, 'Votre second facteur')
  await page.reload()
  await title(page, 'Votre second facteur')
  await page.getByText('Étape 2 sur 3').waitFor()
  // another window has no session: it is told where to go on
  const { page: other } = await aWindow(browser, tablet)
  await other.goto(link)
  await title(other, 'Ce lien ne sert plus, ou il est incomplet')
  await isAccessible(other)
  await other.getByRole('link', { name: 'Se connecter' }).click()
  await title(other, 'Connexion')
  await other.getByLabel('Identifiant').fill('alix.martin')
  await other.getByLabel('Mot de passe').fill(password)
  await button(other, 'Continuer').click()
  await other.getByText('Je ne peux pas scanner').click()
  const secret = ((await other.locator('details .mono').textContent()) ?? '').replaceAll(' ', '')
  await other.getByLabel('Code affiché par l’application').fill(office.phone(secret))
  await button(other, 'Valider ce téléphone').dblclick()
  await other.getByRole('heading', { name: 'Vos dix codes de secours' }).waitFor()
  const [code] = await other.locator('.codes li').allTextContents()
  await other.getByLabel('J’ai gardé ces codes en lieu sûr').check()
  await button(other, 'Continuer').click()
  await title(other, /Bonjour/)
  expect(await other.getByRole('heading', { name: 'Votre session est terminée' }).count()).toBe(0)
  // the codes that were read are those that serve
  const account = (await office.context.accounts.all.find('alix.martin'))!
  expect(office.context.accounts.factor.afterRecovery(account, code!)).not.toBeNull()
  await other.goto(set)
  await title(other, 'Votre compte est prêt')
  await isAccessible(other)
  await button(other, 'Continuer').click()
  await title(other, 'Votre collectivité')
})

test('zones pasted from a spreadsheet are checked line by line; a session lost while typing loses nothing', async () => {
  const admin = await alix()
  const page = await at('/gerer', admin)
  await goTo(page, 'Tables', 'Tables de référence')
  await isAccessible(page)
  await picture(page, 'tables')
  await page.getByText('À remplir d’abord').waitFor()
  await page.getByRole('table').getByRole('link', { name: 'Zones du territoire' }).click()
  await title(page, 'Zones du territoire')
  await page.getByText('Zonage provisoire.').waitFor()
  const lines = communes().map(({ name }) => `${name}\tSud`)
  lines[20] = 'Teulatt\tSud'
  await button(page, 'Coller une table…').click()
  await page.getByLabel('Table copiée').fill(`Commune\tSecteur\n${lines.join('\n')}`)
  await button(page, 'Remplacer les lignes').click()
  await page.getByText('La colonne « Secteur » n’est pas attendue').waitFor()
  await isAccessible(page)
  await picture(page, 'tables-coller')
  await page.getByLabel('Table copiée').fill(`Commune\tZone\n${lines.join('\n')}`)
  await button(page, 'Remplacer les lignes').click()
  await page.getByText('Vouliez-vous dire « Teulat » ?').waitFor()
  await isAccessible(page)
  await picture(page, 'tables-lignes')
  await button(page, 'Ligne 21, Commune').click()
  await isOn(page, 'Commune, ligne 21')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Teulat')
  await page.getByRole('cell', { name: /Teulat.*est déjà à la ligne 18/ }).waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Viviers-lès-Lavaur')
  await page.getByText('à revoir avant d’enregistrer').waitFor({ state: 'detached' })
  // a zone that is new and near to a known one is asked about before anybody saves, and keeping it is not what is advised
  await page.getByLabel('Zone, ligne 21').fill('Sdu')
  await page.getByRole('list', { name: 'À vérifier' }).getByText('Vouliez-vous dire «\u202fSud\u202f»').waitFor()
  await isAccessible(page)
  await page.getByLabel('Source').fill('Délibération du 3 mars 2026')
  await page.getByLabel('Établie le').fill('2026-03-01')
  await button(page, 'Enregistrer la table').click()
  const strong = page.getByRole('dialog').locator('[data-kind="main"]')
  await strong.waitFor()
  expect(await strong.allTextContents()).toEqual(['Corriger la table'])
  await strong.click()
  await page.getByLabel('Zone, ligne 21').fill('Sud')
  await page.getByRole('list', { name: 'À vérifier' }).waitFor({ state: 'detached' })

  await office.context.accounts.sessions.closeAll(admin.login)
  await page.getByLabel('Établie le').fill('2026-03-01')
  await button(page, 'Enregistrer la table').click()
  await page.getByRole('heading', { name: 'Votre session est terminée' }).waitFor()
  await isAccessible(page)
  await button(page, 'Me reconnecter').click()
  await logIn(page, admin)
  await title(page, 'Zones du territoire')
  await page.getByText('Nous avons retrouvé ce que vous tapiez').waitFor()
  expect(await page.getByLabel('Commune, ligne 21').inputValue()).toBe('Viviers-lès-Lavaur')
  await button(page, 'Enregistrer la table').click()
  await notified(page, 'La table est enregistrée.')
  await page.getByRole('heading', { name: 'Versions' }).waitFor()
  expect((await office.context.tables.current('zones'))?.rows).toHaveLength(21)
  await isAccessible(page)
})

test('cells copied from a spreadsheet spread over the table where they are pasted, by keyboard alone', async () => {
  const page = await at('/gerer/tables/slices', await alix())
  await title(page, 'Tranches de quotient familial')
  // over the slices that are proposed
  await page.getByLabel('De, ligne 1').focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '\t399\r\n400\t599\r\n600\t799\r\n800\t999\r\n1000\t\r\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect.poll(() => page.getByLabel('À, ligne 2').inputValue()).toBe('599')
  await page.getByLabel('De, ligne 1').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await isOn(page, 'De, ligne 3')
  await page.getByLabel('Source').fill('Délibération tarifs 2026')
  await page.getByLabel('Établie le').fill('2026-01-01')
  await page.getByLabel('Établie le').press('Enter')
  await button(page, 'Enregistrer la table').press('Enter')
  await notified(page, 'La table est enregistrée.')
})

test('a founding questionnaire goes live when its settings are filled in and the second person approves', async () => {
  const [admin, colleague] = [await alix(), await camille()]
  await done(admin.browser.post('/api/tables/slices', slices))
  await aMomentLater()
  const page = await at('/gerer', admin)
  await goTo(page, 'Questionnaires')
  await isAccessible(page)
  await picture(page, 'questionnaires')
  await page.getByRole('link', { name: 'Vos horaires, vos enfants' }).click()
  await title(page, 'Vos horaires, vos enfants')
  const families = page.getByRole('region', { name: 'De l’essai à l’ouverture' })
  await families.getByText('Le contact pour les questions n’est pas indiqué.').waitFor()
  // pressed again, it leads there again
  for (const _ of ['first', 'second']) {
    await page.evaluate(() => scrollTo(0, 0))
    await page.getByRole('link', { name: 'Préparer l’ouverture' }).click()
    await expect
      .poll(() =>
        families.getByRole('heading', { level: 2 }).evaluate((title) => {
          const isLast = Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight
          return scrollY > 0 && (isLast || title.getBoundingClientRect().top < innerHeight / 4)
        }),
      )
      .toBe(true)
    await page.locator('#ouverture:focus').waitFor()
  }
  expect(await families.getByRole('button', { name: 'Demander l’ouverture' }).isDisabled()).toBe(true)
  await isAccessible(page)
  await picture(page, 'questionnaire', true)
  await families.getByRole('link', { name: 'Remplir le réglage' }).first().click()
  await title(page, 'Réglages')
  await page.locator('[data-setting=contact] :focus').waitFor()
  await page.getByLabel('Contact pour les questions').fill('Pôle Enfance')
  await page.getByText('il faut pouvoir vous joindre').waitFor()
  await page.getByLabel('Contact pour les questions').fill('enfance@exemple.fr')
  await page.getByLabel('Délégué à la protection').fill('dpo@exemple.fr')
  await page.getByLabel('Adresse publique du site').fill('https://enquete.exemple.fr/')
  await page.getByRole('textbox', { name: 'Couleur principale', exact: true }).fill('#ffcc00')
  await page.getByText('Cette couleur est trop claire').waitFor()
  await isAccessible(page)
  await page.getByRole('textbox', { name: 'Couleur principale', exact: true }).fill('#7a1f5c')
  await page.getByText('Des changements attendent').waitFor()
  await page.getByText('Cette couleur est trop claire').waitFor({ state: 'detached' })
  await picture(page, 'reglages')
  // a setting that is refused is gone to, however far up it is
  await page.getByLabel('Adresse publique du site').fill('ici')
  await page.getByText('1 réglage est à revoir.').waitFor()
  await button(page, 'Enregistrer les autres réglages').click()
  await notified(page, 'Les autres réglages sont enregistrés.')
  // what was refused has the focus, not the top of the page
  await page.locator('[data-setting=publicAddress] :focus').waitFor()
  await page.keyboard.press('Tab')
  await expect
    .poll(async () => (await office.context.settings()).values)
    .toMatchObject({ contact: 'enfance@exemple.fr', publicAddress: '' })
  expect(await page.getByLabel('Adresse publique du site').inputValue()).toBe('ici')
  await button(page, 'Y aller').click()
  await page.locator('[data-setting=publicAddress] :focus').fill('https://enquete.exemple.fr/')
  await page.getByText('Des changements attendent').waitFor()
  await button(page, 'Enregistrer les réglages').click()
  await notified(page, 'Les réglages sont enregistrés.')
  // a change that asks for others is not one of « les autres »: nothing was saved, and nothing said so
  await page.getByLabel('État de conformité').selectOption('partielle')
  await page.getByText('2 réglages sont à revoir.').waitFor()
  expect(await button(page, 'Enregistrer les autres réglages').count()).toBe(0)
  await button(page, 'Annuler mes changements').click()
  await page.getByText('Tout est enregistré.').waitFor()
  // a colleague saves meanwhile: theirs comes in, what is typed here stays, and neither is written over
  const dpo = page.getByLabel('Délégué à la protection')
  await dpo.fill('rgpd@exemple.fr')
  const before = (await admin.browser.get('/api/settings')).body as { revision: number; values: object }
  const theirs = { ...before.values, contact: 'accueil@exemple.fr', dpo: 'dpd@exemple.fr' }
  await done(admin.browser.ask('PUT', '/api/settings', { revision: before.revision, values: theirs }))
  await button(page, 'Enregistrer les réglages').click()
  await page.getByText(/Entre-temps, quelqu’un a aussi changé.: .*Délégué/).waitFor()
  await page
    .locator('.save-bar')
    .getByText(/ses réglages sont repris ici.*dont Délégué/)
    .waitFor()
  await isAccessible(page)
  expect(await page.getByLabel('Contact pour les questions').inputValue()).toBe('accueil@exemple.fr')
  expect(await dpo.inputValue()).toBe('rgpd@exemple.fr')
  await page.reload()
  await page.getByText(/Entre-temps, quelqu’un a aussi changé/).waitFor()
  await page.getByLabel('Contact pour les questions').fill('enfance@exemple.fr')
  await button(page, 'Enregistrer les réglages').click()
  await notified(page, 'Les réglages sont enregistrés.')
  await page.getByText(/Entre-temps/).waitFor({ state: 'detached' })
  expect(await dpo.inputValue()).toBe('rgpd@exemple.fr')

  await expect.poll(async () => (await office.context.settings()).values.contact).toBe('enfance@exemple.fr')
  await page.getByRole('link', { name: '← L’ouverture de « Vos horaires, vos enfants »' }).click()
  await families.getByRole('button', { name: 'Demander l’ouverture' }).click()
  await page.getByLabel('Dernier jour pour répondre').fill('2026-06-30')
  await isAccessible(page)
  await button(page, 'Faire la demande').click()
  await notified(page, 'La demande est faite.')
  await families.getByText('Une autre personne, avec le droit « Approbation », doit approuver.').waitFor()

  const second = await at('/gerer', colleague, tablet)
  await second.getByText('Alix Martin demande l’ouverture').waitFor()
  await picture(second, 'demande-tablette')
  await second.getByRole('link', { name: 'Relire la demande' }).click()
  await second.locator('#ouverture:focus').waitFor()
  await button(second, 'Relire et approuver').click()
  await isAccessible(second)
  await picture(second, 'approuver-tablette')
  await button(second, 'Ouvrir pour de bon').click()
  await notified(second, /est ouvert/)
  await isAccessible(second)
  const { standing } = await office.context.questionnaires.found('familles')
  expect(standing).toMatchObject({ status: 'open', version: 3 })

  await second.goto(`${address()}/q/familles`)
  await second.getByRole('contentinfo').getByText('enfance@exemple.fr').waitFor()
  await second.getByText('En savoir plus (Quels sont vos droits ?)').click()
  await second.getByText('Une question sur le questionnaire ? enfance@exemple.fr').waitFor()
  expect(await second.getByText(/Essai\./).count()).toBe(0)
})

test('a part of the pages that a newer version has replaced asks to be loaded again', async () => {
  const { page, faults } = await aWindow(browser)
  await enter(page, office, await alix())
  await page.goto(`${address()}/gerer`)
  await title(page, /Bonjour/)
  await page.route('**/assets/*', (route) => route.abort())
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page.getByRole('heading', { name: 'Une partie de la page n’est pas venue' }).waitFor()
  await isAccessible(page)
  await page.unroute('**/assets/*')
  await button(page, 'Réessayer').click()
  await title(page, 'Le plan et ce qu’en disent les réponses')
  // the browser complained of what it could not have
  faults.length = 0
})

test('with the phone lost, a recovery code opens a session and a new phone is set up', async () => {
  const admin = await office.first()
  const page = await at('/gerer', admin)
  await button(page, 'Se déconnecter').click()
  await title(page, 'Connexion')
  await isAccessible(page)
  await picture(page, 'connexion')
  await page.getByLabel('Identifiant').fill(admin.login)
  await page.getByLabel('Mot de passe').fill(password)
  await button(page, 'Continuer').click()
  await button(page, 'Je n’ai plus mon téléphone').click()
  await page.getByLabel('Code de secours').fill(admin.codes[0]!)
  await isAccessible(page)
  await picture(page, 'secours')
  await button(page, 'Entrer').click()
  await title(page, 'Votre second facteur')
  await setUpPhone(page)
})

// what had been refused to the page ahead of its asking was given to it after the person had come in
test('whoever opens a page after their session has ended signs in once', async () => {
  const person = await alix()
  const page = await at('/gerer', person)
  await title(page, /Bonjour/)
  await office.context.accounts.sessions.closeAll(person.login)
  await page.reload()
  await title(page, 'Connexion')
  await logIn(page, person)
  await title(page, /Bonjour/)
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('heading', { name: 'Votre session est terminée' }).count()).toBe(0)
})

test('a revoked colleague is out at the next press, whatever page is open', async () => {
  const second = await at('/gerer', await camille(), tablet)
  await title(second, /Bonjour/)
  const page = await at('/gerer', await alix())
  await goTo(page, 'Équipe')
  await button(page, 'Retirer l’accès de Camille Roux').click()
  await isAccessible(page)
  await button(page, 'Retirer l’accès').last().click()
  await notified(page, 'Camille Roux n’a plus accès.')
  await second.getByRole('navigation').getByRole('link', { name: 'Territoire' }).click()
  await second.getByRole('heading', { name: 'Votre session est terminée' }).waitFor()
  await second.reload()
  await title(second, 'Connexion')
})

/** A table is saved, a questionnaire opened by two people, and one of them leaves. */
async function deeds({ browser: admin }: Person, colleague: Person) {
  const cells = communes().map(({ name }) => [name, 'Sud'])
  const { values } = await office.context.settings()
  const address = { contact: 'enfance@exemple.fr', dpo: 'dpo@exemple.fr', publicAddress: 'https://enquete.exemple.fr/' }
  await done(admin.post('/api/tables/zones', { after: 0, cells, date: '2026-03-01', source: 'Délibération' }))
  await done(admin.post('/api/tables/slices', slices))
  await done(admin.ask('PUT', '/api/settings', { revision: 0, values: { ...values, ...address } }))
  await aMomentLater()
  await done(admin.post('/api/questionnaires/familles/live', { closesAt: '2026-06-30' }))
  await done(approve(colleague.browser, 'familles'))
  await done(admin.post(`/api/team/${colleague.login}/revoke`))
}

test('the journal shows all of it and is whole; the tabs of one’s own access turn with the arrows', async () => {
  const [admin, colleague] = [await alix(), await camille()]
  await deeds(admin, colleague)
  const page = await at('/gerer', admin)
  await goTo(page, 'Journal')
  for (const deed of [
    'a ouvert pour de bon : familles',
    `a retiré l’accès de ${colleague.login}`,
    'a enregistré une table : Zones du territoire',
  ])
    await page.getByText(deed).waitFor()
  await isAccessible(page)
  await picture(page, 'journal')
  await button(page, 'Vérifier le journal').click()
  await notified(page, /Le journal est entier/)
  await goTo(page, 'Mon accès')
  await page.getByRole('tab', { name: 'Mes sessions' }).focus()
  for (const name of ['Mot de passe', 'Codes de secours', 'Sessions de l’équipe']) {
    await page.keyboard.press('ArrowRight')
    await page.getByRole('tab', { name, selected: true }).waitFor()
    await isAccessible(page)
  }
  await picture(page, 'sessions')
})

test('every page is clean on a tablet, dark and in high contrast', { timeout: 180_000 }, async () => {
  const page = await at('/gerer', await alix(), tablet)
  const all = [
    '',
    '/questionnaires',
    '/tables',
    '/tables/zones',
    '/tables/frames',
    '/comptes',
    '/reglages',
    '/journal',
    '/sessions',
  ]
  await walk(page, 'clair', all)
  await page.emulateMedia({ colorScheme: 'dark' })
  await walk(page, 'sombre', ['/questionnaires', '/tables/zones', '/reglages'])
  await page.emulateMedia({ colorScheme: 'light' })
  await button(page, 'Contraste fort').click()
  await walk(page, 'contraste', ['/comptes', '/tables/zones', '/reglages'])
})

/** Each page is loaded, clean, and no wider than the screen. */
async function walk(page: Page, look: string, pages: string[]) {
  for (const place of pages) {
    await page.goto(`${address()}/gerer${place}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('.skeleton').waitFor({ state: 'detached' })
    await isAccessible(page)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect([look, place, overflow]).toEqual([look, place, 0])
    if (process.env.SHOTS !== 'docs') await picture(page, `${look}${place.replaceAll('/', '-')}`, true)
  }
}
