import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actionLogSource } from '../../../../api/evidence/action-log/source.ts'
import { collections } from '../../../../api/store/collections.ts'
import type { EntryPage, LogPage } from '../../../../api/wire/action-log.ts'
import { emptyEntry, type LogEntry } from '../../../../surveys/action-log/entry.ts'
import { objectives } from '../../../../surveys/authority/plan.ts'
import { readPdf } from '../../../pdf.ts'
import { aBrowser, anOffice, type Office, type Person } from '../../accounts/office.ts'

let office: Office
let pilot: Person
beforeAll(async () => {
  office = await anOffice({ clock: { now: new Date('2026-03-12T09:00:00Z') } })
  pilot = await office.placed(['pilot'])
})
afterAll(() => office.discard())

const objective = objectives()[12]!
/** An activity of its own for each test. */
const entry = (change: Partial<LogEntry> = {}): LogEntry => ({
  ...emptyEntry('2026-03-10'),
  activity: `Atelier ${randomUUID()}`,
  present: 14,
  ages: { child: 8, adult: 6 },
  objectives: [objective.number],
  ...change,
})
const put = (id: string, wanted: LogEntry, more: object = {}, person = pilot) =>
  person.browser.ask('PUT', `/api/action-log/${id}`, { entry: wanted, ...more })
const page = async (id: string) => (await pilot.browser.get(`/api/action-log/${id}`)).body as unknown as EntryPage
const year = async () => (await pilot.browser.get('/api/action-log?year=2026')).body as unknown as LogPage

test('an entry sent twice is stored once; the plan’s words of that day stay with it', async () => {
  const [id, wanted] = [randomUUID(), entry()]
  expect((await put(id, wanted)).body).toMatchObject({ outcome: 'new', like: null })
  expect((await put(id, wanted)).body).toMatchObject({ outcome: 'same' })
  expect(await page(id)).toMatchObject({
    entry: wanted,
    objectives: [{ number: objective.number, title: objective.title }],
  })
  expect((await year()).entries.filter((line) => line.id === id)).toHaveLength(1)
})

test('the same activity on the same day is asked about, and added when it is another', async () => {
  const wanted = entry()
  await put(randomUUID(), wanted)
  const id = randomUUID()
  expect((await put(id, wanted)).body).toMatchObject({ outcome: 'asked', like: { present: 14, by: 'Sacha Petit' } })
  expect((await pilot.browser.get(`/api/action-log/${id}`)).body.code).toBe('log-entry-unknown')
  expect((await put(id, wanted, { isAnother: true })).body).toMatchObject({ outcome: 'new' })
})

test('a correction keeps what it corrects, and never writes over another’s', async () => {
  const [id, wanted] = [randomUUID(), entry()]
  await put(id, wanted)
  expect((await put(id, { ...wanted, present: 15 }, { revision: 1 })).body).toMatchObject({ outcome: 'corrected' })
  expect((await put(id, { ...wanted, present: 16 }, { revision: 1 })).body.code).toBe('changed-meanwhile')
  const shown = await page(id)
  expect(shown.entry.present).toBe(15)
  expect(shown.history).toMatchObject([{ by: 'Sacha Petit', changes: ['Personnes\u202f: 14 → 15'] }])
})

test('what is wrong comes back in sentences by field, and nothing is stored', async () => {
  const id = randomUUID()
  const { status, body } = await put(id, entry({ day: '2026-03-13', present: 3 }))
  expect([status, body.code]).toEqual([422, 'form-refused'])
  expect((body.problems as { path: string }[]).map(({ path }) => path)).toEqual(['day', 'ages'])
  expect((await pilot.browser.get(`/api/action-log/${id}`)).status).toBe(404)
})

test('a name in the note is seen, and offered masked', async () => {
  const [id, other] = [randomUUID(), randomUUID()]
  const [named, unnamed] = [
    entry({ note: 'Très bien animé, merci à Mme Dupont.' }),
    entry({ note: 'Salle trop petite.' }),
  ]
  expect((await put(id, named)).body.masked).toContain('[nom]')
  expect((await put(other, unnamed)).body.masked).toBeNull()
  const seen = async () => {
    const { entries } = await year()
    return [id, other].map((wanted) => entries.find((line) => line.id === wanted)?.hasName)
  }
  expect(await seen()).toEqual([true, false])
  await put(id, { ...named, note: 'Très bien animé.' }, { revision: 1 })
  await put(other, { ...unnamed, note: 'Demander à Mme Dupont.' }, { revision: 1 })
  expect(await seen()).toEqual([false, true])
})

test('a removed entry leaves the sums, the lists and its exit questions; the reason is in the journal', async () => {
  const [id, wanted] = [randomUUID(), entry({ objectives: [objectives()[30]!.number] })]
  await put(id, wanted)
  await pilot.browser.post(`/api/action-log/${id}/exit`)
  const code = (await page(id)).exit!.address.split('/').at(-1)
  expect((await pilot.browser.post(`/api/action-log/${id}/remove`, { why: 'x' })).status).toBe(422)
  expect((await pilot.browser.post(`/api/action-log/${id}/remove`, { why: 'Notée deux fois' })).status).toBe(200)
  expect((await year()).byObjective.map(({ number }) => number)).not.toContain(objectives()[30]!.number)
  expect((await aBrowser(office.url).get(`/api/exit/${code}`)).body.code).toBe('exit-unknown')
  expect((await page(id)).removed).toMatchObject({ why: 'Notée deux fois' })
  expect((await pilot.browser.post(`/api/action-log/${id}/remove`, { why: 'Encore' })).status).toBe(404)
})

test('the desk brings usual activities and what comes back, with all they bring along', async () => {
  const wanted = entry({ day: '2026-03-04', repeats: 'week', pilot: 'LAEP', hours: 2 })
  await put(randomUUID(), wanted)
  const { body } = await pilot.browser.get('/api/action-log/desk')
  const desk = body as unknown as {
    activities: { entry: LogEntry }[]
    due: { entry: LogEntry; day: string }[]
    pilots: string[]
  }
  expect(desk.activities.map((one) => one.entry.activity)).toContain(wanted.activity)
  expect(desk.due).toMatchObject([{ day: '2026-03-11', entry: { activity: wanted.activity, hours: 2 } }])
  expect(desk.pilots).toContain('LAEP')
})

test('a table is read without storing, stored once, and read again as already there', async () => {
  const name = `Café ${randomUUID()}`
  const text = `Date;Activité;Personnes\n10/03/2026;${name};14\n11/03/2026;${name};x`
  const before = (await year()).entries.length
  expect((await pilot.browser.post('/api/action-log/import/read', { text })).body.counts).toMatchObject({
    new: 1,
    refused: 1,
  })
  expect((await year()).entries).toHaveLength(before)
  await pilot.browser.post('/api/action-log/import', { text })
  expect((await pilot.browser.post('/api/action-log/import', { text })).body.counts).toMatchObject({ new: 0, same: 1 })
  expect((await year()).entries).toHaveLength(before + 1)
  const exported = await pilot.browser.get('/api/action-log/export?year=2026')
  expect(exported.text).toContain(name)
  const again = await pilot.browser.post('/api/action-log/import/read', { text: exported.text })
  expect(again.body.counts).toMatchObject({ new: 0, corrected: 0, refused: 0, same: before + 1 })
})

test('exit answers are counted once each, shown by elevens, and no word is stored with a name', async () => {
  const id = randomUUID()
  await put(id, entry())
  await pilot.browser.post(`/api/action-log/${id}/exit`)
  const code = (await page(id)).exit!.address.split('/').at(-1)!
  const visitor = aBrowser(office.url)
  expect((await visitor.get(`/api/exit/${code}`)).body).toMatchObject({ isOpen: true, day: '2026-03-10' })
  const answer = (word = '') => ({ id: randomUUID(), satisfaction: 'very', useful: 'yes', word })
  const twice = answer('Merci Mme Dupont')
  await visitor.post(`/api/exit/${code}`, twice)
  await visitor.post(`/api/exit/${code}`, twice)
  for (let at = 0; at < 9; at++) await visitor.post(`/api/exit/${code}`, answer())
  expect((await page(id)).exit).toMatchObject({ base: '', lines: [], words: [] })
  await visitor.post(`/api/exit/${code}`, answer('trop court'))
  const shown = (await page(id)).exit!
  expect(shown.lines.join(' ')).toContain('la plupart')
  expect(shown.words.toSorted()).toEqual(['Merci [nom]', 'trop court'])
  await visitor.post(`/api/exit/${code}`, answer('seul'))
  expect((await page(id)).exit!.words).toHaveLength(2)
  const stored = await office.context.store.collection(collections.exitAnswers).get(code)
  expect(JSON.stringify(stored)).not.toContain('Dupont')
})

test('the exit questions open on the day and close seven days later', async () => {
  const codeOf = async (day: string) => {
    const id = randomUUID()
    await put(id, entry({ day, state: day > '2026-03-12' ? 'planned' : 'done', present: null, ages: {} }))
    await pilot.browser.post(`/api/action-log/${id}/exit`)
    return (await page(id)).exit!.address.split('/').at(-1)!
  }
  const visitor = aBrowser(office.url)
  const isOpen = async (day: string) => (await visitor.get(`/api/exit/${await codeOf(day)}`)).body.isOpen
  expect([await isOpen('2026-03-05'), await isOpen('2026-03-12')]).toEqual([true, true])
  expect([await isOpen('2026-03-04'), await isOpen('2026-03-13')]).toEqual([false, false])
  const late = { id: randomUUID(), satisfaction: 'no', useful: null, word: '' }
  expect((await visitor.post(`/api/exit/${await codeOf('2026-03-04')}`, late)).body.code).toBe('exit-closed')
})

test('the paper for the exit is one page that holds the address and every language offered', async () => {
  const id = randomUUID()
  await put(id, entry())
  expect((await pilot.browser.get(`/api/action-log/${id}/poster`)).status).toBe(404)
  await pilot.browser.post(`/api/action-log/${id}/exit`)
  const { address } = (await page(id)).exit!
  const response = await fetch(`${office.url}/api/action-log/${id}/poster`, {
    headers: { cookie: [...pilot.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  const { pages, isTagged } = await readPdf(new Uint8Array(await response.arrayBuffer()))
  const text = pages.join(' ').replace(/\s+/g, ' ')
  expect([pages.length, isTagged]).toEqual([1, true])
  expect(text).toContain(address.replace(/^https?:\/\//, ''))
  expect(text).toContain('3 questions')
})

test('a pilot reaches the log and nothing of the answers; an analyst reads it only', async () => {
  for (const path of ['/api/analyse', '/api/settings', '/api/fieldwork'])
    expect([path, (await pilot.browser.get(path)).status]).toEqual([path, 403])
  const analyst = await office.placed(['analyst'])
  expect((await analyst.browser.get('/api/action-log')).body.canWrite).toBe(false)
  expect((await put(randomUUID(), entry(), {}, analyst)).status).toBe(403)
})

test('what names no action counts under that of its objective, and under none only without one', async () => {
  const { byAction: before } = await year()
  expect((await put(randomUUID(), entry({ present: 3, ages: {} }))).status).toBe(200)
  const { byAction } = await year()
  const sessions = (lines: typeof byAction, number: number | null) =>
    lines.find((line) => line.number === number)?.sessions ?? 0
  expect(sessions(byAction, objective.action) - sessions(before, objective.action)).toBe(1)
  expect(sessions(byAction, null)).toBe(sessions(before, null))
})

test('the log stands under the objectives it serves', async () => {
  const items = await actionLogSource.items({ context: office.context, worksOn: () => true })
  expect(items.find((item) => item.objective === objective.number)).toMatchObject({
    kind: 'counted',
    href: `/carnet?objectif=${objective.number}&annee=2026`,
  })
})
