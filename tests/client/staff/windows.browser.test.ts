/** A window has nothing of the one before it in the same place: else one test would prepare the next. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  await next.evaluate(() => fetch('/kept'))
  expect(asked).toBe(2)
})

test('the browser that a file closed is that of the next file, and nothing is open in it', async () => {
  const one = await openChromium()
  await aWindow(one)
  await one.close()
  const next = await openChromium()
  expect(next).toBe(one)
  expect(next.contexts()).toEqual([])
  await aWindow(next)
  expect(next.contexts()).toHaveLength(1)
  await next.close()
})
