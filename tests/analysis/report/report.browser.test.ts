import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { html } from '../../../analysis/report/html/html.ts'
import { axeFaults, openChromium } from '../../client/staff/staff-browser.ts'
import { writerInput } from './example-report.ts'

const folder = mkdtempSync(join(tmpdir(), 'ctg-report-'))
const file = join(folder, 'report.html')
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  writeFileSync(file, html(writerInput().report))
  browser = await openChromium()
  page = await browser.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(pathToFileURL(file).href)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

// its own policy lets all of it happen, and nothing is asked for
afterEach(() => expect(complaints.splice(0)).toEqual([]))

// the line that says « données fictives » stood in no landmark; a map was a group that may be none
test('nothing that axe can find, a landmark around every line', async () => expect(await axeFaults(page)).toEqual([]))

const tip = () => page.locator('.tip')

// A class shared with the marker of the week put all three at one place, one over the other.
test('what must be known before any figure stands one line under the other', async () => {
  const boxes = await page.locator('.note.mark').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
  expect(boxes.length).toBeGreaterThan(1)
  for (const [at, box] of boxes.slice(1).entries()) expect(box.top).toBeGreaterThanOrEqual(boxes[at]!.bottom)
})

test('a chart becomes a table and a chart again', async () => {
  const figure = page
    .locator('figure.grid')
    .filter({ has: page.locator('table.bars') })
    .first()
  await figure.getByRole('button', { name: 'Tableau' }).click()
  await figure.locator('td.drawn').first().waitFor({ state: 'hidden' })
  await figure.getByRole('button', { name: 'Graphique' }).press('Enter')
  await figure.locator('td.drawn').first().waitFor({ state: 'visible' })
})

test('a bar says its value, its interval and its base to the pointer and to the keyboard', async () => {
  const row = page.locator('tr[data-tip]').first()
  await row.focus()
  await expect.poll(() => tip().textContent()).toMatch(/\d+.% \(\d+.–.\d+.%\), base.\d+/)
  await page.keyboard.press('Escape')
  await tip().waitFor({ state: 'hidden' })
})

test('the week is read half-hour by half-hour with the arrows, and as a table', async () => {
  await page.mouse.move(0, 0)
  const cursor = page.getByRole('application').first()
  await cursor.focus()
  await expect.poll(() => tip().textContent()).toMatch(/^lundi à 7.h/)
  await cursor.press('ArrowDown')
  await expect.poll(() => tip().textContent()).toMatch(/^mardi à 7.h/)
  const figure = page.locator('figure.heat').first()
  await figure.getByRole('button', { name: 'Tableau' }).click()
  await figure.getByRole('columnheader', { name: 'dimanche' }).first().waitFor()
})
