import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { said, whole } from '../../api/design/fixture.ts'
import { isAccessible, picture } from '../staff/staff-browser.ts'
import { type Author, anAuthor } from './author.ts'

let author: Author
beforeAll(async () => {
  author = await anAuthor()
}, 120_000)
afterAll(() => author.close())
afterEach(() => author.isFaultless())

const { definition } = whole('langues')

test('the texts go to a translator in a file, and come back read before they are written', async () => {
  const page = await author.written('traduire', 'textes', definition)
  await page.getByRole('button', { name: 'Faire traduire…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Faire traduire' })
  await dialog.getByLabel('Langue à traduire').selectOption({ label: 'Anglais' })
  const leaving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Télécharger traduire-en.xlf' }).click()
  const sent = readFileSync(await (await leaving).path(), 'utf8')
  expect(sent).toContain('<source>Viendrais-tu ?</source>')
  const back = (text: string) => ({ name: 'traduire-en.xlf', mimeType: 'application/xml', buffer: Buffer.from(text) })
  await dialog.getByLabel('Le fichier traduit').setInputFiles(back('pas du XLIFF'))
  await dialog.getByText('Ce fichier n’est pas du XLIFF 1.2').waitFor()
  const translated = sent.replace(/(id="venir:title"[\s\S]*?<target)[^>]*>[^<]*/, '$1>Would you come?')
  await dialog.getByLabel('Le fichier traduit').setInputFiles(back(translated))
  await dialog.getByText('1 texte changera en anglais.').waitFor()
  await isAccessible(page)
  await picture(page, 'concevoir-traduire')
  await dialog.getByRole('button', { name: 'Reprendre ce texte' }).click()
  await expect
    .poll(async () => (await author.elementsOf('traduire'))[0]!.title)
    .toEqual({ ...(said('Viendrais-tu ?') as object), en: 'Would you come?' })
})

// with the table narrowed to what is left, what its own button had copied was refused
test('what is copied for a spreadsheet is what is shown, and any text of the questionnaire is taken back', async () => {
  const page = await author.written('recoller', 'textes', definition)
  await page.evaluate(() => {
    const writeText = async (text: string) => void Object.assign(window, { copied: text })
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } })
  })
  const copied = async () => {
    await page.getByRole('button', { name: 'Copier pour un tableur' }).click()
    return page.evaluate(() => (window as unknown as { copied: string }).copied)
  }
  const all = await copied()
  await page.getByRole('textbox', { name: /^Question, Viendrais-tu.*, Français (facile|simplifié)/i }).fill('')
  await page.getByLabel('Seulement ce qui reste à faire').check()
  const left = await copied()
  expect([left.split('\n').length < all.split('\n').length, left.includes('venir:title')]).toEqual([true, true])
  await page.getByRole('button', { name: 'Coller une colonne…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Coller une colonne de textes' })
  await dialog.getByLabel('Colonne copiée').fill(all)
  await dialog.getByRole('button', { name: 'Coller 1 texte' }).click()
  await page.getByText('1 texte collé').waitFor()
})

// rows began below the screen, and a text written at the end of the page was far from the next one
test('on a tablet rows stand on the first screen, and the next text to be done is a touch away everywhere', async () => {
  const size = { width: 1024, height: 768 }
  const page = await author.written('doigt', 'textes', definition, size, { hasTouch: true })
  const title = page.getByRole('row', { name: /^Résumé/ })
  expect(await title.evaluate((row) => row.getBoundingClientRect().bottom < innerHeight)).toBe(true)
  expect(await page.getByText('Tabulation va à la langue suivante').isVisible()).toBe(false)
  const shown = page.getByRole('group', { name: 'Colonnes du tableau' })
  // not offered yet: nothing of it is to be done
  await shown.getByLabel('Espagnol', { exact: true }).check()
  // wherever one is on the page
  await page.keyboard.press('F8')
  await page.locator('textarea:focus').waitFor()
  const bar = page.locator('.texts-bar')
  const count = async () => Number.parseInt((await bar.locator('p').first().textContent())!, 10)
  const before = await count()
  await page.mouse.wheel(0, 20_000)
  const next = page.getByRole('button', { name: 'Suivant à faire' })
  expect((await next.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  await next.tap()
  const cell = page.locator('textarea:focus')
  await cell.fill('Una palabra')
  await expect.poll(count).toBe(before - 1)
  // what takes the focus is not under what stays at the top
  const first = await cell.getAttribute('id')
  await next.tap()
  await expect.poll(() => cell.getAttribute('id')).not.toBe(first)
  const top = await bar.evaluate((own) => own.getBoundingClientRect().bottom)
  expect(await cell.evaluate((own) => own.getBoundingClientRect().top)).toBeGreaterThan(top)
  await page.getByRole('button', { name: 'Plus', exact: true }).tap()
  await isAccessible(page)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('button', { name: 'Coller une colonne…' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Plus', exact: true }).tap()
  await page.getByRole('button', { name: 'Faire traduire…' }).tap()
  await page.getByRole('dialog', { name: 'Faire traduire' }).waitFor()
  expect((await page.getByLabel('Le fichier traduit').boundingBox())!.height).toBeGreaterThanOrEqual(44)
})

// « Plus » stood 64 px beyond the edge, and the page went sideways
test('on the smallest screen no tab of the designer goes sideways', async () => {
  const page = await author.written('etroit', 'textes', definition)
  await page.setViewportSize({ width: 320, height: 640 })
  for (const tab of ['textes', 'page', 'controle', 'logique', 'plan', 'apercu', 'reglages', 'versions', 'json']) {
    await page.goto(page.url().replace(/[^/]+$/, tab))
    await page.locator('main button:visible').first().waitFor()
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: tab }).toBe(320)
  }
  await page.goto(page.url().replace(/[^/]+$/, 'textes'))
  await page.getByRole('button', { name: 'Plus', exact: true }).click()
  await page.getByRole('button', { name: 'Copier pour un tableur' }).waitFor()
  await isAccessible(page)
  await picture(page, 'concevoir-textes-etroit')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

test('a language left out is asked for no more, and what is written in it stays', async () => {
  const page = await author.written('sans-arabe', 'textes', definition)
  const arabic = page.getByRole('region', { name: 'Arabe' }).getByLabel('Proposé aux habitants')
  await arabic.uncheck()
  await expect.poll(async () => (await author.draftOf('sans-arabe')).languages).toEqual(['fr', 'fr-facile', 'en'])
  await isAccessible(page)
  await picture(page, 'concevoir-langues')
  expect((await author.elementsOf('sans-arabe'))[0]!.title).toEqual(said('Viendrais-tu ?'))
  await arabic.check()
  await expect.poll(async () => (await author.draftOf('sans-arabe')).languages).toBeUndefined()
})

// the English of a question whose French had just changed was still « complet »
test('a translation whose French changed is to be read again, in its table and in the review, until it is confirmed', async () => {
  const page = await author.written('a-verifier', 'textes', definition)
  const shown = page.getByRole('group', { name: 'Colonnes du tableau' })
  await shown.getByLabel('Arabe').check()
  await page.getByLabel(/^Question, Viendrais-tu.*, Français$/).fill('Viendrais-tu souvent ?')
  const arabic = page.getByRole('region', { name: 'Arabe' })
  await arabic.getByText('1 à vérifier').waitFor()
  await page.getByText('Le français disait : « Viendrais-tu ? »').first().waitFor()
  await isAccessible(page)
  await picture(page, 'concevoir-a-verifier')
  await page.getByRole('link', { name: /^Contrôle(?!r)/ }).click()
  await page.getByRole('link', { name: /Un texte en arabe traduit un français qui a changé depuis/ }).click()
  // the text itself, not the top of its table
  await page
    .getByRole('textbox', { name: /^Question, Viendrais-tu.*, Arabe$/ })
    .and(page.locator(':focus'))
    .waitFor()
  await page.getByRole('button', { name: /^C’est toujours juste.*Arabe/ }).click()
  await arabic.getByText('1 à vérifier').waitFor({ state: 'hidden' })
})

// a line break that nobody sees stayed in the title, and the request said it had changed
test('« Entrée » in a title goes on to the next text; in an aid it goes to the next line', async () => {
  const elements = definition.pages[0]!.elements.map((element) => ({ ...element, description: said('Une aide.') }))
  const page = await author.written('entree', 'textes', { pages: [{ name: 'page_1', elements }] })
  const title = page.getByRole('textbox', { name: /^Question, Viendrais-tu.*, Français$/ })
  await title.press('End')
  await title.press('Enter')
  await page
    .getByRole('textbox', { name: /^Aide, Viendrais-tu.*, Français$/ })
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Deux lignes.')
  await title.fill('Viendrais-tu\nici ?')
  const written = async () => {
    const { title: asked, description } = (await author.elementsOf('entree'))[0]!
    return [asked, description].map((text) => (text as { default: string }).default)
  }
  await expect.poll(written).toEqual(['Viendrais-tu ici ?', 'Une aide.\nDeux lignes.'])
})

test('an aid that is emptied is to be done nowhere', async () => {
  const elements = definition.pages[0]!.elements.map((element) => ({ ...element, description: 'Une aide.' }))
  const page = await author.written('vide', 'textes', { pages: [{ name: 'page_1', elements }] })
  const shown = page.getByRole('group', { name: 'Colonnes du tableau' })
  // the title too is in French alone
  await shown.getByText('3 à faire').first().waitFor()
  for (const name of [/^Aide, Viendrais-tu.*, Français$/, /^Aide, Pour quoi faire.*, Français$/])
    await page.getByRole('textbox', { name }).fill('')
  await expect.poll(() => shown.getByText(/^[13] à faire/).allTextContents()).toEqual(Array(3).fill('1 à faire'))
  await page.getByRole('region', { name: 'Français' }).first().getByText('complet').waitFor()
  const only = page.getByLabel('Seulement ce qui reste à faire')
  const [box, around] = [await only.boundingBox(), await page.locator('.texts-choice > .choice').boundingBox()]
  expect(box!.x - around!.x).toBeGreaterThanOrEqual(8)
})
