/** Chromium (`machine/browser.ts` names it) for the journeys of the staff: people with windows, what went wrong in them, and pictures for the guides. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Office, Person } from '../../api/accounts/office.ts'
import { folderInMemory } from '../../machine/memory.ts'
import { serversSoFar } from '../../services/ports.ts'

/** Asks the network for nothing of its own. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What Playwright switches off for its pages, said again since the last list counts. */
const switchedOff = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/**
 * A page lives for seconds: no process is started before its page, no code is optimised for a long life, nor read by another thread
 * when the process has it compiled.
 */
export const shortLived = [
  '--renderer-process-limit=1',
  '--js-flags=--no-maglev --no-turbofan',
  `--disable-features=${[...switchedOff, 'ScriptStreaming']}`,
]

/** The windows of one place, one after the other, are pages of one process: what it compiled once serves them all. */
const oneProcess = '--disable-site-isolation-trials'

/** A state that comes is worth waiting for, however slow the machine. */
export const patienceMs = 30_000

export const laptop = { width: 1366, height: 820 }
export const tablet = { width: 834, height: 1112 }

/** A browser of its own, closed by who asks for it. @param more none for a browser whose speed is measured */
export async function launchChromium(more = [...shortLived, oneProcess]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM!,
    args: [...quiet, ...more],
    // pictures pass from process to process in memory, where a container leaves room for them; else on the disk
    ignoreDefaultArgs: folderInMemory(1e9) ? ['--disable-dev-shm-usage'] : [],
  })
}

/** Closed at the end of their files: the next files of the worker open them again, and they end with it. */
const closed: Browser[] = []

/** The browser of one file, in which nothing is open but the blank pages of the last places. */
export async function openChromium(): Promise<Browser> {
  const earlier = closed.pop()
  if (earlier?.isConnected()) return earlier
  const browser = await launchChromium()
  browser.close = async () => {
    if (!browser.isConnected()) return
    await closeWindows(browser)
    await leaveFew(browser)
    closed.push(browser)
  }
  return browser
}

/** Each empty place has a process that has compiled the pages, and takes memory for it: one of each of the last sizes stays. */
async function leaveFew(browser: Browser): Promise<void> {
  const { idle } = deskOf(browser)
  const few = [...idle].slice(-mostIdle).map(([size, places]) => [size, places.slice(-1)] as const)
  const left = new Set(few.flatMap(([, places]) => places.map(({ context }) => context)))
  await Promise.all(browser.contexts().flatMap((context) => (left.has(context) ? [] : [context.close()])))
  idle.clear()
  for (const [size, places] of few) idle.set(size, places)
}
const mostIdle = 2

export type Window = { page: Page; faults: string[] }

/**
 * Where one person's window opens: its own cookies and stores. Its blank page keeps the process that has compiled the pages;
 * `servers`: how many there were when it began to keep the files it reads.
 */
type Place = { context: BrowserContext; blank: Page; origins: Set<string>; servers: number }
type Desk = { windows: (Window & { size: string; place: Place })[]; idle: Map<string, Place[]> }
const desks = new WeakMap<Browser, Desk>()
function deskOf(browser: Browser): Desk {
  const desk = desks.get(browser) ?? { windows: [], idle: new Map() }
  desks.set(browser, desk)
  return desk
}

/** What a window is besides its size; windows of the same settings follow one another in one place. */
export type WindowSettings = Pick<BrowserContextOptions, 'hasTouch' | 'isMobile' | 'reducedMotion' | 'colorScheme'>

/** One person's window: its own cookies; everything the browser complains of is collected. */
export async function aWindow(browser: Browser, viewport = laptop, settings: WindowSettings = {}): Promise<Window> {
  const desk = deskOf(browser)
  const size = JSON.stringify([viewport, settings])
  const place = desk.idle.get(size)?.pop() ?? (await aPlace(browser, viewport, settings))
  if (place.servers !== serversSoFar()) await readAnew(place)
  const page = await place.context.newPage()
  page.setDefaultTimeout(patienceMs)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    // a refusal of the api is shown by the browser as an error; it is part of the journey
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
  })
  desk.windows.push({ page, faults, size, place })
  return { page, faults }
}

async function aPlace(browser: Browser, viewport: typeof laptop, settings: WindowSettings): Promise<Place> {
  const context = await browser.newContext({ ...settings, viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' })
  const blank = await context.newPage()
  const origins = new Set<string>()
  context.on('page', (page) => page.on('framenavigated', (frame) => origins.add(new URL(frame.url()).origin)))
  return { context, blank, origins, servers: serversSoFar() }
}

/** Closes every window, for the next test to begin with none. @returns what went wrong in them */
export async function closeWindows(browser: Browser): Promise<string[]> {
  const { windows, idle } = deskOf(browser)
  const closed = windows.splice(0)
  const left = new Map(closed.filter(({ place }) => !place.blank.isClosed()).map(({ size, place }) => [place, size]))
  const kept = new Set([...left.keys(), ...[...idle.values()].flat()].map(({ context }) => context))
  await Promise.all([
    ...[...left.keys()].map(emptied),
    ...browser.contexts().flatMap((context) => (kept.has(context) ? [] : [context.close()])),
  ])
  for (const [place, size] of left) {
    const others = idle.get(size) ?? []
    // the last size used comes last
    idle.delete(size)
    idle.set(size, [...others, place])
  }
  return closed.flatMap(({ faults }) => faults)
}

/** Another server may stand at the address of the one whose files were read. */
async function readAnew(place: Place): Promise<void> {
  const session = await place.context.newCDPSession(place.blank)
  await session.send('Network.clearBrowserCache')
  await session.detach()
  place.servers = serversSoFar()
}

/** Nothing of who was there is left: neither pages nor cookies, stores, workers, leave given or wires cut. */
async function emptied({ context, blank, origins }: Place): Promise<void> {
  await Promise.all(context.pages().flatMap((page) => (page === blank ? [] : [page.close()])))
  await Promise.all([
    context.clearCookies(),
    context.clearPermissions(),
    context.unrouteAll(),
    context.setOffline(false),
  ])
  const session = await context.newCDPSession(blank)
  for (const origin of origins) await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await session.detach()
  origins.clear()
}

/** The name under which a browser holds the office for a secure page. */
export const addressOf = ({ url }: Pick<Office, 'url'>) => url.replace('127.0.0.1', 'localhost')

/** Opens the session of a person in a window, as the login page would leave it. */
export async function enter(page: Page, office: Pick<Office, 'url'>, { browser }: Pick<Person, 'browser'>) {
  const url = addressOf(office).replace('http:', 'https:')
  const secure = { url, secure: true, httpOnly: true, sameSite: 'Strict' as const }
  await page.context().addCookies([...browser.cookies].map(([name, value]) => ({ name, value, ...secure })))
}

/** No fault that axe can find on what is shown now. */
export async function isAccessible(page: Page): Promise<void> {
  await isStill(page)
  expect(await axeFaults(page)).toEqual([])
}

/** Transitions would be read half-way: all that move to an end have come to it. */
export async function isStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      // what goes with a scroll is where its page is
      .filter(
        ({ timeline, effect }) => timeline === document.timeline && effect?.getComputedTiming().endTime !== Infinity,
      )
    await Promise.all(ending.map(({ finished }) => finished.catch(() => {})))
  })
}

/** Half as long as what the package gives by its name: each page reads it anew. */
const axeCode = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on what is shown now, a line each; what a frame holds is a page of its own, read where it is tested. */
export async function axeFaults(page: Page): Promise<string[]> {
  // a page keeps what was put into it until it is loaded anew, and only faults come back: four times cheaper than all that passed
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCode)
  const violations = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const runOnly = { type: 'tag' as const, values }
    const found = await axe.run({ exclude: ['iframe'] }, { runOnly, resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))
  }, axeTags)
  return violations.map(({ id, targets }) => `${id}: ${targets.join(' | ')}`)
}

/** With SHOTS=docs, saves a picture for the guides. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  if (!process.env.SHOTS) return
  const folder = process.env.SHOTS === 'docs' ? 'docs/fr/images' : process.env.SHOTS
  mkdirSync(folder, { recursive: true })
  await isStill(page)
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage })
}
