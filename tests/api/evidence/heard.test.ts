import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { erase } from '../../../api/erasure/erase.ts'
import { evidenceFor } from '../../../api/evidence/sources.ts'
import { purgeLines } from '../../../api/operations/retention.ts'
import { collections } from '../../../api/store/collections.ts'
import type { EncounterPage, HeardPage, NewObservation, SavedEncounter } from '../../../api/wire/heard.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

let office: Office
let listener: Person
let colleague: Person
let analyst: Person
beforeAll(async () => {
  office = await anOffice()
  listener = await office.placed(['listener'])
  colleague = await office.placed(['publisher'])
  analyst = await office.placed(['analyst'])
}, 30_000)
afterAll(() => office.discard())

const words = 'Le dernier bus part trop tôt pour nous'
const anEncounter = (change: Partial<SavedEncounter> = {}): SavedEncounter => ({
  kind: 'interview',
  day: '2026-02-20',
  place: '',
  facilitator: 'Service jeunesse',
  people: 2,
  voices: ['young'],
  bands: ['15-17'],
  mediation: '',
  guide: 'general',
  objectives: [1],
  consent: { form: 'oral', scope: 'documents' },
  notes: [{ question: 'today', text: `Il dit : ${words}, et Kevin rentre à pied. On le rappelle au 06 12 34 56 78.` }],
  revision: null,
  ...change,
})

const put = (who: Person, path: string, body: unknown) => who.browser.ask('PUT', path, body)
const of = (id: string) => `/api/heard/encounters/${id}`
const read = async (id: string) => (await listener.browser.get(of(id))).body as EncounterPage
const page = async (who = analyst) => (await who.browser.get('/api/heard')).body as HeardPage
const waiting = async (who = colleague) =>
  ((await who.browser.get('/api/heard/quotes')).body.quotes as { id: string }[]).map(({ id }) => id)
const aQuote = (text = words) => ({ text, voice: 'young', band: '15-17', objectives: [1], themes: ['transports'] })

async function saved(change: Partial<SavedEncounter> = {}): Promise<string> {
  const id = randomUUID()
  expect((await put(listener, of(id), anEncounter(change))).status).toBe(200)
  return id
}
async function chosen(id: string, text = words): Promise<string> {
  const quote = randomUUID()
  expect((await put(listener, `${of(id)}/quotes/${quote}`, aQuote(text))).status).toBe(200)
  return quote
}
const checked = (who: Person, id: string, quote: string, decision = 'approved', why = '') =>
  who.browser.post(`${of(id)}/quotes/${quote}/check`, { decision, why })

test('notes lie encrypted, and reach those who listen only; each reading is in the journal without a word', async () => {
  const id = await saved()
  expect(JSON.stringify(await office.context.store.documents('encounters').list())).not.toContain('dernier bus')
  expect((await read(id)).encounter.notes[0]!.text).toContain(words)
  expect((await analyst.browser.get(of(id))).status).toBe(403)
  expect((await colleague.browser.get(of(id))).status).toBe(403)
  expect(JSON.stringify(await page())).not.toContain('Kevin')
  const { lines } = await office.context.audit.page(0)
  expect(lines[0]).toMatchObject({ who: listener.login, what: 'heard-read' })
  expect(JSON.stringify(lines)).not.toContain('bus')
})

test('the same new encounter sent twice is one; two people who correct it at once do not lose each other', async () => {
  const id = await saved()
  expect((await put(listener, of(id), anEncounter())).status).toBe(200)
  const { revision } = (await read(id)).encounter
  expect((await put(listener, of(id), anEncounter({ people: 3, revision }))).status).toBe(200)
  const late = await put(listener, of(id), anEncounter({ people: 9, revision }))
  expect([late.status, late.body.code]).toEqual([409, 'changed-meanwhile'])
  expect((await read(id)).encounter.people).toBe(3)
})

test('what cannot be is refused beside its field: a day to come, an objective out of the plan, nobody who spoke', async () => {
  const refusedAt = async (change: Partial<SavedEncounter>) => {
    const { status, body } = await put(listener, of(randomUUID()), anEncounter(change))
    return [status, (body.problems as { path: string }[])[0]!.path]
  }
  expect(await refusedAt({ day: '2026-12-01' })).toEqual([422, 'day'])
  expect(await refusedAt({ objectives: [999] })).toEqual([422, 'objectives'])
  expect(await refusedAt({ voices: [] })).toEqual([422, 'voices'])
  expect(await refusedAt({ place: 'ailleurs' })).toEqual([422, 'place'])
})

test('a quote is chosen in the notes, enters masked, and waits for somebody else', async () => {
  const id = await saved()
  const elsewhere = await put(listener, `${of(id)}/quotes/${randomUUID()}`, aQuote('Jamais dit'))
  expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'quote-elsewhere'])
  const quote = await chosen(id, `${words}, et Kevin rentre à pied.`)
  const [own] = (await read(id)).encounter.quotes
  expect(own).toMatchObject({ isMine: true, check: null, text: `${words}, et [nom] rentre à pied.` })
  expect((await page()).quotes).toEqual([])
  expect(await waiting()).toEqual([quote])
  expect((await checked(listener, id, quote)).body.code).toBe('second-person')
  expect((await checked(colleague, id, quote, 'refused')).status).toBe(422)
  expect((await checked(colleague, id, quote)).status).toBe(200)
  expect(await waiting()).toEqual([])
  const shown = (await page()).quotes
  expect(shown).toMatchObject([{ who: 'Jeune, 15 à 17 ans', themes: ['transports'], objectives: [1] }])
})

test('a text is looked at for names without being stored', async () => {
  const foundIn = async (text: string) =>
    ((await listener.browser.post('/api/heard/mask', { text })).body as { found: string[] }).found
  expect(await foundIn('Appelez Kevin au 06 12 34 56 78.')).toEqual(['[téléphone]', '[nom]'])
  expect(await foundIn('Rien.')).toEqual([])
})

test('a consent for notes only lets nothing be quoted; one narrowed later takes away what was shown', async () => {
  const id = await saved({ consent: { form: 'oral', scope: 'notes' } })
  const refused = await put(listener, `${of(id)}/quotes/${randomUUID()}`, aQuote())
  expect([refused.status, refused.body.code]).toEqual([409, 'consent-too-narrow'])
  const open = await saved({ day: '2026-02-21' })
  await checked(colleague, open, await chosen(open))
  const days = async () => (await page()).quotes.map(({ day }) => day)
  expect(await days()).toContain('2026-02-21')
  const { revision } = (await read(open)).encounter
  await put(listener, of(open), anEncounter({ day: '2026-02-21', consent: { form: 'oral', scope: 'notes' }, revision }))
  expect(await days()).not.toContain('2026-02-21')
})

test('a consent withdrawn empties the encounter for good, restored backup or not, and the documents that quoted it are named', async () => {
  const id = await saved({ day: '2026-02-22' })
  await checked(colleague, id, await chosen(id))
  const file = await analyst.browser.get('/api/plan/documents/fiche-1.html')
  expect([file.status, file.text.includes(words)]).toEqual([200, true])
  expect((await read(id)).uses).toEqual([{ document: 'Fiche action n° 1', day: '2026-03-02' }])
  const stored = office.context.store.documents(collections.encounters.name)
  const copy = await stored.get(id)
  expect((await listener.browser.post(`${of(id)}/withdraw`)).status).toBe(200)
  // a store put back from a copy has it again, until the ledger is replayed
  await stored.put(id, copy!.value, (await stored.get(id))!.revision)
  await office.context.ledger.replay()
  expect((await listener.browser.get(of(id))).body.code).toBe('heard-withdrawn')
  expect((await page()).encounters.some((line) => line.id === id)).toBe(false)
  expect((await page()).withdrawn).toMatchObject([{ id, uses: [{ document: 'Fiche action n° 1' }] }])
  expect((await put(listener, of(id), anEncounter())).body.code).toBe('heard-withdrawn')
  const last = (await office.context.store.documents<{ kind: string; id: string }>('erasures').list()).at(-1)!
  expect(last.value).toMatchObject({ kind: 'encounter', id })
})

const anObservation = (change: Partial<NewObservation> = {}): NewObservation => ({
  place: 'City-stade',
  commune: '',
  day: '2026-02-25',
  moment: 'evening',
  weather: 'dry',
  isHoliday: false,
  counts: { '15-17': 4 },
  uses: ['sport'],
  objectives: [2],
  ...change,
})

test('a round is noted once however often it is sent; « personne » counts; it can be taken back', async () => {
  const communes = ((await listener.browser.get('/api/heard/observations')).body.communes as { value: string }[])[0]!
  const commune = communes.value
  const id = randomUUID()
  const path = `/api/heard/observations/${id}`
  expect((await put(listener, path, anObservation())).status).toBe(422)
  for (const _ of [1, 2]) expect((await put(listener, path, anObservation({ commune }))).status).toBe(200)
  expect((await put(listener, path, anObservation({ commune, counts: {} }))).body.code).toBe('changed-meanwhile')
  const nobody = randomUUID()
  await put(listener, `/api/heard/observations/${nobody}`, anObservation({ commune, counts: {}, uses: [] }))
  const seen = async () =>
    (await analyst.browser.get('/api/heard/observations')).body as {
      rows: { cells: { moment: string; rounds: number; mean: number | null }[] }[]
    }
  const evening = async () => (await seen()).rows[0]!.cells.find(({ moment }) => moment === 'evening')
  expect(await evening()).toEqual({ moment: 'evening', rounds: 2, mean: 2 })
  expect((await analyst.browser.ask('DELETE', `/api/heard/observations/${nobody}`)).status).toBe(403)
  expect((await listener.browser.ask('DELETE', `/api/heard/observations/${nobody}`)).status).toBe(200)
  expect(await evening()).toEqual({ moment: 'evening', rounds: 1, mean: 4 })
})

test('both stand as evidence under their objectives, in short sentences, without a percentage', async () => {
  const items = await evidenceFor({ context: office.context, worksOn: () => true })
  const heard = items.filter(({ kind }) => kind === 'heard')
  expect(heard.map(({ objective, id }) => [objective, id])).toEqual([
    [1, 'encounters'],
    [2, 'observations'],
  ])
  for (const { sentence, limits } of heard) {
    expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(25)
    expect(sentence).not.toContain('%')
    expect(limits.length).toBeGreaterThan(0)
  }
})

// The highest bar named one place and the sentence another: a mean of all hours beside that of the fullest one.
test('the tallest bar of what was seen is the figure of the sentence', async () => {
  const communes = ((await listener.browser.get('/api/heard/observations')).body.communes as { value: string }[])[0]!
  const note = (place: string, moment: 'evening' | 'midday', people: number) =>
    put(
      listener,
      `/api/heard/observations/${randomUUID()}`,
      anObservation({ commune: communes.value, place, moment, counts: { '15-17': people } }),
    )
  for (const _ of [1, 2, 3]) {
    await note('Arrêt de car', 'evening', 8)
    await note('City-stade', 'midday', 10)
  }
  for (const _ of [1, 2]) await note('City-stade', 'evening', 0)
  const items = await evidenceFor({ context: office.context, worksOn: () => true })
  const { sentence, chart } = items.find(({ id }) => id === 'observations')!
  const [tallest] = chart!.points.toSorted((a, b) => b.value! - a.value!)
  expect(tallest).toEqual({ label: 'City-stade, midi', value: 10 })
  expect(sentence.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')).toContain('City-stade, midi, 10,0 personnes')
  expect(chart!.points).toContainEqual({ label: 'Arrêt de car, soirée', value: 8 })
})

test('notes have an end: after the months set, a line to delete that takes every encounter of its days', async () => {
  const line = async () => (await purgeLines(office.context)).find(({ kind }) => kind === 'encounters')!
  expect(await line()).toMatchObject({ isDue: false, needsApproval: true })
  office.clock.now = new Date('2028-04-01T09:00:00Z')
  const due = await line()
  const stored = async () => (await office.context.store.documents('encounters').list()).length
  expect(due).toMatchObject({ isDue: true, count: await stored() })
  const id = due.id.slice(due.id.indexOf('/') + 1)
  const at = office.clock.now.toISOString()
  expect(await erase(office.context.store, { at, kind: 'encounters', id, questionnaire: '' })).toBe(due.count)
  expect(await stored()).toBe(0)
  expect(await office.context.store.documents('quote-uses').list()).toEqual([])
})
