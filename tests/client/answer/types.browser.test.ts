/** The cursor, the date, the text to read, the pictures and the grids as people meet them: on a phone, by finger and by keyboard. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { keepPicture } from '../../../api/design/pictures.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'
import { aServedClient } from '../built-client.ts'
import { asked, begin, next, phone } from '../person.ts'
import { aWindow, closeWindows, isAccessible, laptop, openChromium, picture } from '../staff/staff-browser.ts'

const common = { objectives: [1], sensitivity: 'ordinary' }
const slug = 'curseur'
const questionnaire: Questionnaire = {
  ...smallQuestionnaire,
  slug,
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'slider',
            name: 'envie',
            title: 'Votre envie',
            min: 0,
            max: 10,
            step: 2,
            minRateDescription: 'aucune',
            maxRateDescription: 'très grande',
            ...common,
          },
          {
            type: 'text',
            inputType: 'date',
            name: 'depuis',
            title: 'Depuis quand ?',
            min: '2025-11-15',
            max: '2026-03-10',
            ...common,
          },
        ],
      },
    ],
  },
}

const both: Questionnaire = {
  ...questionnaire,
  slug: 'curseur-demande',
  definition: {
    pages: [
      {
        ...questionnaire.definition.pages[0]!,
        elements: questionnaire.definition.pages[0]!.elements!.map((one) => ({ ...one, isRequired: true })),
      },
    ],
  },
}

const pictured: Questionnaire = {
  ...smallQuestionnaire,
  slug: 'en-images',
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'radiogroup',
            name: 'jeu',
            title: 'Où aimez-vous jouer ?',
            choices: [
              { value: 'parc', text: { default: 'Au parc', 'fr-facile': 'Dans un parc' }, picture: 'tree' },
              { value: 'stade', text: 'Au stade ou au gymnase', picture: 'ball' },
              { value: 'piscine', text: 'À la piscine', picture: 'swim' },
              { value: 'rouge', text: 'Sur le terrain rouge', picture: 'PICTURE' },
            ],
            showDontKnowItem: true,
            ...common,
          },
          {
            type: 'checkbox',
            name: 'aller',
            title: 'Comment y allez-vous ?',
            choices: [
              { value: 'pied', text: 'À pied', picture: 'walk' },
              { value: 'bus', text: 'En bus', picture: 'bus' },
            ],
            ...common,
          },
        ],
      },
    ],
  },
}

const red =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" fill="#c2410c"/></svg>'
/** The same, its last picture brought by the staff. */
async function withUpload(): Promise<Questionnaire> {
  const digest = await keepPicture(site.context, Buffer.from(red).toString('base64'))
  return JSON.parse(JSON.stringify(pictured).replace('PICTURE', digest))
}

const toRead: Questionnaire = {
  ...smallQuestionnaire,
  slug: 'a-lire',
  definition: {
    pages: [
      {
        name: 'page',
        title: 'La garde',
        elements: [
          { type: 'boolean', name: 'garde', title: 'Faites-vous garder un enfant ?', ...common },
          {
            type: 'information',
            name: 'aide',
            title: { default: 'Une aide existe', en: 'There is help', ar: 'هناك مساعدة' },
            description: {
              default: 'Elle paie **la moitié** de la garde.\nDemandez-la à la mairie.',
              en: 'It pays **half** of the care.\nAsk for it at the town hall.',
              ar: 'تدفع **نصف** التكلفة.\nاطلبوها من البلدية.',
            },
          },
          { type: 'boolean', name: 'connue', title: 'La connaissiez-vous ?', ...common },
        ],
      },
    ],
  },
}

const grid: Questionnaire = {
  ...smallQuestionnaire,
  slug: 'cases',
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'matrix',
            cellType: 'checkbox',
            name: 'sorties',
            title: 'Où allez-vous avec vos enfants ?',
            rows: [
              { value: 'semaine', text: 'En semaine' },
              { value: 'samedi', text: 'Le samedi' },
            ],
            columns: [
              { value: 'parc', text: 'Au parc' },
              { value: 'piscine', text: 'À la piscine' },
              { value: 'mediatheque', text: 'À la médiathèque' },
              { value: 'aucun', text: 'Nulle part' },
            ],
            ...common,
          },
        ],
      },
    ],
  },
}

const numbers: Questionnaire = {
  ...smallQuestionnaire,
  slug: 'nombres',
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'numbers',
            name: 'heures',
            title: 'Combien d’heures par semaine ?',
            rows: [
              { value: 'bus', text: 'En bus' },
              { value: 'voiture', text: 'En voiture, seul ou à plusieurs' },
            ],
            min: 0,
            max: 60,
            unit: 'heures',
            ...common,
          },
        ],
      },
    ],
  },
}

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
beforeAll(async () => {
  site = await aServedClient()
  await site.context.questionnaires.loadFounding([questionnaire, both, toRead, grid, numbers, await withUpload()])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})
afterEach(async () => expect(await closeWindows(browser)).toEqual([]))

const cursor = (page: Page) => page.getByRole('slider', { name: 'Votre envie' })
const shown = (page: Page) => page.locator('.slider-value').textContent()
const write = async (page: Page, day: string, month: string, year: string) => {
  await page.getByLabel('Jour', { exact: true }).fill(day)
  await page.getByLabel('Mois', { exact: true }).fill(month)
  await page.getByLabel('Année', { exact: true }).fill(year)
}
const toThe = async (page: Page, name: string) => {
  if (!(await asked(page, name).isVisible())) await next(page)
  await asked(page, name).waitFor()
}

async function sent(page: Page, of = slug): Promise<unknown[]> {
  const before = (await site.responses(of)).length
  const send = page.getByRole('button', { name: 'Envoyer mes réponses' })
  for (let turn = 0; turn < 5 && !(await send.isVisible()); turn++) await next(page)
  await send.click()
  await page.locator('.receipt').waitFor()
  await expect.poll(async () => (await site.responses(of)).length).toBe(before + 1)
  return (await site.responses(of)).map(({ answers }) => answers)
}

test('by keyboard: the cursor moves by its step, the date says what is wrong in words, both are sent', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/${slug}`)
  expect(await shown(page)).toBe('Pas encore de réponse. Touchez la ligne.')
  await isAccessible(page)
  await cursor(page).focus()
  await page.keyboard.press('End')
  expect(await shown(page)).toBe('10')
  expect(await cursor(page).getAttribute('aria-valuetext')).toBe('10 (très grande)')
  await page.keyboard.press('ArrowLeft')
  expect(await shown(page)).toBe('8')
  await isAccessible(page)
  await toThe(page, 'depuis')
  const problem = page.locator('.question-problem')
  const wrong: [day: string, month: string, year: string, words: string][] = [
    ['7', '', '2026', 'Écrivez le jour, le mois et l’année en chiffres.'],
    ['7', '1', '26', 'Écrivez l’année en quatre chiffres, comme 2024.'],
    ['30', '2', '2026', 'Cette date n’existe pas. Vérifiez le jour et le mois.'],
    ['11', '3', '2026', 'Écrivez une date du 15 novembre 2025 au 10 mars 2026.'],
  ]
  for (const [day, month, year, words] of wrong) {
    await write(page, day, month, year)
    await next(page)
    await expect.poll(() => problem.textContent()).toBe(`Erreur\u202f: ${words}`)
  }
  await isAccessible(page)
  await write(page, '7', '1', '2026')
  expect(await sent(page)).toContainEqual({ envie: 8, depuis: '2026-01-07' })
}, 240_000)

// the first key that mended one of two problems took the focus up to their list: the next ones moved nothing, or the page
test('who mends an answer by keyboard stays in it, though other problems are left', async () => {
  const { page } = await aWindow(browser, laptop)
  await begin(page, `${site.url}/q/${both.slug}`)
  await next(page)
  const focus = () => page.evaluate(() => document.activeElement?.matches('.problems'))
  await expect.poll(focus).toBe(true)
  const year = page.getByLabel('Année', { exact: true })
  const left = page.locator('.problems a')
  await write(page, '7', '1', '')
  await year.pressSequentially('2026')
  await expect.poll(() => left.count()).toBe(1)
  await page.keyboard.press('Backspace')
  expect(await year.inputValue()).toBe('202')
  await next(page)
  await expect.poll(() => left.count()).toBe(2)
  await cursor(page).focus()
  await page.keyboard.press('Home')
  await expect.poll(() => left.count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  expect(await shown(page)).toBe('2')
})

test('by finger: a touch where the cursor rests is an answer, taken back by « Effacer »; untouched, there is nothing to send', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/${slug}`)
  const box = (await cursor(page).boundingBox())!
  expect(box.height).toBeGreaterThanOrEqual(44)
  await page.mouse.click(box.x + box.width * 0.6, box.y + box.height / 2)
  await expect.poll(() => shown(page)).toBe('6')
  await page.getByRole('button', { name: 'Effacer ma réponse' }).click()
  await expect.poll(() => shown(page)).toBe('Pas encore de réponse. Touchez la ligne.')
  // where it rests the browser sees no change
  await page.keyboard.press('Enter')
  await expect.poll(() => shown(page)).toBe('6')
  await page.getByRole('button', { name: 'Effacer ma réponse' }).click()
  const before = (await site.responses(slug)).length
  await toThe(page, 'depuis')
  await next(page)
  await page.getByRole('heading', { level: 1, name: 'Vous n’avez encore rien répondu' }).waitFor()
  await isAccessible(page)
  // an empty form is neither sent nor thanked
  await page.getByRole('button', { name: 'Revenir aux questions' }).click()
  await cursor(page).waitFor()
  expect(await site.responses(slug)).toHaveLength(before)
}, 240_000)

test('pictures stand two by two on a phone, four on a tablet, named by their words, chosen by finger and by keyboard', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/en-images`)
  const choice = (name: string) => page.getByRole('radio', { name, exact: true })
  const brought = asked(page, 'jeu').locator('img')
  await expect.poll(() => brought.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(480)
  await expect.poll(() => asked(page, 'jeu').locator('svg.choice-picture path:not([d=""])').count()).toBe(3)
  const columns = () =>
    asked(page, 'jeu')
      .locator('.choice:has(.choice-image)')
      .evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().left))).size)
  expect(await columns()).toBe(2)
  await isAccessible(page)
  await picture(page, 'images-telephone')
  await page.setViewportSize({ width: 1024, height: 768 })
  expect(await columns()).toBe(4)
  await picture(page, 'images-tablette')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await columns()).toBe(2)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  // held for a visit without a network
  const address = (await brought.getAttribute('src'))!
  await expect.poll(() => page.evaluate(async (one) => (await caches.match(one))?.status, address)).toBe(200)
  await choice('Au parc').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  expect(await choice('Au stade ou au gymnase').isChecked()).toBe(true)
  await brought.click()
  expect(await choice('Sur le terrain rouge').isChecked()).toBe(true)
  await isAccessible(page)
  await toThe(page, 'aller')
  await page.getByRole('checkbox', { name: 'À pied', exact: true }).check()
  await page.getByRole('checkbox', { name: 'En bus', exact: true }).check()
  expect(await sent(page, 'en-images')).toEqual([{ jeu: 'rouge', aller: ['pied', 'bus'] }])
}, 240_000)

test('a text is read between the questions: a heading, its lines, nothing to answer, and no place among the answers', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/a-lire`)
  const answer = (name: string, text: string) => asked(page, name).getByText(text, { exact: true }).click()
  await answer('garde', 'Oui')
  const text = asked(page, 'aide')
  if (!(await text.isVisible())) await next(page)
  // it stands before the question it introduces, on the same screen
  await asked(page, 'connue').waitFor()
  expect(await text.getByRole('heading', { name: 'Une aide existe' }).count()).toBe(1)
  expect(await text.locator('input, button, fieldset').count()).toBe(0)
  expect(await text.locator('p').textContent()).toBe('Elle paie la moitié de la garde.\nDemandez-la à la mairie.')
  const lines = text
    .locator('p')
    .evaluate((one) => one.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(one).lineHeight))
  expect(Math.round(await lines)).toBe(2)
  await isAccessible(page)
  await picture(page, 'information-telephone')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await answer('connue', 'Non')
  await next(page)
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).waitFor()
  expect(
    await page
      .locator('.review [data-of]')
      .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.of)),
  ).toEqual(['garde', 'connue'])
  expect(await sent(page, 'a-lire')).toEqual([{ garde: true, connue: false }])
}, 240_000)

test('boxes are ticked line by line, by keyboard too; « Nulle part » leaves alone; they are read again, then sent', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/cases`)
  const line = (name: string) => page.getByRole('group', { name, exact: true })
  const box = (name: string, text: string) => line(name).getByRole('checkbox', { name: text })
  await asked(page, 'sorties').getByText('Plusieurs réponses possibles.').waitFor()
  await box('En semaine', 'À la piscine').check()
  await box('En semaine', 'Au parc').check()
  await box('Le samedi', 'Au parc').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await isAccessible(page)
  await picture(page, 'tableau-a-cocher')
  await box('Le samedi', 'Nulle part').check()
  expect(
    await line('Le samedi')
      .locator('input:checked')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value'))),
  ).toEqual(['aucun'])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await next(page)
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).waitFor()
  expect((await page.locator('.review b .review-one').allTextContents()).map((text) => text.trim())).toEqual([
    'En semaine\u202f: Au parc, À la piscine',
    'Le samedi\u202f: Nulle part',
  ])
  expect(await sent(page, 'cases')).toEqual([{ sorties: { semaine: ['parc', 'piscine'], samedi: ['aucun'] } }])
}, 240_000)

test('in simplified French the lines of a grid come one below the other, and one may be left blank', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/cases?langue=fr-facile`)
  const lines = page.locator('.matrix-row')
  expect(await lines.count()).toBe(1)
  await lines.getByRole('checkbox').first().check()
  await page.locator('[data-row="samedi"]').waitFor()
  expect(await lines.count()).toBe(2)
  // who ticks boxes may tick one more: the next line is passed once they have come to it
  await page.getByRole('button', { name: 'Suivant' }).click()
  const pass = page.getByRole('button', { name: 'Passer cette question' })
  await pass.waitFor()
  // pressed at once, it was meant for « Suivant »
  await page.waitForTimeout(1_100)
  await pass.click()
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).waitFor()
}, 240_000)

test('a number is typed at each line, what is wrong is said in words, and a line may stay blank', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/nombres`)
  const bus = page.getByRole('textbox', { name: 'En bus' })
  const car = page.getByRole('textbox', { name: 'En voiture, seul ou à plusieurs' })
  expect(await bus.getAttribute('inputmode')).toBe('numeric')
  await isAccessible(page)
  await bus.fill('61')
  await car.fill('3')
  await next(page)
  const problem = page.locator('.question-problem')
  await expect.poll(() => problem.textContent()).toBe('Erreur\u202f: Écrivez un nombre entre 0 et 60.')
  expect([await bus.getAttribute('aria-invalid'), await car.getAttribute('aria-invalid')]).toEqual(['true', 'false'])
  await isAccessible(page)
  await bus.fill('12')
  await picture(page, 'plusieurs-nombres')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await car.fill('')
  await next(page)
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).waitFor()
  expect(await page.locator('.review b').textContent()).toBe('En bus\u202f: 12\u00a0heures')
  expect(await sent(page, 'nombres')).toEqual([{ heures: { bus: 12 } }])
}, 240_000)
