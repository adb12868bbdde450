import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { collections } from '../../../api/store/collections.ts'
import { anOffice } from '../../api/accounts/office.ts'
import { setStatus } from '../../api/fixture.ts'
import { aMomentLater } from '../../api/moment.ts'
import { builtPages } from '../built-client.ts'
import { begin, choose, phone, send } from '../person.ts'
import { addressOf, aWindow, enter, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

/** From the notice to the receipt of the small questionnaire. */
async function answered(page: Page, url: string) {
  await begin(page, `${url}/q/garde`)
  await choose(page, 'Oui')
  await send(page)
  await page.locator('.receipt').waitFor()
}
const offer = (page: Page) => page.getByRole('button', { name: 'Me prévenir quand les résultats sont publics' })

test('a person asks on the receipt to be told; the day results are public an administrator copies the addresses, then erases them', async () => {
  const office = await anOffice({ client: builtPages() })
  const browser = await openChromium()
  try {
    const { page: trial } = await aWindow(browser, phone)
    await answered(trial, office.url)
    expect(await offer(trial).count()).toBe(0)
    await setStatus(office.context, 'open')
    await aMomentLater()

    const { page: cut } = await aWindow(browser, phone)
    await cut.route('**/assets/TellMe-*.js', (route) => route.abort())
    await answered(cut, office.url)
    const words = await cut.locator('.code-words').textContent()
    await offer(cut).click()
    await cut.getByRole('alert').getByText('Une partie de la page n’est pas venue').waitFor()
    await isAccessible(cut)
    expect(await cut.locator('.code-words').textContent()).toBe(words)
    await cut.unroute('**/assets/TellMe-*.js')
    await cut.getByRole('button', { name: 'Réessayer' }).click()
    await offer(cut).click()
    await cut.getByLabel('Votre adresse électronique').waitFor()
    expect(await cut.locator('.code-words').textContent()).toBe(words)

    const { page, faults } = await aWindow(browser, phone)
    await answered(page, office.url)
    // the code is lost with the page: it comes first
    const [code, later] = [await page.locator('.code').boundingBox(), await offer(page).boundingBox()]
    expect(code!.y).toBeLessThan(later!.y)
    await offer(page).click()
    await page.getByLabel('Votre adresse électronique').fill('lou')
    await page.getByRole('button', { name: 'Me prévenir', exact: true }).click()
    await page.getByText('Écrivez une adresse complète').waitFor()
    await isAccessible(page)
    await page.getByLabel('Votre adresse électronique').fill('lou@exemple.fr')
    await picture(page, 'repondre-prevenir')
    await page.getByRole('button', { name: 'Me prévenir', exact: true }).click()
    await page.getByText('C’est noté.').waitFor()
    await isAccessible(page)

    const { page: desk } = await aWindow(browser)
    await enter(desk, office, await office.placed(['admin']))
    await desk.goto(`${addressOf(office)}/gerer/coordonnees`)
    await desk.getByText('se liront quand les résultats seront publics').waitFor()
    await isAccessible(desk)
    const decision = { publication: 1, withData: false, pages: null, by: 'lea', at: '2026-03-02T10:00:00.000Z' }
    await office.context.store
      .collection(collections.publicResults)
      .put('garde', { history: [{ ...decision, kind: 'opened' }] }, null)
    await desk.goto(`${addressOf(office)}/gerer`)
    await desk.getByRole('link', { name: 'Prévenir' }).click()
    await desk.getByRole('button', { name: 'Lire les adresses' }).click()
    expect(await desk.getByLabel('Adresses à prévenir').inputValue()).toBe('lou@exemple.fr')
    await isAccessible(desk)
    await picture(desk, 'prevenir')
    await desk.getByRole('button', { name: 'C’est fait' }).click()
    await desk.getByText('Personne n’attend d’être prévenu.').waitFor()
    await desk.getByRole('button', { name: 'Lire les coordonnées' }).click()
    await desk.getByText('Personne pour l’instant.').waitFor()
    expect(faults).toEqual([])
  } finally {
    await browser.close()
    await office.discard()
  }
}, 120_000)
