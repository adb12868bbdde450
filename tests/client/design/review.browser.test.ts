import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { handOf, published, said, whole } from '../../api/design/fixture.ts'
import { builtPages } from '../built-client.ts'
import {
  addressOf,
  aWindow,
  axeFaults,
  closeWindows,
  enter,
  isAccessible,
  openChromium,
  picture,
} from '../staff/staff-browser.ts'

const laptop = { width: 1280, height: 800 }
const phone = { width: 390, height: 800 }
const long = 'loisirs-sud'
let office: Office
let browser: Browser
let designer: Person
let publisher: Person
beforeAll(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
  designer = await office.placed(['designer'])
  publisher = await office.placed(['publisher'])
  await handOf(designer.browser, long).post('draft')
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await office.discard()
})
afterEach(async () => {
  expect(await closeWindows(browser)).toEqual([])
  expect(await (await fetch(`${office.url}/api/health`)).json()).toMatchObject({ cspReports: 0 })
})

/** Its second question serves nothing, and the English of its first answers is missing. */
function unfinished(questionnaire: ReturnType<typeof whole>) {
  const copy = structuredClone(questionnaire)
  const [first, second] = copy.definition.pages[0]!.elements
  first!.choices = [
    { value: 'oui', text: { default: 'Oui', 'fr-facile': 'Oui', ar: 'نعم' } },
    { value: 'non', text: { default: 'Non', 'fr-facile': 'Non', ar: 'لا' } },
  ]
  second!.objectives = []
  return copy
}

const addressTo = (slug: string, tab: string) => `${addressOf(office)}/concevoir/${slug}/${tab}`
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const notified = (page: Page, text: string | RegExp) => page.locator('.toast').getByText(text).waitFor()
const saved = (page: Page) => page.locator('.design-save').getByText('Enregistré à').waitFor()
const list = (page: Page, name: RegExp) => page.getByRole('region', { name })

async function windowOf(person: Person): Promise<Page> {
  const { page } = await aWindow(browser, laptop)
  await enter(page, office, person)
  return page
}

/** The window of somebody of the team, at a tab of a questionnaire. */
async function at(slug: string, tab: string, person = designer): Promise<Page> {
  const page = await windowOf(person)
  await page.goto(addressTo(slug, tab))
  return page
}

/** A draft as its author left it. @returns its address among the others */
async function aDraft(slug: string, questionnaire = unfinished(whole(slug))): Promise<string> {
  const hand = handOf(designer.browser, slug)
  await hand.make()
  const saving = await hand.save(questionnaire)
  expect([saving.status, saving.text]).toEqual([200, saving.text])
  return slug
}

/** Published by two people. @returns its address among the others */
async function aPublished(slug: string): Promise<string> {
  await published(designer.browser, publisher.browser, whole(slug))
  return slug
}

test('a draft refused by the review shows why, in two lists', async () => {
  const page = await at(await aDraft('refuse'), 'controle')
  const toFix = list(page, /^À corriger/)
  await toFix.getByText('Cette question ne sert aucun objectif du plan').first().waitFor()
  await toFix.getByText('Il manque 2 textes').first().waitFor()
  expect(await button(page, 'Demander la relecture').isDisabled()).toBe(true)
  await page.getByText('Il reste 2 points à corriger.').waitFor()
  await isAccessible(page)
  await picture(page, 'concevoir-controle')
  // « 4 » stood in the outline of a question whose panel showed one: a language that is missing is missing everywhere
  await page.goto(page.url().replace('/controle', '/page'))
  const marked = page.locator('.outline-row button', { has: page.locator('.outline-fault') })
  await marked.first().waitFor()
  for (const one of await marked.all()) {
    await one.click()
    const count = Number(/\d+/.exec((await one.locator('.outline-fault').textContent())!)![0])
    const errors = page.getByRole('list', { name: 'À corriger ou à vérifier ici' }).locator('[data-level="error"]')
    await expect.poll(() => errors.count()).toBe(count)
  }
})

test('« Y aller » leads to the missing texts; a column pasted from a spreadsheet must have a line for each', async () => {
  const page = await at(await aDraft('manquants'), 'controle')
  await list(page, /^À corriger/)
    .getByRole('link', { name: /^Y aller.*2 textes/ })
    .click()
  const cell = page.getByLabel('Réponse 1, Viendrais-tu ?, Anglais')
  await cell.waitFor()
  await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.getByText('2 textes manquent').waitFor()
  await isAccessible(page)

  await paste(page, 'Yes\nNo\nOne\ntoo many\n'.repeat(20))
  const dialog = page.getByRole('dialog', { name: 'Coller une colonne de textes' })
  await dialog.getByText(/80 lignes collées pour \d+ textes.*rien n’a été changé/).waitFor()
  expect(await dialog.getByRole('button', { name: 'Une ligne par texte' }).isDisabled()).toBe(true)
  await dialog.getByLabel('Colonne copiée').fill('Yes\nNo')
  await dialog.getByText('2 textes changeront en anglais.').waitFor()
  await isAccessible(page)
  await picture(page, 'concevoir-coller')
  await dialog.getByRole('button', { name: 'Une ligne par texte' }).click()
  await notified(page, '2 textes collés en anglais')
  await page.getByLabel('Anglais', { exact: false }).first().waitFor()
  await expect.poll(() => cell.inputValue()).toBe('Yes')
  await page.locator('.texts-columns').getByText('complet').nth(3).waitFor()
  await saved(page)
})

/** What the clipboard of a spreadsheet does to the cell that has the focus. */
const paste = (page: Page, text: string) =>
  page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

test('the texts can be gone through by the keyboard, and a reading over is noted', async () => {
  const page = await at(await aDraft('clavier'), 'textes#en')
  const cell = page.getByLabel('Réponse 1, Viendrais-tu ?, Anglais')
  await cell.waitFor()
  await cell.focus()
  await page.keyboard.press('Alt+ArrowDown')
  const isOn = (label: string) =>
    expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(label)
  await isOn('Réponse 2, Viendrais-tu ?, Anglais')
  await page.keyboard.press('Shift+Tab')
  await isOn('Réponse 2, Viendrais-tu ?, Français')
  await page.getByRole('checkbox', { name: 'Arabe', exact: true }).check()
  const arabic = page.getByLabel('Réponse 2, Viendrais-tu ?, Arabe')
  expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  await button(page, 'Noter une relecture en arabe').click()
  await page.getByLabel('Relu par').fill('Samira B., interprète')
  await button(page, 'Noter').last().click()
  await page.getByText('Relu par Samira B., interprète').waitFor()
})

test('the JSON is edited under the strict policy: mistakes in French at their line, Esc then Tab leaves, undo works', async () => {
  const slug = await aDraft('json')
  const page = await at(slug, 'json')
  const editor = page.locator('.json-editor .cm-content')
  await editor.waitFor()
  // its styles are there: they would be refused as elements of the page
  expect(await page.locator('.cm-scroller').evaluate((element) => getComputedStyle(element).display)).toBe('flex')
  await page
    .getByRole('button', { name: /^Ligne \d+/ })
    .first()
    .waitFor()
  await isAccessible(page)

  await editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('x')
  await page.getByText('Empêche de l’utiliser').waitFor()
  expect(await button(page, 'Mettre dans le brouillon').isDisabled()).toBe(true)
  await page.keyboard.press('Control+z')
  await page.getByText('Empêche de l’utiliser').waitFor({ state: 'detached' })

  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.json-editor') === null)).toBe(true)

  const findings = page.getByRole('region', { name: 'À revoir dans ce texte' })
  await findings
    .getByRole('button', { name: /^Ligne/ })
    .first()
    .click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+a')
  // over a selection, Chromium itself styles what is inserted, and the policy reports it
  await page.keyboard.press('Delete')
  const text = await page.evaluate(async (at) => {
    const room = await (await fetch(`/api/design/${at}`)).json()
    return JSON.stringify({ ...room.draft.questionnaire, minutes: 4 }, null, 2)
  }, slug)
  await page.keyboard.insertText(text)
  await button(page, 'Mettre dans le brouillon').click()
  await notified(page, 'Le brouillon est changé.')
  await saved(page)
  const minutes = () =>
    page.evaluate(async (at) => (await (await fetch(`/api/design/${at}`)).json()).draft.questionnaire.minutes, slug)
  await expect.poll(minutes).toBe(4)
  await button(page, /^Annuler/).click()
  await expect.poll(minutes).toBe(1)
})

test('the draft is tried as people will meet it: on a phone, at the kiosk, in Arabic, with strong contrast, read aloud', async () => {
  const slug = await aDraft('apercu')
  const page = await at(slug, 'apercu')
  const inside = page.frameLocator('iframe')
  await inside.getByRole('button', { name: 'J’ai compris, je commence' }).click()
  await inside.getByText('Viendrais-tu ?').waitFor()
  await isAccessible(page)
  await inside.getByText('Non', { exact: true }).click()
  await inside.getByRole('button', { name: 'Suivant' }).click()
  await inside.getByRole('button', { name: 'Envoyer mes réponses' }).click()
  await inside.getByText('Rien n’a été envoyé ni gardé').waitFor()

  await page.getByRole('radio', { name: 'Arabe' }).check()
  await expect.poll(() => inside.locator('html').getAttribute('dir')).toBe('rtl')
  await page.getByRole('radio', { name: 'Contraste fort' }).check()
  await expect.poll(() => inside.locator('html').getAttribute('data-contrast')).toBe('high')
  await page.getByRole('radio', { name: 'Borne' }).check()
  await expect.poll(() => inside.locator('html').getAttribute('data-room')).toBe('kiosk')
  // the way of reading tried in the frame is nobody's
  expect(await page.evaluate(() => [document.documentElement.dir, localStorage.getItem('comfort')])).toEqual([
    'ltr',
    expect.not.stringContaining('"ar"'),
  ])
  await page.getByRole('radio', { name: 'Ordre du lecteur d’écran' }).check()
  await page.getByText('bouton radio, 1 sur 2').waitFor()
  await isAccessible(page)
  expect(await office.context.store.responses.count(slug)).toBe(0)
})

test('the paper form of the draft and the kit to try it come as PDFs', async () => {
  const page = await at(await aDraft('papier'), 'apercu')
  await page.getByRole('radio', { name: 'Papier (PDF)' }).check()
  for (const name of ['Enregistrer la feuille (PDF)', 'Enregistrer le kit d’essai (PDF)']) {
    const [file] = await Promise.all([page.waitForEvent('download', { timeout: 40_000 }), button(page, name).click()])
    const start = readFileSync(await file.path()).subarray(0, 5)
    expect([name, start.toString()]).toEqual([name, '%PDF-'])
    await button(page, name).waitFor()
  }
  await picture(page, 'concevoir-essai')
}, 180_000)

test('« Y aller » leads to the question; mended, the draft is asked for', async () => {
  const slug = await aDraft('demande')
  const page = await at(slug, 'controle')
  await list(page, /^À corriger/)
    .getByRole('link', { name: /^Y aller.*Pour quoi faire/ })
    .click()
  await page.waitForURL(/\/page#pourquoi$/)
  // as the panel of the question does it
  await handOf(designer.browser, slug).save(whole(slug))
  await page.goto(addressTo(slug, 'controle'))
  await page.getByText('Rien n’empêche de l’ouvrir à l’essai.').waitFor()
  await list(page, /^Avant d’ouvrir pour de bon/)
    .getByText('L’adresse publique du site n’est pas indiquée.')
    .waitFor()
  await page.getByLabel('À quel endroit').selectOption({ label: 'Question « Viendrais-tu ? »' })
  await page.getByLabel('Votre remarque').fill('Le mot « viendrais » convient-il ?')
  await button(page, 'Ajouter la remarque').click()
  await notified(page, 'La remarque est ajoutée.')
  await button(page, 'Demander la relecture').click()
  await page.getByRole('heading', { name: 'Vous avez demandé la relecture' }).waitFor()
  expect(await button(page, 'Approuver…').count()).toBe(0)
  await button(page, 'Retirer la demande et reprendre le brouillon').click()
  await notified(page, 'La demande est retirée')
  await button(page, 'Demander la relecture').waitFor()
})

/** Its third question is a table. */
function withGrid(questionnaire: ReturnType<typeof whole>) {
  const copy = structuredClone(questionnaire)
  const lines = (...texts: string[]) => texts.map((text, at) => ({ value: `ligne_${at}`, text: said(text) }))
  copy.definition.pages[0]!.elements.push({
    type: 'matrix',
    name: 'trajet',
    title: said('Venir, c’est…'),
    objectives: [26],
    rows: lines('Le matin', 'Le soir'),
    columns: lines('Facile', 'Difficile'),
  })
  return copy
}

/** Its words; its button is named by them too. */
const remark = (page: Page, words: string) => page.locator('.review-words').filter({ hasText: words })

// the preview said « (adresse du délégué à définir) » with the address filled in, and the approver read « %{contact} »
test('the preview and the request say what the settings fill in', async () => {
  const questionnaire = whole('rempli')
  questionnaire.notice.lines[0]!.text = said('Écrivez à %{contact}.')
  questionnaire.parameters = [
    { name: 'contact', title: 'Contact', help: '', kind: 'text', provisional: said('(contact à définir)') },
  ]
  const admin = await office.placed(['admin'])
  const { revision, values } = (await admin.browser.get('/api/settings')).body as { revision: number; values: object }
  const settings = { revision, values: { ...values, contact: 'maison@exemple.fr' } }
  expect((await admin.browser.ask('PUT', '/api/settings', settings)).status).toBe(200)
  const slug = await aDraft('rempli', questionnaire)
  const preview = await at(slug, 'apercu')
  await preview.frameLocator('iframe').getByText('Écrivez à maison@exemple.fr.').waitFor()
  await handOf(designer.browser, slug).ask()
  const page = await at(slug, 'controle', publisher)
  const asked = page.getByRole('region', { name: 'La notice, puis les questions, dans l’ordre' })
  await asked.getByText('Écrivez à maison@exemple.fr.').waitFor()
})

test('an open page sees that somebody else has asked, without being loaded again', async () => {
  const slug = await aDraft('demande', whole('demande'))
  const page = await windowOf(publisher)
  await page.clock.install()
  await page.goto(addressTo(slug, 'controle'))
  await page.getByRole('heading', { name: 'Faire relire et approuver' }).waitFor()
  await handOf(designer.browser, slug).ask()
  await page.clock.runFor(31_000)
  await page.getByRole('heading', { name: /demande la relecture$/ }).waitFor()
})

// the screen of whoever asked went on saying « Vous avez demandé la relecture »
test('whoever asked sees it sent back, without loading the page again', async () => {
  const slug = await aDraft('renvoye', whole('renvoye'))
  await handOf(designer.browser, slug).ask()
  const page = await windowOf(designer)
  await page.clock.install()
  await page.goto(addressTo(slug, 'controle'))
  await page.getByRole('heading', { name: 'Vous avez demandé la relecture' }).waitFor()
  await handOf(publisher.browser, slug).post('return', { text: 'Revoir le titre.' })
  await page.clock.runFor(31_000)
  await remark(page, 'Revoir le titre.').waitFor()
  await button(page, 'Demander la relecture').waitFor()
})

test('a request that has been answered meanwhile says by whom when it is taken back', async () => {
  const slug = await aDraft('croise', whole('croise'))
  await handOf(designer.browser, slug).ask()
  const page = await at(slug, 'controle')
  await page.getByRole('heading', { name: 'Vous avez demandé la relecture' }).waitFor()
  await handOf(publisher.browser, slug).post('return', { text: 'Revoir le titre.' })
  await button(page, 'Retirer la demande et reprendre le brouillon').click()
  await notified(page, /vient de renvoyer le questionnaire avec une remarque/)
  await remark(page, 'Revoir le titre.').waitFor()
  await button(page, 'Demander la relecture').waitFor()
})

test('what is missing before an opening leaves the list once it is there', async () => {
  const slug = await aDraft('manque', whole('manque'))
  const page = await windowOf(designer)
  await page.clock.install()
  await page.goto(addressTo(slug, 'controle'))
  const before = list(page, /^Avant d’ouvrir pour de bon/)
  await before.getByText('L’adresse publique du site n’est pas indiquée.').waitFor()
  const admin = await office.placed(['admin'])
  const { revision, values } = (await admin.browser.get('/api/settings')).body as { revision: number; values: object }
  const settings = { revision, values: { ...values, publicAddress: 'https://exemple.fr' } }
  expect((await admin.browser.ask('PUT', '/api/settings', settings)).status).toBe(200)
  await page.clock.runFor(31_000)
  await before.getByText('L’adresse publique du site n’est pas indiquée.').waitFor({ state: 'hidden' })
  const now = (await admin.browser.get('/api/settings')).body as { revision: number }
  expect((await admin.browser.ask('PUT', '/api/settings', { revision: now.revision, values })).status).toBe(200)
})

test('a second person reads it, sends it back with a word, then approves what was asked again', async () => {
  const questionnaire = withGrid(whole('relu'))
  questionnaire.definition.pages[0]!.elements[0]!.title = {
    default: 'Viendrais-tu ?',
    'fr-facile': 'Viendrais-tu ?',
    en: 'Would you come?',
    ar: 'Viendrais-tu ?',
  }
  const slug = await aDraft('relu', questionnaire)
  const hand = handOf(designer.browser, slug)
  await hand.post('comments', { path: 'venir', text: 'Le mot « viendrais » convient-il ?' })
  await hand.ask()
  const page = await at(slug, 'controle', publisher)
  await remark(page, 'Le mot « viendrais » convient-il ?').waitFor()
  await page.getByText('3 questions sur 1 page ; 1 indicateur').waitFor()
  const asked = page.getByRole('region', { name: 'La notice, puis les questions, dans l’ordre' })
  for (const { title, text } of questionnaire.notice.lines)
    for (const words of [title, text]) await asked.getByText(frenchOf(words), { exact: true }).first().waitFor()
  // the languages that are offered were nowhere in the request
  await page.getByLabel(/^Proposé en 4 langues/).selectOption('en')
  await asked.getByText('1. Would you come?').waitFor()
  await page.getByLabel(/^Proposé en 4 langues/).selectOption('fr')
  await asked.getByText('1. Viendrais-tu ?').waitFor()
  await asked.getByText('Oui · Non').waitFor()
  await asked.getByText(/^Lignes\s: Le matin · Le soir\.$/).waitFor()
  await asked.getByText(/^Colonnes\s: Facile · Difficile\.$/).waitFor()
  await asked.getByText(/Seulement si la réponse à .*Viendrais-tu.* est «\sOui\s»/).waitFor()
  await isAccessible(page)
  await picture(page, 'concevoir-relire')
  const deeds = page.getByRole('region', { name: /demande la relecture$/ }).locator('.button')
  expect(await deeds.allTextContents()).toEqual(['Approuver…', 'Renvoyer avec une remarque', 'Voir l’aperçu'])
  await button(page, 'Renvoyer avec une remarque').click()
  await page.getByLabel('Ce qu’il faut revoir').fill('Oui, mais ajoutez « peut-être ».')
  await button(page, 'Renvoyer').last().click()
  await notified(page, 'Le questionnaire est renvoyé')

  // only the first page said that it had been sent back
  const author = await at(slug, 'page')
  await author.getByRole('link', { name: /^Contrôle\s*2 à revoir, Renvoyé : 2 remarques$/ }).waitFor()
  await author.getByRole('link', { name: /^Renvoyé : 2 remarques$/ }).click()
  await remark(author, 'Oui, mais ajoutez « peut-être ».').waitFor()
  await button(author, /^C’est réglé : Oui, mais/).click()
  await notified(author, 'La remarque est réglée.')
  await button(author, /^C’est réglé : Le mot/).click()
  await author.getByText('2 remarques réglées').waitFor()
  await button(author, 'Demander la relecture').click()
  await author.getByRole('heading', { name: 'Vous avez demandé la relecture' }).waitFor()

  await page.goto(addressTo(slug, 'controle'))
  await button(page, 'Approuver…').click()
  await button(page, 'Approuver la version 1').click()
  await notified(page, 'La version 1 est approuvée.')
  await list(page, /^À vérifier/).waitFor()
  expect(await page.getByText('n’empêche d’approuver').count()).toBe(0)
  await page.goto(addressTo(slug, 'versions'))
  await page.getByRole('heading', { name: /^Version 1/ }).waitFor()
  await page.getByText('Ce qu’elle contient').click()
  await page.getByText('bouton radio, 1 sur 2').first().waitFor()
  await isAccessible(page)
  await picture(page, 'concevoir-versions')
})

// translations of an older French stood below « Approuver… », and its dialog said nothing of them
test('whoever approves is told how many translations are to be read again', async () => {
  const questionnaire = whole('perime')
  questionnaire.translatedFrom = (['en', 'ar'] as const).map((language) => ({
    key: 'venir:title',
    language,
    words: 'Viendrais-tu ?',
    from: 'Viens-tu ?',
  }))
  const slug = await aDraft('perime', questionnaire)
  await handOf(designer.browser, slug).ask()
  const page = await at(slug, 'controle', publisher)
  await button(page, 'Approuver…').click()
  await page
    .getByRole('dialog', { name: 'Approuver ce questionnaire ?' })
    .getByText('2 textes traduits sont à vérifier : le français a changé depuis.')
    .waitFor()
})

test('what was published is answered on a phone', async () => {
  const slug = await aPublished('repondu')
  const { page } = await aWindow(browser, phone)
  await page.goto(`${addressOf(office)}/q/${slug}`)
  await button(page, 'J’ai compris, je commence').click()
  await page.getByText('Non', { exact: true }).click()
  await button(page, 'Suivant').click()
  await button(page, 'Envoyer mes réponses').click()
  await page.getByText('ta réponse est bien arrivée').waitFor()
  expect(await office.context.store.responses.count(slug)).toBe(1)
})

test('old and new stand side by side, and an answer that disappears is explained', async () => {
  const slug = await aPublished('change')
  const page = await at(slug, 'page')
  // what is published asks for no more text, and offers nothing to change
  await page
    .getByRole('button', { name: /^Voir : / })
    .first()
    .click()
  await page.getByLabel('Titre de la question').waitFor()
  expect(await page.getByPlaceholder(/facultatif/).count()).toBe(0)
  expect(await page.getByRole('button', { name: /^Modifier : / }).count()).toBe(0)
  await button(page, 'Ouvrir un brouillon').click()
  await saved(page)
  await page.evaluate(async (at) => {
    const room = await (await fetch(`/api/design/${at}`)).json()
    const [first] = room.draft.questionnaire.definition.pages[0].elements
    first.title.default = 'Viendrais-tu au point d’entrée ?'
    first.choices = [first.choices[0], { value: 'peut_etre', text: first.choices[1].text }]
    await fetch(`/api/design/${at}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ revision: room.revision, questionnaire: room.draft.questionnaire }),
    })
  }, slug)
  await page.goto(addressTo(slug, 'versions'))
  await page.getByText('La réponse « Non » (non) disparaît').waitFor()
  await page.getByText('Ce qui change depuis la version 1').click()
  await page.getByRole('row', { name: /Texte changé.*Question/ }).waitFor()
  await isAccessible(page)
  await picture(page, 'concevoir-changements')
})

test('a long questionnaire of the list opens as a draft', async () => {
  const page = await windowOf(designer)
  await page.goto(`${addressOf(office)}/concevoir`)
  await page.getByRole('link', { name: 'Un accueil de loisirs dans le sud' }).first().waitFor()
  await picture(page, 'concevoir-liste')
  await page.goto(addressTo('familles', 'page'))
  await button(page, 'Ouvrir un brouillon').click()
  await saved(page)
})

const ready: Record<string, (page: Page) => Promise<unknown>> = {
  'page#utile': (page) => page.locator('.canvas').waitFor(),
  logique: (page) => page.getByText('Qui voit quoi').waitFor(),
  plan: (page) => page.getByText('Ajouter un indicateur').waitFor(),
  reglages: (page) =>
    page
      .getByRole('heading', { name: /notice/i })
      .first()
      .waitFor(),
  'textes#ar': (page) =>
    page
      .getByRole('textbox', { name: /Arabe$/ })
      .first()
      .waitFor(),
  apercu: (page) => page.frameLocator('iframe').locator('.notice-actions [data-kind="main"]').last().click(),
  json: (page) => page.getByText('Rien à revoir.').waitFor(),
}
test.each(Object.entries(ready))(
  'a long questionnaire opens in the tab %s, and axe finds nothing',
  async (name, isThere) => {
    const page = await at(long, name)
    await isThere(page)
    expect(await axeFaults(page)).toEqual([])
    await picture(page, `concevoir-${name.split('#')[0]}`)
  },
  90_000,
)

test('on a phone-size screen every tab stays within its width, and axe finds nothing', async () => {
  const slug = await aPublished('telephone')
  await handOf(designer.browser, slug).post('draft')
  const page = await at(slug, 'page')
  await page.setViewportSize(phone)
  for (const name of ['textes', 'apercu', 'controle', 'versions', 'json']) {
    await page.goto(addressTo(slug, name))
    await page.locator('.design-tabs [aria-current]:visible').waitFor()
    await page.locator('.texts, .preview-tab, .publication-review, .versions, .json-tab').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(phone.width)
    expect(await axeFaults(page), name).toEqual([])
  }
}, 180_000)
