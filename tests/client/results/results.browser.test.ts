import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { outsideZone, zoneNames } from '../../../surveys/authority/territory.ts'
import { strengthMeans } from '../../../surveys/charts/strength.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { builtPages } from '../built-client.ts'
import {
  addressOf,
  aWindow,
  closeWindows,
  enter,
  isAccessible,
  openChromium,
  picture,
  tablet,
} from '../staff/staff-browser.ts'

const slug = 'jeunes-11-15'
const margins = {
  kind: 'margins',
  cells: [],
  rows: Object.entries({ Lavaur: 900, 'Saint-Sulpice-la-Pointe': 700, Nord: 600, Sud: 500 }).map(([value, count]) => ({
    variable: 'zone',
    value,
    unit: 'personnes',
    count,
  })),
  date: '2025-01-01',
  source: 'Recensement, chiffres du test',
  savedAt: '2026-03-01T09:00:00Z',
  savedBy: 'operateur',
}
let office: Office
let analyst: Person
let browser: Browser
let page: Page
beforeAll(async () => {
  ;({ office, analyst } = await aCollection())
  await publish()
  browser = await openChromium()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await office.discard()
})
beforeEach(async () => {
  page = await windowOf(office, analyst)
})
afterEach(async () => expect(await closeWindows(browser)).toEqual([]))

/** An office with what young people answered on two days, so many each, and somebody who may read all of it. */
async function aCollection(people = 200) {
  const office = await anOffice({ isReal: true, client: builtPages() })
  await fill(office.context, [{ slug, people }], 7, () => {})
  office.clock.now = new Date('2026-03-05T09:00:00Z')
  await fill(office.context, [{ slug, people }], 8, () => {})
  await office.context.tables.save(0, margins)
  return { office, analyst: await office.placed(['analyst', 'vigilance', 'exporter', 'full-exporter']) }
}

async function publish(of = analyst) {
  const path = `/api/analyse/${slug}/publications`
  expect((await of.browser.post(path)).status).toBe(202)
  const isMade = async () => {
    const { body } = await of.browser.get(path)
    // a thread that a loaded machine starts too late has published nothing: one asks again, as the page says
    if (body.failure !== null) await of.browser.post(path)
    expect(body).toMatchObject({ working: null, failure: null, publications: [{}] })
  }
  await vi.waitFor(isMade, { timeout: 180_000, interval: 100 })
}

async function windowOf(of: Office, person: Person, viewport?: typeof tablet): Promise<Page> {
  const window = await aWindow(browser, viewport)
  await enter(window.page, of, person)
  return window.page
}
const address = () => addressOf(office)
/** The explorer opened on a question. */
const explorer = (question = 'age') => `${address()}/analyse/${slug}/questions?q=${question}`
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const drawn = (page: Page) => page.locator('canvas[data-drawn], .zone-shapes').first().waitFor()

test('before any publication each page says what is missing and the collection shows rounded counts; then the results are published, and listed as frozen', async () => {
  const fresh = await aCollection()
  onTestFinished(() => fresh.office.discard())
  const address = addressOf(fresh.office)
  const page = await windowOf(fresh.office, fresh.analyst)
  await page.goto(`${address}/analyse`)
  await title(page, /Le plan/)
  await page.getByText('Aucun résultat publié').first().waitFor()
  expect(await page.locator('.tile').count()).toBe(38)
  await isAccessible(page)
  await page.goto(`${address}/analyse/${slug}/questions`)
  await page.getByText('Rien n’est encore publié').waitFor()
  await page.goto(`${address}/terrain/${slug}/suivi`)
  await page.getByText(/Environ 400/).waitFor()
  // two days of March, a questionnaire still on trial: what came lately is told from them
  await page.getByText(/Les sept jours jusqu’à hier|Presque rien depuis/).waitFor()
  await drawn(page)
  await isAccessible(page)
  await picture(page, 'analyse-collecte')

  await page.goto(`${address}/analyse/${slug}/publications`)
  await page.getByRole('link', { name: 'Préparer une publication' }).click()
  await title(page, 'Avant de publier')
  await page.getByText(/Réponses pondérées par : zone/).waitFor()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Publier les résultats…' }).click()
  await page
    .getByRole('dialog')
    .getByText(/La version \d du questionnaire/)
    .waitFor()
  await isAccessible(page)
  await picture(page, 'analyse-avant-de-publier')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await page.getByRole('heading', { name: /^Publication n° 1 faite/ }).waitFor({ timeout: 60_000 })
  await isAccessible(page)
  await picture(page, 'analyse-publications')
  const answered = page.getByRole('region', { name: 'Qui a répondu à la publication n° 1' })
  await answered.getByRole('listitem').first().waitFor()
  await answered.getByText('Les tableaux de cette publication').click()
  await isAccessible(page)
  await picture(page, 'analyse-qui-a-repondu', true)
}, 90_000)

test('from the wall to an objective, to a finding with its interval, its grounds and its decision', async () => {
  await page.goto(`${address()}/analyse`)
  await page.locator('.tile .strength').first().waitFor()
  await isAccessible(page)
  await picture(page, 'analyse-plan', true)
  await page.getByRole('radio', { name: /^Tous/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/etat=measured/)
  expect(await page.locator('.tile').count()).toBe(await page.locator('.tile[data-status="measured"]').count())
  await page.getByLabel('Pilote').selectOption('EAJE')
  await page.getByText('Aucun objectif ne répond à ces filtres.').waitFor()
  await page.getByLabel('Pilote').selectOption('')
  await page.locator('a.tile[href="/analyse/objectif/22"]').click()
  await title(page, /Objectif 22/)
  await isAccessible(page)
  await picture(page, 'analyse-objectif')
  // « indicatif » was a word nobody explained: it stands with what it means, on each page that says it
  const meaning = new RegExp(Object.values(strengthMeans).join('|'))
  await page.locator('.kind .piece').getByText(meaning).first().waitFor()
  await page.getByRole('list', { name: 'Ce que disent les petites barres' }).getByText(meaning).first().waitFor()
  // a picture first, then a caption; each finding once
  const cards = page.locator('.kind .piece:has(h3), .answer-cards > li')
  expect(await cards.locator('figure, .figure').count()).toBe(await cards.count())
  const names = await cards.locator('h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(new Set(names).size).toBe(names.length)
  await cards.locator('h3 a').first().click()
  await page.getByRole('heading', { name: 'Sur quoi cela repose' }).waitFor()
  await drawn(page)
  await page.locator('.finding header').getByText(meaning).waitFor()
  // the drawing is not under five lines of reservations
  const [drawing, said] = [page.locator('.finding .drawing').first(), page.locator('.finding header')]
  expect((await drawing.boundingBox())!.y).toBeLessThanOrEqual((await said.boundingBox())!.y)
  await page.locator('.finding').evaluate((finding) => finding.setAttribute('data-seen', 'before'))
  await page.getByLabel('Noter une décision').fill('Ouvrir le lieu le samedi.')
  await page.getByRole('button', { name: 'Noter la décision' }).click()
  await page.getByText('sur la publication n° 1').waitFor()
  // the page that was read stays, and the form is ready for another decision
  expect(await page.locator('.finding').getAttribute('data-seen')).toBe('before')
  await expect.poll(() => page.getByLabel('Noter une décision').inputValue()).toBe('')
  await drawn(page)
  await isAccessible(page)
  await picture(page, 'analyse-resultat', true)
}, 60_000)

test('the first page of an analyst shows what the answers say, under what needs somebody', async () => {
  await page.goto(`${address()}/gerer`)
  await page.getByRole('heading', { level: 2, name: 'Ce que disent les réponses' }).waitFor()
  const cards = page.locator('.main-findings > li')
  expect(await cards.count()).toBeGreaterThan(0)
  expect(await cards.locator('figure, .figure').count()).toBe(await cards.count())
  await isAccessible(page)
  await page.getByRole('link', { name: 'Tout le plan' }).press('Enter')
  await title(page, /Le plan/)
}, 60_000)

test('the explorer begins with gaps that are established, what was saved, and every question', async () => {
  await page.goto(`${address()}/analyse/${slug}/questions`)
  await page.locator('.proposals[aria-busy=false]').waitFor()
  await page.getByRole('heading', { level: 2, name: 'Toutes les questions' }).waitFor()
  await isAccessible(page)
  await picture(page, 'analyse-explorer-depart')
  // from a question, searched by keyboard, to a crossing found by its words
  const search = page.getByLabel('Chercher une question')
  await search.fill('ton age')
  await search.press('Enter')
  await page.waitForURL(/q=age/)
  await drawn(page)
  await search.fill('lieu')
  await isAccessible(page)
  await page
    .getByRole('button', { name: /^Croiser avec / })
    .first()
    .press('Enter')
  await page.waitForURL(/par=/)
  const [question, by] = ['q', 'par'].map((name) => new URL(page.url()).searchParams.get(name))
  // two questions are read in either direction
  await page.getByRole('button', { name: 'Inverser' }).press('Enter')
  await page.waitForURL((url) => url.searchParams.get('q') === by && url.searchParams.get('par') === question)
  await page.getByText(/^Se lit : dans le groupe/).waitFor()
  await search.fill('lieu')
  await search.press('Escape')
  expect(await page.locator('.question-found').isVisible()).toBe(false)
  // an address of before, by what divides nothing any more, becomes that of what is shown
  await page.goto(`${explorer()}&par=accord&forme=tableau`)
  await page.waitForURL((url) => url.search === '?q=age&forme=tableau')
  await page.getByRole('tab', { name: 'Tableau', selected: true }).waitFor()
  await page.getByRole('link', { name: 'Toutes les questions' }).press('Enter')
  await page.locator('.all-questions a').nth(9).waitFor()
}, 60_000)

test('the explorer: a question by a list, the same numbers as chart, table and map, an address to share', async () => {
  await page.goto(explorer())
  await drawn(page)
  await isAccessible(page)
  await page.getByRole('combobox', { name: /^Selon/ }).selectOption({ label: 'Zone' })
  await page.getByText('usage interne').waitFor()
  // all answers stand together, each named, until one is chosen
  const panels = page.locator('.crossed > ul > li')
  await panels.first().waitFor()
  expect(await panels.count()).toBe((await page.getByLabel('Réponse montrée').locator('option').count()) - 1)
  await isAccessible(page)
  await picture(page, 'analyse-explorer')
  // four lines of choices stood above, and the picture under the fold of a small screen
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 1024, height: 768 })
  await expect.poll(async () => (await page.locator('.crossed').boundingBox())?.y).toBeLessThan(660)
  await page.setViewportSize(before)
  await panels.first().getByRole('button').click()
  await drawn(page)
  // bars of zones with no word of the answer they count were printed, copied and shared
  const counted = page.getByRole('heading', { level: 2, name: / — / })
  await counted.waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await counted.isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
  await picture(page, 'analyse-explorer-reponse')
  await page.getByRole('tab', { name: 'Tableau' }).click()
  await page.locator('table.data tbody tr').nth(2).waitFor()
  await isAccessible(page)
  await page.getByRole('tab', { name: 'Carte' }).click()
  await page.getByText('Contours : IGN').waitFor()
  await drawn(page)
  await picture(page, 'analyse-carte')
  await isAccessible(page)
  // a zone reached by keyboard is outlined, each of its pieces named
  const zone = page.locator('.zones button').first()
  await zone.focus()
  await page.keyboard.press('Enter')
  const pressed = page.locator('.zones button[aria-pressed="true"]')
  await pressed.waitFor()
  await drawn(page)
  // pressed, it stays when the focus goes on, and is let go by a second press
  await page.keyboard.press('Tab')
  expect(await pressed.count()).toBe(1)
  await zone.press('Enter')
  await expect.poll(() => pressed.count()).toBe(0)
  const name = (await page.locator('.zone-shapes text').last().boundingBox())!
  await page.mouse.click(name.x + name.width / 2, name.y + name.height / 2)
  await pressed.waitFor()
  expect(await page.locator('.zone-shapes [data-shown]').count()).toBe(1)
  await isAccessible(page)
  // what is looked at often is saved under a name, and found again; a question by its words
  await page.getByText('Enregistrer cette exploration').click()
  expect(await page.getByLabel('Nom de ce qui est montré').inputValue()).toMatch(/^Ton âge, selon «\sZone\s»$/)
  await page.getByLabel('Nom de ce qui est montré').fill('Sur la carte')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByRole('link', { name: 'Sur la carte' }).waitFor()
  await page.getByLabel('Chercher une question').fill('ou')
  await page
    .getByRole('status')
    .filter({ hasText: /questions? à explorer/ })
    .waitFor()
  await isAccessible(page)
  await page.getByLabel('Chercher une question').fill('')
  const shared = page.url()
  const small = await windowOf(office, analyst, tablet)
  await small.goto(shared)
  await drawn(small)
  await isAccessible(small)
  await picture(small, 'analyse-explorer-tablette')
  await small.goto(`${address()}/analyse`)
  await small.locator('.tile .strength').first().waitFor()
  await picture(small, 'analyse-plan-tablette')
}, 60_000)

test('the map: what it tells in a sentence, one finding after the other, its picture with its legend, on a phone too', async () => {
  await page.goto(`${address()}/analyse/carte`)
  await title(page, 'Carte')
  await page.locator('.mapped header b', { hasText: 'autres' }).waitFor()
  await drawn(page)
  await isAccessible(page)
  await picture(page, 'analyse-carte-page')
  // at 1024 × 768 not one pixel of the map was on the first screen, then its upper half
  await page.setViewportSize({ width: 1024, height: 768 })
  const bottom = () => page.locator('.zone-shapes').evaluate((drawing) => drawing.getBoundingClientRect().bottom)
  // it is drawn again, smaller, once the screen is
  await expect.poll(bottom).toBeLessThan(768)
  // every zone is there, those without a figure too
  const zones = Object.entries(zoneNames()).filter(([code]) => code !== outsideZone)
  expect(await page.locator('.zones li').count()).toBe(zones.length)
  await page.getByText(/^(Zones|Zonage provisoire) de la publication n°\s1/).waitFor()
  const before = await page.locator('#mapped-title').textContent()
  await page.getByRole('button', { name: 'Suivant →' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#mapped-title').textContent()).not.toBe(before)
  expect(page.url()).toMatch(/r=jeunes-11-15/)
  // the same address shows the same map
  const [shown] = await page.locator('#mapped-title').allTextContents()
  await page.reload()
  await page.getByRole('heading', { name: shown!, exact: true }).waitFor()
  await drawn(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'L’image (PNG)' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^carte-.*\.png$/)
  await page.setViewportSize({ width: 320, height: 720 })
  await drawn(page)
  // the picture is drawn to its new width a moment later
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await isAccessible(page)
  await page.getByRole('link', { name: 'Lire ce résultat, décider' }).click()
  await page.getByRole('heading', { name: 'Sur quoi cela repose' }).waitFor()
}, 60_000)

// a day that was over stayed over for good, on the page of the day too
test('the register: a decision that is late says so until somebody says what became of it, by keyboard', async () => {
  // a decision is known by the moment it was noted
  office.clock.now = new Date(office.clock.now.getTime() + 1000)
  const taken = { text: 'Ouvrir la salle le samedi.', date: '2026-02-01', pilot: 'Pôle Jeunesse', due: '2026-02-20' }
  expect((await analyst.browser.post('/api/plan/actions/3/decisions', taken)).status).toBe(201)
  await page.goto(`${address()}/analyse/suivi`)
  await title(page, 'Suivi du plan')
  const line = page.getByRole('row', { name: taken.text })
  await line.getByText('dépassée').waitFor()
  await isAccessible(page)
  await picture(page, 'suivi-registre')
  // what was not said is added: nothing was corrected
  await line.getByRole('button', { name: /Compléter ou corriger/ }).click()
  await page.getByText('Ce qu’on suivra', { exact: true }).click()
  await page.getByLabel('À quoi on verra').fill('jeunes venus le samedi')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await line.getByText('jeunes venus le samedi').waitFor()
  expect(await line.getByText('corrigée le').count()).toBe(0)
  // a slip is corrected: the first words stay, quietly, under the day of the correction
  await line.getByRole('button', { name: /^Corriger/ }).click()
  await page.getByLabel('Pour quand').fill('2026-01-20')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByText('Ce jour est avant celui de la décision.').first().waitFor()
  await isAccessible(page)
  await page.getByLabel('Pour quand').fill(taken.due)
  await page.getByLabel('Qui la porte').fill('Pôle Enfance')
  await picture(page, 'suivi-corriger')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const former = line.getByText(/pilote\s: Pôle Jeunesse|Qui\s: Pôle Jeunesse/)
  await line.getByText(/^corrigée le/).waitFor()
  expect(await former.isVisible()).toBe(false)
  await line.getByText(/^corrigée le/).click()
  await former.waitFor()
  await isAccessible(page)
  await picture(page, 'suivi-corrigee')
  await line.getByRole('button', { name: /Dire la suite/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Tenue' }).waitFor()
  await isAccessible(page)
  // nothing is said for whoever has not chosen
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  await page.getByText('Choisissez ce qu’elle est devenue.').waitFor()
  await page.getByRole('radio', { name: 'Reportée' }).check()
  await page.getByLabel('Reportée au').fill('2999-05-02')
  await page.getByLabel('Dit le').fill('2026-03-01')
  // the whole page turned to « Chargement… », and the line was lost: it stays while the lines come anew
  await line.evaluate((row) => row.setAttribute('data-seen', 'before'))
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  await line.getByText('Reportée au 2 mai 2999').waitFor()
  expect(await line.getAttribute('data-seen')).toBe('before')
  expect(await line.getByText('dépassée').count()).toBe(0)
  // on a phone the whole line is in sight, as a card
  await page.setViewportSize({ width: 390, height: 844 })
  const again = line.getByRole('button', { name: /Dire la suite/ })
  const box = (await again.boundingBox())!
  expect(box.x + box.width).toBeLessThanOrEqual(390)
  // beside the title of its cell, not over it
  expect(box.x).toBeGreaterThan(130)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await isAccessible(page)
  await picture(page, 'suivi-registre-390')
  await page.setViewportSize({ width: 1280, height: 800 })
  await again.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Tenue' }).check()
  await page.getByLabel('En quelques mots').fill('Ouverte depuis mars.')
  await page.getByLabel('Depuis le').fill('2026-03-02')
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  await line.getByText(/Tenue le 2 mars 2026\. Ouverte depuis mars\./).waitFor()
  expect(await line.getByText('dépassée').count()).toBe(0)
  await line.locator('[id^="decision-"]:focus').waitFor()
  await isAccessible(page)
}, 60_000)

test('what is shown is taken away: the sentence with its interval, a picture, the table, the address', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(explorer())
  await drawn(page)
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'La phrase' }).click()
  await page.getByText('La phrase est copiée.').waitFor()
  expect(await clipboard()).toMatch(/intervalle à 95\s%\s: .*[Rr]éponses reçues jusqu’au 5\smars\s2026/)
  await page.getByRole('button', { name: 'Le tableau', exact: true }).click()
  // a spreadsheet takes tabs: semicolons were pasted in one column
  await page.getByText('Le tableau est copié : collez-le dans un tableur.').waitFor()
  expect(await clipboard()).toContain('Tableau\tLigne\tColonne\tChiffre\tValeur\tBas\tHaut\tUnité\n')
  await page.getByRole('button', { name: 'L’adresse' }).click()
  await page.getByText('L’adresse de cette page est copiée.').waitFor()
  expect(await clipboard()).toBe(`${page.url()}&pub=1`)
  await page.getByRole('button', { name: 'L’image', exact: true }).click()
  await page.getByText('L’image est copiée').waitFor()
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const { width, height } = await createImageBitmap(await item!.getType('image/png'))
    return { width, height }
  })
  expect(size.width).toBe(2000)
  expect(size.height).toBeGreaterThan(600)
  const saved = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }
  const image = await saved('L’image (PNG)')
  expect(image.name).toMatch(/\.png$/)
  expect(image.bytes.subarray(1, 4).toString()).toBe('PNG')
  const table = await saved('Le tableau (CSV)')
  expect(table.name).toMatch(/\.csv$/)
  expect(table.bytes.toString().startsWith('\uFEFF"')).toBe(true)
}, 60_000)

test('figures are weighted where margins hold, and shown in no other way', async () => {
  await page.goto(explorer())
  await page.getByText(/· réponses redressées/).waitFor()
  expect(await page.getByRole('radio', { name: 'Avec les poids' }).count()).toBe(0)
  await isAccessible(page)
}, 60_000)

test('all by keyboard: the next question, the other form, and the way back', async () => {
  await page.goto(explorer())
  await drawn(page)
  await page.getByRole('button', { name: 'Question suivante' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  const second = new URL(page.url()).searchParams.get('q')
  await drawn(page)
  await page.getByRole('tab', { name: 'Graphique' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.locator('table.data tbody tr').first().waitFor()
  expect(page.url()).toContain('forme=tableau')
  await page.goBack()
  await drawn(page)
  await page.goBack()
  await page.waitForURL((url) => url.searchParams.get('q') !== second)
}, 60_000)

test('on paper: no menu nor buttons, light whatever the theme, and the plan in a few pages', async () => {
  await page.goto(`${address()}/analyse`)
  await page.locator('.tile .strength').first().waitFor()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const part of ['.staff-menu', '.filters', '#files-title'])
    expect(await page.locator(part).first().isVisible()).toBe(false)
  expect(await page.locator('.tile').first().isVisible()).toBe(true)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.length).toBeLessThan(7)
}, 60_000)

test('vigilance and export: calm when nothing waits, a reason asked before anything leaves', async () => {
  await page.goto(`${address()}/gerer/vigilance`)
  await title(page, 'Vigilance')
  await page
    .getByText(/Aucun texte n’attend|Marquer vu/)
    .first()
    .waitFor()
  await isAccessible(page)
  await page.goto(`${address()}/gerer/export`)
  await page.getByLabel('Questionnaire').selectOption(slug)
  await page.getByLabel('Pourquoi cet export').fill('préparer le comité jeunesse')
  const exporting = page.getByRole('button', { name: 'Exporter' })
  const [file] = await Promise.all([page.waitForEvent('download'), exporting.click()])
  expect(file.suggestedFilename()).toMatch(new RegExp(`^${slug}-[0-9A-Z]{8}\\.csv$`))
  await page.getByRole('heading', { name: 'Mesuré sur cet export' }).waitFor()
  await page.getByText(/^Lignes qu’on retrouverait dans un second export/).waitFor()
  await page.getByText('L’export est écrit au journal.').waitFor()
  await isAccessible(page)
  await picture(page, 'export')
}, 60_000)

test('two questions are crossed; one that would describe too few people says so, and what to do', async () => {
  const few = await aCollection(20)
  onTestFinished(() => few.office.discard())
  await publish(few.analyst)
  const page = await windowOf(few.office, few.analyst)
  const at = `/api/analyse/${slug}/questions`
  type Question = { path: string; panel: string; lists: { path: string }[] }
  const { questions } = (await few.analyst.browser.get(at)).body as { questions: Question[] }
  for (const one of questions)
    for (const other of questions) {
      if (other === one || other.panel !== one.panel || one.lists.some(({ path }) => path === other.path)) continue
      const by = encodeURIComponent(other.path)
      const crossed = await few.analyst.browser.get(`${at}/${encodeURIComponent(one.path)}?by=${by}`)
      if (crossed.body.cells !== null) continue
      await page.goto(`${addressOf(few.office)}/analyse/${slug}/questions?q=${encodeURIComponent(one.path)}&par=${by}`)
      await page.getByText('Trop petit pour être montré').waitFor()
      await isAccessible(page)
      await picture(page, 'analyse-trop-petit')
      await page.getByRole('button', { name: 'Revenir à l’ensemble' }).click()
      await page.waitForURL((url) => url.searchParams.get('par') === null)
      return
    }
  throw new Error('no crossing was too small')
}, 120_000)

test('from 11 to 29 people a share is told in words, in the chart and in the table', async () => {
  const few = await aCollection(40)
  onTestFinished(() => few.office.discard())
  await publish(few.analyst)
  const page = await windowOf(few.office, few.analyst)
  const at = `/api/analyse/${slug}/questions`
  type Question = { path: string; lists: { path: string }[] }
  const { questions } = (await few.analyst.browser.get(at)).body as { questions: Question[] }
  const places = questions.flatMap(({ path, lists }) => ['', ...lists.map((list) => list.path)].map((by) => [path, by]))
  for (const [path, by] of places.map((place) => place.map(encodeURIComponent))) {
    const { cells } = (await few.analyst.browser.get(`${at}/${path}?by=${by}`)).body as {
      cells: { dims: { reponse?: string }; estimate: { why?: string } }[] | null
    }
    const told = cells?.find(({ estimate }) => estimate.why === 'in-words')
    if (!told) continue
    const answer = encodeURIComponent(told.dims.reponse ?? '')
    await page.goto(`${addressOf(few.office)}/analyse/${slug}/questions?q=${path}&par=${by}&rep=${answer}`)
    await drawn(page)
    expect(await page.getByRole('img', { name: /: (une minorité|trop incertain|la plupart)/ }).count()).toBe(1)
    await isAccessible(page)
    await picture(page, 'analyse-en-mots')
    await page.getByRole('tab', { name: 'Tableau' }).click()
    await page
      .getByRole('cell', { name: /une minorité|trop incertain|la plupart/ })
      .first()
      .waitFor()
    await isAccessible(page)
    await picture(page, 'analyse-en-mots-tableau')
    return
  }
  throw new Error('nothing was told in words')
}, 120_000)

test('a publication found wrong: an erratum is read on its pages, a withdrawal takes its data away', async () => {
  const wrong = await aCollection()
  onTestFinished(() => wrong.office.discard())
  await publish(wrong.analyst)
  const page = await windowOf(wrong.office, wrong.analyst)
  const own = `${addressOf(wrong.office)}/analyse/${slug}`
  const correct = async (reason: string, name: string, what?: string) => {
    await page.goto(`${own}/publications`)
    await page.getByRole('button', { name: 'Corriger ou retirer la publication n° 1' }).click()
    if (what) await page.getByRole('radio', { name: what }).check()
    await page.getByLabel('Ce qui est faux').fill(reason)
    await isAccessible(page)
    await page.getByRole('button', { name, exact: true }).click()
  }
  await correct('Faux', 'Publier un erratum')
  await page.getByText('Écrivez en une phrase ce qui est faux').waitFor()
  await correct('Le tableau par zone compte Teulat au nord ; il est au sud.', 'Publier un erratum')
  await page.getByText('L’erratum est publié.').waitFor()
  await page.locator(':focus', { hasText: 'Teulat au nord' }).waitFor()
  for (const path of ['questions', 'terrain', 'publications']) {
    await page.goto(`${own}/${path}`)
    await page
      .getByText(/Teulat au nord/)
      .first()
      .waitFor()
    await isAccessible(page)
  }
  await picture(page, 'analyse-erratum')
  await page.goto(`${own}/questions?q=age`)
  await drawn(page)
  await picture(page, 'analyse-erratum-exploration')
  const data = page.getByRole('link', { name: 'Données, publication n° 1' })
  await page.goto(`${own}/publications`)
  await data.waitFor()
  await correct('Les marges étaient celles d’une autre année.', 'Retirer la publication', 'Retirer la publication')
  await page.getByText('La publication est retirée.').waitFor()
  await page.locator(':focus', { hasText: 'celles d’une autre année' }).waitFor()
  await page.getByText('retirée', { exact: true }).waitFor()
  expect(await data.count()).toBe(0)
  await isAccessible(page)
  await picture(page, 'analyse-retrait')
  await page.goto(`${own}/questions`)
  await page.getByText('Rien n’est encore publié').waitFor()
}, 120_000)

test('each question of the list is drawn', async () => {
  await page.goto(explorer())
  await drawn(page)
  const select = page.getByRole('combobox', { name: /^Question \d/ })
  const options = await select
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  expect(options.length).toBeGreaterThan(7)
  for (const option of options.slice(1, 8)) {
    await select.selectOption(option)
    await page.waitForURL((url) => url.searchParams.get('q') === option)
    await drawn(page)
  }
}, 60_000)
