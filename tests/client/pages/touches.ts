/** How soon the pages of the staff and of everybody answer a touch or a key: from the input to the next paint. */
import type { Browser, Locator, Page } from 'playwright-core'
import { laptop, patienceMs } from '../staff/staff-browser.ts'
import type { Session } from './landing.ts'
import { slowerProcessor } from './measured.ts'

/** Event Timing says nothing of what is painted sooner. */
export const soonestMs = 16

type Act = (page: Page) => Promise<void>
/** `name`: key among the figures of the benchmark. `act` touches once and waits for nothing; `shown` comes of it. */
type Touch = { name: string; act: Act; shown: string }
type Scene = { path: string; ready: string; isStaff: boolean; touches: readonly Touch[] }

const press =
  (find: (page: Page) => Locator): Act =>
  (page) =>
    // looking whether something covers it would run in the page, and be timed
    find(page).click({ force: true })
/** A key typed where the focus is put first: that is not timed. */
const type =
  (find: (page: Page) => Locator, key: string): Act =>
  (page) =>
    find(page).press(key)

const link = (name: string) => press((page) => page.getByRole('link', { name, exact: true }).first())
const asked = (at: number) => (page: Page) => page.locator('.asking select').nth(at)
const still = '[aria-busy=false] .explored'

const questionnaire = 'familles'
/** The largest questionnaire, and pages that are touched the most. */
export const scenes: readonly Scene[] = [
  {
    path: '/gerer',
    ready: '.matters li, .calm',
    isStaff: true,
    touches: [{ name: 'today', act: link('Questionnaires'), shown: 'main a[href^="/gerer/questionnaires/"]' }],
  },
  {
    path: `/gerer/questionnaires/${questionnaire}`,
    ready: '.stages a',
    isStaff: true,
    touches: [
      { name: 'write', act: link('Écrire'), shown: '.card-edit' },
      { name: 'follow', act: link('Suivre'), shown: 'main canvas, main table' },
      { name: 'results', act: link('Résultats'), shown: 'main .badge' },
      // a second time, all of it is on the device and is drawn at once
      { name: 'writeAgain', act: link('Écrire'), shown: '.card-edit' },
      { name: 'followAgain', act: link('Suivre'), shown: 'main canvas, main table' },
      { name: 'resultsAgain', act: link('Résultats'), shown: 'main .badge' },
    ],
  },
  {
    path: `/analyse/${questionnaire}/questions?q=enfants_a_charge`,
    ready: still,
    isStaff: true,
    touches: [
      { name: 'question', act: type(asked(0), 'ArrowDown'), shown: still },
      { name: 'group', act: type(asked(1), 'ArrowDown'), shown: still },
      { name: 'cross', act: type(asked(1), 'End'), shown: still },
    ],
  },
  {
    path: `/concevoir/${questionnaire}/page`,
    ready: '.card-choose',
    isStaff: true,
    touches: [
      { name: 'open', act: press((page) => page.locator('.card-choose').nth(1)), shown: '[data-chosen]' },
      { name: 'letter', act: type((page) => page.getByLabel('Titre de la question'), 'e'), shown: '[data-chosen]' },
      {
        name: 'letterAgain',
        act: type((page) => page.getByLabel('Titre de la question'), 'n'),
        shown: '[data-chosen]',
      },
    ],
  },
  {
    path: '/annuaire',
    ready: '[name=mots]',
    isStaff: false,
    touches: [
      { name: 'search', act: type((page) => page.locator('[name=mots]'), 'c'), shown: '[name=mots]' },
      {
        name: 'filter',
        act: type((page) => page.locator('form.search select').first(), 'ArrowDown'),
        shown: '[name=mots]',
      },
    ],
  },
]

/**
 * Milliseconds from each touch to the paint that answers it, by its name.
 *
 * @param session of the staff, for their pages
 * @param rate how much slower the processor is made
 */
export async function touched(
  browser: Browser,
  url: string,
  session: Session,
  { rate = slowerProcessor } = {},
): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { path, ready, isStaff, touches } of scenes) {
    const context = await browser.newContext({
      viewport: laptop,
      locale: 'fr-FR',
      ...(isStaff ? { storageState: session } : {}),
    })
    const page = await context.newPage()
    page.setDefaultTimeout(patienceMs)
    await page.addInitScript(watchTouches)
    await page.goto(url + path)
    await page.locator(ready).first().waitFor()
    await page.waitForLoadState('networkidle')
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    for (const { name, act, shown } of touches) {
      await page.evaluate(painted)
      await page.evaluate(() => performance.clearTouches())
      await act(page)
      await page.locator(shown).first().waitFor()
      await page.waitForLoadState('networkidle')
      await page.evaluate(painted)
      found[name] = Math.max(soonestMs, await page.evaluate(() => performance.slowestTouch()))
    }
    await context.close()
  }
  return found
}

declare global {
  interface Performance {
    clearTouches(): void
    slowestTouch(): number
  }
}

/** Runs in the page before its own code: an interaction lasts as long as the longest of its events. */
function watchTouches() {
  let slowest = 0
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries as PerformanceEventTiming[])
      if (entry.interactionId > 0) slowest = Math.max(slowest, entry.duration)
  }
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  performance.clearTouches = () => {
    observer.takeRecords()
    slowest = 0
  }
  performance.slowestTouch = () => {
    note(observer.takeRecords())
    return slowest
  }
}

/** Once what was done is painted and timed. */
const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))))
