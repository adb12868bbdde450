/** A tablet for the tests: a real Chromium with its own profile that can be killed, before a server that can be cut off. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { appOf } from '../../../api/app.ts'
import { openContext } from '../../../api/context.ts'
import { intakeMonitorOf as noticing } from '../../../api/fieldwork/intake-monitor.ts'
import { openLog } from '../../../api/http/log.ts'
import { type Listening, listen } from '../../../api/http/server.ts'
import { intakeOf } from '../../../api/kiosks/intake.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import type { Response } from '../../../surveys/answers/response.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { account } from '../../api/accounts/office.ts'
import { aPlace, setStatus, smallQuestionnaire } from '../../api/fixture.ts'
import { builtPages } from '../built-client.ts'
import { quiet, shortLived } from '../staff/staff-browser.ts'

export const pin = '407193'

const [page] = smallQuestionnaire.definition.pages
/** Two questions, with a title for those who listen to the page. */
export const kioskQuestionnaire: Questionnaire = {
  ...smallQuestionnaire,
  definition: { pages: [{ ...page!, title: 'La garde' }] },
}

/** The network between the tablet and the server. The port stays ours while it is cut: nobody else can answer on it. */
async function aLine() {
  let to: number | null = null
  const sockets = new Set<Socket>()
  const line = createServer((near) => {
    if (to === null) return near.resetAndDestroy()
    const far = connect(to, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(line, 'listening')
  return {
    port: (line.address() as AddressInfo).port,
    /** Whatever is under way is cut; `null` leads nowhere. */
    leadTo(port: number | null) {
      to = port
      for (const socket of sockets) socket.destroy()
    },
    close: () => new Promise((resolve) => line.close(resolve)),
  }
}

/** @param questionnaires the questionnaires offered; the first one is open */
export async function aTown(questionnaires: readonly Questionnaire[] = [kioskQuestionnaire]) {
  const client = builtPages()
  const place = aPlace()
  const clock = { shiftMs: 0 }
  const context = await openContext(place, () => new Date(Date.now() + clock.shiftMs))
  await context.questionnaires.loadFounding(questionnaires)
  await setStatus(context, 'open')
  const logged: string[] = []
  let demo = false
  const siteOf = (folder: string) => appOf({ context, log: openLog((line) => logged.push(line)), client: folder, demo })
  const line = await aLine()
  let server: Listening | null = null
  async function cut() {
    line.leadTo(null)
    await server?.close()
    server = null
  }
  async function back(folder = client) {
    await cut()
    server = await listen(siteOf(folder), { port: 0, host: '127.0.0.1' })
    line.leadTo(server.port)
  }
  await back()
  return {
    context,
    client,
    place,
    logged,
    /** How far the day of the town is ahead of the machine’s. */
    clock,
    url: `http://localhost:${line.port}`,
    intake: intakeOf(context, noticing(context)),

    /** The network of the tablet is cut: the address answers nothing. */
    cut,
    /** The same site from now on, its data made up, or real again. */
    async demonstrate(isDemo = true) {
      demo = isDemo
      await back()
    },
    /** @param folder the pages served from now on */
    back,
    /** Path of a link that registers a tablet. */
    async link(slugs = questionnaires.map(({ slug }) => slug)) {
      const { kiosks } = intakeOf(context, noticing(context))
      const wanted = { name: 'Médiathèque', channel: 'mediatheque', questionnaires: slugs }
      const { login } = await account(context, ['admin'])
      const { id } = await kiosks.add(wanted, login)
      return { id, path: `/kiosk#${await kiosks.link(id, login)}` }
    },
    async responses(slug = 'garde'): Promise<Response[]> {
      const all: Response[] = []
      for await (const block of readResponses(context.store, context.keyring, slug)) all.push(...block)
      return all
    },
    /** Removes every response, for the next test to find none. */
    async clear() {
      for (const { id } of await this.responses()) await context.store.responses.remove(id)
    },
    async discard() {
      await cut()
      await line.close()
      await context.close()
      rmSync(place.folder, { recursive: true })
    },
  }
}
export type Town = Awaited<ReturnType<typeof aTown>>

const switches = [
  '--headless=new',
  ...quiet,
  ...shortLived,
  '--remote-debugging-port=0',
  '--lang=fr',
  '--restore-last-session',
  '--window-size=1080,1920',
]

/** A Chromium started as on a real tablet, in the profile of this folder. */
export async function aTablet(
  profile = mkdtempSync(join(tmpdir(), 'ctg-tablet-')),
  { more = [], shiftMs = 0 }: { more?: string[]; shiftMs?: number } = {},
) {
  const { child, browser } = await started(profile, more)
  const [context] = browser.contexts()
  if (shiftMs !== 0) await context!.addInitScript(setClock, shiftMs)
  const faults: string[] = []
  const pageIn = async (where: BrowserContext) => {
    const page = await where.newPage()
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d|net::ERR_/.test(message.text())) faults.push(message.text())
    })
    return page
  }
  const page = await pageIn(context!)
  return {
    profile,
    browser,
    page,
    faults,
    /** A tablet beside this one, which nobody has registered yet; it shares the process alone. */
    beside: async () => pageIn(await browser.newContext({ viewport: { width: 1080, height: 1920 }, locale: 'fr-FR' })),
    /** No tablet stands beside this one any more. */
    async alone() {
      for (const other of browser.contexts()) if (other !== context) await other.close()
    },
    /** The cord is pulled: no process of the browser has time for anything. */
    kill: () => ended(child, () => process.kill(-child.pid!, 'SIGKILL')),
    /** Closed as anybody closes a browser: what it wants to write is written. */
    close: () => ended(child, () => closeGently(browser)),
    /** Closed if it still runs, and its profile with it; what the system still writes there is waited for. */
    async discard() {
      await ended(child, () => closeGently(browser))
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
/** Runs in the page: its day is another than the machine’s, as if the tablet had stood there meanwhile. */
function setClock(shiftMs: number) {
  const { now } = Date
  const shifted = () => now() + shiftMs
  globalThis.Date = new Proxy(Date, {
    construct: (target, given: []) => (given.length === 0 ? new target(shifted()) : new target(...given)),
    get: (target, name) => (name === 'now' ? shifted : Reflect.get(target, name)),
  })
}
export type Tablet = Awaited<ReturnType<typeof aTablet>>

/** A start in which the browser never answers is cut like any other, and the tablet started again. */
async function started(profile: string, more: string[]) {
  const path = process.env.CHROMIUM!
  for (let turn = 1; ; turn++) {
    const child = spawn(path, [...switches, ...more, `--user-data-dir=${profile}`], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    try {
      return { child, browser: await chromium.connectOverCDP(await endpointOf(child), { timeout: 25_000 }) }
    } catch (error) {
      await ended(child, () => process.kill(-child.pid!, 'SIGKILL'))
      if (turn === 4) throw error
    }
  }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stderr!.on('data', (chunk) => {
      output += chunk
      const found = /DevTools listening on (ws:\S+)/.exec(output)
      if (found) resolve(found[1]!)
    })
    child.once('exit', () => reject(new Error(`Chromium did not start: ${output}`)))
  })
}

async function closeGently(browser: Browser) {
  const session = await browser.newBrowserCDPSession()
  await session.send('Browser.close').catch(() => {})
}

async function ended(child: ChildProcess, end: () => unknown) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  await end()
  await gone
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** The link is opened on the tablet, a PIN chosen. */
export async function register(page: Page, town: Town, path: string) {
  await page.goto(town.url + path)
  await page.getByLabel('Code du personnel').fill(pin)
  await page.getByLabel('Le même code').fill(pin)
  await button(page, 'Inscrire cette tablette').click()
  await button(page, 'Commencer').waitFor()
}

export async function begin(page: Page) {
  await button(page, 'Commencer').click()
  await button(page, 'J’ai compris, je commence').click()
  await page.locator('.question').first().waitFor()
}

/** « Non », and why, in the person's own words. */
export async function answerNo(page: Page, why: string) {
  await page.getByLabel('Non', { exact: true }).check()
  const text = page.getByRole('textbox')
  if (!(await text.isVisible())) await button(page, 'Suivant').click()
  await text.fill(why)
}

/** From the last question to the thanks. */
export async function finish(page: Page) {
  const send = button(page, 'Envoyer mes réponses')
  while (!(await send.isVisible())) await button(page, 'Suivant').click()
  await send.click()
  await page.getByRole('heading', { name: 'Merci, votre réponse est bien gardée' }).waitFor()
}

/** How many responses wait on the tablet. */
export const queued = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('kiosk')
        opening.onsuccess = () => {
          const count = opening.result.transaction('queue').objectStore('queue').count()
          count.onsuccess = () => {
            opening.result.close()
            resolve(count.result)
          }
        }
      }),
  )

/** The back button, until the page has heard of it. */
export const goBack = (page: Page) =>
  page.evaluate(() =>
    new Promise((heard) => {
      addEventListener('popstate', heard, { once: true })
      history.back()
    }).then(() => {}),
  )

export async function leave(page: Page) {
  await button(page, 'Terminer').click()
  await button(page, 'Commencer').waitFor()
}

/** Anything to touch that is lower or narrower than 60 px. */
export const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], select, textarea, summary, label.choice, input.field')]
      .filter((node) => node.checkVisibility() && !node.classList.contains('skip-link'))
      .map((node) => ({ node, box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 59.5 || box.width < 59.5)
      .map(({ node, box }) => `${node.outerHTML.slice(0, 60)} ${Math.round(box.width)}×${Math.round(box.height)}`),
  )
