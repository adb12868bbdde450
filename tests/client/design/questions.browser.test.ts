import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { DefinitionElement } from '../../../surveys/questionnaire/questionnaire.ts'
import { isAccessible, picture } from '../staff/staff-browser.ts'
import { type Author, anAuthor } from './author.ts'

let author: Author
beforeAll(async () => {
  author = await anAuthor()
}, 120_000)
afterAll(() => author.close())
afterEach(() => author.isFaultless())

const answers = (texts: Record<string, string>) => Object.entries(texts).map(([value, text]) => ({ value, text }))
const common = { objectives: [], sensitivity: 'ordinary' as const }
const onEntry: DefinitionElement[] = [
  { type: 'radiogroup', name: 'connaissez', title: 'Connaissez-vous le point d’entrée ?', ...common },
  { type: 'checkbox', name: 'quoi_faire', title: 'Pour quoi faire ?', visibleIf: "{connaissez} = 'oui'", ...common },
  { type: 'rating', rateMin: 1, rateMax: 5, name: 'note', title: 'Quelle note ?', ...common, sensitivity: 'sensitive' },
].map((element) => (element.type === 'rating' ? element : { ...element, choices: answers({ oui: 'Oui', non: 'Non' }) }))

const elementsOf = (slug: string) => author.elementsOf(slug)
const outline = (page: Page) => page.getByRole('navigation', { name: 'Pages et questions' })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

const written = (slug: string, elements: DefinitionElement[], size?: { width: number; height: number }) =>
  author.written(slug, 'page', { pages: [{ name: 'page_1', title: 'Le point d’entrée', elements }] }, size)

test('questions are sought by their answers; each that serves an objective has an indicator proposed', async () => {
  const served = onEntry.map((element) => ({ ...element, objectives: [26] }))
  const page = await written('plusieurs', served)
  await outline(page).getByLabel('Chercher une question').fill('note')
  await outline(page).getByText('1 question trouvée.').waitFor()
  expect(
    await outline(page)
      .getByRole('button', { name: /Pour quoi faire/ })
      .count(),
  ).toBe(0)
  await page.goto(page.url().replace('/page', '/plan'))
  await button(page, 'Un par question…').click()
  await page
    .getByRole('dialog')
    .getByLabel(/Quelle note/)
    .uncheck()
  await isAccessible(page)
  await picture(page, 'concevoir-un-indicateur-par-question')
  await button(page, 'Ajouter 2 indicateurs').click()
  await expect
    .poll(async () => (await author.draftOf('plusieurs')).indicators.map(({ field, measure }) => [field, measure]))
    .toEqual([
      ['connaissez', 'shares'],
      ['quoi_faire', 'shares'],
    ])
})

// it said « Un choix », with the question off the screen
test('on an upright tablet the settings name their question, and lead back to it', async () => {
  const page = await author.written(
    'retour',
    'page',
    { pages: [{ name: 'page_1', title: 'Le point d’entrée', elements: onEntry }] },
    { width: 768, height: 1024 },
    { hasTouch: true },
  )
  await button(page, /Modifier.*Quelle note/).tap()
  await button(page, 'Réglages').tap()
  const title = page.getByRole('complementary').getByRole('heading', { name: /^Quelle note \?/ })
  expect(await title.evaluate((own) => own.getBoundingClientRect().top > 90)).toBe(true)
  expect(await title.textContent()).toBe('Quelle note ? Échelle')
  await button(page, 'Revenir à la question').tap()
  const box = page.getByLabel('Titre de la question')
  await expect
    .poll(() =>
      box.evaluate((own) => own.getBoundingClientRect().bottom < innerHeight && own.getBoundingClientRect().top > 90),
    )
    .toBe(true)
})

// a long list opened in its middle
test('a question higher than the screen opens at its title, upright too', async () => {
  const choices = answers(Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`lieu_${at}`, `Lieu ${at}`])))
  const long: DefinitionElement = { type: 'dropdown', name: 'ou', title: 'Où ?', choices, ...common }
  const page = await author.written(
    'haute',
    'page',
    { pages: [{ name: 'page_1', elements: [onEntry[0]!, long, onEntry[1]!, onEntry[2]!] }] },
    { width: 768, height: 1024 },
    { hasTouch: true },
  )
  await page.evaluate(() => scrollTo(0, 300))
  const { x, y } = (await button(page, /Modifier.*Où/).boundingBox())!
  await page.touchscreen.tap(x + 40, y + 40)
  const card = page.getByRole('article', { name: /Où/ })
  await page.getByLabel('Titre de la question').waitFor()
  const views = page.getByRole('group', { name: 'Partie affichée' })
  const bottom = () => views.evaluate((own) => own.getBoundingClientRect().bottom)
  expect((await card.boundingBox())!.y).toBeGreaterThanOrEqual(await bottom())
  expect((await card.boundingBox())!.y).toBeLessThan(200)
})

test('what is undone stays within reach at the end of a long page', async () => {
  const many = Array.from({ length: 12 }, (_, at) => ({ ...onEntry[0]!, name: `q_${at}`, title: `Quoi, fois ${at} ?` }))
  const page = await written('longue', many, { width: 1024, height: 768 })
  await button(page, /Modifier.*Quoi, fois 11/).click()
  await page.getByLabel('Titre de la question').fill('La dernière ?')
  await page.mouse.wheel(0, 20_000)
  const undo = button(page, /^Annuler/).first()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500)
  expect(Math.abs((await undo.boundingBox())!.y)).toBeLessThan(20)
  await undo.click()
  await expect.poll(() => page.getByLabel('Titre de la question').inputValue()).toBe('Quoi, fois 11 ?')
})

test('on a tablet, upright or lying, the question that is written stays on the screen beside one other part', async () => {
  const page = await written('tablette', onEntry, { width: 1024, height: 768 })
  await button(page, 'Liste').click()
  await outline(page)
    .getByRole('button', { name: /Quelle note/ })
    .click()
  const box = page.getByLabel('Titre de la question')
  expect(await box.evaluate((element) => element.getBoundingClientRect().bottom < innerHeight)).toBe(true)
  await isAccessible(page)
  await picture(page, 'concevoir-tablette')
  await page.getByRole('group', { name: 'Partie affichée' }).getByRole('button', { name: 'Réglages' }).click()
  await page.getByRole('complementary', { name: 'Réglages de la question' }).waitFor()
  expect(await outline(page).isVisible()).toBe(false)
  await picture(page, 'concevoir-tablette-reglages')
  await page.setViewportSize({ width: 768, height: 1024 })
  expect(await box.isVisible()).toBe(false)
  await button(page, 'Liste').click()
  await outline(page)
    .getByRole('button', { name: /Pour quoi faire/ })
    .click()
  // chosen, it takes the place of the list
  await box.waitFor()
  expect(await outline(page).isVisible()).toBe(false)
  await isAccessible(page)
  await picture(page, 'concevoir-tablette-debout')
})

test('a question is asked in two ways, each of one person in two', async () => {
  const slug = 'deux-facons'
  const page = await author.written(slug, 'logique', { pages: [{ name: 'page_1', elements: onEntry }] })
  const draws = page.getByRole('region', { name: 'Tirage au sort' })
  await page
    .locator('.path-map')
    .getByRole('button', { name: /Pour quoi faire/ })
    .click()
  await draws.getByRole('button', { name: 'Poser cette question de deux façons' }).click()
  await draws.getByText(/^Version b\s: «\sPour quoi faire \?\s»$/).waitFor()
  await isAccessible(page)
  await picture(page, 'concevoir-tirage')
  await expect
    .poll(async () => (await author.elementsOf(slug)).map(({ visibleIf }) => visibleIf))
    .toEqual([
      undefined,
      "{connaissez} = 'oui' and {tirage} = 'a'",
      "{connaissez} = 'oui' and {tirage} = 'b'",
      undefined,
    ])
  expect((await author.draftOf(slug)).assigned).toEqual([{ name: 'tirage', values: ['a', 'b'] }])
  await draws.getByRole('button', { name: 'Retirer le tirage tirage' }).click()
  await expect.poll(async () => (await author.draftOf(slug)).assigned).toEqual([])
  expect((await author.elementsOf(slug))[1]!.visibleIf).toBe("{connaissez} = 'oui'")
})

test('questions kept in the library keep their codes elsewhere, and leave the library alone', async () => {
  const page = await written('source', onEntry)
  await page.getByRole('button', { name: /Modifier.*Pour quoi faire/ }).click()
  await button(page, 'Mettre en bibliothèque').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Une question dépendait d’une réponse').waitFor()
  await dialog.getByLabel('Nom').fill('Les raisons de venir')
  await isAccessible(page)
  await dialog.getByRole('button', { name: 'Mettre en bibliothèque' }).click()
  const other = await written('ailleurs', [])
  await outline(other).getByRole('button', { name: 'Ajouter une question' }).click()
  await other.getByRole('tab', { name: 'Bibliothèque' }).click()
  await isAccessible(other)
  await picture(other, 'concevoir-bibliotheque')
  await button(other, /^Les raisons de venir/).click()
  await expect
    .poll(() => elementsOf('ailleurs'))
    .toMatchObject([{ name: 'quoi_faire', choices: answers({ oui: 'Oui', non: 'Non' }) }])
  expect((await elementsOf('ailleurs'))[0]).not.toHaveProperty('visibleIf')
  await outline(other).getByRole('button', { name: 'Ajouter une question' }).click()
  await other.getByRole('tab', { name: 'Bibliothèque' }).click()
  await button(other, 'Retirer « Les raisons de venir » de la bibliothèque').click()
  await other
    .getByRole('dialog', { name: /^Retirer/ })
    .getByRole('button', { name: 'Retirer' })
    .click()
  await expect.poll(async () => (await author.designer.browser.get('/api/library')).body).toEqual({ items: [] })
  expect(await elementsOf('ailleurs')).toHaveLength(1)
})

test('questions come from another questionnaire with the condition they share', async () => {
  await written('depart', onEntry)
  const page = await written('arrivee', [])
  await outline(page).getByRole('button', { name: 'Ajouter une question' }).click()
  await page.getByRole('tab', { name: 'Un autre questionnaire' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Questionnaire' }).selectOption('depart')
  await dialog.getByLabel(/Connaissez-vous/).check()
  await dialog.getByLabel(/Pour quoi faire/).check()
  await isAccessible(page)
  await picture(page, 'concevoir-autre-questionnaire')
  await button(page, 'Ajouter ce qui est coché').click()
  await expect.poll(() => elementsOf('arrivee')).toEqual(onEntry.slice(0, 2))
})

test('« Entrée » goes on to the next answer and leaves no hole; pasted lines are so many answers', async () => {
  const page = await written('reponses', [
    { type: 'radiogroup', name: 'ou', title: 'Où ?', choices: answers({ ici: '', la: '' }), ...common },
  ])
  await page.getByRole('button', { name: /Modifier.*Où/ }).click()
  const texts = async () => ((await elementsOf('reponses'))[0]!.choices as { text: string }[]).map(({ text }) => text)
  await page.getByLabel('Réponse 1', { exact: true }).fill('Ici')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Là')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ailleurs')
  await page.keyboard.press('Enter')
  await page.getByLabel('Titre de la question').focus()
  await expect.poll(texts).toEqual(['Ici', 'Là', 'Ailleurs'])
  await page.getByLabel('Réponse 1', { exact: true }).focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '• Au marché\n• À l’école\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect.poll(texts).toEqual(['Ici', 'Au marché', 'À l’école', 'Là', 'Ailleurs'])
})
