import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { settingsService } from '../../../api/settings/settings.ts'
import { aServedClient } from '../built-client.ts'
import { gallery } from '../gallery.ts'
import { asked, goOn, main, phone } from '../person.ts'
import { aWindow, closeWindows, isAccessible, openChromium } from '../staff/staff-browser.ts'

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
beforeAll(async () => {
  site = await aServedClient()
  await site.context.questionnaires.loadFounding([gallery])
  const settings = settingsService(site.context.store, site.context.now)
  const { revision, values } = await settings.read()
  expect(values.languages).not.toContain('es')
  await settings.save(revision, { ...values, languages: ['fr', 'es'] }, 'alix')
  // the settings are read again at most once a second
  const isRead = async () => expect((await site.context.settings()).site.languages).toEqual(['fr', 'es'])
  await vi.waitFor(isRead, { timeout: 30_000, interval: 100 })
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await site.discard()
})
afterEach(() => closeWindows(browser))

test('somebody young chooses Spanish, answers, and withdraws with the twelve words', async () => {
  const { page, faults } = await aWindow(browser, phone)
  await page.goto(site.url)
  await page.locator('.comfort-language select').selectOption({ label: 'Español' })
  await page.getByRole('heading', { name: 'Su opinión cuenta aquí' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('es')
  await page.getByText('Traducción no revisada').waitFor()
  await isAccessible(page)

  await page.goto(`${site.url}/q/jeunes-11-15`)
  await page.getByText('¿Quién te hace estas preguntas?').first().waitFor()
  await page.getByText('Traducción no revisada').waitFor()
  await page.getByRole('button', { name: 'Entendido, empiezo' }).click()
  await page.getByRole('heading', { name: 'Tu edad' }).waitFor()
  await page.getByLabel('13 o 14 años', { exact: true }).check()
  await isAccessible(page)
  const send = page.getByRole('button', { name: 'Enviar mis respuestas' })
  for (let turn = 0; turn < 40 && !(await send.isVisible()); turn++) await goOn(page)
  await send.click()
  await page.getByRole('heading', { name: 'Gracias, tu respuesta ha llegado' }).waitFor()
  await page.locator('.code-words li').first().waitFor()
  const words = await page.locator('.code-words li').allTextContents()
  const [response] = await site.responses('jeunes-11-15')
  expect(response).toMatchObject({ language: 'es' })

  await page.goto(`${site.url}/mon-code`)
  await page.getByLabel('Sus 12 palabras').fill(words.slice(0, 1).join(' '))
  await page.getByText('1 palabra de 12').waitFor()
  await page.getByLabel('Sus 12 palabras').fill(words.join(' '))
  await page.getByRole('button', { name: 'Ver mi respuesta' }).click()
  await page.getByRole('heading', { name: /^Tu respuesta del \d+ de \p{L}+/u }).waitFor()
  await page.getByRole('button', { name: 'Retirar mi respuesta' }).click()
  await page.getByRole('button', { name: 'Sí, retirar' }).click()
  await page.getByRole('heading', { name: 'Tu respuesta está retirada' }).waitFor()
  expect(await site.responses('jeunes-11-15')).toEqual([])
  expect(faults).toEqual([])
}, 120_000)

test('the week and what is to be reviewed are said in Spanish', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(`${site.url}/q/${gallery.slug}?langue=es`)
  await main(page).click()
  await page.locator('.question').first().waitFor()
  await main(page).click()
  await page.getByText('Esta pregunta necesita una respuesta.').first().waitFor()
  await page.getByText('Para revisar antes de seguir').waitFor()
  for (let turn = 0; turn < 40 && !(await asked(page, 'q_weekhours').isVisible()); turn++) {
    for (const question of await page.locator('.question').all()) {
      const choice = question.locator('input[type="radio"], input[type="checkbox"]').first()
      if (await choice.isVisible()) await choice.check()
      const list = question.locator('select').first()
      if (await list.isVisible()) await list.selectOption({ index: 1 })
      const cursor = question.getByRole('slider')
      if (await cursor.isVisible()) await cursor.fill('4')
      const parts = question.locator('.date input')
      for (const [place, typed] of ['15', '3', '2024'].entries())
        if (await parts.nth(place).isVisible()) await parts.nth(place).fill(typed)
      const field = question.locator('input.field:not([data-part]), textarea.field').first()
      if (await field.isVisible())
        await field.fill((await field.getAttribute('inputmode')) === 'numeric' ? '3' : 'Hola')
    }
    await goOn(page)
  }
  await page.getByRole('button', { name: 'Añadir un momento' }).waitFor()
  expect(await page.locator('[data-name="q_weekhours"]').innerHTML()).toContain('lunes')
}, 120_000)

test('a questionnaire not translated is shown whole in French, with a line in Spanish', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(`${site.url}/q/familles?langue=es`)
  await page.getByText('Este cuestionario aún no está traducido: las preguntas están en francés.').waitFor()
  expect(await page.locator('main').getAttribute('lang')).toBe('fr')
})
