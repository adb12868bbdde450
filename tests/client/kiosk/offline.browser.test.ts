import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerNo, aTablet, aTown, begin, finish, leave, queued, register, type Tablet, type Town } from './tablet.ts'

/** KIOSK_QUEUE=200 KIOSK_KILLS=50 for the long run. */
const answers = Number(process.env.KIOSK_QUEUE ?? 12)
const kills = Number(process.env.KIOSK_KILLS ?? 5)

let town: Town
let tablet: Tablet
beforeEach(async () => {
  town = await aTown()
  tablet = await aTablet()
  await register(tablet.page, town, (await town.link()).path)
})
afterEach(async () => {
  await tablet.discard()
  await town.discard()
})

const attract = () => tablet.page.getByRole('button', { name: 'Commencer' })

const dayMs = 24 * 3_600_000
const weekMs = 7 * dayMs

/** The cord is pulled and the tablet started again, without a network. @param shiftMs how long after the first day */
async function powerCut(shiftMs = weekMs) {
  await tablet.kill()
  tablet = await aTablet(tablet.profile, { shiftMs })
  await tablet.page.goto(`${town.url}/kiosk`)
  await attract().waitFor()
}

test(`${answers} answers queued over a week without a network, the browser killed ${kills} times: each one thanked for is stored, once`, async () => {
  await town.cut()
  const thanked: string[] = []
  const begun: string[] = []
  const every = answers / kills
  let killed = 0
  const start = Date.now()
  while (thanked.length < answers) {
    const word = `réponse ${begun.length}`
    begun.push(word)
    await begin(tablet.page)
    await answerNo(tablet.page, word)
    const isKilled = killed < kills && thanked.length >= Math.round(killed * every)
    if (isKilled && killed % 2 === 1) {
      // pulled at any moment of the sending: it may be stored, or not, but nobody was thanked
      const send = tablet.page.getByRole('button', { name: 'Envoyer mes réponses' })
      while (!(await send.isVisible())) await tablet.page.getByRole('button', { name: 'Suivant' }).click()
      await send.click({ noWaitAfter: true })
      await new Promise((resolve) => setTimeout(resolve, (killed * 7) % 60))
    } else {
      await finish(tablet.page)
      thanked.push(word)
      if (!isKilled) await leave(tablet.page)
    }
    if (isKilled) {
      killed++
      await powerCut((killed / kills) * weekMs)
    }
  }
  expect(killed).toBe(kills)
  expect(await town.responses()).toEqual([])

  town.clock.shiftMs = weekMs
  await town.back()
  const back = Date.now()
  await tablet.page.reload()
  await expect
    .poll(async () => (await town.responses()).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(thanked.length)
  const drainedMs = Date.now() - back
  await expect.poll(() => queued(tablet.page), { timeout: 60_000 }).toBe(0)
  const stored = await town.responses()
  const words = stored.map((response) => String(response.answers.pourquoi))
  expect(thanked.filter((word) => words.filter((other) => other === word).length !== 1)).toEqual([])
  expect(words.filter((word) => !begun.includes(word))).toEqual([])
  expect(new Set(words).size).toBe(words.length)
  // each bears the day it was given, however late it came
  const given = stored.map(({ answeredAt }) => new Date(answeredAt!).getTime())
  expect(Math.min(...given)).toBeGreaterThanOrEqual(start)
  expect(Math.max(...given)).toBeLessThan(back + weekMs)
  expect(new Set(given.map((moment) => Math.floor((moment - start) / dayMs))).size).toBeGreaterThanOrEqual(
    Math.min(kills, 7),
  )
  expect(stored.every(({ receivedAt }) => new Date(receivedAt).getTime() >= back + weekMs - 1_000)).toBe(true)
  expect(drainedMs).toBeLessThan(60_000)
  console.info(`${thanked.length} thanked, ${words.length} stored, ${killed} kills, drained in ${drainedMs} ms`)
}, 3_600_000)

test('the profile of a stolen tablet shows no answer, and nothing that opens one', async () => {
  const { page } = tablet
  await attract().waitFor()
  await town.cut()
  await begin(page)
  await answerNo(page, 'phrase-tres-secrete')
  await finish(page)
  await leave(page)
  expect(await queued(tablet.page)).toBe(1)
  const rows = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('kiosk')
        opening.onsuccess = () => {
          const all = opening.result.transaction('queue').objectStore('queue').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(all.result))
          }
        }
      }),
  )
  expect(rows).not.toContain('phrase')
  expect(Object.keys(JSON.parse(rows)[0]).sort()).toEqual(['box', 'ephemeral', 'id', 'key', 'kiosk', 'nonce'])
  await powerCut()
  expect(await queued(tablet.page)).toBe(1)
  town.clock.shiftMs = weekMs
  await town.back()
  await tablet.page.reload()
  await expect.poll(() => queued(tablet.page), { timeout: 20_000 }).toBe(0)
})

test('a new version never interrupts: it waits for the person to finish, then works without a network', async () => {
  const { page } = tablet
  const newer = mkdtempSync(join(tmpdir(), 'ctg-kiosk-newer-'))
  cpSync(town.client, newer, { recursive: true })
  const index = join(newer, 'index.html')
  writeFileSync(index, readFileSync(index, 'utf8').replace('<html ', '<html data-newer="yes" '))
  const worker = join(newer, 'service-worker.js')
  writeFileSync(worker, `${readFileSync(worker, 'utf8').replace(/version:(["'`])[a-z0-9]+\1/, 'version:"newer"')}\n`)
  expect(readFileSync(worker, 'utf8')).toContain('version:"newer"')

  await attract().waitFor()
  await begin(page)
  await answerNo(page, 'pendant la mise à jour')
  await town.back(newer)
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/kiosk'))!.update())
  await expect
    .poll(
      () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration('/kiosk'))!.waiting)),
      { timeout: 20_000 },
    )
    .toBe(true)
  expect(await page.getByRole('textbox').inputValue()).toBe('pendant la mise à jour')
  await page.waitForTimeout(1_000)
  expect(await page.evaluate(() => document.documentElement.dataset.newer)).toBeUndefined()
  await finish(page)
  await page.getByRole('button', { name: 'Terminer' }).click()
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.newer).catch(() => undefined), { timeout: 20_000 })
    .toBe('yes')
  await attract().waitFor()
  expect(await page.evaluate(async () => (await caches.keys()).sort())).toEqual(['kiosk-newer', 'kiosk-site'])
  const words = (await town.responses()).map((response) => response.answers.pourquoi)
  expect(words.filter((word) => word === 'pendant la mise à jour')).toHaveLength(1)

  await town.cut()
  await powerCut()
  expect(await tablet.page.evaluate(() => document.documentElement.dataset.newer)).toBe('yes')
  await begin(tablet.page)
  await town.back(newer)
  rmSync(newer, { recursive: true })
})
