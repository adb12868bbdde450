import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding } from '../analysis/findings/finding.ts'
import { fill } from '../api/commands/synthetic-respondents.ts'
import { bareEnvironment } from './api/commands/serving.ts'
import { aServedClient } from './client/built-client.ts'
import { addNight, begin, choose, copyTo, next, phone, send, until } from './client/person.ts'
import { aWindow, laptop, openChromium } from './client/staff/staff-browser.ts'

const root = resolve(import.meta.dirname, '..')
const families = 300

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
beforeAll(async () => {
  site = await aServedClient()
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})

test('from a parent’s phone to the sentence under objective 1', async () => {
  const { page, faults } = await aWindow(browser, phone)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) elsewhere.push(request.url())
  })
  await begin(page, `${site.url}/q/familles`)
  await choose(page, 'Oui')
  await until(page, 'horaires')
  await choose(page, 'La nuit, entre 22 h et 6 h')
  await until(page, 'annee_naissance')
  for (const [child, born] of ['2021', '2018'].entries()) {
    await page.getByLabel('Son année de naissance').fill(born)
    await until(page, 'besoin_garde')
    await choose(page, 'Oui, chaque semaine')
    await until(page, 'semaine')
    await addNight(page)
    if (child === 0) await copyTo(page, 'jeudi')
    for (
      let turn = 0;
      turn < 40 && !(await page.getByRole('button', { name: 'Oui, un autre enfant' }).isVisible());
      turn++
    )
      await next(page)
    if (child === 0) await page.getByRole('button', { name: 'Oui, un autre enfant' }).click()
  }
  await send(page)
  await page.getByRole('heading', { name: 'Merci, votre réponse est bien arrivée' }).waitFor()
  const [response] = await site.responses('familles')
  expect((response!.answers.enfants as { annee_naissance: number }[]).map((child) => child.annee_naissance)).toEqual([
    2021, 2018,
  ])

  const respondents = await fill(site.context, [{ slug: 'familles', people: families }], 7, () => {})
  expect(respondents).toEqual([{ questionnaire: 'familles', new: families, same: 0 }])

  const out = join(site.place.folder, 'rapport')
  await promisify(execFile)(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'api/commands/report.ts'),
      '--out',
      out,
      '--date',
      '2026-05-31',
      '--questionnaire',
      'familles',
    ],
    { env: { ...bareEnvironment, STORE_URL: site.place.storeUrl, KEYRING: site.place.keyringPath } },
  )
  const { findings } = JSON.parse(readFileSync(join(out, 'findings.json'), 'utf8')) as { findings: Finding[] }
  const week = findings.find(({ objective, indicator }) => objective === 1 && indicator === 'semaine')!
  expect(week.estimate.value).not.toBeNull()
  if (week.estimate.value === null) return
  expect(week.estimate.base).toBeGreaterThan(families / 3)
  expect(week.estimate.low).toBeLessThan(week.estimate.value)
  expect(week.estimate.high).toBeGreaterThan(week.estimate.value)

  const report = await aWindow(browser, laptop)
  await report.page.goto(pathToFileURL(join(out, 'report.html')).href)
  await report.page.getByText(week.sentence).first().waitFor()
  const drawn = report.page.locator('svg.week').first()
  await drawn.scrollIntoViewIfNeeded()
  expect((await drawn.boundingBox())!.width).toBeGreaterThan(300)

  expect(elsewhere).toEqual([])
  expect([...faults, ...report.faults]).toEqual([])
  expect(await (await fetch(`${site.url}/api/health`)).json()).toMatchObject({ cspReports: 0 })
}, 240_000)
