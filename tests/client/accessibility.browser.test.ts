/** Everyone can answer: `MATRIX=full` looks at every screen of every questionnaire; without, each type in each mode. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../surveys/questionnaire/questionnaire.ts'
import { aServedClient } from './built-client.ts'
import { gallery, inTongue, types } from './gallery.ts'
import { answerAll, goOn, main } from './person.ts'
import { faintTexts, type Heard, heardOn, overflowing } from './reading.ts'
import { aWindow, axeFaults, closeWindows, isStill, openChromium, picture } from './staff/staff-browser.ts'

const isFull = process.env.MATRIX === 'full'

/** How a page is looked at. */
const modes = {
  phone: { viewport: { width: 390, height: 844 }, comfort: {} },
  'text at 200 %': { viewport: { width: 390, height: 844 }, comfort: { size: 'larger' }, zoom: 2 },
  'high contrast': { viewport: { width: 390, height: 844 }, comfort: { contrast: 'high' } },
  dark: { viewport: { width: 1280, height: 800 }, comfort: {}, dark: true },
} as const
type Mode = keyof typeof modes
const languages: Language[] = ['fr', 'fr-facile', 'en', 'ar']

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
beforeAll(async () => {
  site = await aServedClient()
  await site.context.questionnaires.loadFounding([gallery])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})
afterEach(async () => expect(await closeWindows(browser)).toEqual([]))

async function aPage(mode: Mode, language: Language): Promise<Page> {
  const { viewport, comfort, ...more } = modes[mode]
  const { page } = await aWindow(browser, viewport, {
    reducedMotion: 'reduce',
    colorScheme: 'dark' in more ? 'dark' : 'light',
  })
  await page.addInitScript(
    ({ settings, zoom }) => {
      localStorage.setItem('comfort', settings)
      if (zoom > 1)
        document.addEventListener('DOMContentLoaded', () =>
          document.documentElement.style.setProperty('font-size', `${zoom * 100}%`),
        )
    },
    {
      settings: JSON.stringify({ language, size: 'normal', contrast: 'normal', ...comfort }),
      zoom: 'zoom' in more ? more.zoom : 1,
    },
  )
  return page
}

/** Everything wrong with what is shown now. */
async function faultsOn(page: Page, where: string): Promise<string[]> {
  // a row half under the bar that stays at the bottom is a matter of scrolling, not of its size
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('.navigation, .progress, .notice-actions'))
      bar.style.position = 'static'
  })
  await isStill(page)
  const found = [...(await axeFaults(page)), ...(await faintTexts(page)), ...(await overflowing(page))]
  return found.map((fault) => `${where}: ${fault}`)
}

const isThanked = (page: Page) => page.locator('.receipt').isVisible()

/** From the notice to the receipt, looking at each screen, its errors included. */
async function wholeWay(page: Page, slug: string, where: string): Promise<string[]> {
  const faults: string[] = []
  let screens = 0
  await page.goto(`${site.url}/q/${slug}`)
  await main(page).waitFor()
  faults.push(...(await faultsOn(page, `${where} notice`)))
  await main(page).click()
  for (let turn = 0; turn < 120 && !(await isThanked(page)); turn++) {
    await page.locator('.question, .cards, .message, .screen, .receipt').first().waitFor()
    if (await isThanked(page)) break
    const name = await page.evaluate(
      () => document.querySelector('[data-name]')?.getAttribute('data-name') ?? 'between questions',
    )
    if ((await page.locator('.question[data-problem="true"]').count()) === 0) {
      const before = await page.locator('h1').first().textContent()
      faults.push(...(await faultsOn(page, `${where} ${name} (${before})`)))
      screens++
    }
    if (turn % 2 === 0 || (await page.locator('.question[data-problem="true"]').count()) > 0) await answerAll(page)
    // what was sent a moment ago may have arrived while its screen was looked at
    if (await isThanked(page)) break
    await goOn(page)
    if ((await page.locator('.question[data-problem="true"]').count()) > 0)
      faults.push(...(await faultsOn(page, `${where} ${name} error`)))
  }
  await page.locator('.receipt').waitFor()
  await page.locator('.code-body .code-square').waitFor()
  faults.push(...(await faultsOn(page, `${where} receipt`)))
  console.info(`${where}: ${screens} screens, ${faults.length} faults`)
  return faults
}

const rounds: [Mode, Language][] = isFull
  ? (Object.keys(modes) as Mode[]).flatMap((mode) => languages.map((language): [Mode, Language] => [mode, language]))
  : [
      ['phone', 'fr'],
      ['text at 200 %', 'en'],
      ['high contrast', 'ar'],
      ['dark', 'fr-facile'],
    ]

describe.each(rounds)('%s, %s', (mode, language) => {
  test('each question type, its error included, can be used by everyone', async () => {
    const page = await aPage(mode, language)
    expect(await wholeWay(page, 'galerie', `${mode} ${language}`)).toEqual([])
  }, 240_000)

  test('so can the pages around the questions', async () => {
    const page = await aPage(mode, language)
    const faults: string[] = []
    for (const path of ['/', '/accessibilite', '/mon-code', '/reprendre', '/q/inconnu', '/ailleurs']) {
      await page.goto(`${site.url}${path}`)
      await page.locator('h1').first().waitFor()
      if (path === '/') await page.locator('.home-card').first().waitFor()
      faults.push(...(await faultsOn(page, `${mode} ${language} ${path}`)))
    }
    expect(faults).toEqual([])
  }, 120_000)

  if (isFull)
    test.each(['familles', 'jeunes-11-15', 'jeunes-16-25', 'loisirs-sud'])(
      'every screen of %s',
      async (slug) => {
        const page = await aPage(mode, language)
        expect(await wholeWay(page, slug, `${mode} ${language} ${slug}`)).toEqual([])
      },
      600_000,
    )
})

/** How often this is read out in what is heard, as a text or as the name of a control. */
const isTitleOfControl = ({ role }: Heard) => role === 'textbox' || role === 'combobox' || role === 'slider'
const times = (heard: Heard[], text: string) =>
  heard
    .filter((one) => !isTitleOfControl(one))
    .filter(
      ({ role, name }) =>
        role !== 'group' &&
        (name === text || name.startsWith(`${text},`) || name.startsWith(`${text}،`) || name.startsWith(`${text} (`)),
    ).length

test.each(languages)(
  'in %s a screen reader hears each question, its help, its choices and its error once, in that order',
  async (language) => {
    const page = await aPage('phone', language)
    await page.goto(`${site.url}/q/galerie`)
    await main(page).click()
    for (const { type, heard: names, isRequired } of types) {
      await page.locator(`[data-name="q_${type}"]`).waitFor()
      const block = async () => {
        const heard = await heardOn(page)
        const from = heard.findIndex(
          ({ role, name }) => role !== 'group' && name === inTongue(`Page ${type}`, language),
        )
        return heard.slice(from + 1)
      }
      const title = inTongue(`Question ${type}`, language)
      const help = inTongue(`Aide ${type}`, language)
      const heard = await block()
      const choices = names.map((name) => (type === 'rating' ? name : inTongue(name, language)))
      for (const text of [title, help, ...choices]) expect([type, text, times(heard, text)]).toEqual([type, text, 1])
      const order = [title, help, ...choices].map((text) =>
        heard.findIndex(
          ({ role, name }) =>
            role !== 'group' &&
            (name === text ||
              name.startsWith(`${text},`) ||
              name.startsWith(`${text}،`) ||
              name.startsWith(`${text} (`)),
        ),
      )
      expect([type, order]).toEqual([type, [...order].sort((a, b) => a - b)])
      if (isRequired) {
        await main(page).click()
        await page.locator('.problems').waitFor()
        const problem = (await page.locator('.question-problem').textContent())!.trim()
        const withError = (await heardOn(page)).filter(({ role }) => role === 'StaticText')
        expect([type, withError.filter(({ name }) => name === problem).length]).toEqual([type, 1])
        // and it is announced with the control, or with the group of controls, once
        const described = (await heardOn(page)).filter(({ description }) => description.includes(problem))
        expect([type, described.length]).toEqual([type, 1])
        await answerAll(page)
      }
      await main(page).click()
    }
  },
  120_000,
)

test('the receipt of the young shows the help lines, and the code in three rows of four', async () => {
  const page = await aPage('phone', 'fr')
  await page.goto(`${site.url}/q/galerie`)
  await main(page).click()
  await page.locator('.question').first().waitFor()
  for (let turn = 0; turn < 40 && !(await isThanked(page)); turn++) {
    await answerAll(page)
    await goOn(page)
  }
  await page.locator('.code-body .code-square').waitFor()
  expect(await page.locator('.code-words li').count()).toBe(12)
  await page.getByText('119').first().waitFor()
  await picture(page, 'repondre-code', true)
}, 120_000)

test('in large letters a screen opens at its question, the tools one gesture above', async () => {
  const page = await aPage('text at 200 %', 'fr')
  await page.goto(`${site.url}/q/familles`)
  await main(page).click()
  await page.locator('.question').first().waitFor()
  const top = () =>
    page
      .locator('h1')
      .first()
      .evaluate((heading) => heading.getBoundingClientRect().top / innerHeight)
  await expect.poll(top).toBeLessThan(0.4)
  await page.evaluate(() => scrollTo(0, 0))
  expect(await top()).toBeGreaterThan(0.4)
  await picture(page, 'repondre-grand')
}, 120_000)
