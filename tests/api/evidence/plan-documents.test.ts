import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActionPage, FollowUpPage, NewFollowUp } from '../../../api/wire/plan-follow-up.ts'
import { dayText } from '../../../surveys/days.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

let office: Office
let analyst: Person
beforeAll(async () => {
  office = await anOffice()
  analyst = await office.placed(['analyst'])
}, 30_000)
afterAll(() => office.discard())

const aMomentLater = () => {
  office.clock.now = new Date(office.clock.now.getTime() + 1000)
}
const aFollowUp = (change: Partial<NewFollowUp> = {}): NewFollowUp => ({
  state: 'under-way',
  why: '',
  done: 'Deux visites.',
  difficulties: '',
  next: '',
  asked: '',
  day: '2026-02-20',
  ...change,
})
const action = async (number = 3) => (await analyst.browser.get(`/api/plan/actions/${number}`)).body as ActionPage

test('where an action stands is added to, and reaches its page, the list and its document', async () => {
  const path = '/api/plan/actions/3/follow-ups'
  expect((await analyst.browser.post(path, aFollowUp())).status).toBe(201)
  expect((await analyst.browser.post(path, aFollowUp({ state: 'done', done: 'Le guide est paru.' }))).status).toBe(201)
  expect((await action()).followUps.map(({ state }) => state)).toEqual(['under-way', 'done'])
  const list = (await analyst.browser.get('/api/plan/follow-up')).body as FollowUpPage
  expect(list.actions.find(({ number }) => number === 3)).toMatchObject({ state: 'done', day: '2026-02-20' })
  expect(list.actions.find(({ number }) => number === 4)).toMatchObject({ state: null, day: null })
  const sheet = await analyst.browser.get('/api/plan/documents/fiche-3.html')
  expect(sheet.text).toContain('Le guide est paru.')
})

test('an action stopped without a reason, a day to come and an action out of the plan are refused', async () => {
  const post = async (number: number, change: Partial<NewFollowUp>) =>
    (await analyst.browser.post(`/api/plan/actions/${number}/follow-ups`, aFollowUp(change))).status
  expect(await post(3, { state: 'stopped' })).toBe(422)
  expect(await post(3, { day: '2027-01-01' })).toBe(422)
  expect(await post(99, {})).toBe(404)
})

test('a decision on an action names its pilot, its day and what to follow; once late, the list says so', async () => {
  const body = {
    text: 'Réimprimer le guide.',
    date: '2026-02-01',
    pilot: 'Pôle Enfance',
    due: '2026-02-15',
    indicator: 'guides retirés',
  }
  expect((await analyst.browser.post('/api/plan/actions/3/decisions', body)).status).toBe(201)
  expect((await action()).decisions).toMatchObject([{ ...body, by: 'Sacha Petit' }])
  const list = (await analyst.browser.get('/api/plan/follow-up')).body as FollowUpPage
  expect(list.actions.find(({ number }) => number === 3)).toMatchObject({ decisions: 1, late: 1 })
  // a decision is known by the moment it was noted
  aMomentLater()
  expect(
    (await analyst.browser.post('/api/plan/actions/3/decisions', { ...body, text: 'Sans jour.', due: '' })).status,
  ).toBe(201)
  // a day that was over when it was decided was accepted without a word
  const over = await analyst.browser.post('/api/plan/actions/3/decisions', { ...body, due: '2026-01-31' })
  expect([over.status, over.body.problems]).toEqual([422, [expect.objectContaining({ path: 'due' })]])
  aMomentLater()
  const sooner = { ...body, text: 'Avant les autres.', due: '2026-02-10' }
  expect((await analyst.browser.post('/api/plan/actions/4/decisions', sooner)).status).toBe(201)
  // the register: the latest first, those without a day at the end
  const { decisions } = (await analyst.browser.get('/api/plan/follow-up')).body as FollowUpPage
  expect(decisions.map(({ text, action }) => [text, action])).toEqual([
    ['Avant les autres.', 4],
    ['Réimprimer le guide.', 3],
    ['Sans jour.', 3],
  ])
  // said to be kept, it is late no more, here, in the list of actions and in what the committee is given
  const [first] = decisions
  const outcome = { at: first!.at, action: 4, on: null, state: 'kept', text: 'Fait en mars.', date: '2026-02-12' }
  expect((await analyst.browser.post('/api/plan/outcomes', { ...outcome, at: 'autre' })).status).toBe(404)
  expect((await analyst.browser.post('/api/plan/outcomes', { ...outcome, date: '2027-01-01' })).status).toBe(422)
  // what was not said on its day is added: nothing was corrected
  const { at } = decisions.find(({ text }) => text === 'Sans jour.')!
  const correct = async (change: object) =>
    (
      await analyst.browser.post('/api/plan/corrections', {
        ...{ ...body, text: 'Sans jour.', due: '', at, action: 3, on: null },
        ...change,
      })
    ).status
  const withoutDay = async () =>
    ((await analyst.browser.get('/api/plan/follow-up')).body as FollowUpPage).decisions.find((one) => one.at === at)!
  expect(await correct({ at: 'autre', due: '2026-06-01' })).toBe(404)
  expect(await correct({ action: 99 })).toBe(422)
  expect(await correct({ action: null })).toBe(422)
  expect(await correct({ due: '2026-01-31' })).toBe(422)
  expect(await correct({ due: '2026-06-01' })).toBe(201)
  expect(await withoutDay()).toMatchObject({ due: '2026-06-01', pilot: 'Pôle Enfance' })
  expect(await withoutDay()).not.toHaveProperty('former')
  // given up, it says why; put off, until when; that day holds while it goes on
  const settle = async (said: object) =>
    (await analyst.browser.post('/api/plan/outcomes', { ...outcome, text: '', ...said })).status
  const lateOnFour = async () =>
    ((await analyst.browser.get('/api/plan/follow-up')).body as FollowUpPage).actions.find(
      ({ number }) => number === 4,
    )!.late
  expect(await settle({ state: 'dropped' })).toBe(422)
  expect(await settle({ state: 'postponed' })).toBe(422)
  expect(await settle({ state: 'postponed', until: outcome.date })).toBe(422)
  expect(await settle({ state: 'going-on' })).toBe(201)
  expect(await lateOnFour()).toBe(1)
  expect(await settle({ state: 'postponed', until: '2999-05-02' })).toBe(201)
  expect(await lateOnFour()).toBe(0)
  expect(await settle({ state: 'going-on' })).toBe(201)
  expect(await lateOnFour()).toBe(0)
  expect((await analyst.browser.post('/api/plan/outcomes', outcome)).status).toBe(201)
  const after = (await analyst.browser.get('/api/plan/follow-up')).body as FollowUpPage
  expect(after.decisions.at(-1)).toMatchObject({
    text: 'Avant les autres.',
    outcome: { state: 'kept', by: 'Sacha Petit' },
  })
  expect(after.actions.find(({ number }) => number === 4)).toMatchObject({ decisions: 1, late: 0 })
})

test('a decision is corrected: its follow-up stays, its first words too, beside it, in the journal, and documents say the day', async () => {
  const all = async () => ((await analyst.browser.get('/api/plan/follow-up')).body as FollowUpPage).decisions
  const first = (await all()).find(({ text }) => text === 'Réimprimer le guide.')!
  const { at, outcome: _, by: __, action: number, ...words } = first
  const going = { at, action: number, on: null, state: 'going-on', text: 'Devis reçu.', date: '2026-02-12' }
  expect((await analyst.browser.post('/api/plan/outcomes', going)).status).toBe(201)
  const correct = (who: Person, change: object) =>
    who.browser.post('/api/plan/corrections', { ...words, at, action: number, on: null, ...change })
  const other = await office.placed(['analyst'])
  aMomentLater()
  const until = office.clock.now.toISOString()
  // typed with an ordinary space, shown to inhabitants in vain: the page of results shows decisions on findings
  const change = { text: 'Réimprimer le guide : 300 exemplaires.', pilot: 'Pôle Jeunesse', isPublic: true }
  expect((await correct(other, change)).status).toBe(201)
  const now = (await all()).find((one) => one.at === at)!
  expect(now).toMatchObject({
    text: expect.stringMatching(/guide\u00a0: 300/),
    pilot: 'Pôle Jeunesse',
    due: first.due,
    isPublic: false,
    outcome: { state: 'going-on', text: 'Devis reçu.' },
    former: [{ text: first.text, pilot: first.pilot, until, by: 'Sacha Petit' }],
  })
  expect((await office.context.audit.page(0)).lines[0]).toMatchObject({
    what: 'decision-corrected',
    about: expect.stringMatching(/3$/),
    details: { 'texte avant': first.text, 'porteur avant': first.pilot },
  })
  expect((await action()).decisions.find((one) => one.at === at)!.former).toHaveLength(1)
  const sheet = await analyst.browser.get('/api/plan/documents/fiche-3.html')
  expect(sheet.text.replaceAll('\u00a0', ' ')).toContain(`Corrigée le ${dayText(until)}.`)
  expect(sheet.text).not.toContain('Réimprimer le guide.')
  // said once more as it was first: what stood between stays
  expect((await correct(analyst, {})).status).toBe(201)
  expect((await all()).find((one) => one.at === at)!.former!.map(({ text }) => text)).toEqual([first.text, now.text])
  // as for noting: who has one questionnaire only does not touch an action, nor the results of another
  const limited = await office.placed(['analyst'], { questionnaires: ['jeunes-11-15'] })
  const on = { questionnaire: 'familles', indicator: 'manque' }
  expect([(await correct(limited, {})).status, (await correct(limited, { on })).status]).toEqual([403, 403])
})

test('documents leave in three forms, noted in the journal; another name is no document', async () => {
  for (const [file, type] of [
    ['evaluation.docx', 'wordprocessingml'],
    ['bilan-2026.pdf', 'application/pdf'],
    ['fiche-1.html', 'text/html'],
  ] as const) {
    const { status, headers } = await analyst.browser.get(`/api/plan/documents/${file}`)
    expect([file, status]).toEqual([file, 200])
    expect(headers.get('content-type')).toContain(type)
    expect((await office.context.audit.page(0)).lines[0]).toMatchObject({
      what: 'exported',
      details: { fichier: file },
    })
  }
  for (const file of ['fiche-99.pdf', 'fiche-1.exe', 'rien.pdf'])
    expect((await analyst.browser.get(`/api/plan/documents/${file}`)).status).toBe(404)
}, 60_000)

test('guides are for whoever listens, too', async () => {
  const listener = await office.placed(['listener'])
  const guide = await listener.browser.get('/api/heard/guides/guide-travellers.html')
  expect([guide.status, guide.text.includes('médiation')]).toEqual([200, true])
  expect((await listener.browser.get('/api/heard/guides/fiche-1.html')).status).toBe(404)
})
