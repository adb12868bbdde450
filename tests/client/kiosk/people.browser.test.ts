import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everythingStored } from '../person.ts'
import { answerNo, aTablet, aTown, begin, finish, goBack, leave, register, type Tablet, type Town } from './tablet.ts'

/** Twelve go through each of the six ways to come and go twice; KIOSK_PEOPLE=200 for the long run. */
const people = Number(process.env.KIOSK_PEOPLE ?? 12)

let town: Town
let tablet: Tablet
beforeAll(async () => {
  town = await aTown()
  tablet = await aTablet()
})
afterAll(async () => {
  await tablet.discard()
  await town.discard()
})

/** A word that stands nowhere else, one a person. */
const canary = (person: number) => `canari-${person}-${(person * 2_654_435_761).toString(36)}-zq`
const canaries = Array.from({ length: people }, (_, person) => canary(person))
const marks = /canari-\d+-[\w-]+-zq/g

/** Two in three finish; the others walk away half-way, or give up. */
async function visit(page: Page, person: number) {
  await begin(page)
  await answerNo(page, `${canary(person)} dans le jardin`)
  if (person % 3 < 2) {
    await finish(page)
    return leave(page)
  }
  if (person % 2 === 0) {
    await page.getByRole('button', { name: 'Arrêter' }).click()
    await page.getByRole('button', { name: 'Oui, tout effacer' }).click()
  } else await walkAway(page)
  await page.getByRole('button', { name: 'Commencer' }).waitFor()
}

/** Ninety seconds pass. */
async function walkAway(page: Page) {
  await page.clock.runFor(91_000)
}

test(`${people} people leave no word of theirs anywhere on the tablet`, async () => {
  const { page, profile } = tablet
  await page.clock.install()
  await register(page, town, (await town.link()).path)
  await page.clock.resume()
  for (let person = 0; person < people; person++) await visit(page, person)
  const finished = canaries.filter((_, person) => person % 3 < 2)
  await expect.poll(async () => (await town.responses()).length, { timeout: 20_000 }).toBe(finished.length)
  const stored = (await town.responses()).map(({ answers }) => String(answers.pourquoi)).sort()
  expect(stored).toEqual(finished.map((word) => `${word} dans le jardin`).sort())

  expect((await page.content()).match(marks)).toBeNull()
  expect(await page.evaluate(everythingStored)).not.toMatch(marks)
  expect((await heapOf(page)).match(marks)).toBeNull()
  expect(await page.evaluate(() => [history.length <= 4, history.state])).toEqual([true, { kiosk: true }])
  await goBack(page)
  expect((await page.content()).match(marks)).toBeNull()

  await tablet.close()
  const files = filesIn(profile)
  expect(files.length).toBeGreaterThan(50)
  const found = files.filter((file) => {
    const bytes = readFileSync(file)
    return ['latin1', 'utf16le'].some((code) => bytes.toString(code as BufferEncoding).match(marks))
  })
  expect(found).toEqual([])
  expect(town.logged.join('').match(marks)).toBeNull()
  expect(tablet.faults).toEqual([])
}, 1_200_000)

async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const pieces: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  return pieces.join('')
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
}
