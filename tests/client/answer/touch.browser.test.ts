/** A finger goes on by itself where one touch gives the whole answer; a keyboard, a mouse and a screen reader never do. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'
import { aServedClient } from '../built-client.ts'
import { asked, begin, choose, phone, until } from '../person.ts'
import { aWindow, closeWindows, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

const common = { objectives: [1], sensitivity: 'ordinary' }
const choices = ['rarement', 'parfois', 'souvent'].map((value) => ({ value, text: value }))
const ask = (name: string) => ({ type: 'radiogroup', name, title: `${name} ?`, choices, ...common })
const field = (name: string, own: object) => ({ type: 'text', name, title: `${name} ?`, ...own, ...common })
const asking = (slug: string, elements: ReturnType<typeof field>[]): Questionnaire => ({
  ...smallQuestionnaire,
  slug,
  definition: { pages: [{ name: 'page', elements }] },
})
const turned = asking('tourne', ['un', 'deux', 'trois', 'quatre'].map(ask))
const typed = asking('tape', [
  ask('un'),
  field('combien', { inputType: 'number', min: 0, max: 12 }),
  field('depuis', { inputType: 'date', min: '2020-01-01', max: '2026-12-31' }),
])

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
let page: Page
beforeAll(async () => {
  site = await aServedClient()
  await site.context.questionnaires.loadFounding([turned, typed])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})
afterEach(async () => {
  await closeWindows(browser)
})

async function onPhone(slug: string) {
  page = (await aWindow(browser, phone, { hasTouch: true, isMobile: true })).page
  await begin(page, `${site.url}/q/${slug}`)
}
/** A phone at the first question that takes one choice. */
async function atOneChoice() {
  await onPhone('familles')
  await asked(page, 'enfants_a_charge').waitFor()
  await asked(page, 'commune').locator('select').selectOption({ index: 1 })
}
const choice = (text: string) => page.locator('label.choice').filter({ hasText: text }).first()
/** Time enough for a screen to have gone on by itself. */
const wait = () => page.waitForTimeout(1_500)

test('a finger that gives the last answer of a screen goes on, and « Retour » comes back to it', async () => {
  await atOneChoice()
  await isAccessible(page)
  await picture(page, 'repondre-toucher')
  await choice('Oui').tap()
  // what the answer opens is asked under it, and waits
  await asked(page, 'arrivee').waitFor()
  await wait()
  await asked(page, 'foyer').locator('label.choice').first().tap()
  await asked(page, 'arrivee').locator('label.choice').nth(1).tap()
  await asked(page, 'horaires').waitFor()
  await page.getByRole('button', { name: 'Retour' }).click()
  expect(await asked(page, 'enfants_a_charge').getByLabel('Oui', { exact: true }).isChecked()).toBe(true)
  // the choice that stands already is not a new one
  await choice('Oui').tap()
  await wait()
  await asked(page, 'enfants_a_charge').waitFor()
})

test('a choice takes no more room once it is chosen: no line breaks anew under the finger', async () => {
  await atOneChoice()
  const widths = () =>
    page.locator('.choice > span').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
  await asked(page, 'enfants_a_charge').getByLabel('Non', { exact: true }).click()
  const before = await widths()
  await asked(page, 'enfants_a_charge').getByLabel('Oui', { exact: true }).click()
  await asked(page, 'arrivee').waitFor()
  expect((await widths()).slice(0, 2)).toEqual(before.slice(0, 2))
})

test('a double touch on « Suivant » leaves the next screen where it is', async () => {
  await atOneChoice()
  await asked(page, 'enfants_a_charge').getByLabel('Oui', { exact: true }).click()
  await until(page, 'horaires')
  await asked(page, 'horaires').locator('label.choice').first().click()
  const { x, y, width, height } = (await page.getByRole('button', { name: 'Suivant' }).boundingBox())!
  const touch = () => page.touchscreen.tap(x + width / 2, y + height / 2)
  await touch()
  await touch()
  await asked(page, 'horaires').waitFor({ state: 'detached' })
  await wait()
  // a screen that nobody had read was gone
  await page.getByRole('button', { name: 'Retour' }).click()
  await asked(page, 'horaires').waitFor()
})

// at the foot of a page that ends the bar stands higher: an answer of the next screen was ticked, which nobody had chosen
test('the second half of a double touch ticks nothing on the screen that the first half has brought', async () => {
  await onPhone('jeunes-11-15')
  await asked(page, 'commune').locator('select').selectOption({ index: 1 })
  await asked(page, 'age').locator('label.choice').first().click()
  await page.evaluate(() => scrollTo({ top: 9_999, behavior: 'instant' }))
  const { x, y, width, height } = (await page.getByRole('button', { name: 'Suivant' }).boundingBox())!
  await page.touchscreen.tap(x + width / 2, y + height / 2)
  await asked(page, 'age').waitFor({ state: 'detached' })
  await page.touchscreen.tap(x + width / 2, y + height / 2)
  await wait()
  expect(await page.locator('.question :checked').count()).toBe(0)
})

// the first half brought what stood below, the second half left it
test('a double touch on « Suivant » leaves what the first half has brought into sight', async () => {
  await atOneChoice()
  await asked(page, 'enfants_a_charge').getByLabel('Oui', { exact: true }).click()
  await asked(page, 'arrivee').waitFor()
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  const forward = page.getByRole('button', { name: 'Suivant' })
  for (let turn = 0; turn < 2; turn++) {
    const { x, y, width, height } = (await forward.boundingBox())!
    await page.touchscreen.tap(x + width / 2, y + height / 2)
    await page.touchscreen.tap(x + width / 2, y + height / 2)
    await wait()
    if (turn === 0) await asked(page, 'arrivee').waitFor()
  }
})

test('a mouse, a key or a screen reader only chooses; Enter ticks the choice it stands on', async () => {
  await atOneChoice()
  const inputs = asked(page, 'enfants_a_charge').locator('input')
  await choice('Oui').click()
  await wait()
  await inputs.nth(2).focus()
  await page.keyboard.press('Enter')
  expect(await inputs.nth(2).isChecked()).toBe(true)
  // a screen reader presses without a pointer
  await inputs.nth(1).evaluate((input: HTMLInputElement) => input.click())
  expect(await inputs.nth(1).isChecked()).toBe(true)
  await wait()
  await asked(page, 'enfants_a_charge').waitFor()
})

test('who would rather press « Suivant » unticks it once, and it stays so', async () => {
  await atOneChoice()
  const box = page.getByLabel('Un choix touché du doigt mène à la suite')
  await box.uncheck()
  await choice('Non').tap()
  await wait()
  await asked(page, 'enfants_a_charge').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Reprendre' }).click()
  await box.waitFor()
  expect(await box.isChecked()).toBe(false)
})

test('where « Rien de cela » alone goes on, the screen says so, and it can be stopped there', async () => {
  await atOneChoice()
  await choose(page, 'Oui')
  await until(page, 'horaires')
  const nothing = asked(page, 'horaires').locator('[data-aside]').first()
  // of the other boxes several may be ticked: none of them goes on
  expect(await page.getByLabel('Un choix touché du doigt mène à la suite').count()).toBe(0)
  await page.getByLabel(/^«\s\S.*\s» mène à la suite$/).uncheck()
  await nothing.tap()
  await wait()
  expect(await nothing.locator('input').isChecked()).toBe(true)
})

test('who points at « Suivant » is shown once what is asked below the screen; who has come past it, or has no pointer, goes on', async () => {
  const opened = async () => {
    await atOneChoice()
    await choose(page, 'Oui')
    await asked(page, 'arrivee').waitFor()
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  }
  const forward = () => page.getByRole('button', { name: 'Suivant' })
  const isInSight = (name: string) =>
    asked(page, name)
      .locator('.question-title')
      .evaluate((title) => {
        const { top, bottom } = title.getBoundingClientRect()
        return top >= 0 && bottom <= document.querySelector('.navigation')!.getBoundingClientRect().top
      })
  await opened()
  const last = (await page.locator('.question').last().getAttribute('data-name'))!
  expect(await isInSight(last)).toBe(false)
  for (let turn = 0; turn < 2 && !(await isInSight(last)); turn++) {
    await forward().tap()
    await page.waitForTimeout(800)
  }
  expect(await isInSight(last)).toBe(true)
  await isAccessible(page)
  await forward().tap()
  await asked(page, 'horaires').waitFor()

  await opened()
  await forward().press('Enter')
  await asked(page, 'horaires').waitFor()

  await opened()
  await page.mouse.wheel(0, 5_000)
  await expect.poll(() => isInSight(last)).toBe(true)
  await forward().tap()
  await asked(page, 'horaires').waitFor()
})

test('a question of which the title alone was in sight is shown with its first answer before « Suivant » passes it', async () => {
  await atOneChoice()
  await choose(page, 'Oui')
  await asked(page, 'arrivee').waitFor()
  const last = page.locator('.question').last()
  const underFold = (of: string) =>
    last.locator(of).evaluate((one) => {
      const fold = document.querySelector('.navigation')!.getBoundingClientRect().top
      return Math.round(one.getBoundingClientRect().bottom - fold)
    })
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  const down = (await underFold('.question-title')) + 2
  expect(down).toBeGreaterThan(0)
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), down)
  await expect.poll(() => underFold('.question-title')).toBeLessThanOrEqual(0)
  const first = '.choices > :first-child'
  expect(await underFold(first)).toBeGreaterThan(0)
  // where the bar stands, without bringing anything into sight first
  const press = async () => {
    const { x, y, width, height } = (await page.getByRole('button', { name: 'Suivant' }).boundingBox())!
    await page.touchscreen.tap(x + width / 2, y + height / 2)
    await wait()
  }
  await press()
  expect(await asked(page, 'arrivee').isVisible()).toBe(true)
  expect(await underFold(first)).toBeLessThanOrEqual(0)
  await press()
  await asked(page, 'horaires').waitFor()
})

test('a grid goes on with its last line only', async () => {
  await onPhone('habitants')
  await until(page, 'envies')
  const lines = asked(page, 'envies').locator('.matrix-row')
  const count = await lines.count()
  expect(count).toBeGreaterThan(2)
  for (let at = 0; at < count - 1; at++) await lines.nth(at).locator('label.choice').first().tap()
  await wait()
  await asked(page, 'envies').waitFor()
  await lines.last().locator('label.choice').first().tap()
  await asked(page, 'envies').waitFor({ state: 'detached' })
})

test('who presses « Suivant » out of habit, once the screen has gone on, skips nothing', async () => {
  await onPhone('habitants')
  await until(page, 'envies')
  // a phone six times slower than this machine
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 })
  const forward = page.getByRole('button', { name: 'Suivant' })
  const { x, y, width, height } = (await forward.boundingBox())!
  for (const line of await asked(page, 'envies').locator('.matrix-row').all())
    await line.locator('label.choice').first().tap()
  await asked(page, 'envies').waitFor({ state: 'detached' })
  // where the button stands, as a thumb that waits there does
  await page.touchscreen.tap(x + width / 2, y + height / 2)
  const shown = () => page.locator('[data-name]').first().getAttribute('data-name')
  const before = await shown()
  expect(before).not.toBe('envies')
  await wait()
  expect(await shown()).toBe(before)
  await forward.tap()
  await expect.poll(shown).not.toBe(before)
})

test('a second touch on « Suivant » sends nothing: the screen it comes to has been read by nobody', async () => {
  page = (await aWindow(browser, phone, { hasTouch: true, isMobile: true })).page
  await page.goto(`${site.url}/q/familles`)
  await page.locator('[data-door="short"]').tap()
  const send = page.getByRole('button', { name: 'Envoyer mes réponses' })
  await asked(page, 'enfants_a_charge').waitFor()
  await choose(page, 'Non')
  const on = page.locator('.navigation-on [data-kind="main"]')
  const screen = () => page.evaluate(() => String(history.state?.screen ?? ''))
  for (let turn = 0; turn < 60 && (await screen()) !== 'end'; turn++) {
    const { x, y, width, height } = (await on.boundingBox())!
    const touch = () => page.touchscreen.tap(x + width / 2, y + height / 2)
    await touch()
    await page.waitForTimeout(400)
    if ((await screen()) === 'end') await touch()
    else await page.waitForTimeout(1_000)
  }
  await send.waitFor()
  await wait()
  expect(await send.isEnabled()).toBe(true)
  expect(await site.responses('familles')).toEqual([])
  await send.tap()
  await page.locator('.receipt').waitFor()
})

// the browser held on to the bar at its upper edge, which stands at the head of the page once the phone lies down
test('a phone that is turned, and turned back, keeps its place in the questions', async () => {
  await onPhone(turned.slug)
  const third = asked(page, 'trois')
  await third.evaluate((one) => one.scrollIntoView())
  const top = async () => (await third.boundingBox())!.y
  const before = await top()
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(200)
  for (const size of [{ width: phone.height, height: phone.width }, phone]) {
    await page.setViewportSize(size)
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(20)
  }
  // what lies under the bar is not touched through it
  const bar = (await page.locator('.progress-words').boundingBox())!
  await page.touchscreen.tap(bar.x + bar.width / 2, bar.y + bar.height / 2)
  expect(await page.locator('.question input:checked').count()).toBe(0)
})

// neither the field nor what comes below it was in sight: a keyboard that is drawn by the device does not always bring it
test('in easy French, the field that is typed in is in sight once the phone is turned', async () => {
  await onPhone(`${typed.slug}?langue=fr-facile`)
  await choice('parfois').tap()
  const number = asked(page, 'combien').locator('input')
  await number.tap()
  await page.keyboard.press('1')
  await asked(page, 'depuis').waitFor()
  await page.waitForTimeout(1_000)
  await page.setViewportSize({ width: phone.height, height: phone.width })
  const out = async () => {
    const [{ y, height }, bar] = [(await number.boundingBox())!, (await page.locator('.navigation').boundingBox())!]
    return Math.max(-y, y + height - Math.min(bar.y, phone.width))
  }
  await expect.poll(out).toBeLessThanOrEqual(0)
})
