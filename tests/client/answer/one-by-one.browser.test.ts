/** In easy French the questions of a screen come one below the other, by finger, by keyboard and for a screen reader. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aServedClient } from '../built-client.ts'
import { asked, begin, phone } from '../person.ts'
import { aWindow, closeWindows, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
let page: Page
beforeAll(async () => {
  site = await aServedClient()
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})
afterEach(async () => {
  await closeWindows(browser)
})

async function atFamilies(viewport = phone, settings = {}) {
  page = (await aWindow(browser, viewport, { hasTouch: true, isMobile: true, ...settings })).page
  await begin(page, `${site.url}/q/familles?langue=fr-facile`)
}
const shown = () =>
  page.locator('.question').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.name ?? ''))
const quiet = () => page.locator('.question[data-quiet]').count()
const choices = (name: string) => asked(page, name).locator('label.choice')
const button = (name: string) => page.getByRole('button', { name, exact: true })
const buttons = () => page.locator('.navigation-on button').allTextContents()
const topOf = (name: string) => asked(page, name).evaluate((one) => one.getBoundingClientRect().top)
/** Time enough for a view to have moved. */
const wait = () => page.waitForTimeout(1_600)
/** Touches a button of the bar without bringing anything into sight first. */
async function press(name: string) {
  const { x, y, width, height } = (await button(name).boundingBox())!
  await page.touchscreen.tap(x + width / 2, y + height / 2)
}

test('a finger: one question, then the next below it, which comes up; what is answered stays above, small, and may be changed', async () => {
  await atFamilies()
  expect(await shown()).toEqual(['enfants_a_charge'])
  await choices('enfants_a_charge').first().tap()
  await asked(page, 'commune').waitFor()
  expect(await shown()).toEqual(['enfants_a_charge', 'commune'])
  await wait()
  expect(await topOf('commune')).toBeLessThan(phone.height / 2)
  expect(await quiet()).toBe(1)
  await isAccessible(page)
  await picture(page, 'repondre-facile')
  expect(await buttons()).toEqual(['Passer cette question'])
  await press('Passer cette question')
  await asked(page, 'foyer').waitFor()
  await choices('foyer').first().tap()
  await asked(page, 'arrivee').waitFor()
  // an answer above, changed: nothing shown goes away
  await choices('foyer').nth(1).tap()
  await wait()
  expect(await shown()).toEqual(['enfants_a_charge', 'commune', 'foyer', 'arrivee'])
  await choices('arrivee').nth(1).tap()
  // the last one leads to the next screen, and « Retour » to all that was asked
  await asked(page, 'horaires').waitFor()
  expect(await shown()).toEqual(['horaires'])
  await button('Retour').tap()
  await asked(page, 'arrivee').waitFor()
  expect(await shown()).toEqual(['enfants_a_charge', 'commune', 'foyer', 'arrivee'])
})

test('after boxes the view stays; « Suivant » calls the question that is below the screen, and passes nothing unseen', async () => {
  await atFamilies()
  await page.goto(`${site.url}/q/jeunes-11-15?langue=fr-facile`)
  await page.locator('.notice-actions [data-kind="main"]').first().tap()
  await asked(page, 'commune').waitFor()
  await press('Passer cette question')
  await asked(page, 'age').waitFor()
  await choices('age').first().tap()
  await asked(page, 'manque_ici').waitFor()
  await wait()
  await choices('manque_ici').first().tap()
  await asked(page, 'budget_5000').waitFor()
  const at = await page.evaluate(() => scrollY)
  await wait()
  expect(await page.evaluate(() => scrollY)).toBe(at)
  expect(await buttons()).toEqual(['Suivant'])
  await press('Suivant')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Imagine')
  // pressed twice out of habit
  await press('Passer cette question')
  await wait()
  expect(await shown()).toEqual(['manque_ici', 'budget_5000'])
  expect(await topOf('budget_5000')).toBeLessThan(phone.height / 2)
})

test('a keyboard: nothing moves by itself, the next question is said and follows in the order; Enter leaves nothing blank', async () => {
  await atFamilies({ width: 1280, height: 800 }, { hasTouch: false, isMobile: false })
  const live = page.locator('.questions > [role="status"]')
  expect(await live.textContent()).toBe('')
  await asked(page, 'enfants_a_charge').locator('input').first().focus()
  const before = await page.evaluate(() => scrollY)
  await page.keyboard.press('Space')
  await asked(page, 'commune').waitFor()
  await wait()
  expect(await quiet()).toBe(0)
  expect(await page.evaluate(() => scrollY)).toBe(before)
  const { title } = await asked(page, 'commune').evaluate((one) => ({ title: one.querySelector('h2')!.textContent }))
  expect(await live.textContent()).toBe(`Question suivante\u202f: ${title}`)
  expect(await page.title()).toContain(title)
  for (let step = 0; step < 6 && !(await asked(page, 'commune').locator(':focus').count()); step++)
    await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
  await asked(page, 'commune').locator('select').selectOption({ index: 1 })
  await asked(page, 'foyer').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.closest('.question')?.getAttribute('data-name'))
  // the keys come to it before any button: it is in sight when they leave it
  for (let step = 0; step < 6 && (await focused()) !== 'foyer'; step++) await page.keyboard.press('Tab')
  expect(await focused()).toBe('foyer')
  await button('Passer cette question').waitFor()
  await wait()
  await button('Passer cette question').press('Enter')
  await asked(page, 'arrivee').waitFor()
  await expect.poll(focused).toBe('arrivee')
  // said by the focus that came to it, and not twice
  expect(await live.textContent()).toBe('')
})

test('what was answered is shown again after a pause, and calm is kept where the device asks for it', async () => {
  await atFamilies(phone, { reducedMotion: 'reduce' })
  await choices('enfants_a_charge').first().tap()
  await asked(page, 'commune').locator('select').selectOption({ index: 1 })
  await asked(page, 'foyer').waitFor()
  await choices('foyer').first().tap()
  await asked(page, 'arrivee').waitFor()
  // it is in its place as soon as it comes
  const places = await page.evaluate(async () => {
    const found: number[] = []
    const until = performance.now() + 1_500
    while (performance.now() < until) {
      found.push(scrollY)
      await new Promise(requestAnimationFrame)
    }
    return [...new Set(found)].length
  })
  expect(places).toBeLessThanOrEqual(3)
  await page.reload()
  await page.getByRole('button', { name: 'Reprendre' }).tap()
  await asked(page, 'arrivee').waitFor()
  expect(await shown()).toEqual(['enfants_a_charge', 'commune', 'foyer', 'arrivee'])
})

test.each([
  ['a phone of 320 px', { width: 320, height: 568 }],
  ['a tablet', { width: 1280, height: 800 }],
])('the same on %s', async (_, viewport) => {
  await atFamilies(viewport)
  expect(await shown()).toEqual(['enfants_a_charge'])
  await choices('enfants_a_charge').first().tap()
  await asked(page, 'commune').waitFor()
  await wait()
  expect(await buttons()).toHaveLength(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await isAccessible(page)
})
