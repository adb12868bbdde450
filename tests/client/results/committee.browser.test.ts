import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import type { Committee } from '../../../api/wire/results.ts'
import { strengthMeans } from '../../../surveys/charts/strength.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { laidOut } from '../../pdf.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

const slug = 'jeunes-11-15'
let office: Office
let analyst: Person
let browser: Browser
let page: Page
beforeAll(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
  analyst = await office.placed(['analyst'])
  await fill(office.context, [{ slug, people: 300 }], 7, () => {})
  browser = await openChromium()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await office.discard()
})
beforeEach(async () => {
  page = (await aWindow(browser)).page
  await enter(page, office, analyst)
  await page.goto(`${addressOf(office)}/analyse/comite`)
})
afterEach(async () => expect(await closeWindows(browser)).toEqual([]))

const committee = async () => (await analyst.browser.get('/api/analyse/committee')).body as Committee

/** Pages and slides stand within a phone, with a table of needs wider than it. */
async function fitsOnAPhone() {
  const path = '**/api/analyse/committee'
  await page.route(path, async (route) => {
    const body = (await (await route.fetch()).json()) as Committee
    const [first, ...others] = body.pages
    await route.fulfill({ json: { ...body, pages: [{ ...first, needs: wideNeeds }, ...others] } })
  })
  const { width, height } = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  await page.getByRole('table', { name: wideNeeds.title }).first().waitFor()
  // on a phone a line is a card: a title of several lines stands beside its value, not over it nor over the next
  const last = page.getByRole('cell', { name: 'de 1 838 à 2 670' }).first()
  const [tall, line] = await last.evaluate((cell) => [
    cell.getBoundingClientRect().height,
    Number.parseFloat(getComputedStyle(cell).lineHeight),
  ])
  expect(tall).toBeGreaterThan(2 * line!)
  const widthOf = (selector: string) => page.locator(selector).evaluate((part) => part.scrollWidth)
  expect(await widthOf('html')).toBe(390)
  // the note stood in the fold of the other lines
  expect(await page.getByText(wideNeeds.notes[0]!).first().isVisible()).toBe(true)
  await picture(page, 'analyse-comite-390')
  await page.getByRole('button', { name: 'Projeter en plein écran' }).click()
  const slides = page.getByRole('dialog')
  expect(await widthOf('.slides')).toBe(390)
  await slides.getByRole('button', { name: 'Suivante' }).click()
  await slides.getByRole('table', { name: wideNeeds.title }).first().waitFor()
  expect(await widthOf('.slides')).toBe(390)
  await page.keyboard.press('Escape')
  // a window that still fills the screen has no other size
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBe(null)
  await page.unroute(path)
  await page.setViewportSize({ width, height })
  await page.reload()
}

/** Slides full of what a page may hold are read without scrolling on the screens of a meeting room, to the last row. */
async function fitsInARoom() {
  const path = '**/api/analyse/committee'
  await page.route(path, async (route) => {
    const body = (await (await route.fetch()).json()) as Committee
    await route.fulfill({ json: { ...body, pages: body.pages.map(filled) } })
  })
  const before = page.viewportSize()!
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size)
    await page.reload()
    await page.getByRole('button', { name: 'Projeter en plein écran' }).click()
    const slides = page.getByRole('dialog')
    for (const screen of [1, 2, 3, 4]) {
      await slides.getByText(`Écran ${screen} sur 4`).waitFor()
      await expect.poll(() => page.locator('.slides').evaluate(unreadIn)).toEqual([])
      // to fit at 1024, what keeps a figure from being read as surer than it is went
      if (screen % 2 === 1) expect(await slides.getByText(caution).isVisible()).toBe(true)
      await picture(page, `analyse-comite-projete-${size.width}-${screen}`)
      await page.keyboard.press('ArrowRight')
    }
    // what was folded is there for whoever asks
    await slides.getByText(/Ici, les \d+ lignes où il manque le plus de places, dans l’ordre du tableau\.$/).waitFor()
    await slides.getByText(/^Les \d+ autres lignes$/).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBe(null)
  }
  await page.unroute(path)
  await page.setViewportSize(before)
  await page.reload()
}

/**
 * On sheets of every margin no text lies over another, and no head of a table stands without a line. « Ce que nous ne savons pas » lay
 * over « Les 10 autres lignes », and « Places ouvertes » over « Besoin moins places ».
 */
async function isReadOnPaper() {
  const path = '**/api/analyse/committee'
  await page.route(path, async (route) => {
    const body = (await (await route.fetch()).json()) as Committee
    await route.fulfill({ json: { ...body, pages: body.pages.map(filled) } })
  })
  await page.reload()
  const needs = page.getByRole('article').getByRole('table', { name: wideNeeds.title })
  await needs.first().waitFor()
  const titles = [...wideNeeds.columns, wideNeeds.title, wideNeeds.base]
  for (const landscape of [false, true])
    for (const margin of ['0cm', '0.4cm', '1cm', '1.5cm', '2cm']) {
      const edges = { top: margin, right: margin, bottom: margin, left: margin }
      const sheets = await laidOut(await page.pdf({ format: 'A4', landscape, margin: edges }))
      // a figure alone stands in many a title
      const feet = sheets.map(({ foot }) => foot).filter((foot) => /\p{L}{3}/u.test(foot))
      const alone = feet.filter((foot) => titles.some((title) => title.includes(foot)))
      expect({ landscape, margin, over: sheets.flatMap(({ over }) => over), alone }).toEqual({
        ...{ landscape, margin },
        ...{ over: [], alone: [] },
      })
    }
  await page.unroute(path)
  await page.reload()
}

/** In the page: how far a slide goes beyond its screen, and its words that are too small for the last row. */
function unreadIn(slides: Element): string[] {
  const over = slides.scrollHeight - slides.clientHeight
  const words = [...slides.querySelectorAll('*')].filter(
    (one) =>
      one.checkVisibility({ contentVisibilityAuto: true }) &&
      one.closest('.visually-hidden, details:not([open]) > :not(summary)') === null &&
      [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ''),
  )
  const small = words.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 18)
  return [...(over > 0 ? [`${over} below`] : []), ...small.map(({ textContent }) => `small: ${textContent}`)]
}

/** A week of fifteen lines that a table with its notes tells, four things that nobody knows, three decisions. */
function filled(one: Committee['pages'][number]): Committee['pages'][number] {
  const decided = [
    'Ouvrir le samedi.',
    'Chiffrer un accueil du mercredi, avant de choisir le lieu.',
    'Ouvrir à 7 h.',
  ].map((text, at) => ({
    at: `2026-03-0${at + 1}T10:00:00Z`,
    on: { questionnaire: one.lead.slug, indicator: one.lead.indicator },
    ...{ text, date: `2026-03-0${at + 1}`, by: 'Alice Martin (analyste)', title: one.lead.title },
    ...{ corrected: '', pilot: 'Pôle Enfance', due: '2999-09-01' },
  }))
  const rows = Array.from({ length: 15 }, (_, at) => ({
    ...wideNeeds.rows[at % 7]!,
    label: `De ${at} h à ${at + 1} h, du lundi au vendredi`,
  }))
  const note = 'Un besoin peut être couvert par un proche, et une place ouverte être trop loin ou d’un autre âge.'
  const unknown = [1, 2, 3, 4].map(
    (at) =>
      `${at}. Ce résultat décrit les personnes qui ont répondu : il ne vaut pour toutes que si les autres leur ressemblent.`,
  )
  const measured = `Le prix est cité le plus souvent, par 42 % (entre 36 % et 48 % ; 255 réponses). ${caution} La version courte du questionnaire ne pose pas cette question. Réponses de 2025 et 2026 réunies.`
  return { ...one, measured, decided, unknown, needs: { ...wideNeeds, rows, notes: [note, `${note} ${note}`] } }
}

const caution = 'Les réponses « Le trajet » et « Les horaires » viennent ensuite, sans écart sûr avec la première.'

/** As wide as what the week of the families asks for: four columns, seven lines of which five are seen first. */
const wideNeeds: NonNullable<Committee['pages'][number]['needs']> = {
  title: 'Besoin et places ouvertes, en période scolaire',
  firstBy: 'où il manque le plus de places',
  base: 'Effectif : 6 484 enfants de moins de 18 ans (une table de l’INSEE, 13 septembre 2026)',
  columns: [
    'Plage horaire',
    'Enfants qui en ont besoin',
    'Places ouvertes',
    'Si les familles sans réponse pensaient autrement',
  ],
  rows: ['6 h', '8 h', '10 h', '12 h', '14 h', '16 h', '18 h'].map((hour) => ({
    label: `À partir de ${hour}, du lundi au vendredi`,
    cells: [
      { text: '2 850', small: '2 560 – 3 150' },
      { text: 'de 480 à 722 selon l’heure' },
      { text: 'de 1 838 à 2 670' },
    ],
  })),
  notes: ['Un écart n’est pas une demande.'],
}

test('before any publication the page says that nothing can be put before the committee', async () => {
  await page.getByText('Aucun résultat publié ne permet encore').waitFor()
  await isAccessible(page)
})

test('the rule proposes a page for each measured objective; an analyst orders them, words them and notes a decision', async () => {
  const path = `/api/analyse/${slug}/publications`
  expect((await analyst.browser.post(path)).status).toBe(202)
  await vi.waitFor(
    async () => {
      const { body } = await analyst.browser.get(path)
      if (body.failure !== null) await analyst.browser.post(path)
      expect(body).toMatchObject({ working: null, failure: null, publications: [{}] })
    },
    { timeout: 180_000, interval: 200 },
  )
  await page.reload()
  const questions = page.getByRole('article').getByRole('heading', { level: 2 })
  await questions.first().waitFor()
  expect(await questions.allTextContents()).toEqual([
    'Où les jeunes se retrouvent-ils, et que leur manque-t-il là où ils sont ?',
    'De quoi les jeunes ont-ils envie et besoin, et qu’est-ce qui leur fait obstacle ?',
  ])
  expect((await committee()).isChosen).toBe(false)
  const { strength } = (await committee()).pages[0]!
  await page.getByRole('article').first().getByText(strengthMeans[strength]).waitFor()
  await fitsOnAPhone()
  await fitsInARoom()
  await isReadOnPaper()
  await page.getByText('Choisir les pages, leur ordre').click()
  await page.getByRole('button', { name: 'Descendre' }).first().click()
  await page.getByLabel('La réponse, en une phrase').first().fill('Ils veulent sortir et partir.')
  // left without a word, what was prepared was lost: it waits on the device
  await page.reload()
  await page.getByText('n’est pas encore enregistré').waitFor()
  expect(await page.getByLabel('La réponse, en une phrase').first().inputValue()).toBe('Ils veulent sortir et partir.')
  await isAccessible(page)
  await picture(page, 'analyse-comite-choisir')
  await page.getByRole('button', { name: 'Enregistrer les pages' }).click()
  // said under the button; what was being prepared stays as it was
  await page.getByRole('status').getByText('Les pages sont enregistrées').waitFor()
  expect(await page.locator('.toast').count()).toBe(0)
  // on the page itself: the field where it was typed holds it already
  await page.getByRole('article').getByText('Ils veulent sortir et partir.').waitFor()
  await expect.poll(() => questions.first().textContent()).toMatch(/^De quoi les jeunes/)
  const { isChosen, pages: chosen } = await committee()
  expect(isChosen).toBe(true)
  expect(chosen.map(({ objective }) => objective)).toEqual([23, 22])
  // what is read from the last row: the words chosen, else the first sentence without what stands in brackets
  expect(chosen[0]!.brief).toBe('Ils veulent sortir et partir.')
  expect(chosen[1]!.answer).toContain('(')
  // under words of one's own, what was measured stays: its interval, whom it is about
  expect(chosen[0]!.measured).toContain('(entre')
  expect(chosen[1]!.measured).toBe('')
  await page.getByRole('article').first().getByText(chosen[0]!.measured).waitFor()
  expect(chosen[1]!.brief).not.toContain('(')
  const { lead } = chosen[0]!
  const noted = await analyst.browser.post(`/api/analyse/${lead.slug}/findings/${lead.indicator}/decisions`, {
    text: 'Ouvrir le samedi.',
    date: '2026-03-02',
  })
  expect(noted.status).toBe(201)
  await page.reload()
  await page.getByRole('article').getByText('Ouvrir le samedi.').waitFor()
  await page.getByText(/Décidé le 2\smars 2026, noté par .* sur «/).waitFor()
  await isAccessible(page)
  await picture(page, 'analyse-comite')
  // decided before everybody: noted, told on the page, and the focus is back where the slides were opened
  const show = page.getByRole('button', { name: 'Projeter en plein écran' })
  // what prepares the meeting stands in one row above the pages
  const tops = await Promise.all(
    [
      show,
      page.getByText('Choisir les pages, leur ordre'),
      page.getByText('Un lien pour les élus'),
      questions.first(),
    ].map(async (one) => (await one.boundingBox())!.y),
  )
  expect(Math.max(...tops.slice(0, 3)) - Math.min(...tops.slice(0, 3))).toBeLessThan(24)
  expect(tops[3]).toBeGreaterThan(Math.max(...tops.slice(0, 3)))
  await show.click()
  const slides = page.getByRole('dialog')
  // the sentence is read once, in large; what it says beyond follows
  const { brief, answer } = (await committee()).pages[0]!
  expect([brief, answer]).toEqual(['Ils veulent sortir et partir.', 'Ils veulent sortir et partir.'])
  expect(await slides.getByText(brief).count()).toBe(1)
  await isAccessible(page)
  // the arrow, then the space bar: it went back, the keys being on « Précédente »
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  expect(await focused()).toContain('Suivante')
  await page.keyboard.press('ArrowRight')
  await slides.getByText('Écran 2 sur 4').waitFor()
  await page.keyboard.press('Space')
  await slides.getByText('Écran 3 sur 4').waitFor()
  await slides.getByRole('button', { name: 'Précédente' }).click()
  await slides.getByText('Écran 2 sur 4').waitFor()
  expect(await focused()).toContain('Suivante')
  await slides.locator('h2').click()
  await page.keyboard.press('Space')
  await slides.getByText('Écran 3 sur 4').waitFor()
  await page.keyboard.press('PageUp')
  await slides.getByText('Écran 2 sur 4').waitFor()
  await slides.getByRole('heading', { name: 'Ce que nous ne savons pas' }).waitFor()
  expect(await slides.getByText(brief).count()).toBe(0)
  await isAccessible(page)
  // at the last screen « Suivante » kept the keys from whoever had pressed it
  const next = slides.getByRole('button', { name: 'Suivante' })
  for (let turn = 0; turn < 4; turn++) await next.press('Enter')
  await slides.getByText('Écran 4 sur 4').waitFor()
  await page.keyboard.press('Home')
  await slides.getByText('Écran 1 sur 4').waitFor()
  expect(await slides.getByLabel('Noter une décision').isVisible()).toBe(false)
  await slides.getByText('Noter ce qui est décidé').click()
  // the form opened under the fold: it is in sight, and waits for words
  await expect
    .poll(() => page.getByLabel('Noter une décision').evaluate((field) => field === document.activeElement))
    .toBe(true)
  const button = (await page.getByRole('button', { name: 'Noter la décision' }).boundingBox())!
  expect(button.y + button.height).toBeLessThanOrEqual(page.viewportSize()!.height)
  await isAccessible(page)
  // a decision is known by the moment it was noted
  office.clock.now = new Date(office.clock.now.getTime() + 1000)
  await page.getByLabel('Noter une décision').fill('Ouvrir aussi le mercredi, dès 7 h 30.')
  // who and when are not folded: they are what a room asks
  await page.getByLabel('Qui la porte').fill('Pôle Jeunesse')
  // a day too soon reddens its own box, until it is put right
  const note = page.getByRole('button', { name: 'Noter la décision' })
  await page.getByLabel('Pour quand').fill('2000-01-01')
  await note.click()
  const tooSoon = slides.getByText('Ce jour est avant celui de la décision.')
  await tooSoon.waitFor()
  expect(await tooSoon.count()).toBe(1)
  expect(await page.getByLabel('Noter une décision').getAttribute('aria-invalid')).toBe(null)
  await page.getByLabel('Pour quand').fill('2999-09-01')
  await expect.poll(() => tooSoon.count()).toBe(0)
  // while the room waits for it, a second press notes nothing
  const held = Promise.withResolvers<void>()
  const hold = { times: 1 }
  await page.route('**/api/analyse/committee', (route) => held.promise.then(() => route.continue()), hold)
  await note.click()
  await expect.poll(() => note.isDisabled()).toBe(true)
  held.resolve()
  // the room reads it at once
  const taken = slides.getByRole('status').filter({ hasText: 'Ouvrir aussi le mercredi' })
  await taken.getByText(/Qui\s: Pôle Jeunesse\. Pour le 1er\sseptembre 2999\./).waitFor()
  // « 7 / h 30 » is never cut
  expect(await taken.textContent()).toContain('7\u00a0h\u00a030')
  await isAccessible(page)
  await picture(page, 'analyse-comite-projete')
  // a slip is corrected before the room, which reads it at once; arrows pressed in the window turn no page under it
  await taken.getByRole('button', { name: /^Corriger.*mercredi/ }).click()
  const window = slides.getByRole('dialog', { name: 'Corriger la décision' })
  await window.getByRole('button', { name: 'Annuler' }).press('ArrowRight')
  await window.getByLabel('Qui la porte').fill('Pôle Enfance')
  await isAccessible(page)
  await window.getByRole('button', { name: 'Enregistrer' }).click()
  await taken.getByText(/Qui\s: Pôle Enfance\./).waitFor()
  await taken.getByText(/, corrigé le /).waitFor()
  await isAccessible(page)
  // what could not be read anew is said in this window: a message of the page would stand under it
  await page.route('**/api/analyse/committee', (route) => route.fulfill({ status: 429, json: {} }))
  await slides.getByText('Noter ce qui est décidé').click()
  await page.getByLabel('Noter une décision').fill('Et le dimanche.')
  await page.getByRole('button', { name: 'Noter la décision' }).click()
  await slides
    .getByRole('alert')
    .getByText(/^La décision est notée\. /)
    .waitFor()
  await page.unroute('**/api/analyse/committee')
  await page.getByRole('button', { name: 'Quitter' }).click()
  await page.getByText(/Ouvrir aussi le mercredi/).waitFor()
  await expect.poll(() => show.evaluate((button) => button === document.activeElement)).toBe(true)
}, 300_000)
