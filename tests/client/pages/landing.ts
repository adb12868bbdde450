/** How long somebody who arrives waits for a page, and what it weighs. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { phone } from '../person.ts'
import { patienceMs } from '../staff/staff-browser.ts'
import { slow, slowerProcessor } from './measured.ts'

export type Session = NonNullable<BrowserContextOptions['storageState']>

/** Where people arrive: `name`, key among the figures of the benchmark; `shown` is what the page is there for. */
export const landings = [
  { name: 'home', path: '/', shown: '.home-card', isStaff: false },
  { name: 'results', path: '/resultats', shown: 'h1', isStaff: false },
  { name: 'directory', path: '/annuaire', shown: 'h1', isStaff: false },
  { name: 'staff', path: '/gerer', shown: '.matters li, .first-steps li, .calm', isStaff: true },
] as const

export type Landing = {
  /** From the address to the largest contentful paint, and until what the page is there for is drawn; milliseconds. */
  paintMs: number
  shownMs: number
  /** What was asked for by then, in all and with heads. */
  bytes: number
  requests: number
}

/**
 * A first visit, with nothing of the site on the device.
 *
 * @param session of the staff, for their pages
 * @param isSlow on a slow network and processor; without, only bytes and requests mean something
 */
export async function landing(
  browser: Browser,
  url: string,
  { path, shown, isStaff }: (typeof landings)[number],
  session: Session,
  { isSlow = false } = {},
): Promise<Landing> {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'fr-FR',
    ...(isStaff ? { storageState: session } : {}),
  })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(patienceMs)
    if (isSlow) {
      const devtools = await context.newCDPSession(page)
      await devtools.send('Network.enable')
      await devtools.send('Network.emulateNetworkConditions', slow)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
    }
    await page.addInitScript(watchFor, shown)
    await page.goto(url + path, { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0)
    // the largest paint changes no more
    await page.waitForLoadState('networkidle')
    return await page.evaluate(landed)
  } finally {
    await context.close()
  }
}

/** Runs in the page before its own code: who waits outside looks too seldom. */
function watchFor(shown: string) {
  const seen = new MutationObserver(() => {
    if (document.querySelector(shown) === null) return
    seen.disconnect()
    performance.mark('shown')
    requestAnimationFrame(() => setTimeout(() => performance.mark('drawn')))
  })
  seen.observe(document, { childList: true, subtree: true })
}

async function landed(): Promise<Landing> {
  const paintMs = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
  const at = (mark: string) => performance.getEntriesByName(mark)[0]!.startTime
  const asked = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(
    ({ startTime }) => startTime <= at('shown'),
  ) as PerformanceResourceTiming[]
  const bytes = asked.reduce((sum, { transferSize }) => sum + transferSize, 0)
  return { paintMs, shownMs: at('drawn'), bytes, requests: asked.length }
}
