import { expect, test } from 'vitest'
import { receive } from '../../../api/responses/responses.ts'
import { studiesIn } from '../../../api/responses/studies.ts'
import { anOffice } from '../../api/accounts/office.ts'
import { aSentResponse } from '../../api/fixture.ts'
import { builtPages } from '../built-client.ts'
import { aWindow, isAccessible, openChromium, picture } from './staff-browser.ts'

test('an administrator goes from the page of the day to the unreadable response, and reads what to do', async () => {
  const office = await anOffice({ client: builtPages() })
  const browser = await openChromium()
  try {
    const response = aSentResponse()
    await receive(office.context, response)
    const row = (await office.context.store.responses.get(response.id))!
    await office.context.store.responses.replace({ ...row, sealed: row.sealed.map((byte) => byte ^ 1) }, row.digest)
    await studiesIn(office.context, 'garde')
    const { page, faults } = await aWindow(browser)
    const value = (await office.placed(['admin'])).browser.cookies.get('__Host-session')!
    const cookie = { domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' as const }
    await page.context().addCookies([{ ...cookie, name: '__Host-session', value }])
    await page.goto(`${office.url.replace('127.0.0.1', 'localhost')}/gerer`)
    await page.getByText('Une réponse ne peut plus être lue').waitFor()
    await page.getByRole('link', { name: 'Voir que faire' }).click()
    await page.getByRole('rowheader', { name: response.id }).waitFor()
    expect(await page.getByText('npm run doctor -- --repair SAUVEGARDE').count()).toBe(1)
    await isAccessible(page)
    await picture(page, 'illisibles')
    expect(faults).toEqual([])
  } finally {
    await browser.close()
    await office.discard()
  }
}, 120_000)
