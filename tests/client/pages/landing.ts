/** How long somebody who arrives waits for a page, and what it weighs. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { phone } from '../person.ts'
import { patienceMs } from '../staff/staff-browser.ts'
import { slow, slowerProcessor } from './measured.ts'

export type Session = NonNullable<BrowserContextOptions['storageState']>

/** Where people arrive: `name`, key among the figures of the benchmark; `shown` is what the page is there for. */
export const landings = [
  { name: 'home', path: '/', shown: '.home-card', isStaff: false },
  { name: 'results', path: '/resultats', shown: 'h1', isStaff: false },
  { name: 'directory', path: '/annuaire', shown: 'h1', isStaff: false },
  { name: 'staff', path: '/gerer', shown: '.matters li, .calm', isStaff: true },
] as const

export type Landing = {
  /** From the address to the largest contentful paint, and until what the page is there for is shown; milliseconds. */
  paintMs: number
  shownMs: number
  /** Over the network, heads included. */
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
    return await landed(context, url + path, shown, isSlow)
  } finally {
    await context.close()
  }
}

async function landed(context: BrowserContext, address: string, shown: string, isSlow: boolean): Promise<Landing> {
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  if (isSlow) {
    await devtools.send('Network.emulateNetworkConditions', slow)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
  }
  let [bytes, requests] = [0, 0]
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests++
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(shown).first().waitFor()
  const shownMs = await page.evaluate(() => performance.now())
  const reached = { bytes, requests }
  await page.waitForLoadState('networkidle')
  return { paintMs: await page.evaluate(largestPaint), shownMs, ...reached }
}

/** What is seen by then: it changes no more once the network is quiet. */
const largestPaint = () =>
  new Promise<number>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
