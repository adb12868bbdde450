import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill } from '../../api/crowd.ts'
import { anOffice, type Office, type Person } from '../api/accounts/office.ts'
import { aWindow, isAccessible, openChromium, picture, tablet, type Window } from './admin-browser.ts'
import { build } from './built-client.ts'

const slug = 'jeunes-11-15'
let pages = ''
let office: Office
let analyst: Person
let browser: Browser
let desk: Window
let small: Window
beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'ctg-analyse-'))
  build(pages)
  office = await anOffice({ isReal: true, client: pages })
  await fill(office.house, [{ slug, people: 400 }], 7, () => {})
  analyst = await office.placed(['analyst'])
  browser = await openChromium()
  desk = await aWindow(browser)
  small = await aWindow(browser, tablet)
  for (const { page } of [desk, small]) await enter(page)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await office.discard()
  rmSync(pages, { recursive: true })
})

const address = () => office.url.replace('127.0.0.1', 'localhost')

/** The analyst's session, as the login page would leave it. */
async function enter(page: Page) {
  const cookies = [...analyst.browser.cookies].map(([name, value]) => ({
    name,
    value,
    url: address().replace('http:', 'https:'),
    secure: true,
    httpOnly: true,
    sameSite: 'Strict' as const,
  }))
  await page.context().addCookies(cookies)
}
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const drawn = (page: Page) => page.locator('canvas[data-drawn]').first().waitFor()

test('before any publication the wall is there, each page says what is missing, and the collection shows rounded counts', async () => {
  const { page } = desk
  await page.goto(`${address()}/analyse`)
  await title(page, /Le plan/)
  await page.getByText('Aucun résultat publié').first().waitFor()
  expect(await page.locator('.tile').count()).toBe(38)
  await isAccessible(page)
  await page.goto(`${address()}/analyse/${slug}/questions`)
  await page.getByText('Rien n’est encore publié').waitFor()
  await page.goto(`${address()}/analyse/${slug}/terrain`)
  await page.getByText(/Environ 400/).waitFor()
  await drawn(page)
  await isAccessible(page)
  await picture(page, 'analyse-collecte')
}, 60_000)

test('the results are published, and the publication is listed as frozen', async () => {
  const { page } = desk
  await page.goto(`${address()}/analyse/${slug}/publications`)
  await page.getByRole('button', { name: 'Publier les résultats' }).click()
  await page.getByText('en cours, figée').waitFor({ timeout: 60_000 })
  await isAccessible(page)
  await picture(page, 'analyse-publications')
}, 90_000)

test('from the wall to an objective, to a finding with its interval, its grounds and its decision', async () => {
  const { page } = desk
  await page.goto(`${address()}/analyse`)
  await page.locator('.tile .strength').first().waitFor()
  await isAccessible(page)
  await picture(page, 'analyse-plan', true)
  await page.getByLabel('État').selectOption({ label: 'Mesuré' })
  await page.waitForURL(/etat=measured/)
  await page.locator('a[href="/analyse/objectif/22"]').click()
  await title(page, /Objectif 22/)
  await isAccessible(page)
  await picture(page, 'analyse-objectif')
  await page.locator('.findings a').first().click()
  await page.getByRole('heading', { name: 'Sur quoi cela repose' }).waitFor()
  await drawn(page)
  await page.getByLabel('Noter une décision').fill('Ouvrir le lieu le samedi.')
  await page.getByRole('button', { name: 'Noter la décision' }).click()
  await page.getByText('sur la publication n° 1').waitFor()
  await drawn(page)
  await isAccessible(page)
  await picture(page, 'analyse-resultat', true)
}, 60_000)

test('the explorer: a question by a list, the same numbers as chart, table and map, an address to share', async () => {
  const { page } = desk
  await page.goto(`${address()}/analyse/${slug}/questions`)
  await drawn(page)
  await isAccessible(page)
  await page.getByRole('combobox', { name: /^Selon/ }).selectOption({ label: 'Zone' })
  await page.getByText('usage interne').waitFor()
  await drawn(page)
  await picture(page, 'analyse-explorer')
  await page.getByRole('tab', { name: 'Tableau' }).click()
  await page.locator('table.data tbody tr').nth(2).waitFor()
  await isAccessible(page)
  await page.getByRole('tab', { name: 'Carte' }).click()
  await page.getByText('Contours : IGN').waitFor()
  await drawn(page)
  await picture(page, 'analyse-carte')
  await isAccessible(page)
  const shared = page.url()
  await small.page.goto(shared)
  await drawn(small.page)
  await isAccessible(small.page)
  await picture(small.page, 'analyse-explorer-tablette')
  await small.page.goto(`${address()}/analyse`)
  await small.page.locator('.tile .strength').first().waitFor()
  await picture(small.page, 'analyse-plan-tablette')
}, 60_000)

test('a crossing that would describe too few people says so, and what to do', async () => {
  const { page } = desk
  const { questions } = (await analyst.browser.get(`/api/analyse/${slug}/questions`)).body as {
    questions: { path: string; lists: { path: string }[] }[]
  }
  for (const { path, lists } of questions) {
    const by = lists.map((list) => list.path).slice(0, 2)
    if (by.length < 2) continue
    const at = `/api/analyse/${slug}/questions/${encodeURIComponent(path)}?by=${by.join(',')}`
    if ((await analyst.browser.get(at)).body.cells !== null) continue
    await page.goto(`${address()}/analyse/${slug}/questions?q=${encodeURIComponent(path)}&par=${by.join(',')}`)
    await page.getByText('Secret.').waitFor()
    await isAccessible(page)
    await picture(page, 'analyse-secret')
    return
  }
  throw new Error('no crossing was secret')
}, 60_000)

test('each question of the list is drawn, and nothing was complained of in any window', async () => {
  const { page } = desk
  await page.goto(`${address()}/analyse/${slug}/questions`)
  await drawn(page)
  const select = page.getByRole('combobox', { name: /^Question/ })
  const options = await select
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  expect(options.length).toBeGreaterThan(7)
  for (const option of options.slice(1, 8)) {
    await select.selectOption(option)
    await page.waitForURL((url) => url.searchParams.get('q') === option)
    await drawn(page)
  }
  expect([...desk.faults, ...small.faults]).toEqual([])
}, 60_000)
