import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { actionLogIn } from '../../../api/evidence/action-log/log.ts'
import { emptyEntry, type LogEntry } from '../../../surveys/action-log/entry.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { dayAfter, dayOf } from '../../../surveys/days.ts'
import { anOffice, type Office } from '../../api/accounts/office.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

const phone = { width: 390, height: 844 }
/** The browser asks for its own day: the office lives on the same. */
const today = dayOf(new Date())
let office: Office
let browser: Browser
beforeAll(async () => {
  office = await anOffice({ client: builtPages(), clock: { now: new Date() } })
  browser = await openChromium()
})
afterEach(async () => {
  const faults = await closeWindows(browser)
  // a phone without a network says so in its console
  expect(faults.filter((fault) => !/net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(fault))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await office?.discard()
})

const usual = (change: Partial<LogEntry> = {}): LogEntry => ({
  ...emptyEntry(dayAfter(today, -7)),
  activity: 'Atelier parents-enfants',
  pilot: 'Lieu enfants-parents',
  present: 13,
  ages: { child: 8, adult: 5 },
  hours: 2,
  objectives: [objectives()[12]!.number],
  repeats: 'week',
  ...change,
})
const log = () => actionLogIn(office.context.store)
const writer = { by: 'agent', name: 'Sacha Petit', at: new Date().toISOString() }
const noted = (id: string, entry: LogEntry) => log().save(id, entry, writer, { revision: null, isAnother: true })

async function aPilot(path: string): Promise<Page> {
  const { page } = await aWindow(browser, phone)
  await enter(page, office, await office.placed(['pilot']))
  await page.goto(`${addressOf(office)}${path}`)
  return page
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

test('a usual activity is noted in few gestures, and brings the rest with it; corrected later with its history', async () => {
  await noted('11111111-1111-4111-8111-111111111111', usual())
  const page = await aPilot('/carnet')
  await page.getByRole('heading', { name: 'À noter' }).waitFor()
  await isAccessible(page)
  let gestures = 0
  const tap = async (target: ReturnType<typeof button>) => {
    gestures++
    await target.click()
  }
  await tap(page.getByRole('link', { name: 'Noter Atelier parents-enfants' }))
  await tap(button(page, 'Enfants : +5'))
  await tap(button(page, 'Enfants : un de plus'))
  await tap(button(page, 'Adultes : un de plus'))
  await page.getByText('7 personnes').waitFor()
  await isAccessible(page)
  await picture(page, 'carnet-noter')
  await tap(button(page, 'Enregistrer'))
  await page.getByRole('heading', { name: 'C’est noté.' }).waitFor()
  expect(gestures).toBeLessThanOrEqual(6)
  const [last] = await log().all()
  expect(last?.value.entry).toMatchObject({ day: today, present: 7, ages: { child: 6, adult: 1 }, hours: 2 })

  await button(page, 'Voir la séance').click()
  await button(page, 'Corriger').click()
  await page.getByRole('textbox', { name: 'Adultes 26 ans et plus' }).fill('4')
  await button(page, 'Enregistrer la correction').click()
  await page.getByText('Personnes : 7 → 10').waitFor()
  await button(page, 'Ouvrir les questions').click()
  await page.getByRole('img', { name: /Carré à scanner/ }).waitFor()
  await isAccessible(page)
  await picture(page, 'carnet-seance', true)
  const { exit } = (await log().get(last!.id))!.value
  await page.goto(`${addressOf(office)}/a-chaud/${exit}?langue=ar`)
  await page.getByRole('button', { name: 'إرسال' }).waitFor()
  await isAccessible(page)
  await page.getByRole('radio', { name: 'كثيرًا' }).check()
  await page.getByRole('button', { name: 'إرسال' }).click()
  await page.getByRole('heading', { name: 'شكرًا!' }).waitFor()
})

test('without a network a session waits on the phone, its pages open, and it leaves by itself', async () => {
  await noted('22222222-2222-4222-8222-222222222222', usual({ activity: 'Café des parents', repeats: 'none' }))
  const page = await aPilot('/carnet/noter')
  await page.getByRole('heading', { name: 'Une activité habituelle ?' }).waitFor()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.context().setOffline(true)
  await page.reload()
  await button(page, /Café des parents/).click()
  await button(page, 'Enregistrer').click()
  await page.getByText('Personne n’est venu, ou vous n’avez pas compté ?').waitFor()
  await button(page, 'Nous n’avons pas compté').click()
  await page.getByRole('heading', { name: 'C’est noté sur cet appareil.' }).waitFor()
  await page.getByText(/1.séance attend le réseau/).waitFor()
  await isAccessible(page)
  await picture(page, 'carnet-hors-ligne')
  const before = (await log().all()).length
  await page.context().setOffline(false)
  await page.getByText(/attend le réseau/).waitFor({ state: 'detached' })
  // « le réseau est coupé » stood there after it had left
  await page.getByRole('heading', { name: 'C’est noté.', exact: true }).waitFor()
  expect(await page.getByText('Le réseau est coupé').count()).toBe(0)
  const all = await log().all()
  expect(all).toHaveLength(before + 1)
  expect(
    all.find(({ value }) => value.entry.day === today && value.entry.activity === 'Café des parents'),
  ).toMatchObject({
    value: { entry: { present: null, pilot: 'Lieu enfants-parents' } },
  })
})

test('a pasted table is read line by line before it is stored; read again, nothing counts twice', async () => {
  const page = await aPilot('/carnet/importer')
  const table = page.getByLabel('Le tableau, avec ses titres de colonnes')
  await table.fill('Date\tActivité\tHeures\n05/03/2026\tCafé des familles\t2\n06/03/2026\t\t2')
  await button(page, 'Relire').click()
  await page.getByText('Ce qui se passera').waitFor()
  expect(await page.locator('.pasted-lines .badge').allTextContents()).toEqual(['À corriger', 'Sera ajoutée'])
  const stored = async () => (await log().all()).filter(({ value }) => value.entry.activity === 'Café des familles')
  expect(await stored()).toHaveLength(0)
  await isAccessible(page)
  await picture(page, 'carnet-importer')
  await button(page, /^Enregistrer 1/).click()
  await page.getByText('C’est enregistré').waitFor()
  expect(await page.locator('.pasted-lines .badge').allTextContents()).toEqual(['À corriger', 'Ajoutée'])
  expect(await stored()).toHaveLength(1)
  // the line to mend stays in the text
  expect(await table.inputValue()).toContain('06/03/2026')
  await button(page, 'Relire').click()
  await page.getByText('Déjà là').first().waitFor()
  expect(await button(page, /^Enregistrer/).count()).toBe(0)
})
