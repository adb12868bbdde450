/** Walks one questionnaire as one person does, from the notice to the receipt, and counts what it costs. */
import { isDeepStrictEqual } from 'node:util'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { minutesAlong } from '../../../surveys/review/burden.ts'
import { phone, starting } from '../person.ts'
import { give, giveAgain, isThere } from './answers.ts'
import { type Finger, fingerOn } from './finger.ts'
import type { Persona } from './personas.ts'

export type Cost = {
  name: string
  /** From the notice to the receipt, both included. */
  screens: number
  taps: number
  /** Shown on all screens together. */
  characters: number
  /** Typed by the person. */
  typed: number
  /** To read the screens and give the answers, by the pace of `surveys/review/burden.ts`, to a tenth. */
  minutes: number
}

const mostScreens = 200
/** Longer than a screen waits before it goes on by itself. */
const seenMs = 800
const readMs = 1_200
/** By then a question that a choice has brought is in its place. */
const comeMs = 1_600

/** @throws Error when the person cannot come to the receipt */
export async function walked(
  browser: Browser,
  site: string,
  persona: Persona,
  questionnaire: Questionnaire,
  language: Language,
): Promise<Cost> {
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true, locale: 'fr-FR' })
  try {
    const page = await context.newPage()
    const finger = fingerOn(page)
    await page.goto(`${site}/q/${persona.slug}?langue=${language}`)
    await starting(page).waitFor()
    let characters = await charactersOn(page)
    const asked: string[][] = []
    const changed = new Set<string>()
    await finger.tap(starting(page))
    await page.locator('.question').first().waitFor()
    let screens = 1
    let wentOnAt = 0
    for (; screens < mostScreens && !(await page.locator('.receipt').isVisible()); screens++) {
      const before = await placeOf(page)
      const names = await answered(finger, persona, before, language === 'fr-facile')
      if (names.length > 0) asked.push(names)
      const shown = await charactersOn(page)
      // a choice touched last goes on by itself, once it was seen
      if (names.length > 0) await page.waitForTimeout(seenMs)
      characters += shown
      if ((await placeOf(page)) !== before) wentOnAt = Date.now()
      else {
        // a person reads a screen that came by itself before they press anything
        await page.waitForTimeout(Math.max(0, wentOnAt + readMs - Date.now()))
        await readToTheEnd(page)
        await finger.tap(await wayOn(page, persona, changed))
        await left(page, before)
      }
    }
    if (screens === mostScreens) throw new Error(`${persona.name} does not come to the end of ${persona.slug}`)
    characters += await charactersOn(page)
    const minutes = minutesAlong(questionnaire, asked)
    return {
      name: persona.name,
      screens: screens + 1,
      ...finger.count,
      characters,
      minutes: Math.round(minutes * 10) / 10,
    }
  } finally {
    await context.close()
  }
}

/**
 * Gives every answer this person has on the screen shown, those it makes appear included.
 *
 * @param isOneByOne a question comes below the one answered, or below the one passed by a touch
 * @returns the questions it asked
 */
async function answered(
  finger: Finger,
  { answers, children }: Persona,
  place: string,
  isOneByOne: boolean,
): Promise<string[]> {
  const { page } = finger
  const [, child] = /^[^/]+\/(\d+)\//.exec(place) ?? []
  const given = child === undefined ? answers : (children[Number(child)] ?? {})
  const seen = new Set<string>()
  for (;;) {
    const like = page.locator('.same-all')
    if (Number(child) > 0 && (await like.isVisible())) {
      // what is alike is taken over at once; what differs is opened from the list
      await finger.tap(like)
      await page.locator('.sibling').waitFor()
    }
    const question = page.locator('.question').filter({ hasNot: page.locator('[hidden]') })
    const names = await question.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.name ?? ''))
    const name = names.find((one) => !seen.has(one))
    if (name === undefined || (await placeOf(page)) !== place) return [...seen]
    const block = page.locator(`.question[data-name="${name}"]`)
    if (isOneByOne) await comeTo(page, block)
    if ((await placeOf(page)) !== place) return [...seen]
    seen.add(name)
    const answer = given[name]
    if (answer === undefined) {
      if (isOneByOne) await pass(finger)
      continue
    }
    if (await isThere(block, answer)) continue
    const before = children[Number(child) - 1]?.[name]
    if (isDeepStrictEqual(before, answer) && (await giveAgain(finger, block))) continue
    if (!(await give(finger, block, answer))) throw new Error(`${name} does not offer ${JSON.stringify(answer)}`)
  }
}

/** What `characters` counts is read: by a swipe, what stands under the bottom of the screen. « Suivant » holds who leaves it unseen. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(() => {
    const bar = document.querySelector('.navigation')
    const fold = bar?.getBoundingClientRect().top ?? innerHeight
    const lowest = [...document.querySelectorAll('.question')].at(-1)?.getBoundingClientRect().bottom ?? 0
    if (lowest > fold) scrollBy({ top: lowest - fold, behavior: 'instant' })
  })
  // the screen looks at what came into sight once it was drawn
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** Waits for a question to come by itself; one that stays below the screen is reached by a swipe, as in every language. */
async function comeTo(page: Page, block: Locator): Promise<void> {
  await page.waitForTimeout(comeMs)
  await block.locator('.question-title').scrollIntoViewIfNeeded()
  const first = block.locator('.choices > *, input, select, textarea').first()
  if (!(await first.isVisible())) return
  await first.evaluate((one) => {
    const fold = document.querySelector('.navigation')!.getBoundingClientRect().top
    if (one.getBoundingClientRect().bottom > fold) one.scrollIntoView({ block: 'center', behavior: 'instant' })
  })
}

/** « Passer cette question » where it stands. */
async function pass(finger: Finger): Promise<void> {
  const skip = finger.page.locator('.navigation-on button[type="button"]')
  await finger.page.waitForTimeout(readMs)
  if (!(await skip.isVisible())) return
  await finger.press(skip)
  await finger.page.waitForTimeout(readMs)
}

/** An answer that differs from the child's before, another child to describe, or what goes on. */
async function wayOn(page: Page, { children }: Persona, changed: Set<string>) {
  const [, child] = /^[^/]+\/(\d+)\//.exec(await placeOf(page)) ?? []
  if (await page.locator('.sibling').isVisible()) {
    const [mine, before] = [children[Number(child)]!, children[Number(child) - 1]!]
    for (const [name, answer] of Object.entries(mine)) {
      const line = page.locator(`.sibling [data-of="${name}"] .review-line`)
      if (isDeepStrictEqual(answer, before[name]) || changed.has(`${child} ${name}`) || !(await line.isVisible()))
        continue
      changed.add(`${child} ${name}`)
      return line
    }
  }
  const add = page.locator('.another-choices button[type="button"]')
  if ((await add.isVisible()) && (await page.locator('.cards .card').count()) < children.length) return add
  return page.locator('.questions button[type="submit"]')
}

const placeOf = (page: Page): Promise<string> =>
  page.evaluate(() => (document.querySelector('.receipt') ? 'receipt' : String(history.state?.screen ?? '')))

async function left(page: Page, before: string): Promise<void> {
  await page.waitForFunction(
    (place) =>
      document.querySelector('.receipt') !== null ||
      document.querySelector('.problems') !== null ||
      String(history.state?.screen ?? '') !== place,
    before,
    { polling: 50 },
  )
  const problems = page.locator('.problems')
  if (await problems.isVisible()) throw new Error(String(await problems.textContent()))
}

/** What the screen itself shows, without the frame around it, lists and folds closed. Spaces and line ends count once. */
const charactersOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector('main')!
    // biome-ignore lint/performance/useDomNodeTextContent: what is folded is not read
    const length = (one: Element) => (one as HTMLElement).innerText.replace(/\s+/g, ' ').trim().length
    const aside = [...main.querySelectorAll('select, .visually-hidden')]
    return aside.reduce((sum, one) => sum - length(one), length(main))
  })
