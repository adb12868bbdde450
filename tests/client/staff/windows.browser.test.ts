/** A window has nothing of the one before it in the same place but files of the same server: else one test would prepare the next. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onOwnPort } from '../../services/ports.ts'
import { aWindow, closeWindows, openChromium } from './staff-browser.ts'

let asked = 0
const server = createServer((request, response) => {
  const isWorker = request.url === '/worker.js'
  if (request.url === '/kept') asked++
  response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html')
  response.setHeader('cache-control', 'max-age=3600')
  response.end(isWorker ? 'addEventListener("fetch", () => {})' : '<!doctype html><title>Page</title>')
})
let browser: Browser
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  server.close()
})

async function opened(): Promise<Page> {
  const { page } = await aWindow(browser)
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return page
}

const left = async (page: Page) => ({
  cookies: await page.context().cookies(),
  ...(await page.evaluate(async () => ({
    local: { ...localStorage },
    bases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    location: (await navigator.permissions.query({ name: 'geolocation' })).state,
    isOnLine: navigator.onLine,
  }))),
})

test('a window opens where another one was, and finds nothing of it', async () => {
  const page = await opened()
  const before = await left(page)
  await page.evaluate(async () => {
    localStorage.setItem('who', 'me')
    await new Promise((resolve) => {
      indexedDB.open('base').onsuccess = resolve
    })
    await caches.open('cache')
    await navigator.serviceWorker.register('/worker.js')
    await navigator.serviceWorker.ready
    await fetch('/kept')
  })
  const context = page.context()
  await context.addCookies([{ name: 'who', value: 'me', url: 'https://localhost', secure: true }])
  await context.grantPermissions(['geolocation'])
  const used = await left(page)
  expect(used).toMatchObject({
    cookies: [{ name: 'who' }],
    bases: ['base'],
    caches: ['cache'],
    workers: 1,
    location: 'granted',
  })
  await context.setOffline(true)
  expect(await closeWindows(browser)).toEqual([])
  const next = await opened()
  expect(next.context()).toBe(context)
  expect(await left(next)).toEqual(before)
  // files of the same server are read once, those of another one at its address anew
  await next.evaluate(() => fetch('/kept'))
  expect(asked).toBe(1)
  expect(await closeWindows(browser)).toEqual([])
  await onOwnPort(async () => {})
  const last = await opened()
  expect(last.context()).toBe(context)
  await last.evaluate(() => fetch('/kept'))
  expect(asked).toBe(2)
})

test('the browser that a file closed is that of the next file: in it are a few places, each with a blank page', async () => {
  const one = await openChromium()
  for (const width of [500, 501, 502, 502]) await aWindow(one, { width, height: 900 })
  const { page: last } = await aWindow(one)
  const context = last.context()
  await last.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await one.newContext()
  await one.close()
  const next = await openChromium()
  expect(next).toBe(one)
  const pages = next.contexts().flatMap((place) => place.pages())
  expect(pages.map((page) => page.url())).toEqual(['about:blank', 'about:blank'])
  const { page } = await aWindow(next)
  expect(page.context()).toBe(context)
  await next.close()
})
