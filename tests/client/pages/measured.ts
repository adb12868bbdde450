/** What it takes a phone on a slow network to show the first question: bytes, requests, seconds. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
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
  /** From the button of the first screen to the question. */
  behindMs: number
}

/** Long enough to read a line or two, milliseconds. */
const readingMs = 5_000

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
 * The first visit, the next one, which goes on with what was begun, and one more whose person reads before going on.
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
    )
    const resume = '.message .actions [data-kind=main]'
    const again = await visited(context, `${url}/q/${slug}`, isSlow, resume)
    const read = await visited(context, `${url}/q/${slug}`, isSlow, resume, isSlow ? readingMs : 0)
    return { first, again, read }
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

type Moments = { notice?: number; pressed?: number; question?: number }

/**
 * Notes on the clock of the page when the first screen and the first question are drawn, and goes from one to the other at
 * once, or after a while: who waits outside looks twice a second at most.
 *
 * @param goOn selector of the button of the first screen; null where the questions are the first
 */
export function note({ goOn, readMs }: { goOn: string | null; readMs: number }) {
  const moments: Moments = {}
  Object.assign(window, { moments })
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
    seen.disconnect()
    drawn(() => {
      moments.question = performance.now()
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
  readMs = 0,
): Promise<Weight> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  if (isSlow) {
    await session.send('Network.emulateNetworkConditions', slow)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
  }
  const fromNetwork = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromServiceWorker || !response.url.startsWith('http')) return
    // reported by the question that stands
    if (!response.url.endsWith('/api/steps')) fromNetwork.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (fromNetwork.has(requestId)) bytes += encodedDataLength
  })
  await page.addInitScript(note, { goOn, readMs })
  await page.goto(address, { waitUntil: 'commit' })
  const moments = (await page
    .waitForFunction(() => {
      const { moments } = window as unknown as { moments: Moments }
      return moments.question === undefined ? null : moments
    })
    .then((found) => found.jsonValue())) as Moments & { question: number }
  const requests = fromNetwork.size
  // what had begun to come is counted whole
  await page.waitForLoadState('networkidle')
  await page.close()
  const { notice = moments.question, pressed = 0, question } = moments
  return { bytes, requests, noticeMs: notice, questionMs: question, behindMs: question - pressed }
}
