import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAccessible, picture } from './admin-browser.ts'
import {
  answerNo,
  aTablet,
  aTown,
  begin,
  finish,
  leave,
  pin,
  register,
  type Tablet,
  type Town,
} from './kiosk-tablet.ts'

let town: Town
let tablet: Tablet
let id = ''
beforeAll(async () => {
  town = await aTown()
  tablet = await aTablet()
})
afterAll(async () => {
  await tablet.close()
  rmSync(tablet.profile, { recursive: true, force: true })
  await town.discard()
})
const button = (name: string | RegExp) => tablet.page.getByRole('button', { name })

test('a link makes the tablet a kiosk, and nothing of the link stays in the address', async () => {
  const { page } = tablet
  const link = await town.link()
  ;({ id } = link)
  await page.goto(town.url + link.path)
  await page.getByLabel('Code du personnel').click()
  await isAccessible(page)
  await picture(page, 'borne-inscription')
  await register(page, town, link.path)
  expect(page.url()).toBe(`${town.url}/kiosk`)
  expect((await town.intake.kiosks.get(id)).state).toBe('active')
  await isAccessible(page)
  await picture(page, 'borne-accueil')
})

test('a person answers, is thanked, and the answer is stored once as given at a kiosk', async () => {
  const { page } = tablet
  await begin(page)
  await answerNo(page, 'Trop loin')
  await finish(page)
  await isAccessible(page)
  await picture(page, 'borne-merci')
  await leave(page)
  await expect.poll(async () => (await town.kept()).length).toBe(1)
  const [sheet] = await town.kept()
  expect(sheet).toMatchObject({
    mode: 'kiosk',
    channel: 'mediatheque',
    answers: { garde: 'non', pourquoi: 'Trop loin' },
  })
  expect(Date.now() - new Date(sheet!.answeredAt!).getTime()).toBeLessThan(30_000)
})

test('nothing went wrong in the window', () => {
  expect(tablet.faults).toEqual([])
})
