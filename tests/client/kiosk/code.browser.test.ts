import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashOfInvitation } from '../../../api/fieldwork/diffusion/invitation-hash.ts'
import { collections } from '../../../api/store/collections.ts'
import { newInvitation } from '../../../surveys/answers/invitation.ts'
import { isAccessible, picture } from '../staff/staff-browser.ts'
import { answerNo, aTablet, aTown, finish, leave, register, smallTargets, type Tablet, type Town } from './tablet.ts'

let town: Town
let tablet: Tablet
let page: Page
const codes = [1, 2].map(() => newInvitation((bytes) => crypto.getRandomValues(bytes)))
beforeAll(async () => {
  town = await aTown()
  const { store, keyring } = town.context
  const rows = store.collection(collections.questionnaires)
  const stored = (await rows.get('garde'))!
  await rows.put('garde', { ...stored.value, invitation: 'required' }, stored.revision)
  await store.codes.add('garde', '0001', [hashOfInvitation(keyring, 'garde', codes[0]!)])
  await town.back()
  tablet = await aTablet()
  page = tablet.page
  await register(page, town, (await town.link(['garde'])).path)
})
afterAll(async () => {
  await tablet.discard()
  await town.discard()
})
beforeEach(async () => {
  await town.clear()
  await page.goto(`${town.url}/kiosk`)
})
const button = (name: string) => page.getByRole('button', { name })
const start = async () => {
  await button('Commencer').click()
  await button('J’ai compris, je commence').click()
  await page.getByRole('heading', { name: 'Votre code d’invitation' }).waitFor()
}
const type = async (code: string) => {
  await page.getByRole('textbox').fill(code)
  await button('Continuer').click()
}
const answered = async () => {
  await page.locator('.question').first().waitFor()
  await answerNo(page, 'Trop loin')
  await finish(page)
  await leave(page)
}

test('where codes are asked the kiosk asks for one before the first question', async () => {
  await start()
  await isAccessible(page)
  expect(await smallTargets(page)).toEqual([])
  await picture(page, 'borne-code')
  await type(codes[0]!.replace(/.$/, (sign) => (sign === '1' ? '2' : '1')))
  await page.getByRole('alert').waitFor()
  await type(codes[0]!)
  await answered()
  await expect.poll(async () => (await town.responses()).length).toBe(1)
  expect((await town.responses())[0]).toMatchObject({ mode: 'kiosk', invited: true })
})

test('without a network a well-spelt code is taken; one that nobody gave waits for the staff', async () => {
  await town.cut()
  await start()
  await type(codes[1]!)
  await answered()
  await town.back()
  await page.reload()
  // by the beat after at the latest, a minute on, should the first one find the network not quite back
  await expect
    .poll(async () => (await town.intake.quarantine.list()).map(({ why }) => why), { timeout: 75_000 })
    .toEqual(['code'])
  expect(await town.responses()).toEqual([])
  expect(tablet.faults).toEqual([])
}, 150_000)
