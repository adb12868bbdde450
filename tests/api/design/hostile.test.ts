import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureRules } from '../../../analysis/measures/catalogue.ts'
import { staffRoles } from '../../../api/accounts/roles.ts'
import { reviewThread } from '../../../api/design/review-thread.ts'
import { contracts } from '../../../api/wire/contracts.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'
import { aSentResponse } from '../fixture.ts'
import { aMomentLater } from '../moment.ts'
import { handOf } from './fixture.ts'
import { hostile } from './hostile.ts'

let office: Office
let author: Person
beforeAll(async () => {
  office = await anOffice({ clock: { now: new Date('2026-11-24T09:00:00Z') } })
  author = await office.placed([...staffRoles])
})
afterAll(() => office.discard())

const cases = hostile.map(({ name, questionnaire }) => [name, questionnaire] as const)

test('there are enough of them', () => expect(hostile.length).toBeGreaterThanOrEqual(35))

test.each(cases)('the review refuses %s, in words', (_, questionnaire) => {
  const { toFix } = reviewQuestionnaire(questionnaire, { measures: measureRules })
  expect(toFix.length).toBeGreaterThan(0)
  for (const { message } of toFix) expect(message).toMatch(/^[A-ZÀÉ«].*\.$/s)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test.each(cases)(
  '%s comes no further than a draft: every answer of the api is a plain problem',
  async (_, questionnaire) => {
    const { slug } = questionnaire
    const hand = handOf(author.browser, slug)
    expect((await hand.make()).status).toBe(201)
    const saved = await hand.save(questionnaire)
    expect([200, 413, 422]).toContain(saved.status)
    if (saved.status === 200) {
      const { toFix } = (await hand.gate()) as { toFix: unknown[] }
      expect(toFix.length).toBeGreaterThan(0)
      expect(await hand.ask()).toMatchObject({ status: 422, body: { code: 'gate-refused' } })
    } else expect(saved.body.title).toMatch(/questionnaire/)
    const whole = { from: 'import', title: 'Repris', newSlug: `${slug}-ter`, json: questionnaire }
    const came = await author.browser.post('/api/design', whole)
    expect([201, 413, 422]).toContain(came.status)
    if (came.status === 201)
      expect(await handOf(author.browser, whole.newSlug).ask()).toMatchObject({ body: { code: 'gate-refused' } })
    const imported = { ...whole, newSlug: `${slug}-bis`, json: questionnaire.definition }
    const taken = await author.browser.post('/api/design', imported)
    expect([201, 413, 422]).toContain(taken.status)
    expect(taken.text).not.toMatch(/onerror|<script|"navigateToUrl"|"choicesByUrl"/)
    expect((await hand.remove()).status).toBe(200)
  },
)

test('forced into the store, they are served or said to be unavailable, and nothing else suffers', async () => {
  // what is open is counted for the lists of everything
  for (const [at, { questionnaire }] of hostile.entries()) await force(questionnaire, at < 2 ? 'open' : 'trial')
  await aMomentLater()
  const about = Object.keys(contracts).filter(
    (row) => row.startsWith('GET ') && row.includes(':slug') && !/:(?!slug)/.test(row),
  )
  const broken: string[] = []
  const outcomes = { served: 0, unavailable: 0 }
  for (const { name, questionnaire } of hostile) {
    const { slug } = questionnaire
    const shown = await author.browser.get(`/api/questionnaires/${slug}`)
    if (shown.status === 200) outcomes.served++
    else if (shown.body.code === 'questionnaire-unavailable') outcomes.unavailable++
    else broken.push(`${name}: shown ${shown.status} ${shown.text}`)
    for (const row of about) {
      const { status, text } = await author.browser.get(row.slice(4).replace(':slug', slug))
      if (status >= 500) broken.push(`${name}: ${row} ${status} ${text}`)
    }
    const response = aSentResponse({ questionnaire: slug, answers: { venir: '<script>', __proto__: 1 } })
    const sent = await author.browser.ask('PUT', `/api/responses/${response.id}`, response)
    if (sent.status >= 500 || sent.status === 201) broken.push(`${name}: response ${sent.status} ${sent.text}`)
  }
  expect(broken).toEqual([])
  expect(outcomes.served + outcomes.unavailable).toBe(hostile.length)
  expect(outcomes.unavailable).toBeGreaterThan(20)
  const { questionnaires } = (await author.browser.get('/api/questionnaires')).body as { questionnaires: unknown[] }
  expect(questionnaires).toHaveLength(outcomes.served + 1)
  const pages = Object.keys(contracts).filter((row) => row.startsWith('GET ') && !row.includes(':'))
  for (const row of pages) {
    const { status, text } = await author.browser.get(row.slice(4))
    expect([row, (status < 500 && !text.includes('questionnaire-unavailable')) || text]).toEqual([row, true])
  }
  expect((await author.browser.get('/api/questionnaires/garde')).status).toBe(200)
}, 180_000)

async function force(questionnaire: Questionnaire, status: 'open' | 'trial'): Promise<void> {
  const { store } = office.context
  const { slug } = questionnaire
  const version = { questionnaire, parameters: {}, publishedAt: '2026-11-24T09:00:00.000Z' }
  await store.documents('versions').put(`${slug}@1`, version, null)
  const standing = { status, version: 1, closesAt: null, origin: 'staff' }
  await store.documents('questionnaires').put(slug, standing, null)
}

test('a check that takes too long, or breaks, is a finding; the next draft is checked as ever', async () => {
  const slow = hostile.find(({ name }) => name === 'conditions that take for ever')!.questionnaire
  const thread = reviewThread(5)
  const ask = (questionnaire: Questionnaire) => thread.check({ questionnaire, reasons: {}, previous: null })
  const late = await ask(slow)
  expect(late).toMatchObject({ timedOut: true, toFix: [{ code: 'gate-time' }] })
  await thread.close()
  const patient = reviewThread()
  const uncloneable = { slug: () => 1 } as unknown as Questionnaire
  expect(await patient.check({ questionnaire: uncloneable, reasons: {}, previous: null })).toMatchObject({
    timedOut: true,
  })
  const [first, second] = await Promise.all(
    [hostile[1]!, hostile[2]!].map(({ questionnaire }) =>
      patient.check({ questionnaire, reasons: {}, previous: null }),
    ),
  )
  expect([first!.timedOut, second!.timedOut]).toEqual([false, false])
  await patient.close()
})
