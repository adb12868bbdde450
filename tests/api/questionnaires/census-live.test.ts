import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '../../../api/http/problems.ts'
import { type Arrival, receive } from '../../../api/responses/responses.ts'
import { collections } from '../../../api/store/collections.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { anOffice, type Office } from '../accounts/office.ts'
import { aMomentLater } from '../moment.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice({ isReal: true })
})
afterAll(() => office.discard())

/** Sends made-up answers of a commune as somebody would who has no code. */
async function refusalOf(arrival: Arrival, mode: 'web' | 'kiosk' | 'paper'): Promise<string> {
  const { questionnaire } = await office.context.questionnaires.published('communes', 1)
  const someone = respondentsOf(questionnaire)(seeded(1))
  const sent: SentResponse = { ...someone, id: randomUUID(), questionnaire: 'communes', version: 1, mode }
  return receive(office.context, sent, arrival).then(
    ({ outcome }) => outcome,
    (error: Problem) => error.code,
  )
}

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

test('a census that was open before codes were needed asks one in every channel, and has no paper', async () => {
  const standings = office.context.store.collection(collections.questionnaires)
  const stored = (await standings.get('communes'))!
  await standings.put('communes', { ...stored.value, status: 'open', invitation: 'none' }, stored.revision)
  await aMomentLater()
  const { browser } = await office.placed(['publisher'])
  expect((await browser.get('/api/questionnaires/communes')).body.invitation).toBe('required')
  expect((await browser.get('/api/fieldwork/communes')).body).toMatchObject({ invitation: 'required', isCensus: true })
  expect(await refusalOf({ needsCode: true }, 'web')).toBe('code-needed')
  // what a tablet kept and the staff would count, and what a form says
  expect(await refusalOf({ isDecided: true, needsCode: false }, 'kiosk')).toBe('code-needed')
  expect(await refusalOf({ isDecided: true }, 'paper')).toBe('code-needed')
  const forms = await browser.post('/api/questionnaires/communes/paper', { language: 'fr', count: 1, copies: 1 })
  expect(forms.body.code).toBe('paper-census')
})
