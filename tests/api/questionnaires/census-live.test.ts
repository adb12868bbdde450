import { afterAll, beforeAll, expect, test } from 'vitest'
import { collections } from '../../../api/store/collections.ts'
import { anOffice, type Office } from '../accounts/office.ts'
import { aMomentLater } from '../moment.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice({ isReal: true })
})
afterAll(() => office.discard())

const link = '/terrain/communes/codes'

test('a census of communes opens with invitation codes only, and keeps them while it is open', async () => {
  const { browser } = await office.placed(['admin', 'designer', 'publisher'])
  const standings = office.context.store.collection(collections.questionnaires)
  const revisionNow = async () => (await standings.get('communes'))!.revision
  const missing = async () => {
    const { body } = await browser.post('/api/questionnaires/communes/live', { closesAt: '2026-06-30' })
    expect(body.code).toBe('live-missing')
    return (body.problems as { path: string }[]).map(({ path }) => path)
  }
  const setMode = async (invitation: string) =>
    browser.ask('PUT', '/api/fieldwork/communes/invitation', { revision: await revisionNow(), invitation })

  expect(await missing()).toContain(link)
  expect((await setMode('optional')).status).toBeLessThan(300)
  await aMomentLater()
  expect(await missing()).toContain(link)
  expect((await setMode('required')).status).toBeLessThan(300)
  await aMomentLater()
  expect(await missing()).not.toContain(link)

  const stored = (await standings.get('communes'))!
  await standings.put('communes', { ...stored.value, status: 'open' }, stored.revision)
  await aMomentLater()
  expect((await setMode('none')).body.code).toBe('form-refused')
  expect((await setMode('required')).status).toBeLessThan(300)
})
