/** What it takes a phone on a slow network to show the first question: bytes, requests, seconds. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { aServer } from '../../api/fixture.ts'
import { builtPages } from '../built-client.ts'
import { phone } from '../person.ts'

const root = resolve(import.meta.dirname, '../../..')

/** « Slow 4G » as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back; a processor four times slower. */
export const slow = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, offline: false }
export const slowerProcessor = 4

export type Weight = {
  /** Bytes that went over the network, heads included. */
  bytes: number
  requests: number
  /** From the address to the notice, and to the first question when nobody reads the notice; milliseconds. */
  noticeMs: number
  questionMs: number
  /** Until it does what it is asked: it is drawn as it was left before. */
  liveMs: number
  /** From the button of the first screen to the question. */
  behindMs: number
}

/** Long enough to read a line or two, milliseconds. */
const readingMs = 5_000
const patienceMs = 60_000

/** Our pages, and beside them `alone.html`: the same questionnaires drawn by survey-react-ui alone. */
export async function aServedPair({ withAlone = true } = {}) {
  const client = mkdtempSync(join(tmpdir(), 'ctg-pages-'))
  cpSync(builtPages(), client, { recursive: true })
  if (withAlone) buildAlone(client)
  const server = await aServer({ client })
  await server.context.questionnaires.loadFounding(founding())
  return {
    url: server.url,
    /** How many responses to a questionnaire have arrived. */
    responses: (slug: string) => server.context.store.responses.count(slug),
    async discard() {
      await server.discard()
      rmSync(client, { recursive: true })
    },
  }
}

function buildAlone(client: string) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const config = join(import.meta.dirname, 'alone/vite.config.ts')
  execFileSync(process.execPath, [vite, 'build', '--config', config, '--outDir', join(client, 'alone')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'pipe',
  })
}

/**
 * The first visit; the next one, which goes on with what was begun; the one after it, of which the browser has compiled the
 * scripts already; and one more whose person reads before going on.
 *
 * @param isSlow on the slow network and processor; without, only bytes and requests mean something
 */
export async function toFirstQuestion(browser: Browser, url: string, slug: string, { isSlow = false } = {}) {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR' })
  try {
    const first = await visited(
      context,
      `${url}/q/${slug}`,
      isSlow,
      '.notice-actions [data-kind=main]:not([data-door=short])',
      // whoever leaves before all is held comes back to less
      isSlow ? whenHeld : undefined,
    )
    const resume = '.message .actions [data-kind=main]'
    const again = await visited(context, `${url}/q/${slug}`, isSlow, resume)
    const later = await visited(context, `${url}/q/${slug}`, isSlow, resume)
    const read = await visited(context, `${url}/q/${slug}`, isSlow, resume, undefined, isSlow ? readingMs : 0)
    return { first, again, later, read }
  } finally {
    await context.close()
  }
}

/** The same questionnaire on the page of survey-react-ui alone. */
export async function alone(browser: Browser, url: string, slug: string, { isSlow = false } = {}): Promise<Weight> {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR' })
  try {
    return await visited(context, `${url}/alone/index.html?questionnaire=${slug}`, isSlow, null)
  } finally {
    await context.close()
  }
}

/** The worker of the pages is there, and holds them with the questionnaire. */
const whenHeld = async (page: Page) => {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await page.waitForFunction(async () => {
    const held = (await caches.keys()).map(async (name) => (await caches.open(name)).keys())
    return (await Promise.all(held)).flat().some(({ url }) => url.includes('version='))
  })
}

type Moments = { notice?: number; pressed?: number; question?: number; live?: number }

/**
 * Notes on the clock of the page when the first screen and the first question are drawn, and goes from one to the other at
 * once, or after a while. It reports by itself: who looked from outside would have the page compile what looks.
 *
 * @param goOn selector of the button of the first screen; null where the questions are the first
 */
export function note({ goOn, readMs }: { goOn: string | null; readMs: number }) {
  const moments: Moments = {}
  const drawn = (then: () => void) => requestAnimationFrame(() => setTimeout(then))
  const look = () => {
    const button = goOn === null ? null : document.querySelector<HTMLElement>(goOn)
    if (button !== null && moments.notice === undefined) {
      moments.notice = Number.NaN
      drawn(() => {
        moments.notice = performance.now()
        setTimeout(() => {
          moments.pressed = performance.now()
          button.click()
        }, readMs)
      })
    }
    if (document.querySelector('[data-name]') === null) return
    if (moments.question === undefined) {
      moments.question = Number.NaN
      drawn(() => {
        moments.question = performance.now()
      })
    }
    if (document.querySelector('[aria-busy] [data-name]') !== null) return
    seen.disconnect()
    drawn(() => {
      moments.live = performance.now()
      const { report } = window as unknown as { report(moments: string): void }
      report(JSON.stringify(moments))
    })
  }
  const seen = new MutationObserver(look)
  seen.observe(document, { childList: true, subtree: true })
}

async function visited(
  context: BrowserContext,
  address: string,
  isSlow: boolean,
  goOn: string | null,
  stay: (page: Page) => Promise<void> = async () => {},
  readMs = 0,
): Promise<Weight> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'report' })
  const reported = new Promise<Moments & { question: number; live: number }>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no question at ${address}`)), patienceMs)
    session.on('Runtime.bindingCalled', ({ payload }) => {
      clearTimeout(timer)
      resolve(JSON.parse(payload))
    })
  })
  if (isSlow) {
    await session.send('Network.emulateNetworkConditions', slow)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
  }
  const asked = new Set<string>()
  const fromNetwork = new Set<string>()
  const sizes = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId }) => void asked.add(requestId))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromServiceWorker || !response.url.startsWith('http')) return
    // reported by the question that stands
    if (!response.url.endsWith('/api/steps')) fromNetwork.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (fromNetwork.has(requestId)) sizes.set(requestId, encodedDataLength)
  })
  await page.addInitScript(note, { goOn, readMs })
  await page.goto(address, { waitUntil: 'commit' })
  const moments = await reported
  const requests = fromNetwork.size
  // what had begun to come is counted whole, what is asked for behind the question is not
  const before = [...asked]
  await page.waitForLoadState('networkidle')
  const bytes = before.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0)
  await stay(page)
  await page.close()
  const { notice = moments.question, pressed = 0, question, live } = moments
  return { bytes, requests, noticeMs: notice, questionMs: question, liveMs: live, behindMs: question - pressed }
}
