import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import type { Committee } from '../../../api/wire/results.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
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
  await page.getByText('Choisir les pages, leur ordre').click()
  await page.getByRole('button', { name: 'Descendre' }).first().click()
  await page.getByLabel('La réponse, en une phrase').first().fill('Ils veulent sortir et partir.')
  await isAccessible(page)
  await picture(page, 'analyse-comite-choisir')
  await page.getByRole('button', { name: 'Enregistrer les pages' }).click()
  // on the page itself: the field where it was typed holds it already
  await page.getByRole('article').getByText('Ils veulent sortir et partir.').waitFor()
  await expect.poll(() => questions.first().textContent()).toMatch(/^De quoi les jeunes/)
  const { isChosen, pages: chosen } = await committee()
  expect(isChosen).toBe(true)
  expect(chosen.map(({ objective }) => objective)).toEqual([23, 22])
  // what is read from the last row: the words chosen, else the first sentence without what stands in brackets
  expect(chosen[0]!.brief).toBe('Ils veulent sortir et partir.')
  expect(chosen[1]!.answer).toContain('(')
  expect(chosen[1]!.brief).not.toContain('(')
  const { lead } = chosen[0]!
  const noted = await analyst.browser.post(`/api/analyse/${lead.slug}/findings/${lead.indicator}/decisions`, {
    text: 'Ouvrir le samedi.',
    date: '2026-03-02',
  })
  expect(noted.status).toBe(201)
  await page.reload()
  await page.getByText(/Décidé le 2 mars 2026, noté par .* : Ouvrir le samedi\./).waitFor()
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
  await slides.getByRole('button', { name: 'Suivante' }).click()
  await slides.getByText('Écran 2 sur 4').waitFor()
  await slides.getByRole('heading', { name: 'Ce que nous ne savons pas' }).waitFor()
  expect(await slides.getByText(brief).count()).toBe(0)
  await isAccessible(page)
  await page.keyboard.press('ArrowLeft')
  expect(await slides.getByLabel('Noter une décision').isVisible()).toBe(false)
  await slides.getByText('Noter ce qui est décidé').click()
  await isAccessible(page)
  await page.getByLabel('Noter une décision').fill('Ouvrir aussi le mercredi, dès 7 h 30.')
  // who and when are not folded: they are what a room asks
  await page.getByLabel('Qui la porte').fill('Pôle Jeunesse')
  await page.getByLabel('Pour quand').fill('2026-09-01')
  await page.getByRole('button', { name: 'Noter la décision' }).click()
  // the room reads it at once
  const taken = slides.getByRole('status').filter({ hasText: 'Ouvrir aussi le mercredi' })
  await taken.getByText(/Qui\s: Pôle Jeunesse\. Pour le 1er septembre 2026\./).waitFor()
  // « 7 / h 30 » is never cut
  expect(await taken.textContent()).toContain('7\u00a0h\u00a030')
  await isAccessible(page)
  await picture(page, 'analyse-comite-projete')
  await page.getByRole('button', { name: 'Quitter' }).click()
  await page.getByText(/Ouvrir aussi le mercredi/).waitFor()
  await expect.poll(() => show.evaluate((button) => button === document.activeElement)).toBe(true)
}, 300_000)
